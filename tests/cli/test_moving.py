"""`planner log done`: what was never planned, and what may not be moved, is refused in one sentence."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from typer.testing import Result

Planner = Callable[..., Result]


@pytest.fixture
def runs(planner: Planner) -> dict[str, str]:
    """A week of runs as issued: id by date."""
    for day in ("02", "04", "06", "09", "11", "13", "16", "18", "20"):
        planner("log", "run", "--distance", 6, "--duration", 36, "--when", f"2026-11-{day} 18:00")
    planner("runner", "set", "run_days=mon,wed,fri,sun")
    week: dict[str, Any] = json.loads(planner("week", "--start", "2026-11-23", "--json").stdout)
    return {day["date"]: item["id"] for day in week["days"] for item in day["items"] if item["kind"] == "run"}


def entries(planner: Planner) -> list[dict[str, Any]]:
    return json.loads(planner("journal", "--json", "--kind", "done").stdout)["journal"]


def test_a_move_that_keeps_the_rules_is_logged_and_planned(planner: Planner, runs: dict[str, str]) -> None:
    first, free = next(iter(runs)), next(d for d in ("2026-11-29", "2026-11-27", "2026-11-25") if d not in runs)
    result = planner("log", "done", "--item", runs[first], "--outcome", "moved", "--to", free)
    assert result.exit_code == 0, result.output
    assert [entry["to"] for entry in entries(planner)] == [free]
    week = json.loads(planner("week", "--start", "2026-11-23", "--json").stdout)
    there = next(day["items"] for day in week["days"] if day["date"] == free)
    assert runs[first] in {item["id"] for item in there}


@pytest.mark.parametrize(
    ("to", "words"), [("2026-11-24", "Not one of your running days."), ("2026-11-20", "That day is over.")]
)
def test_a_refused_move_names_its_rule_and_changes_nothing(
    planner: Planner, runs: dict[str, str], to: str, words: str
) -> None:
    result = planner("log", "done", "--item", next(iter(runs.values())), "--outcome", "moved", "--to", to)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert words in " ".join(result.stderr.split())
    assert "Traceback" not in result.stderr
    assert entries(planner) == []


def test_a_day_that_is_none_is_named(planner: Planner, runs: dict[str, str]) -> None:
    result = planner("log", "done", "--item", next(iter(runs.values())), "--outcome", "moved", "--to", "someday")
    assert result.exit_code == 1
    assert "someday" in result.stderr
    assert entries(planner) == []


def test_an_item_that_was_never_planned_is_refused(planner: Planner, runs: dict[str, str]) -> None:
    assert runs
    result = planner("log", "done", "--item", "2026-11-23/run/77")
    assert result.exit_code == 1
    assert "2026-11-23/run/77" in result.stderr
    assert entries(planner) == []


def test_what_was_done_or_left_out_is_logged(planner: Planner, runs: dict[str, str]) -> None:
    for item, outcome in zip(runs.values(), ("done", "skipped"), strict=False):
        assert planner("log", "done", "--item", item, "--outcome", outcome).exit_code == 0
    assert {entry["outcome"] for entry in entries(planner)} == {"done", "skipped"}


def test_the_trace_shows_what_was_looked_at(planner: Planner, runs: dict[str, str]) -> None:
    assert runs
    shown = planner("week", "--start", "2026-11-23", "--trace").stdout
    assert "it decided" in shown
    assert "load.step_back" in shown
