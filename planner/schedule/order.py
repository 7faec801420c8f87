"""What comes first in a day, and what waits until the session is over."""

from collections.abc import Sequence
from datetime import date, time

from planner.schedule.items import Item, minutes_later


def early(items: Sequence[Item]) -> list[Item]:
    """A clinician to see comes before everything else of its day."""
    by_day: dict[date, time] = {}
    for item in items:
        if item.kind != "see_clinician":
            by_day[item.day] = min(item.at, by_day.get(item.day, time(23, 59)))
    moved: list[Item] = []
    for item in items:
        if item.kind == "see_clinician" and by_day.get(item.day, item.at) < item.at:
            moved.append(_at(item, by_day[item.day]))
        else:
            moved.append(item)
    return moved


def after_the_run(items: Sequence[Item]) -> list[Item]:
    """Showers and elevation wait until the session of the day is over."""
    ends: dict[date, time] = {}
    for item in items:
        if item.kind in {"run", "walk", "cool_down"}:
            ends[item.day] = max(minutes_later(item.at, item.minutes), ends.get(item.day, time(0)))
    moved: list[Item] = []
    for item in items:
        end = ends.get(item.day)
        if item.kind in {"contrast_shower", "leg_elevation"} and end is not None and item.at < minutes_later(end, 10):
            moved.append(_at(item, minutes_later(end, 10)))
        else:
            moved.append(item)
    return moved


def _at(item: Item, at: time) -> Item:
    return Item(item.day, item.kind, at, item.minutes, item.dose, item.reasons, item.about, item.answers)
