"""How to do what a health state doesn't rule out but changes (clinical 5.6): a note on the item."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from planner.assess import Reason
from planner.schedule.items import Item
from planner.schedule.week import Week


def with_notes(week: Week, items: Iterable[Item]) -> list[Item]:
    """The items, each with the notes that apply to it as further reasons."""
    told = ((item, tuple(notes(week, item.kind, item.day))) for item in items)
    return [replace(item, reasons=(*item.reasons, *said)) if said else item for item, said in told]


def notes(week: Week, kind: str, day: date) -> Iterator[Reason]:
    """How to do an item of a kind on a day with what the runner told of their health.

    What a clinician has allowed needs no note.
    """
    health = week.book.health
    if any(kind in limit.value for limit in week.limit(day, "allow") if isinstance(limit.value, tuple)):
        return
    for state, kinds in health.notes.items():
        if kind in kinds and week.runner.has(state, day):
            yield Reason(f"note.{kinds[kind]}", health.source, health.strength, {"health": state})
