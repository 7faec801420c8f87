"""Whom to see, by when, while a red flag stands."""

from collections.abc import Iterator
from datetime import date

from planner.schedule.items import Item, clock
from planner.schedule.week import Week


def clinician(week: Week, day: date) -> Iterator[Item]:
    """Every day while a flag holds all or impact; else once, on the first day."""
    a = week.assessment
    practice = week.book.practices["see_clinician"]
    holding = [f for f in a.flags if f.holds in {"all", "impact"}]
    flags = holding or (list(a.flags) if day == week.open_days[0] else [])
    if not flags:
        return
    first = flags[0]
    reasons = tuple(flag_reason for flag in flags for flag_reason in flag.reasons)
    dose = {
        "flags": [flag.id for flag in flags],
        "see": list(dict.fromkeys(who for flag in flags for who in flag.see)),
        "by": first.by.isoformat(),
        "urgency": first.urgency,
    }
    yield Item(day, "see_clinician", clock(practice.at), 0, dose, reasons)
