"""A case and a plan for it, written by hand, that keep every rule the judge knows."""

from datetime import date, timedelta
from typing import Any

from .plan import known_sources

START = date(2026, 11, 23)
RUN_DAYS = (1, 3, 5)


def sample_case() -> dict[str, Any]:
    """A runner given a shin diagnosis, at stage 2, on the Sunday before the week."""
    journal: list[dict[str, Any]] = []
    for n, day in enumerate(("2026-11-16", "2026-11-18", "2026-11-20")):
        run = {
            "kind": "run",
            "id": f"run-{n}",
            "at": f"{day}T18:10",
            "duration_min": 30,
            "run_min": 12,
            "stage": "2",
            "distance_km": 3.1,
        }
        journal.append(run | {"site": "shin_inner", "side": "left", "pain_during": 0, "pain_1h": 0})
        morning = (date.fromisoformat(day) + timedelta(days=1)).isoformat()
        journal.append(
            {
                "kind": "check_in",
                "id": f"check-{n}",
                "at": f"{morning}T07:10",
                "about": f"run-{n}",
                "pain_1h": 0,
                "pain_morning": 0,
            }
        )
    diagnosis = {"condition": "mtss", "side": "left", "since": "2026-10-20", "given_by_clinician": True}
    return {
        "schema": 1,
        "today": "2026-11-22",
        "week_start": "2026-11-23",
        "runner": {"run_days": ["tue", "thu", "sat"], "diagnoses": [diagnosis]},
        "issued": [],
        "journal": journal,
    }


def reason() -> dict[str, Any]:
    source = min(known_sources(), default="delaware")
    return {
        "rule": "ladder.stage",
        "text": "Stage 2, 12 minutes",
        "entries": ["run-2"],
        "source": source,
        "strength": "D",
    }


def item(
    day: date, kind: str, at: str, minutes: float, n: int = 1, run: str | None = None, **more: Any
) -> dict[str, Any]:
    name = f"{day.isoformat()}/{kind}/{n}"
    base = {
        "id": name,
        "kind": kind,
        "title": kind,
        "at": at,
        "minutes": minutes,
        "steps": ["Do it."],
        "dose": {},
        "reasons": [reason()],
    }
    return base | more | ({"for": run} if run else {})


def run_items(day: date) -> list[dict[str, Any]]:
    name = f"{day.isoformat()}/run/1"
    dose = {"stage": "2", "segments": [{"times": 6, "run_min": 2, "walk_min": 3}], "run_min": 12, "rpe_max": 4}
    return [
        item(day, "warm_up", "18:00", 10, dose={"exercises": [{"id": "ankle_circles", "impact": False}]}, run=name),
        item(day, "run", "18:10", 30, dose=dose),
        item(day, "cool_down", "18:40", 8, run=name),
        item(day, "check_in", "19:45", 1, n=2, run=name),
    ]


def sample_plan() -> dict[str, Any]:
    days: list[dict[str, Any]] = []
    for n in range(7):
        day = START + timedelta(days=n)
        items = [item(day, "check_in", "07:00", 1)]
        items += run_items(day) if n in RUN_DAYS else [item(day, "rest", "12:00", 0)]
        if n == RUN_DAYS[0]:
            dose = {"rounds": 4, "warm_min": 2, "warm_c": 37, "cool_s": 45, "cool_c": 18}
            items.append(item(day, "contrast_shower", "20:00", 12, dose=dose))
            items.append(item(day, "leg_elevation", "20:15", 10, dose={"height_cm": 25}))
        days.append({"date": day.isoformat(), "items": [*items, item(day, "sleep", "22:30", 0)]})
    assessment = {
        "phase": "return_to_run",
        "stage": "2",
        "light": "green",
        "conditions": ["mtss"],
        "flags": [],
        "cleared_flags": [],
        "load": {"last_7d_km": 9.3, "last_28d_km": 9.3, "longest_30d_km": 3.1, "run_cap_km": 3.4, "run_cap_min": 33},
        "recovery": {"sleep_7d_h": None, "drink_7d_ml": None, "pain_7d_mean": None},
        "next": {"stage": "3", "needs": ["one more clean session"]},
        "forecast": {"weeks_min": 6, "weeks_max": 14, "basis": "…"},
    }
    frame = {"schema": 1, "rules_version": "1.0.0", "today": "2026-11-22", "week_start": "2026-11-23"}
    return frame | {"assessment": assessment, "days": days, "not_placed": [], "changes": []}


def flag(name: str, urgency: str, holds: str) -> dict[str, Any]:
    return {
        "id": name,
        "urgency": urgency,
        "holds": holds,
        "see": ["doctor"],
        "by": "2026-11-22",
        "since": "2026-11-21",
        "site": None,
        "side": None,
        "reasons": [reason()],
    }
