"""The clock of the machine, where it matters to what is written down."""

import time
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from planner.cli.context import clock
from planner.desk import Desk

pytestmark = pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of this system can't be set for one test")


@pytest.fixture(autouse=True)
def in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_the_desk_counts_the_hours_of_a_night_on_which_the_clocks_change(tmp_path: Path) -> None:
    desk = Desk(tmp_path, clock=lambda: datetime(2026, 10, 25, 8).astimezone())
    desk.log({"kind": "sleep", "bed": "23:10", "wake": "06:40"})
    (slept,) = desk.journal(kind="sleep")
    assert (slept["night_of"], slept["asleep_h"]) == ("2026-10-24", 8.5)


def test_the_clock_follows_the_runner_into_another_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    at_home = clock().utcoffset()
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert clock().utcoffset() != at_home


def test_a_run_after_midnight_summer_time_ends_on_its_own_day(tmp_path: Path) -> None:
    desk = Desk(tmp_path, clock=lambda: datetime(2026, 10, 25, 2, 30, fold=1).astimezone())
    desk.log({"kind": "run", "distance_km": 3, "duration_min": 25, "pain_during": 0})
    (run,) = desk.journal(kind="run", since=date(2026, 10, 25))
    assert run["at"] == "2026-10-25T02:30+01:00"
