"""What the plan's screen works out before it draws: which week is asked for, how heavy a day looks, and days kept free."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from planner.ui.model import Model
from planner.ui.plan.address import Asked, asked_for, of_day, of_week
from planner.ui.plan.busy import free_again, mark, pause_on
from planner.ui.plan.moving import drop, movable
from planner.ui.plan.weight import weight
from planner.words.documents import DayDoc
from tests.ui.test_model import TUESDAY, at, folder, run_of

__all__ = ["folder"]

MONDAY = TUESDAY - timedelta(days=1)
WEEK = timedelta(days=7)
THURSDAY = TUESDAY + timedelta(days=2)


@pytest.fixture
def model(folder: Path) -> Model:
    return at(folder, TUESDAY)


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        (None, Asked(MONDAY)),
        ("someday", Asked(MONDAY)),
        ("W", Asked(MONDAY)),
        ("2026-11-26", Asked(MONDAY, THURSDAY)),
        ("2026-W49", Asked(MONDAY + WEEK)),
        ("2026-12-01", Asked(MONDAY + WEEK, TUESDAY + WEEK)),
        ("2020-01-01", Asked(MONDAY)),
        ("2030-01-01", Asked(MONDAY + 12 * WEEK)),
    ],
)
def test_an_address_asks_for_a_week_and_maybe_a_day_of_it(model: Model, address: str | None, asked: Asked) -> None:
    assert asked_for(model, address) == asked


@pytest.mark.parametrize("weeks", [0, 1, 6])
def test_the_address_of_a_week_or_a_day_asks_for_it(model: Model, weeks: int) -> None:
    start = MONDAY + weeks * WEEK
    assert asked_for(model, of_week(start, TUESDAY).removeprefix("/plan").strip("/")) == Asked(start)
    assert asked_for(model, of_day(start).removeprefix("/plan/")) == Asked(start, start)


def day(*kinds: str, run_min: float = 20) -> DayDoc:
    items: Any = [
        {"kind": kind, "minutes": 25, "dose": {"run_min": run_min} if kind == "run" else {}} for kind in kinds
    ]
    return {"date": "2026-11-24", "items": items}


LONG = day("run", run_min=40)


@pytest.mark.parametrize(
    ("one", "others", "key"),
    [
        (day("rest", "sleep"), [LONG], "rest"),
        (day("sleep"), [LONG], "light"),
        (day("walk"), [LONG], "light"),
        (day("run"), [LONG], "run"),
        (day("run"), [], "run"),
        (day("run", "strength"), [LONG], "full"),
        (LONG, [day("run")], "full"),
    ],
)
def test_a_day_is_as_heavy_as_it_looks_beside_the_others(one: DayDoc, others: Sequence[DayDoc], key: str) -> None:
    assert weight(one, [one, *others]) == key


def test_a_day_that_cant_be_given_loses_its_run_and_gets_it_back(model: Model) -> None:
    def runs() -> bool:
        return any(item["kind"] == "run" for item in model.desk.day(THURSDAY)["items"])

    assert runs()
    assert mark(model, THURSDAY, "other") == ""
    pause = pause_on(model, THURSDAY)
    assert pause
    assert not runs()
    assert free_again(model, pause, THURSDAY) == ""
    assert pause_on(model, THURSDAY) is None
    assert runs()


def test_who_comes_back_early_ends_the_pause_the_day_before(model: Model) -> None:
    model.desk.log({"kind": "pause", "from": TUESDAY.isoformat(), "why": "holiday"})
    pause = pause_on(model, THURSDAY)
    assert pause
    assert free_again(model, pause, THURSDAY) == ""
    assert pause_on(model, THURSDAY) is None
    assert pause_on(model, THURSDAY - timedelta(days=1))


def test_a_drop_moves_or_says_the_rule(model: Model) -> None:
    run = run_of(model)
    assert movable(model, model.day_of_today()) == run
    assert "running days" in drop(model, run, TUESDAY + timedelta(days=1))
    sunday = date(2026, 11, 29)
    assert drop(model, run, sunday) == ""
    assert run["id"] in [item["id"] for item in model.desk.day(sunday)["items"]]


def test_nothing_moves_out_of_the_past(model: Model) -> None:
    assert movable(model, {"date": MONDAY.isoformat(), "items": model.day_of_today()["items"]}) is None
