"""Before a session counts: what to do first, when to stop, and the start."""

import flet as ft

from planner.ui import theme
from planner.ui.model import Model
from planner.ui.parts.text import body, fault_line, heading, link, with_icon
from planner.ui.session import under_way as sessions
from planner.ui.session.ending import companions, is_felt
from planner.ui.session.lists import steps_to_tick
from planner.ui.session.phases import how_to
from planner.ui.session.under_way import UnderWay


@ft.component
def Before(model: Model, session: UnderWay) -> ft.Control:
    fault, set_fault = ft.use_state("")
    item, warm_up = session.item, companions(model, session, "warm_up")

    def start(*, warmed: bool) -> None:
        set_fault(sessions.warm(model, session, done=warmed) or "")

    rule = model.desk.stop_rule(item["kind"]) if is_felt(item) else ""
    steps: list[ft.Control] = [with_icon(ft.Icons.CHEVRON_RIGHT, body(step)) for step in how_to(item) if step != rule]
    lines: list[ft.Control] = [theme.card(ft.Column(steps, spacing=theme.GAP_S))]
    if rule:
        said = with_icon(ft.Icons.FRONT_HAND, body(rule, theme.CAREFUL[1]), theme.CAREFUL[1])
        lines.insert(0, theme.card(said, theme.CAREFUL))
    for each in warm_up:
        lines += [heading(each["title"], 2), steps_to_tick(model, session, each, set_fault)]
    key = "ui.session.start_warm" if warm_up else "ui.session.start"
    lines += [
        fault_line(fault),
        ft.FilledButton(
            model.say(key),
            icon=ft.Icons.PLAY_ARROW,
            key="start",
            style=ft.ButtonStyle(padding=theme.GAP_XL),
            on_click=lambda: start(warmed=bool(warm_up)),
        ),
    ]
    if warm_up:
        lines.append(link(model.say("ui.session.start_cold"), lambda: start(warmed=False), "start_cold"))
    return ft.Column(lines, spacing=theme.GAP_L, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
