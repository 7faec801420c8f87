"""Moving by drag: a handle on what may move, and what a day says to what is dropped on it."""

from collections.abc import Callable
from datetime import date

import flet as ft

from planner.ui import dates, icons, theme
from planner.ui.model import Model
from planner.ui.parts.icon_button import icon_button
from planner.ui.parts.move import days_for, move_to, offers
from planner.ui.parts.text import body, fault_line, heading, link, with_icon
from planner.ui.plan.weight import ACTIVE
from planner.words.documents import DayDoc, ItemDoc

GROUP = "days"
# In widths of what is dragged
LEFT_OF_FINGER = -0.9


def movable(model: Model, day: DayDoc) -> ItemDoc | None:
    """What the handle of a day takes along: the first of its main things that may have another day."""
    if date.fromisoformat(day["date"]) < model.today:
        return None
    open_ones = [item for item in day["items"] if item["kind"] in ACTIVE and not item.get("outcome")]
    return next((item for item in open_ones if model.desk.can_move(item["id"])), None)


@ft.component
def MoveHandle(model: Model, item: ItemDoc, take: Callable[[ItemDoc], None], ask: Callable[[str], None]) -> ft.Control:
    """Dragged, it takes the item along; pressed, it asks where to."""
    name = model.say("ui.plan.move_named", title=item["title"])
    handle = icon_button(ft.Icons.DRAG_INDICATOR, name, lambda: ask(item["id"]), "handle")
    return ft.Draggable(
        handle, group=GROUP, content_feedback=dragged(item), max_simultaneous_drags=1, on_drag_start=lambda: take(item)
    )


def dragged(item: ItemDoc) -> ft.Control:
    """What follows the finger, to the left of it: the handle is at the right edge, and beyond it is no room."""
    back, ink = theme.STRONG
    words = [ft.Icon(icons.of_kind(item["kind"]), color=ink), ft.Text(item["title"], theme_style=theme.H3, color=ink)]
    face = ft.Container(ft.Row(words, tight=True, spacing=theme.GAP_S), padding=theme.GAP_M)
    # A card lends its text a style; floating above the page, nothing else does.
    return ft.Card(face, bgcolor=back, margin=0, offset=ft.Offset(LEFT_OF_FINGER, 0))


def drop(model: Model, item: ItemDoc, to: date) -> str:
    """Moves the item; the sentence of the rule that stands in the way, or nothing."""
    why = model.desk.refusal(item["id"], to)
    if why:
        return model.say("ui.move.refused", day=dates.day_and_date(to, model.language), why=why["text"])
    return move_to(model, item, to)


def refused_line(why: str) -> ft.Control:
    """The rule that a drop met, below its day: nothing is wrong, so nothing shouts."""
    back, ink = theme.CAREFUL
    words = with_icon(ft.Icons.LOCK_OUTLINE, body(why, ink), ink)
    return ft.Semantics(content=theme.card(words, (back, ink)), live_region=True, container=True)


@ft.component
def Moves(model: Model, item: ItemDoc, day: date, close: Callable[[], None]) -> ft.Control:
    """The days that an item may go to, below its own."""
    fault, set_fault = ft.use_state("")
    days = ft.use_memo(lambda: days_for(model, item, day), [item["id"], model.plan])

    def move(to: date) -> None:
        said = move_to(model, item, to)
        if said:
            set_fault(said)
        else:
            close()

    title = model.say("ui.plan.move_named", title=item["title"])
    lines: list[ft.Control] = [heading(title, 3), offers(model, days, move), fault_line(fault)]
    lines.append(ft.Row([link(model.say("ui.plan.move_close"), close, "close_moves")], wrap=True))
    return theme.card(ft.Column(lines, spacing=theme.GAP_S), key="moves")
