"""One item of the day: tick it, or open it."""

import flet as ft

from planner.ui import icons, theme
from planner.ui.model import Model
from planner.ui.parts.text import fault_line, small
from planner.ui.parts.tick import tick
from planner.ui.today.check_in import CheckIn
from planner.ui.today.details import Details
from planner.ui.today.when import when
from planner.words.documents import ItemDoc


@ft.component
def ItemCard(model: Model, item: ItemDoc) -> ft.Control:
    is_open, set_open = ft.use_state(False)
    fault, set_fault = ft.use_state("")
    outcome = item.get("outcome")

    def change(_is_done: bool) -> None:
        set_fault((model.untick(item) if outcome else model.tick(item)) or "")

    # A question is answered, not ticked; and what is done because it was logged stays done.
    name = model.say("ui.item.done_named", title=item["title"])
    box: list[ft.Control] = [tick("tick", outcome == "done", change, name=name)]
    if outcome and model.is_logged(item):
        box = [ft.Container(ft.Icon(ft.Icons.CHECK), width=theme.TARGET, height=theme.TARGET)]
    elif item["kind"] == "check_in" and not outcome:
        box = []
    said = [ft.Text(model.say(f"ui.outcome.{outcome}"), theme_style=theme.LABEL)] if outcome else []
    if model.waits_for_session(item) and not outcome:
        said.append(small(model.say("ui.check_in.later")))
    words = ft.Column(
        [
            ft.Text(item["title"], theme_style=theme.H3),
            small(when(model, item)),
            small(item["reasons"][0]["text"]),
            *said,
        ],
        spacing=2,
        expand=True,
    )
    opener = ft.Container(
        ft.Row(
            [
                ft.Icon(icons.of_kind(item["kind"]), color=ft.Colors.PRIMARY),
                words,
                ft.Icon(ft.Icons.EXPAND_LESS if is_open else ft.Icons.EXPAND_MORE),
            ],
            spacing=theme.GAP_M,
            vertical_alignment=ft.CrossAxisAlignment.START,
        ),
        key="open",
        ink=True,
        border_radius=theme.GAP_S,
        padding=ft.Padding.symmetric(vertical=theme.GAP_S),
        on_click=lambda: set_open(not is_open),
    )
    row = ft.Row(
        [
            *box,
            ft.Container(ft.Semantics(content=opener, expanded=is_open), expand=True),
        ],
        spacing=theme.GAP_XS,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
    lines: list[ft.Control] = [row, fault_line(fault)]
    if item["kind"] == "check_in" and not outcome:
        lines.append(CheckIn(model, item))
    if is_open:
        lines.append(Details(model, item))
    return ft.Container(
        ft.Column(lines, spacing=theme.GAP_S),
        bgcolor=theme.CALM[0],
        border_radius=theme.RADIUS,
        padding=ft.Padding.only(
            left=theme.GAP_XS if box else theme.GAP_L, right=theme.GAP_L, top=theme.GAP_S, bottom=theme.GAP_S
        ),
    )
