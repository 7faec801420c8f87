"""The last sessions one by one, and four weeks of running: as logged, nothing averaged."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from planner.assess import Judged
from planner.assess.findings import Finding
from planner.assess.series.scores import Masks
from planner.assess.sessions import running_minutes
from planner.journal import Journal, Run, Walk
from planner.journal.issued import History, IssuedItem

LAST = 6
WEEKS = 4


@dataclass(frozen=True, slots=True)
class Session:
    """A run or walk. Minutes planned and done (running minutes of a run); what wasn't answered is None."""

    id: str
    day: date
    kind: str
    planned_min: float | None
    done_min: float
    km: float | None
    stage: str | None
    during: int | None
    after: int | None
    morning: int | None
    light: str | None
    masked: bool
    edited: bool


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days. `estimated`: runs whose km come from the usual pace."""

    first: date
    last: date
    runs: int
    km: float
    minutes: float
    longest_km: float
    estimated: int


_MOMENTS = {
    "run": "during",
    "walking": "during",
    "after_run": "after",
    "next_morning": "morning",
    "first_steps": "morning",
}


def last_sessions(
    journal: Journal,
    history: History,
    found: Sequence[Finding],
    judged: Sequence[Judged],
    edited: Collection[str],
    last: date,
    pace: float,
) -> tuple[Session, ...]:
    """The last six up to a day, the oldest first."""
    logged = sorted((*journal.runs, *journal.walks), key=lambda one: (one.at, one.id))
    masks, by_id = Masks(journal), {one.id: one for one in judged}
    chosen = [one for one in logged if one.at.date() <= last][-LAST:]
    return tuple(
        _session(one, history.items(), _about(one, found, by_id.get(one.id)), by_id.get(one.id), masks, edited, pace)
        for one in chosen
    )


def _about(one: Run | Walk, found: Sequence[Finding], judged: Judged | None) -> Sequence[Finding]:
    """The scores of a session, with those that the assessment counts to it."""
    own = [finding for finding in found if finding.about == one.id]
    return [*own, *(reading.finding for reading in judged.readings)] if judged else own


def _session(
    one: Run | Walk,
    items: Mapping[str, IssuedItem],
    about: Sequence[Finding],
    judged: Judged | None,
    masks: Masks,
    edited: Collection[str],
    pace: float,
) -> Session:
    worst: dict[str, int] = {}
    for finding in about:
        moment = _MOMENTS.get(finding.during)
        if finding.score is not None and moment is not None:
            worst[moment] = max(finding.score, worst.get(moment, 0))
    item = items.get(one.item or "")
    run = one if isinstance(one, Run) else None
    answered = judged is not None and bool(worst)
    return Session(
        one.id, one.at.date(), "run" if run else "walk", _planned(item),
        running_minutes(run, pace) if run else (one.duration_min or 0.0), one.distance_km,
        (run.stage or _stage(item)) if run else None, worst.get("during"), worst.get("after"), worst.get("morning"),
        judged.light.word if answered and judged else None,
        one.painkiller_24h or any(masks.hide(finding) for finding in about), one.id in edited,
    )  # fmt: skip


def _planned(item: IssuedItem | None) -> float | None:
    if item is None:
        return None
    return item.run_min if item.run_min is not None else item.json.get("minutes")


def _stage(item: IssuedItem | None) -> str | None:
    dose: Mapping[str, Any] = item.json.get("dose") or {} if item else {}
    return str(dose["stage"]) if dose.get("stage") else None


def four_weeks(runs: Sequence[Run], last: date, pace: float) -> tuple[Week, ...]:
    """Four times seven days up to a day, the oldest first."""
    return tuple(_week(runs, last - timedelta(days=7 * back), pace) for back in reversed(range(WEEKS)))


def _week(runs: Sequence[Run], last: date, pace: float) -> Week:
    first = last - timedelta(days=6)
    here = [run for run in runs if first <= run.at.date() <= last]
    minutes = [running_minutes(run, pace) for run in here]
    km = [run.distance_km if run.distance_km is not None else running_minutes(run, pace) / pace for run in here]
    return Week(
        first,
        last,
        len(here),
        sum(km),
        sum(minutes),
        max(km, default=0.0),
        sum(run.distance_km is None for run in here),
    )
