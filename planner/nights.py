"""Nights on which the clocks change: the hours between two clock times are one more, or one less, than they look."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta

from planner.journal.fields import Wrong, clock, day
from planner.journal.reading import hours_between

NOON = time(12)
DAY = timedelta(days=1)


def with_hours(entry: Mapping[str, object]) -> dict[str, object]:
    """The entry; where a night over a change of the clocks is told by its times alone, with its hours as they were.

    The zone is the machine's. What can't be read stays as it is, for the journal to name.
    """
    told = dict(entry)
    if told.get("kind") != "sleep" or told.get("asleep_h") is not None:
        return told
    try:
        night, bed, wake = day(told.get("night_of")), clock(told.get("bed")), clock(told.get("wake"))
    except Wrong:
        return told
    hours = _hours(night, bed, wake)
    return told if hours == hours_between(bed, wake) else {**told, "asleep_h": round(hours, 2)}


def _hours(night: date, bed: time, wake: time) -> float:
    """Who goes to bed before noon does so after midnight, or sleeps by day."""
    to_bed = datetime.combine(night if bed >= NOON else night + DAY, bed)
    up = datetime.combine(to_bed.date() if wake > bed else to_bed.date() + DAY, wake)
    return (up.astimezone(UTC) - to_bed.astimezone(UTC)).total_seconds() / 3600
