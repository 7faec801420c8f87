"""Generated journals of any length, the same on every machine: what a careful runner logs, five entries a day."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

TODAY = date(2026, 11, 22)
RUNNER: dict[str, Any] = {
    "birth_year": 1988, "sex": "female", "height_cm": 168, "mass_kg": 61, "experience": "regular",
    "run_days": ["tue", "thu", "sat", "sun"], "equipment": ["foam_roller", "bathtub", "resistance_band", "step"],
    "diagnoses": [{"condition": "mtss", "side": "left", "since": "2026-09-01", "given_by_clinician": True}],
}  # fmt: skip


def entries(days: int, drinks: int = 2) -> list[dict[str, Any]]:
    """A journal of so many days up to today, oldest first; `drinks` a day."""
    made: list[dict[str, Any]] = []
    for n in range(days):
        made.extend(_day(n, TODAY - timedelta(days=days - 1 - n), drinks))
    return made


def case(days: int, drinks: int = 2) -> dict[str, Any]:
    """A whole case of so many days."""
    return {"schema": 1, "today": TODAY.isoformat(), "runner": RUNNER, "journal": entries(days, drinks)}


def one_year_case() -> dict[str, Any]:
    """A year with 3.5 entries a day: 1,277 in all."""
    return {**case(365, 1), "journal": [e for e in entries(365, 1) if e["kind"] != "check_in"][:1277]}


def _day(n: int, day: date, drinks: int) -> Iterator[dict[str, Any]]:
    luck = Random(n)
    ill = n % 120 > 100
    score = luck.choice((0, 1, 1, 2)) if ill else 0

    def at(hour: int, minute: int) -> str:
        return datetime.combine(day, time(hour, minute)).isoformat(timespec="minutes")

    yield {
        "kind": "sleep", "id": f"s{n}", "night_of": (day - timedelta(days=1)).isoformat(), "asleep_h": 7 + luck.random(),
    }  # fmt: skip
    yield {
        "kind": "pain", "id": f"p{n}", "at": at(7, 10), "site": "shin_inner", "side": "left", "score": score,
        "during": "next_morning",
    }  # fmt: skip
    for drink in range(drinks):
        yield {"kind": "drink", "id": f"d{n}-{drink}", "at": at(9 + 4 * drink, 0), "volume_ml": 300}
    if n % 2:
        yield {"kind": "check_in", "id": f"c{n}", "at": at(7, 12), "about": f"r{n - 1}", "pain_morning": score}
    else:
        minutes = 30 + luck.randrange(12)
        yield {
            "kind": "run", "id": f"r{n}", "at": at(18, 5), "distance_km": round(minutes / 6, 2), "duration_min": minutes,
            "site": "shin_inner", "side": "left", "pain_during": score, "pain_1h": 0, "rpe": 4,
        }  # fmt: skip
