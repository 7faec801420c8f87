"""Cases with exactly one thing wrong, each of which has to be refused in words."""

from datetime import date, timedelta
from random import Random

from .runners import Case, Entry, healthy


def _tomorrow(case: Case) -> str:
    return (date.fromisoformat(case["today"]) + timedelta(days=1)).isoformat() + "T08:00"


def _wrong_entries(case: Case) -> list[Entry]:
    today = case["today"]
    return [
        {"kind": "pain", "at": today, "site": "elbow", "score": 3},
        {"kind": "pain", "at": today, "site": "calf", "score": 11},
        {"kind": "pain", "at": today, "site": "calf", "score": -1},
        {"kind": "pain", "at": today, "site": "calf", "score": 3, "signs": ["purple"]},
        {"kind": "pain", "at": _tomorrow(case), "site": "calf", "score": 3},
        {"kind": "pain", "at": "last tuesday", "site": "calf", "score": 3},
        {"kind": "sleep", "night_of": today, "asleep_h": 25},
        {"kind": "sleep", "night_of": "2026-02-30", "asleep_h": 7},
        {"kind": "run", "at": today, "distance_km": -4},
        {"kind": "run", "at": today, "duration_min": "long"},
        {"kind": "run", "at": today, "stage": "12"},
        {"kind": "drink", "at": today, "volume_ml": -1},
        {"kind": "swim", "at": today},
        {"kind": "pause", "from": "2026-05-04", "to": "2026-05-01"},
        {"kind": "clearance", "at": today, "by": "neighbour", "clears": ["nerve"]},
    ]


def broken(rng: Random) -> Case:
    """A healthy runner's case with one fault in an entry, the profile or the frame."""
    case = healthy(rng)
    where = rng.random()
    if where < 0.6:
        case["journal"].insert(rng.randrange(len(case["journal"]) + 1), rng.choice(_wrong_entries(case)))
    elif where < 0.8:
        key, value = rng.choice(
            [
                ("run_days", ["someday"]),
                ("day_minutes", {"mon": -5}),
                ("health", ["tired"]),
                ("diagnoses", [{"condition": "gout"}]),
                ("clinician_limits", [{"kind": "max_run_min", "value": "few"}]),
                ("birth_year", 2999),
                ("bedtime", "25:00"),
            ]
        )
        case["runner"][key] = value
    else:
        key, value = rng.choice(
            [
                ("today", "yesterday"),
                ("week_start", "2026-13-01"),
                ("week_start", "2031-01-06"),
                ("journal", "none"),
                ("schema", 99),
            ]
        )
        case[key] = value
    return case
