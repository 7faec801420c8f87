"""One item of the day: tick it, or open it. What is done takes one quiet line."""

from collections.abc import Callable

import flet as ft

from planner.ui import icons, theme
from planner.ui.model import Model
from planner.ui.parts.keyed import keyed
from planner.ui.parts.move import MoveTo
from planner.ui.parts.text import fault_line, small
from planner.ui.parts.tick import tick
from planner.ui.session.phases import can_be_guided
from planner.ui.session.under_way import address_of
from planner.ui.today.check_in import CheckIn
from planner.ui.today.details import Details
from planner.ui.today.when import when
from planner.words.documents import ItemDoc


@ft.component
def ItemCard(model: Model, item: ItemDoc, is_whole: bool = True) -> ft.Control:
    """`is_whole`: with the scores of what is asked."""
    is_open, set_open = ft.use_state(False)
    fault, set_fault = ft.use_state("")
    page = ft.context.page
    outcome = item.get("outcome")
    is_asked = item["kind"] == "check_in" and not outcome

    def change(_is_done: bool) -> None:
        set_fault((model.untick(item) if outcome else model.tick(item)) or "")

    box = _box(model, item, change)
    row = ft.Row(
        [*box, ft.Container(_opener(model, item, is_open, lambda: set_open(not is_open)), expand=True)],
        spacing=theme.GAP_XS,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
    lines: list[ft.Control] = [row, fault_line(fault)]
    if is_asked and is_whole:
        lines.append(keyed("answer", CheckIn, model, item))
    if is_open and not outcome and can_be_guided(item):
        start = ft.FilledButton(
            model.say("ui.item.start"),
            icon=ft.Icons.PLAY_ARROW,
            key="start",
            on_click=lambda: page.navigate(address_of(item["id"])),
        )
        lines.append(ft.Row([start], wrap=True))
    if is_open:
        lines += [keyed("details", Details, model, item), keyed("move", MoveTo, model, item, model.today)]
    return ft.Container(
        ft.Column(lines, spacing=theme.GAP_S),
        bgcolor=None if outcome else theme.CALM[0],
        border_radius=theme.RADIUS,
        padding=ft.Padding.only(
            left=theme.GAP_XS if box else theme.GAP_L,
            right=theme.GAP_L,
            top=0 if outcome else theme.GAP_S,
            bottom=0 if outcome else theme.GAP_S,
        ),
    )


def _box(model: Model, item: ItemDoc, change: Callable[[bool], object]) -> list[ft.Control]:
    """A question is answered, not ticked; and what is done because it was logged stays done."""
    outcome = item.get("outcome")
    if outcome and model.is_logged(item):
        mark = ft.Icon(ft.Icons.CHECK, semantics_label=model.say("ui.outcome.done"))
        return [ft.Container(mark, width=theme.TARGET, height=theme.TARGET, alignment=ft.Alignment.CENTER)]
    if item["kind"] == "check_in" and not outcome:
        return []
    return [tick("tick", outcome == "done", change, name=model.say("ui.item.done_named", title=item["title"]))]


def _opener(model: Model, item: ItemDoc, is_open: bool, turn: Callable[[], object]) -> ft.Control:
    outcome = item.get("outcome")
    quiet = ft.Colors.ON_SURFACE_VARIANT if outcome else None
    words: list[ft.Control] = [ft.Text(item["title"], theme_style=theme.H3, color=quiet)]
    if outcome:
        words.append(ft.Text(model.say(f"ui.outcome.{outcome}"), theme_style=theme.LABEL, color=quiet))
    else:
        words += [small(when(model, item)), small(item["reasons"][0]["text"])]
        if model.waits_for_session(item):
            words.append(small(model.say("ui.check_in.later")))
    face = ft.Container(
        ft.Row(
            [
                ft.Icon(icons.of_kind(item["kind"]), color=quiet or ft.Colors.PRIMARY),
                ft.Column(words, spacing=2, expand=True),
                ft.Icon(ft.Icons.EXPAND_LESS if is_open else ft.Icons.EXPAND_MORE, color=quiet),
            ],
            spacing=theme.GAP_M,
            vertical_alignment=ft.CrossAxisAlignment.START,
        ),
        key="open",
        ink=True,
        border_radius=theme.RADIUS_S,
        padding=ft.Padding.symmetric(vertical=theme.GAP_S),
        on_click=turn,
    )
    return ft.Semantics(content=face, button=True, expanded=is_open)
