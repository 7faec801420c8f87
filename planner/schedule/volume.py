"""Running minutes of whole weeks: the step back after building ones, and the jump that is only told (clinical 3.2)."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from math import floor

from planner.assess import Reason
from planner.schedule.slots import Slot
from planner.schedule.week import Cap, Week


def minutes_by_day(week: Week) -> dict[date, float]:
    """Running minutes before the week and in it: as logged; from today to the week as issued, where nothing is logged."""
    minutes: dict[date, float] = {}
    for session in week.assessment.runs:
        day = session.day
        minutes[day] = minutes.get(day, 0.0) + session.run_min
    for ahead in range((week.start - week.today).days):
        day = week.today + timedelta(days=ahead)
        if day not in minutes:
            minutes[day] = sum(item.run_min or 0.0 for item in week.history.on(day) if item.kind == "run")
    return minutes


def weeks_before(week: Week, count: int) -> list[float]:
    """Running minutes of the weeks before this one, the latest first; none where no plan tells of the days until then."""
    ahead = {week.today + timedelta(days=n) for n in range((week.start - week.today).days)}
    if not all(any(day in plan.days for plan in week.history.plans) for day in ahead):
        return []
    minutes = minutes_by_day(week)
    starts = [week.start - timedelta(weeks=back) for back in range(1, count + 1)]
    return [sum(minutes.get(start + timedelta(days=n), 0.0) for n in range(7)) for start in starts]


def done_in(week: Week) -> float:
    """Running minutes that were logged in this week."""
    return sum(session.run_min for session in week.assessment.runs if session.day in week.days)


def step_back(week: Week) -> Cap | None:
    """What a lighter week leaves after building ones; None where there was no building.

    Building is three weeks in a row, each with at least the minutes of the week before it (so the first of them is no
    lighter week itself), the last clearly above the first. A steady runner, whose weeks go up and down, isn't cut; the
    weeks on the ladder, which rise by design, don't count.
    """
    rule = week.book.caps.step_back
    before = weeks_before(week, rule.building_weeks + 1)
    first_monday = week.start - timedelta(weeks=rule.building_weeks + 1)
    if any(s.day >= first_monday and s.stated and s.stage != "9" for s in week.assessment.runs):
        return None
    if not before or any(later < earlier for later, earlier in pairwise(before)):
        return None
    last, first = before[0], before[-2]
    if first == 0 or last < first * rule.rise:
        return None
    left = floor(last * rule.share - done_in(week))
    params: dict[str, object] = {
        "weeks": rule.building_weeks, "first": round(first), "last": round(last), "percent": round(rule.share * 100),
        "minutes": floor(last * rule.share),
    }  # fmt: skip
    entries = tuple(
        s.id for s in week.assessment.runs if s.told and week.start - timedelta(days=7) <= s.day < week.start
    )
    why = Reason("load.step_back", rule.source, rule.strength, params, entries[-4:], "lifts.step_back")
    return Cap("load.step_back", max(0, left), why)


def week_jump(week: Week, slots: Sequence[Slot]) -> Reason | None:
    """A word on a week that runs much more than the two before it; it blocks nothing."""
    rule = week.book.caps.week_jump
    mean = sum(weeks_before(week, rule.weeks)) / rule.weeks
    total = done_in(week) + sum(slot.run_min for slot in slots)
    if mean == 0 or total <= mean * rule.factor:
        return None
    params: dict[str, object] = {
        "minutes": round(total),
        "mean": round(mean),
        "percent": round((total / mean - 1) * 100),
    }
    return Reason("load.week_jump", rule.source, rule.strength, params, (), "lifts.week_jump")
