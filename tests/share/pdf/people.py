"""Runners to tell of: on the ladder with little behind her, and one of two years with everything a report can hold."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from planner import demo
from planner.desk import Desk
from planner.desk.handed import Handed

TODAY = date(2026, 11, 22)
Entry = dict[str, Any]
LIMITS: list[Entry] = [
    {"kind": "max_run_min", "value": 40, "until": "2026-12-20", "note": "Dr K."},
    {"kind": "max_pain", "value": 2, "by": "physio"},
    {"kind": "no_hills"},
    {"kind": "days_off", "value": ["mon", "wed"], "by": "Anna"},
    {"kind": "exercises", "value": ["soleus lift"], "until": "2026-12-31"},
    {"kind": "hold_stage", "value": "3", "until": "2026-01-01"},
]
FULL: Entry = {
    "birth_year": 1988,
    "sex": "female",
    "height_cm": 168,
    "mass_kg": 61,
    "usual_week_km": 32,
    "goal": {"kind": "distance", "distance_km": 21.1, "by": "2027-04-11"},
    "health": ["varicose_veins", "blood_thinner", {"id": "pregnancy", "until": "2027-02-01"}, "past_clot"],
    "diagnoses": [
        {"condition": "mtss", "side": "left", "since": "2026-09-01", "given_by_clinician": True, "by": "physio"},
        {"condition": "runners_knee", "side": "both", "since": "2026-10-01"},
        {"condition": "calf_strain", "side": "right", "since": "2025-01-01", "until": "2025-03-01"},
    ],
    "clinician_limits": LIMITS,
}
LATELY: list[Entry] = [
    {"kind": "pain", "at": "2026-11-12T07:00", "site": "knee_front", "side": "both", "score": 5},
    {"kind": "pain", "at": "2026-11-13T07:00", "site": "arch", "side": "right", "score": 3, "signs": ["numbness"]},
    {"kind": "pain", "at": "2026-11-18T07:00", "site": "calf", "side": "right", "score": 6, "note": "after a flight 🙂"},
    {"kind": "screen", "on": "2026-11-10", "signs": []},
    {"kind": "screen", "on": "2026-11-18", "signs": ["one_leg_swollen"], "site": "calf", "side": "right"},
    {"kind": "clearance", "at": "2026-11-03T10:00", "by": "hospital", "clears": ["infection"], "outcome": "excluded"},
]  # fmt: skip


def desk(folder: Path, today: date = TODAY) -> Desk:
    """An empty one, on the morning of a day."""
    return Desk(folder, clock=lambda: datetime.combine(today, time(9), UTC))


def climber(folder: Path, language: str = "en") -> Desk:
    """The runner of the demo: five weeks, on the ladder."""
    made = desk(folder)
    demo.fill(made)
    made.change_runner({"language": language})
    return made


def veteran(folder: Path, days: int = 730, language: str = "en") -> Desk:
    """Everything at once, for as long as asked."""
    made = desk(folder)
    made.change_runner({**FULL, "language": language})
    made.log_all([*_every_day(days), *LATELY])
    last = made.journal(kind="run")[-1]
    made.edit(str(last["id"]), {"pain_during": 3})
    return made


def _every_day(days: int) -> Iterable[Entry]:
    for back in range(days, 0, -1):
        day = TODAY - timedelta(days=back)
        score = 2 if back % 60 < 9 else 0
        yield {
            "kind": "pain", "at": f"{day}T07:10", "site": "shin_inner", "side": "left", "score": score,
            "during": "next_morning",
        }  # fmt: skip
        yield {"kind": "sleep", "night_of": str(day), "asleep_h": 7.5}
        if back % 2:
            yield {
                "kind": "run", "at": f"{day}T18:05", "distance_km": 5.5, "duration_min": 33, "rpe": 4, "pain_during": score,
                "site": "shin_inner", "side": "left", "painkiller_24h": back % 7 == 0,
                "surface": "hills" if back % 5 == 0 else "trail",
            }  # fmt: skip


def handed_of(folder: Path, entries: Iterable[Mapping[str, Any]], profile: Mapping[str, Any] | None = None) -> Handed:
    """What is handed over of a runner with these entries."""
    made = desk(folder)
    if profile:
        made.change_runner(dict(profile))
    made.log_all(entries)
    return made.handed()


Person = Callable[..., Desk]
PEOPLE: Mapping[str, Person] = {"two weeks": climber, "two years": veteran}
