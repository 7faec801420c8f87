"""Writes the journal of an invented runner into an empty folder, so that the app has something to show.

    python -m planner.demo FOLDER

She ran too much, her left shin answered, a physio called it MTSS, and she is climbing the ladder back. All dates are
counted back from today.
"""

import sys
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

from planner.desk import Desk, StoreFault
from planner.journal import Faults
from planner.words import say_faults

Entry = dict[str, object]

SHIN = {"site": "shin_inner", "side": "left"}
RUNNER: Entry = {
    "birth_year": 1988,
    "sex": "female",
    "height_cm": 168,
    "mass_kg": 61,
    "experience": "regular",
    "usual_week_km": 30,
    "run_days": ["tue", "thu", "sat", "sun"],
    "day_minutes": {"mon": 45, "tue": 60, "wed": 45, "thu": 60, "fri": 30, "sat": 90, "sun": 90},
    "equipment": ["foam_roller", "resistance_band", "step"],
    "surfaces": ["trail", "asphalt"],
    "bedtime": "22:30",
    "wake": "06:30",
    "goal": {"kind": "distance", "distance_km": 10},
}
# Days ago, km, minutes, pain in the run
BEFORE = ((60, 6.0, 36, 0), (57, 7.0, 42, 0), (54, 8.0, 48, 1), (51, 9.5, 57, 3), (49, 7.0, 43, 4))
WALKS = (26, 23)
# Days ago, stage, minutes in all, minutes of running, km
LADDER = (
    (20, "3", 24, 16, 3.0),
    (17, "3", 24, 16, 3.1),
    (13, "4", 30, 18, 3.7),
    (10, "4", 30, 18, 3.8),
    (6, "5", 25, 20, 3.6),
)
NIGHTS_H = (7.4, 6.8, 7.6, 7.9, 7.1, 6.6, 8.0, 7.3, 7.5, 7.8, 6.9, 7.7, 7.4, 7.6)
DRINKS_ML = (250, 330, 250, 500, 250)


def sample(today: date) -> tuple[Entry, list[Entry]]:
    """The runner's profile and journal as of the morning of `today`, oldest first."""
    since = (today - timedelta(days=42)).isoformat()
    physio = {"condition": "mtss", "side": "left", "since": since, "given_by_clinician": True}
    made = [*_before(today), *_walks(today), *_ladder(today), *_mornings(today), *_nights(today), *_drinks(today)]
    return {**RUNNER, "diagnoses": [physio]}, sorted(made, key=lambda e: str(e.get("at") or e.get("night_of")))


def _at(today: date, days_ago: int, clock: time) -> str:
    return datetime.combine(today - timedelta(days=days_ago), clock).isoformat(timespec="minutes")


def _before(today: date) -> Iterator[Entry]:
    for days_ago, km, minutes, pain in BEFORE:
        place = SHIN if pain else {}
        at = _at(today, days_ago, time(18))
        yield {
            "kind": "run",
            "at": at,
            "distance_km": km,
            "duration_min": minutes,
            "pain_during": pain,
            "rpe": 6,
            **place,
        }
    for days_ago, score in ((48, 4), (46, 3), (42, 3), (37, 2), (32, 2)):
        yield _morning(today, days_ago, score)


def _walks(today: date) -> Iterator[Entry]:
    for days_ago in WALKS:
        at = _at(today, days_ago, time(12, 15))
        yield {"kind": "walk", "at": at, "duration_min": 30, "pain_during": 0, "pain_1h": 0, "limp": False, **SHIN}


def _ladder(today: date) -> Iterator[Entry]:
    for days_ago, stage, minutes, running, km in LADDER:
        yield {
            "kind": "run",
            "at": _at(today, days_ago, time(18, 10)),
            "distance_km": km,
            "duration_min": minutes,
            "run_min": running,
            "stage": stage,
            "rpe": 4,
            "surface": "trail",
            "pain_during": 1 if stage == "3" else 0,
            "pain_1h": 0,
            "course": "eases" if stage == "3" else None,
            "limp": False,
            "warm_up": True,
            "cool_down": True,
            **SHIN,
        }


def _mornings(today: date) -> Iterator[Entry]:
    for days_ago in range(28, 0, -1):
        yield _morning(today, days_ago, 1 if days_ago > 12 else 0)


def _morning(today: date, days_ago: int, score: int) -> Entry:
    return {"kind": "pain", "at": _at(today, days_ago, time(7, 10)), "score": score, "during": "next_morning", **SHIN}


def _nights(today: date) -> Iterator[Entry]:
    for days_ago, hours in enumerate(NIGHTS_H, 1):
        night = (today - timedelta(days=days_ago)).isoformat()
        yield {"kind": "sleep", "night_of": night, "asleep_h": hours, "quality": 4 if hours >= 7 else 3}


def _drinks(today: date) -> Iterator[Entry]:
    for days_ago in range(7, 0, -1):
        for n, volume_ml in enumerate(DRINKS_ML):
            at = _at(today, days_ago, time(8 + 3 * n))
            yield {"kind": "drink", "at": at, "volume_ml": volume_ml, "what": "water"}


def fill(desk: Desk) -> bool:
    """Writes the sample where nothing was written yet; tells whether it did."""
    if desk.journal() or len(desk.runner()) > 1:
        return False
    runner, entries = sample(desk.today)
    desk.change_runner(runner)
    desk.log_all([{key: value for key, value in entry.items() if value is not None} for entry in entries])
    return True


def main() -> None:
    if len(sys.argv) != 2:
        raise SystemExit("Name the folder that the sample journal goes into: python -m planner.demo FOLDER")
    try:
        fill(Desk(Path(sys.argv[1]), clock=lambda: datetime.now().astimezone()))
    except StoreFault as fault:
        raise SystemExit(str(fault)) from None
    except Faults as faults:
        raise SystemExit(say_faults(faults)) from None


if __name__ == "__main__":
    main()
