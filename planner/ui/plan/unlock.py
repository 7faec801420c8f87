"""What unlocks the next stage: what is still asked for, and what a test is, how it is done and where it is logged."""

import flet as ft

from planner.ui import icons, theme
from planner.ui.model import SESSIONS, Model
from planner.ui.parts.how_to import how_to
from planner.ui.parts.keyed import keyed
from planner.ui.parts.text import body, heading, with_icon
from planner.words.documents import HowToDoc, PlanDoc, WayDoc


def unlocks(model: Model, plan: PlanDoc, way: WayDoc) -> list[ft.Control]:
    ahead = plan["assessment"]["next"]
    needs = ahead.get("needs", [])
    if not needs:
        return []
    stage = ahead.get("stage")
    title = model.say("ui.unlock.stage", stage=stage) if stage else model.say("ui.unlock.next")
    icon = ft.Icons.LOCK_OPEN if stage else ft.Icons.CHEVRON_RIGHT
    lines: list[ft.Control] = [
        with_icon(icon, body(f"{need[:1].upper()}{need[1:]}"), ft.Colors.PRIMARY) for need in needs
    ]
    if way["needed"]:
        lines.insert(0, _so_far(model, way))
    lines += [keyed(test["test"], Test, model, test) for test in way["tests"]]
    return [heading(title, 2), theme.card(ft.Column(lines, spacing=theme.GAP_S), key="unlock")]


def _so_far(model: Model, way: WayDoc) -> ft.Control:
    """As many marks as are asked for, those that are earned filled, and the same in words."""
    done, needed = min(way["done"], way["needed"]), way["needed"]
    marks: list[ft.Control] = [
        ft.Icon(
            ft.Icons.CHECK_CIRCLE if n < done else ft.Icons.RADIO_BUTTON_UNCHECKED, color=ft.Colors.PRIMARY, size=20
        )
        for n in range(needed)
    ]
    words = model.say("ui.unlock.so_far", done=done, n=needed)
    return ft.Row(
        [ft.Row(marks, spacing=theme.GAP_XS, tight=True), ft.Text(words, theme_style=theme.LABEL)],
        wrap=True,
        spacing=theme.GAP_S,
    )


@ft.component
def Test(model: Model, test: HowToDoc) -> ft.Control:
    is_open, set_open = ft.use_state(False)
    page = ft.context.page
    top = ft.Row(
        [
            ft.Icon(ft.Icons.HELP_OUTLINE, color=ft.Colors.PRIMARY),
            ft.Text(test["title"], theme_style=theme.H3, expand=True),
            ft.Icon(ft.Icons.EXPAND_LESS if is_open else ft.Icons.EXPAND_MORE),
        ],
        spacing=theme.GAP_M,
    )
    face = ft.Container(
        top,
        key="open",
        ink=True,
        border_radius=theme.RADIUS_S,
        padding=ft.Padding.symmetric(vertical=theme.GAP_M),
        on_click=lambda: set_open(not is_open),
    )
    lines: list[ft.Control] = [ft.Semantics(content=face, button=True, expanded=is_open)]
    if is_open:
        lines.append(how_to(model, test))
        lines.append(
            ft.Row(
                [
                    ft.FilledTonalButton(
                        model.say(f"ui.unlock.log.{test['log']}"),
                        icon=icons.of_kind(test["log"]),
                        key="log",
                        on_click=lambda: _log(model, test["log"], page),
                    )
                ],
                wrap=True,
            )
        )
    return ft.Column(lines, spacing=theme.GAP_S)


def _log(model: Model, kind: str, page: ft.Page) -> None:
    """Opens the form; of a run or walk as today's plan asks for it, where it does."""
    if kind not in SESSIONS:
        page.navigate(f"/log/{kind}")
        return
    items = [item for item in model.day_of_today()["items"] if item["kind"] == kind and not item.get("outcome")]
    model.start_session(next(iter(items), None))
    if not items:
        model.drafts.run.kind = kind
        model.drafts.changed("run")
    page.navigate("/log/run")
