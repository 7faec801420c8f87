"""Nights on which the clocks change: the hours between two clock times are one more, or one less, than they look."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta

from planner.journal.fields import Wrong, clock, day
from planner.journal.reading import hours_between

NOON = time(12)
DAY = timedelta(days=1)

Universal = Callable[[datetime], datetime]
"""From the wall clock's time to one that knows no change of the clocks."""


def with_hours(entry: Mapping[str, object], universal: Universal) -> dict[str, object]:
    """The entry; where a night over a change of the clocks is told by its times alone, with its hours as they were.

    What can't be read stays as it is, for the journal to name.
    """
    told = dict(entry)
    if told.get("kind") != "sleep" or told.get("asleep_h") is not None:
        return told
    try:
        night, bed, wake = day(told.get("night_of")), clock(told.get("bed")), clock(told.get("wake"))
    except Wrong:
        return told
    hours = _hours(night, bed, wake, universal)
    return told if hours == hours_between(bed, wake) else {**told, "asleep_h": round(hours, 2)}


def _hours(night: date, bed: time, wake: time, universal: Universal) -> float:
    """Who goes to bed before noon does so after midnight, or sleeps by day."""
    to_bed = datetime.combine(night if bed >= NOON else night + DAY, bed)
    up = datetime.combine(to_bed.date() if wake > bed else to_bed.date() + DAY, wake)
    return (universal(up) - universal(to_bed)).total_seconds() / 3600
