"""A hand-written plan in the contract's shape: a week with a change of the clocks, odd texts and a day that is past."""

from typing import Any

import pytest

from planner.words.documents import DayDoc, ItemDoc, PlanDoc

REASON = {
    "rule": "ladder.stage",
    "text": "Your last two sessions were clean.",
    "entries": ["e1"],
    "source": "delaware",
    "strength": "D",
}


def item(day: str, kind: str, number: int = 1, **fields: Any) -> ItemDoc:
    plain: Any = {
        "id": f"{day}/{kind}/{number}",
        "kind": kind,
        "title": kind.capitalize(),
        "dose": {},
        "reasons": [REASON],
    }
    return plain | fields


def day(name: str, *items: ItemDoc, **fields: Any) -> DayDoc:
    plain: Any = {"date": name, "items": list(items)}
    return plain | fields


@pytest.fixture
def plan() -> PlanDoc:
    run = {
        "title": "Run, walk; run again, easily",
        "at": "18:10",
        "minutes": 30,
        "steps": [
            "Run 2 minutes, walk 3.",
            "Six times — so that it stays easy für die Beine, even where a line of text is much too long.",
        ],
        "dose": {"run_min": 12, "distance_km": 3.1, "stage": "2"},
    }
    days = [
        day("2026-10-19", item("2026-10-19", "run", at="18:00", minutes=30, outcome="done"), past=True),
        day("2026-10-20", item("2026-10-20", "run", **run), item("2026-10-20", "sleep", at="22:30", minutes=480)),
        day("2026-10-21", item("2026-10-21", "rest")),
        day("2026-10-22", item("2026-10-22", "walk", at="12:00", minutes=30)),
        day("2026-10-23", item("2026-10-23", "rest")),
        day(
            "2026-10-24",
            item("2026-10-24", "walk", at="07:00", minutes=30),
            item("2026-10-24", "sleep", at="22:30", minutes=480),
        ),
        day("2026-10-25", item("2026-10-25", "walk", at="07:00", minutes=30)),
    ]
    whole: Any = {
        "schema": 1,
        "rules_version": "1.0.0",
        "today": "2026-10-20",
        "week_start": "2026-10-19",
        "days": days,
        "not_placed": [],
        "changes": [],
    }
    return whole
