"""How far back the figures reach, and in what steps they are shown."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby

from planner.assess.series.stretch import Stretch, merged

REACHES = ("two_weeks", "three_months", "year", "all")
_DAY = timedelta(days=1)
_DAYS_AT_MOST, _WEEKS_UP_TO = 31, 366


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _first_of_month(day: date) -> date:
    return day.replace(day=1)


def _itself(day: date) -> date:
    return day


_BEGINS: Mapping[str, Callable[[date], date]] = {"day": _itself, "week": _monday, "month": _first_of_month}


def reach(name: str, started: date, today: date) -> tuple[date, str]:
    """The first day, which begins a step, and the step: day, week or month. `started`: the first day that tells anything."""
    if name == "two_weeks":
        return today - timedelta(days=13), "day"
    if name == "three_months":
        return _monday(today) - timedelta(weeks=12), "week"
    if name == "year":
        return _monday(today) - timedelta(weeks=51), "week"
    length = (today - started).days + 1
    step = "day" if length <= _DAYS_AT_MOST else "week" if length <= _WEEKS_UP_TO else "month"
    return _BEGINS[step](started), step


def every_day(first: date, last: date) -> list[date]:
    """The days from the first to the last."""
    return [first + n * _DAY for n in range((last - first).days + 1)]


def in_steps(days: Sequence[Stretch], step: str) -> tuple[Stretch, ...]:
    """The days put together by the step; the last one may not be over yet."""
    begins = _BEGINS[step]
    return tuple(merged(tuple(group)) for _, group in groupby(days, lambda day: begins(day.first)))
