"""One run logged twice - by a watch and by hand, or by two services - counts once."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from operator import attrgetter
from typing import Any

from planner.journal.entries import Run

_START_WITHIN = timedelta(minutes=10)
_DURATION_WITHIN = 0.15
_NUMBERS = ("distance_km", "duration_min", "run_min")
_TOLD = ("item", "stage", "rpe", "surface", "shoe", "site", "warm_up", "cool_down")
_WORST_COURSE = {None: 0, "eases": 1, "steady": 2, "rises": 3}


def one_run_each(runs: Sequence[Run]) -> tuple[tuple[Run, ...], dict[str, str]]:
    """The runs without doubles, oldest first, and which ids were merged into which.

    Two runs that start within 10 minutes with durations within 15 % are one: numbers from the device, answers from
    the hand-made entry.
    """
    groups: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (run.at, run.source is not None, run.id)):
        # Groups begin in the order of time: where the last began too long ago, so did the others
        near = groups[-3:] if groups and run.at - groups[-1][0].at <= _START_WITHIN else []
        home = next((group for group in reversed(near) if may_be_one(group[0], run)), None)
        if home is None:
            groups.append([run])
        else:
            home.append(run)
    merged = [_merge(group) if len(group) > 1 else group[0] for group in groups]
    alias = {run.id: one.id for one, group in zip(merged, groups, strict=True) for run in group if run.id != one.id}
    return tuple(sorted(merged, key=attrgetter("at", "id"))), alias


def may_be_one(one: Run, other: Run) -> bool:
    """Tell whether two records are of the same run."""
    if abs(other.at - one.at) > _START_WITHIN:
        return False
    if one.duration_min is None or other.duration_min is None:
        return (one.source is None) != (other.source is None)
    longer = max(one.duration_min, other.duration_min)
    return abs(one.duration_min - other.duration_min) <= _DURATION_WITHIN * longer


def _merge(group: Sequence[Run]) -> Run:
    by_hand = [run for run in group if run.source is None]
    devices = [run for run in group if run.source is not None]
    numbers = max(devices or by_hand, key=lambda run: (run.distance_km is not None, run.duration_min or 0, run.id))
    return replace(
        (by_hand or devices)[0],
        at=numbers.at,
        source=numbers.source,
        **{key: _first(key, [numbers, *devices, *by_hand]) for key in _NUMBERS},
        **{key: _first(key, [*by_hand, *devices]) for key in _TOLD},
        side=next((run.side for run in (*by_hand, *devices) if run.site is not None), numbers.side),
        pain_during=_worst([run.pain_during for run in group]),
        pain_1h=_worst([run.pain_1h for run in group]),
        course=max((run.course for run in group), key=lambda course: _WORST_COURSE[course]),
        limp=True if any(run.limp for run in group) else _first("limp", [*by_hand, *devices]),
        painkiller_24h=any(run.painkiller_24h for run in group),
    )


def _first(key: str, runs: Sequence[Run]) -> Any:  # noqa: ANN401 - the type of that field
    return next((value for run in runs if (value := getattr(run, key)) is not None), None)


def _worst(scores: Sequence[int | None]) -> int | None:
    return max((score for score in scores if score is not None), default=None)
