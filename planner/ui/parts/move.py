"""Moving an item: the days that keep the rules, each a button, and the rule that keeps it off each of the others."""

from collections.abc import Callable
from datetime import date, timedelta

import flet as ft

from planner.ui import dates, theme
from planner.ui.model import Model, week_start_of
from planner.ui.parts.text import body, fault_line, heading, link, small, with_icon
from planner.words.documents import ItemDoc

WEEK = 7

Days = list[tuple[date, str]]
"""Days, each with the rule that stands in the way; no words where none does."""


@ft.component
def MoveTo(model: Model, item: ItemDoc, day: date, ink: ft.ColorValue | None = None) -> ft.Control:
    """`day` is the one that the item is on. Nothing for what belongs to every day, or to a run."""
    days, set_days = ft.use_state(list[tuple[date, str]]())
    fault, set_fault = ft.use_state("")
    if item.get("outcome") or not model.desk.can_move(item["id"]):
        return ft.Container(visible=False)

    def move(to: date) -> None:
        set_fault(move_to(model, item, to))

    asked = model.say("ui.move.ask")
    opener = link(asked, lambda: set_days([] if days else days_for(model, item, day)), "move", ink)
    lines: list[ft.Control] = [ft.Row([opener], wrap=True)]
    if days:
        lines.append(ft.Semantics(content=offers(model, days, move, ink), label=asked, container=True))
    return ft.Column([*lines, fault_line(fault)], spacing=theme.GAP_XS)


def offers(model: Model, days: Days, move: Callable[[date], None], ink: ft.ColorValue | None = None) -> ft.Column:
    """The days to choose from, and why the others are none."""
    free = [day for day, why in days if not why]
    buttons: list[ft.Control] = [
        ft.FilledButton(dates.day_and_date(day, model.language), key=f"to-{day}", on_click=lambda _e, to=day: move(to))
        for day in free
    ]
    offered: ft.Control = ft.Row(buttons, wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S)
    refused: list[ft.Control] = [_refused(model, day, why, ink) for day, why in days if why]
    lines: list[ft.Control] = [offered if free else body(model.say("ui.move.nowhere"), ink)]
    if refused:
        lines += [heading(model.say("ui.move.not_to"), 3, ink), *refused]
    return ft.Column(lines, spacing=theme.GAP_S)


def _refused(model: Model, day: date, why: str, ink: ft.ColorValue | None) -> ft.Control:
    """A node of its own, so that a screen reader reads one day at a time."""
    said = small(model.say("ui.move.refused", day=dates.day_and_date(day, model.language), why=why), ink)
    return ft.Semantics(content=with_icon(ft.Icons.LOCK_OUTLINE, said, ink), container=True)


def days_for(model: Model, item: ItemDoc, day: date) -> Days:
    """The other days that are left of the item's week, each with what the core says to it."""
    first = week_start_of(day)
    others = [each for n in range(WEEK) if (each := first + timedelta(days=n)) >= model.today and each != day]
    refusals = [(each, model.desk.refusal(item["id"], each)) for each in others]
    return [(each, why["text"] if why else "") for each, why in refusals]


def move_to(model: Model, item: ItemDoc, to: date) -> str:
    """Moves the item; the one sentence that says why not, or nothing."""
    fault = model.write(
        lambda: model.desk.tick(item["id"], "moved", to=to),
        lambda: model.say("ui.move.moved", title=item["title"], day=dates.day_and_date(to, model.language)),
    )
    return fault or ""
