import time
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from planner.cli.context import clock
from planner.desk import Desk
from planner.nights import with_hours

pytestmark = pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of this system can't be set for one test")


@pytest.fixture(autouse=True)
def in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def night(of: str, bed: str, wake: str, **more: object) -> dict[str, object]:
    return {"kind": "sleep", "night_of": of, "bed": bed, "wake": wake, **more}


@pytest.mark.parametrize(
    ("of", "bed", "wake", "hours"),
    [
        ("2026-03-28", "23:10", "06:40", 6.5),
        ("2026-03-28", "01:10", "06:40", 4.5),
        ("2026-03-28", "23:10", "01:40", None),
        ("2026-03-28", "03:10", "06:40", None),
        ("2026-10-24", "23:10", "06:40", 8.5),
        ("2026-10-24", "00:15", "07:00", 7.75),
        ("2026-11-23", "23:10", "06:40", None),
    ],
)
def test_a_night_over_a_change_of_the_clocks_has_its_true_hours(
    of: str, bed: str, wake: str, hours: float | None
) -> None:
    assert with_hours(night(of, bed, wake)).get("asleep_h") == hours


@pytest.mark.parametrize(
    "entry",
    [
        night("2026-03-28", "23:10", "06:40", asleep_h=5),
        night("2026-03-28", "late", "06:40"),
        {"kind": "sleep", "night_of": "2026-03-28", "asleep_h": 7},
        {"kind": "drink", "volume_ml": 250},
    ],
)
def test_what_was_told_or_can_t_be_read_stays_as_it_is(entry: dict[str, object]) -> None:
    assert with_hours(entry) == entry


def test_the_desk_counts_the_hours_of_such_a_night(tmp_path: Path) -> None:
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
