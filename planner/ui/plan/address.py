"""What an address below Plan asks for: a week (2026-W48), a day of one (2026-11-24), or this week."""

from dataclasses import dataclass
from datetime import date, timedelta

from planner.ui.model import Model, week_start_of

WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Asked:
    """The Monday of the week to show, and the day of it that is opened."""

    start: date
    day: date | None = None


def asked_for(model: Model, address: str | None) -> Asked:
    """What an address asks for, within the weeks that there are; what is no day and no week means this week."""
    try:
        day = date.fromisoformat(f"{address}-1" if "W" in (address or "") else address or "")
    except ValueError:
        return Asked(week_start_of(model.today))
    first, last = model.desk.weeks()
    start = min(max(week_start_of(day), first), last)
    is_shown = "W" not in (address or "") and start == week_start_of(day)
    return Asked(start, day if is_shown else None)


def of_day(day: date) -> str:
    return f"/plan/{day.isoformat()}"


def of_week(start: date, today: date) -> str:
    """This week has the address of the place itself."""
    return "/plan" if start == week_start_of(today) else f"/plan/{start:%G-W%V}"
