"""What comes first in a day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time

from planner.schedule.items import Item


def early(items: Sequence[Item]) -> list[Item]:
    """A clinician to see comes before everything else of its day."""
    by_day: dict[date, time] = {}
    for item in items:
        if item.kind != "see_clinician":
            by_day[item.day] = min(item.at, by_day.get(item.day, time(23, 59)))
    moved: list[Item] = []
    for item in items:
        if item.kind == "see_clinician" and by_day.get(item.day, item.at) < item.at:
            moved.append(replace(item, at=by_day[item.day]))
        else:
            moved.append(item)
    return moved
