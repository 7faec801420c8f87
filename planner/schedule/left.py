"""The minutes of a day that running has left."""

from collections.abc import Sequence
from datetime import date

from planner.schedule.items import Item
from planner.schedule.week import TIMED, Week


def minutes_left(week: Week, day: date, placed: Sequence[Item]) -> float:
    """Minutes that a day has beside what is placed there and what was done there today."""
    used = sum(item.minutes for item in placed if item.day == day and item.kind in TIMED)
    spent = week.used(day) + _ticked_alone(week, day, placed) if day == week.today else 0
    return week.minutes(day) - used - spent


def _ticked_alone(week: Week, day: date, placed: Sequence[Item]) -> float:
    """Minutes of a warm-up or cool-down that was ticked without its run, where no run takes its place."""
    if any(item.day == day and item.kind == "run" for item in placed):
        return 0
    done = {key for key, outcome in week.outcomes.items() if outcome == "done"}
    return sum(
        float(item.json.get("minutes") or 0)
        for item in week.history.on(day)
        if item.kind in TIMED and item.about and item.id in done and item.about not in done
    )
