"""What a simulation found, by condition and arm, as plain numbers."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import fmean
from typing import Any

from planner.simulate.life import ARMS, PLANNER, Life, names

SCHEMA = 1
ALL = "all"
MILESTONE_WEEKS = 16


@dataclass(frozen=True, slots=True)
class Result:
    """One condition in one arm. Shares are 0 to 1; None: fewer than half got there, or nothing to say.

    `at_30_last_week`: ran 30 minutes without walking, at a pain of 2 or less, in the last week; `reached_30`: ever;
    `reached_30_by_week_16`: None in shorter runs. `changes_per_replan`: changed items a plan, in the planner's arm.
    """

    runners: int
    at_30_last_week: float
    reached_30: float
    reached_30_by_week_16: float | None
    median_days_to_30: int | None
    flare_ups_per_runner: float
    sore_days_per_week: float
    run_min_per_week: float
    changes_per_replan: float | None


def result_of(lives: Sequence[Life], weeks: int) -> Result:
    """Sum up lives of one arm."""
    reached = [life.first_30 for life in lives]
    replans = sum(life.replans for life in lives)
    return Result(
        runners=len(lives),
        at_30_last_week=_share([life.at_30_at_last for life in lives]),
        reached_30=_share([day is not None for day in reached]),
        reached_30_by_week_16=_by(reached, 7 * MILESTONE_WEEKS) if weeks >= MILESTONE_WEEKS else None,
        median_days_to_30=_median_day(reached),
        flare_ups_per_runner=round(fmean(life.flare_ups for life in lives), 2),
        sore_days_per_week=round(fmean(life.sore_days for life in lives) / weeks, 2),
        run_min_per_week=round(fmean(life.run_min for life in lives) / weeks, 1),
        changes_per_replan=round(sum(life.changes for life in lives) / replans, 2) if replans else None,
    )


def _share(told: Sequence[bool]) -> float:
    return round(sum(told) / len(told), 3)


def _by(days: Sequence[int | None], last: int) -> float:
    return _share([day is not None and day <= last for day in days])


def _median_day(days: Sequence[int | None]) -> int | None:
    """The day by which half of all had got there (the lower middle); those who never did count as later than anyone."""
    known = sorted(day for day in days if day is not None)
    middle = (len(days) - 1) // 2
    return known[middle] if middle < len(known) else None


def results(lives: Sequence[Life], weeks: int) -> dict[str, dict[str, Result]]:
    """Results by condition, then over all, each by arm; conditions without a runner are left out."""
    found: dict[str, dict[str, Result]] = {}
    for name in (*names(), ALL):
        ours = [life for life in lives if name in {life.condition, ALL}]
        if ours:
            found[name] = {arm: result_of([life for life in ours if life.arm == arm], weeks) for arm in ARMS}
    return found


def document(lives: Sequence[Life], *, runners: int, weeks: int, seed: int, note: str) -> dict[str, Any]:
    """The whole report as JSON; `note` says what it is and what it isn't."""
    told = {name: {arm: asdict(result) for arm, result in arms.items()} for name, arms in results(lives, weeks).items()}
    breaks = [{"seed": seed, **asdict(each)} for life in lives for each in life.breaks]
    return {
        "schema": SCHEMA,
        "note": note,
        "runners": runners,
        "weeks": weeks,
        "seed": seed,
        "arms": list(ARMS),
        "plans": sum(life.plans for life in lives if life.arm == PLANNER),
        "results": told,
        "breaks": breaks,
    }
