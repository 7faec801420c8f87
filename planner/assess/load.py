"""Running load and the single-run cap (decisions H)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import floor
from statistics import mean, median, stdev

from planner.assess.past import since
from planner.assess.sessions import running_minutes
from planner.journal import Run, Runner
from planner.protocols import Protocols


@dataclass(frozen=True, slots=True)
class Load:
    """What was run lately. Kilometres and minutes; a cap is None where there is no run to measure it by.

    `srpe_7d` is minutes x RPE of seven days, None where a run of them has no RPE; monotony is the mean day over the
    sample standard deviation (n - 1) of the seven days, strain is load x monotony: numbers to look at, not to predict from.
    """

    last_7d_km: float
    last_28d_km: float
    longest_30d_km: float
    longest_30d_min: float
    cap_km: float | None
    cap_min: int | None
    runs_28d: int
    runs_30d: int
    median_min: float
    days_since_run: int | None
    pace: float | None
    first_week: bool
    longest_entry: str | None
    srpe_7d: float | None = None
    monotony_7d: float | None = None
    strain_7d: float | None = None


def pace_of(runs: Sequence[Run], today: date, book: Protocols) -> float | None:
    """The median pace in min/km of the last 28 days, else of all runs; None where no run tells."""
    lately = since(runs, datetime.combine(today - timedelta(days=book.caps.habit_window_days - 1), time.min))
    paces = _paces(lately, book) or _paces(runs, book)
    return median(paces) if paces else None


def _paces(runs: Sequence[Run], book: Protocols) -> list[float]:
    return [
        run.duration_min / run.distance_km
        for run in runs
        if run.distance_km and run.duration_min
        if run.distance_km >= book.caps.pace_least_km and run.duration_min >= book.caps.pace_least_min
    ]


def load(runs: Sequence[Run], runner: Runner, today: date, book: Protocols) -> Load:
    """Load from all runs, oldest first."""
    caps = book.caps
    pace = pace_of(runs, today, book)
    assumed = pace or caps.assumed_pace_min_per_km

    def within(days: int) -> Sequence[Run]:
        return since(runs, datetime.combine(today - timedelta(days=days - 1), time.min))

    def km(run: Run) -> float:
        return run.distance_km if run.distance_km is not None else running_minutes(run, assumed) / assumed

    def minutes(run: Run) -> float:
        return running_minutes(run, assumed)

    month, habit, week = within(caps.cap_window_days), within(caps.habit_window_days), within(7)
    effort = session_load([(run.at.date(), run.duration_min or minutes(run), run.rpe) for run in week], today, book)
    longest_km = max((km(run) for run in month), default=0.0)
    longest_min = max((minutes(run) for run in month), default=0.0)
    return Load(
        last_7d_km=sum(km(run) for run in week),
        last_28d_km=sum(km(run) for run in habit),
        longest_30d_km=longest_km,
        longest_30d_min=longest_min,
        cap_km=cap_km(longest_km, book) if month else None,
        cap_min=cap_min(longest_min, book) if month else None,
        runs_28d=_days_run(runs, today, caps.habit_window_days),
        runs_30d=len(month),
        median_min=median([minutes(run) for run in habit]) if habit else 0.0,
        days_since_run=(today - runs[-1].at.date()).days if runs else None,
        pace=pace,
        first_week=_first_week(runs, runner, today, book),
        longest_entry=max(month, key=lambda run: (minutes(run), run.id)).id if month else None,
        srpe_7d=effort[0],
        monotony_7d=effort[1],
        strain_7d=effort[2],
    )


def _days_run(runs: Sequence[Run], today: date, window: int) -> int:
    """Days with a run in a window up to today; up to yesterday where today may still hold one."""
    last = today if runs and runs[-1].at.date() == today else today - timedelta(days=1)
    lately = since(runs, datetime.combine(last - timedelta(days=window - 1), time.min))
    return len({run.at.date() for run in lately})


def session_load(
    sessions: Sequence[tuple[date, float, int | None]], today: date, book: Protocols
) -> tuple[float | None, float | None, float | None]:
    """Load, monotony and strain of the seven days up to today, from (day, minutes, RPE) of their sessions.

    A session without an RPE leaves all three unknown: a sum with a hole in it says nothing. Monotony needs three days
    with a load, and days that differ.
    """
    days = {today - timedelta(days=back): 0.0 for back in range(7)}
    for day, minutes, rpe in sessions:
        if rpe is None:
            return None, None, None
        days[day] += minutes * rpe
    loads = list(days.values())
    spread = stdev(loads)
    if sum(one > 0 for one in loads) < book.caps.session_load.least_days or spread == 0:
        return sum(loads), None, None
    monotony = mean(loads) / spread
    return sum(loads), monotony, sum(loads) * monotony


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
    return not runs or (today - runs[0].at.date()).days <= 7
