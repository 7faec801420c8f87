"""Running load and the single-run cap (decisions H)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import floor
from statistics import median

from planner.assess.sessions import running_minutes
from planner.journal import Run, Runner
from planner.protocols import Protocols


@dataclass(frozen=True, slots=True)
class Load:
    """What was run lately. Kilometres and minutes; a cap is None where there is no run to measure it by."""

    last_7d_km: float
    last_28d_km: float
    longest_30d_km: float
    longest_30d_min: float
    longest_known_min: float
    cap_km: float | None
    cap_min: int | None
    runs_28d: int
    runs_30d: int
    median_min: float
    days_since_run: int | None
    pace: float | None
    first_week: bool
    longest_entry: str | None


def pace_of(runs: Sequence[Run], today: date, book: Protocols) -> float | None:
    """The median pace in min/km of the last 28 days, else of all runs; None where no run tells."""
    first = today - timedelta(days=book.caps.habit_window_days)
    known = [
        (run.at.date(), run.duration_min / run.distance_km)
        for run in runs
        if run.distance_km and run.duration_min and run.distance_km >= 0.5 and run.duration_min >= 1
    ]
    lately = [pace for day, pace in known if day > first]
    paces = lately or [pace for _, pace in known]
    return median(paces) if paces else None


def load(runs: Sequence[Run], runner: Runner, today: date, book: Protocols) -> Load:
    """Load from all runs, oldest first."""
    caps = book.caps
    pace = pace_of(runs, today, book)
    assumed = pace or caps.assumed_pace_min_per_km

    def within(days: int) -> list[Run]:
        first = today - timedelta(days=days)
        return [run for run in runs if run.at.date() > first]

    def km(run: Run) -> float:
        return run.distance_km if run.distance_km is not None else running_minutes(run, assumed) / assumed

    def minutes(run: Run) -> float:
        return running_minutes(run, assumed)

    month, habit, week = within(caps.cap_window_days), within(caps.habit_window_days), within(7)
    longest_km = max((km(run) for run in month), default=0.0)
    longest_min = max((minutes(run) for run in month), default=0.0)
    return Load(
        last_7d_km=sum(km(run) for run in week),
        last_28d_km=sum(km(run) for run in habit),
        longest_30d_km=longest_km,
        longest_30d_min=longest_min,
        longest_known_min=max((minutes(run) for run in runs), default=0.0),
        cap_km=cap_km(longest_km, book) if month else None,
        cap_min=cap_min(longest_min, book) if month else None,
        runs_28d=len({run.at.date() for run in habit}),
        runs_30d=len(month),
        median_min=median([minutes(run) for run in habit]) if habit else 0.0,
        days_since_run=(today - runs[-1].at.date()).days if runs else None,
        pace=pace,
        first_week=_first_week(runs, runner, today, book),
        longest_entry=max(month, key=lambda run: (minutes(run), run.id)).id if month else None,
    )


def cap_km(longest_km: float, book: Protocols) -> float:
    """The longest next run in km: 110 % of the longest of 30 days, a step where that is short; rounded down to 0.1."""
    caps = book.caps
    raw = longest_km + caps.short_step_km if longest_km < caps.short_km else longest_km * caps.cap_factor
    return floor(round(raw * 10, 6)) / 10


def cap_min(longest_min: float, book: Protocols) -> int:
    """The longest next run in minutes, likewise; rounded down."""
    caps = book.caps
    raw = longest_min + caps.short_step_min if longest_min < caps.short_min else longest_min * caps.cap_factor
    return floor(round(raw, 6))


def _first_week(runs: Sequence[Run], runner: Runner, today: date, book: Protocols) -> bool:
    """Tell whether a new or heavier runner is in the first week: no run older than seven days."""
    heavy = runner.bmi is not None and runner.bmi >= book.caps.first_week_bmi
    if runner.experience != "new" and not heavy:
        return False
    return not any((today - run.at.date()).days > 7 for run in runs)
