"""What can be said of a season as a whole."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from .season import Day, Season

_STAGES = ("W", "B1", "B2", "1", "2", "3", "4", "5", "6", "7", "8", "9")


def mondays(season: Season) -> list[date]:
    """The Mondays of the whole weeks of a season."""
    return [day.date for day in season.days[:-6] if day.date.weekday() == 0]


def _week(season: Season, monday: date) -> list[Day]:
    return season.between(str(monday), str(monday + timedelta(days=6)))


def longest(season: Season, first: str, last: str) -> float:
    """Most running minutes in one run between two dates."""
    return max((day.run_min for day in season.between(first, last)), default=0)


def builds(season: Season, monday: str, steps: list[float]) -> bool:
    """From a week on, the longest runs of the weeks are these, with at most two lighter weeks between."""
    first = date.fromisoformat(monday)
    weeks = [max(day.run_min for day in _week(season, first + timedelta(weeks=n))) for n in range(len(steps) + 2)]
    found = [most for n, most in enumerate(weeks) if most > max(weeks[:n], default=30)]
    return found[: len(steps)] == steps


def first_week_km(season: Season, pace: float) -> float:
    """Kilometres of running in the seven days from the first run on; `pace` in min/km."""
    first = next(day.date for day in season.days if day.run_min)
    return sum(day.run_min for day in _week(season, first)) / pace


def never_above(minutes: float, until: str) -> Callable[[Season], bool]:
    """No run has more running minutes, up to and with a date."""
    return lambda season: longest(season, str(season.days[0].date), until) <= minutes


def within_the_cap_from(first: str) -> Callable[[Season], bool]:
    """From a date on, each run is within 1.10 times the longest of 30 days, or 3 min more below half an hour."""

    def holds(season: Season) -> bool:
        before = [
            (date.fromisoformat(e["at"][:10]), e["duration_min"]) for e in season.script.before if e["kind"] == "run"
        ]
        runs = [*before, *((day.date, day.run_min) for day in season.days if day.run_min)]
        return all(_within(minutes, [m for d, m in runs if timedelta(0) < when - d <= timedelta(days=30)])
                   for when, minutes in runs if str(when) >= first)  # fmt: skip

    return holds


def _within(minutes: float, before: list[float]) -> bool:
    most = max(before, default=0)
    return minutes <= max(1.1 * most, most + 3 if most < 30 else 0) + 1e-6


def lighter(season: Season, monday: date) -> bool:
    """A week with at most four fifths of the minutes of the one before."""
    before = sum(day.run_min for day in _week(season, monday - timedelta(weeks=1)))
    return sum(day.run_min for day in _week(season, monday)) <= 0.8 * before


def enough_runs(season: Season, monday: date, least: int, most: int) -> bool:
    """So many runs in a week; one fewer in a lighter one."""
    runs = sum(day.run_min > 0 for day in _week(season, monday))
    return least - lighter(season, monday) <= runs <= most


def none_back_to_back(season: Season) -> bool:
    return not any(a.run_min and b.run_min for a, b in pairwise(season.days))


def one_long_run(season: Season, monday: date) -> bool:
    runs = sorted((day.run_min for day in _week(season, monday) if day.run_min), reverse=True)
    return lighter(season, monday) or runs[0] > runs[1]


def in_week(season: Season, kind: str, monday: date) -> bool:
    return any(day.of(kind) for day in _week(season, monday))


def active_days(season: Season, monday: date) -> int:
    return sum(bool(day.of("run", "walk", "strength")) for day in _week(season, monday))


def stages_never_rise(season: Season, first: str, last: str) -> bool:
    found = [_STAGES.index(day.stage) for day in season.between(first, last) if day.stage]
    return all(after <= before for before, after in pairwise(found))


def impact(value: Any) -> bool:
    """Tell whether `impact` is true anywhere inside."""
    if isinstance(value, dict):
        return value.get("impact") is True or any(impact(each) for each in value.values())
    return isinstance(value, list) and any(impact(each) for each in value)
