"""Sensible runners with a clinician's limits, health ids, pauses, odd days or short days."""

from datetime import date, timedelta
from random import Random
from typing import Any

from .runners import Case, healthy, ladder, rebuilding
from .tables import WEEKDAYS


def some_limit(rng: Random, today: date) -> dict[str, Any]:
    kind, value = rng.choice(
        [
            ("max_run_min", rng.choice([0, 4, 5, 10, 15, 20, 30])),
            ("max_pain", rng.randrange(0, 5)),
            ("no_hills", True),
            ("days_off", rng.choice([rng.sample(WEEKDAYS, rng.randrange(1, 4)), rng.randrange(0, 8)])),
            ("hold_stage", rng.choice(["1", "2", "4", "7"])),
            ("start_stage", rng.choice(["W", "1", "3", "5"])),
        ]
    )
    until = rng.choice([None, (today + timedelta(days=rng.randrange(0, 40))).isoformat()])
    return {"kind": kind, "value": value, "until": until, "note": "Dr K."}


def limited(rng: Random) -> Case:
    """Any of the others, with a clinician's limits, health ids, pauses, odd days or short days."""
    case = rng.choice([healthy, ladder, ladder, rebuilding])(rng)
    runner, today = case["runner"], date.fromisoformat(case["today"])
    if rng.random() < 0.6:
        runner["clinician_limits"] = [some_limit(rng, today) for _ in range(rng.randrange(1, 3))]
    if rng.random() < 0.4:
        runner["health"] = rng.sample(
            [
                "asthma",
                "varicose_veins",
                "raynaud",
                "diabetes",
                "kidney_disease",
                "heart_disease",
                "blood_thinner",
                "osteoporosis",
                "pregnancy",
            ],
            rng.randrange(1, 3),
        )
        if rng.random() < 0.3:
            allowance = {
                "kind": "allow",
                "value": rng.choice(["contrast_shower", "massage", "hydration", "compression"]),
            }
            runner["clinician_limits"] = [*runner.get("clinician_limits", []), allowance]
    if rng.random() < 0.3:
        first = today + timedelta(days=rng.randrange(-5, 10))
        why = rng.choice(["holiday", "illness", "injury", "other"])
        entry = {
            "kind": "pause",
            "id": "pause-x",
            "from": first.isoformat(),
            "to": (first + timedelta(days=rng.randrange(0, 6))).isoformat(),
            "why": why,
        }
        case["journal"].append(entry)
    if rng.random() < 0.4:
        runner["day_minutes"] = {
            day: rng.choice([0, 15, 25, 30, 40, 48, 60, 90]) for day in WEEKDAYS if rng.random() < 0.9
        }
    if rng.random() < 0.2:
        runner["run_days"] = rng.sample(WEEKDAYS, rng.randrange(0, 3))
    return case
