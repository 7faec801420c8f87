"""It hurts: the clock stands still, the rule to stop by is on screen, and the runner says which side of it they are on."""

import flet as ft

from planner.ui import theme
from planner.ui.model import Model
from planner.ui.parts.text import body, fault_line, heading
from planner.ui.session import under_way as sessions
from planner.ui.session.ending import is_felt
from planner.ui.session.timing import RESUME
from planner.ui.session.under_way import UnderWay


@ft.component
def Hurts(model: Model, session: UnderWay) -> ft.Control:
    fault, set_fault = ft.use_state("")
    page = ft.context.page
    ink = theme.URGENT[1]

    def stop() -> None:
        if is_felt(session.item):
            set_fault(sessions.stop(model, session) or "")
            return
        wrong = sessions.leave(model)
        set_fault(wrong or "")
        if not wrong:
            page.navigate("/log/pain")

    rule = ft.Column(
        [
            ft.Icon(ft.Icons.FRONT_HAND, color=ink, size=40),
            heading(model.say("ui.session.stop_rule"), 2, ink),
            ft.Text(model.desk.stop_rule(session.item["kind"]), theme_style=theme.H2, color=ink),
            body(model.say("ui.session.standing_still"), ink),
        ],
        spacing=theme.GAP_M,
    )
    big = ft.ButtonStyle(padding=theme.GAP_XL)
    lines: list[ft.Control] = [
        ft.Semantics(content=theme.card(rule, theme.URGENT), live_region=True, container=True),
        fault_line(fault),
        ft.FilledButton(model.say("ui.session.stop_here"), icon=ft.Icons.STOP, key="stop", style=big, on_click=stop),
        ft.OutlinedButton(
            model.say("ui.session.carry_on"),
            icon=ft.Icons.PLAY_ARROW,
            key="carry_on",
            style=ft.ButtonStyle(padding=theme.GAP_XL),
            on_click=lambda: set_fault(sessions.tap(model, session, RESUME) or ""),
        ),
    ]
    return ft.Column(lines, spacing=theme.GAP_L, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
