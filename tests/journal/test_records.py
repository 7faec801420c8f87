"""Entries as JSON: the time that they get when they are logged, and what two records of one run say together."""

from datetime import date, datetime
from typing import Any

import pytest

from planner.journal import fold, survivors
from planner.journal.records import dated, of_both, when_of

NOW = datetime(2026, 11, 22, 7, 30, 15)


@pytest.mark.parametrize(
    ("entry", "key", "expected"),
    [
        ({"kind": "pain"}, "at", "2026-11-22T07:30"),
        ({"kind": "clearance"}, "at", "2026-11-22T07:30"),
        ({"kind": "sleep"}, "night_of", "2026-11-21"),
        ({"kind": "pause"}, "from", "2026-11-22"),
        ({"kind": "pain", "at": None}, "at", "2026-11-22T07:30"),
    ],
)
def test_an_entry_without_a_time_is_of_now(entry: dict[str, Any], key: str, expected: str) -> None:
    assert dated(entry, NOW) == {**entry, key: expected}


@pytest.mark.parametrize(
    "entry",
    [
        {"kind": "pain", "at": "2026-11-20"},
        {"kind": "sleep", "at": "2026-11-20T07:00"},
        {"kind": "screen", "on": "2026-11-20"},
        {"kind": "pause", "from": "2026-12-24"},
        {"kind": "profile", "changes": {}},
        {"kind": "deleted", "entry": "a"},
    ],
)
def test_a_time_that_was_told_stays_and_what_needs_none_gets_none(entry: dict[str, Any]) -> None:
    assert dated(entry, NOW) == entry


def test_an_entry_without_a_time_is_todays_where_it_is_shown() -> None:
    today = date(2026, 11, 22)
    assert when_of({"kind": "pain"}, today) == datetime(2026, 11, 22, 12)
    assert when_of({"kind": "screen", "on": "2026-11-20"}, today) == datetime(2026, 11, 20, 12)
    assert when_of({"kind": "pain", "at": "2026-11-20T07:00+01:00"}, today) == datetime(2026, 11, 20, 7)


def test_a_run_logged_twice_shows_the_watchs_numbers_and_the_runners_answers() -> None:
    hand = {"kind": "run", "id": "hand", "at": "2026-11-20T18:00", "duration_min": 30, "pain_during": 2}
    watch = {
        "kind": "run", "id": "watch", "at": "2026-11-20T18:04", "duration_min": 32, "distance_km": 5.0,
        "source": {"format": "fit"},
    }  # fmt: skip
    journal = fold([hand, watch], NOW.date())
    (run,) = journal.runs
    kept = of_both(run, survivors([hand, watch]).entries[run.id])
    told = {key: kept[key] for key in ("duration_min", "distance_km", "pain_during")}
    assert told == {"duration_min": 32, "distance_km": 5.0, "pain_during": 2}
    assert "rpe" not in kept
    assert datetime.fromisoformat(kept["at"]) == run.at


def test_a_run_keeps_its_time_as_it_was_written() -> None:
    run = {"kind": "run", "id": "a", "at": "2026-11-20T18:00+01:00", "duration_min": 30}
    assert of_both(fold([run], NOW.date()).runs[0], run)["at"] == "2026-11-20T18:00+01:00"
