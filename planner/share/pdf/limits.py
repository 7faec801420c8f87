"""The limits in force, and where the log went beyond one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from planner.assess.findings import Finding
from planner.assess.sessions import running_minutes
from planner.journal import Journal, Run
from planner.journal.vocabulary import STAGES, WEEKDAYS


@dataclass(frozen=True, slots=True)
class Breach:
    """A day beyond a limit, and what was logged there."""

    day: date
    value: float | str


@dataclass(frozen=True, slots=True)
class InForce:
    """A limit as it is in the profile; `since`: the day it was written down, where that is known."""

    limit: Mapping[str, Any]
    since: date | None
    breaches: tuple[Breach, ...]


def in_force(
    profile: Mapping[str, Any], journal: Journal, found: Sequence[Finding], first: date, today: date, pace: float
) -> tuple[InForce, ...]:
    """The limits of today, each with the days beyond it since `first`, or since it was set."""
    limits = [
        one for one in profile.get("clinician_limits") or () if str(one.get("until") or "9999") >= today.isoformat()
    ]
    made: list[InForce] = []
    for limit in limits:
        since = _set_on(limit, journal)
        begins = max(first, since) if since else first
        days = sorted(
            {(one.day, one.value) for one in _beyond(limit, journal, found, pace) if one.day >= begins}, key=str
        )
        made.append(InForce(limit, since, tuple(Breach(*one) for one in days)))
    return tuple(made)


def _set_on(limit: Mapping[str, Any], journal: Journal) -> date | None:
    """The day of the first of the latest changes of the profile in a row that hold it."""
    since: date | None = None
    for change in sorted(journal.profile_changes, key=lambda one: one.logged_at):
        if "clinician_limits" in change.changes:
            given = change.changes["clinician_limits"]
            held = isinstance(given, list) and limit in given
            since = (since or date.fromisoformat(change.logged_at[:10])) if held else None
    return since


def _beyond(limit: Mapping[str, Any], journal: Journal, found: Sequence[Finding], pace: float) -> list[Breach]:
    kind, value = limit["kind"], limit.get("value")
    match kind:
        case "max_run_min":
            minutes: dict[date, float] = {}
            for run in journal.runs:
                minutes[run.at.date()] = minutes.get(run.at.date(), 0) + running_minutes(run, pace)
            return [Breach(day, round(sum_)) for day, sum_ in minutes.items() if sum_ > _number(value)]
        case "max_pain":
            hurt = [one for one in found if one.during == "run" and (one.score or 0) > _number(value)]
            return [Breach(one.day, one.score or 0) for one in hurt]
        case "no_hills":
            return [Breach(run.at.date(), "hills") for run in journal.runs if run.surface == "hills"]
        case "days_off" if isinstance(value, list):
            return [Breach(run.at.date(), "run") for run in journal.runs if WEEKDAYS[run.at.weekday()] in value]
        case "hold_stage":
            return [Breach(run.at.date(), str(run.stage)) for run in journal.runs if _is_above(run, str(value))]
        case _:
            return []


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else float("inf")


def _is_above(run: Run, stage: str) -> bool:
    return run.stage in STAGES and stage in STAGES and STAGES.index(run.stage) > STAGES.index(stage)
