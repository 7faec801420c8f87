"""What the desk answers to a screen: weeks ahead, what a form may be about, what became of an item, how a test is done."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from planner.desk import Desk
from planner.journal.vocabulary import TESTS

# A Sunday evening
NOW = datetime(2026, 11, 22, 20, 30, tzinfo=UTC)
MONDAY = date(2026, 11, 23)


class Clock:
    now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Desk:
    made = Desk(tmp_path, clock=clock)
    made.change_runner({"experience": "regular"})
    made.log_all([run(days) for days in (2, 4, 6, 9, 11, 13, 16, 18, 20, 23, 25, 27)])
    return made


def run(days_ago: int, **more: Any) -> dict[str, Any]:
    at = NOW - timedelta(days=days_ago)
    return {"kind": "run", "at": f"{at:%Y-%m-%d}T18:00", "duration_min": 30, "distance_km": 5.0, **more}


def runs(desk: Desk, start: date) -> dict[str, float]:
    days = desk.plan(start)["days"]
    return {item["id"]: item["dose"]["run_min"] for day in days for item in day["items"] if item["kind"] == "run"}


def test_what_changes_in_a_week_ahead_is_told_against_what_was_seen_of_it(desk: Desk, clock: Clock) -> None:
    seen = runs(desk, MONDAY)
    assert seen
    clock.now = NOW + timedelta(hours=12)
    assert desk.plan()["changes"] == []
    desk.log({"kind": "pain", "site": "shin_inner", "side": "left", "score": 4, "during": "run"})
    told = {change["item"]: change for change in desk.plan()["changes"]}
    for item, minutes in seen.items():
        before = told[item]["from"]
        assert before
        assert before["run_min"] == minutes


def test_what_is_in_a_week_ahead_may_be_moved_once_it_was_seen(desk: Desk) -> None:
    item = next(iter(runs(desk, MONDAY)))
    free = [day for day in desk.possible_days(item) if str(day) != item[:10]]
    desk.tick(item, "moved", to=free[0])
    assert item in {one["id"] for one in desk.day(free[0])["items"]}


def test_looking_again_at_a_week_ahead_writes_nothing(desk: Desk) -> None:
    desk.plan(MONDAY)
    written = len(desk.whole()["journal"])
    desk.day(MONDAY)
    desk.plan(MONDAY)
    assert len(desk.whole()["journal"]) == written


def test_a_week_that_was_only_looked_at_ahead_is_no_missed_one(desk: Desk, clock: Clock) -> None:
    desk.plan(MONDAY)
    desk.plan(MONDAY + timedelta(weeks=1))
    # Away for the first week, and back in the middle of the second
    clock.now = NOW + timedelta(days=10)
    desk.plan()
    clock.now = NOW + timedelta(days=15)
    kept = {one.first: one.planned for one in desk.figures("two_weeks").bins}
    wednesday = date(2026, 12, 2)
    assert not any(planned.of for day, planned in kept.items() if day < wednesday)
    assert kept[wednesday].of


def test_looking_at_weeks_ahead_leaves_this_week_as_it_was(desk: Desk) -> None:
    desk.tick(next(item for item in desk.day()["items"] if item["kind"] == "sleep")["id"])
    before = desk.plan()
    for ahead in range(1, 4):
        desk.plan(MONDAY + timedelta(weeks=ahead))
    desk.log({"kind": "drink", "volume_ml": 200})
    assert desk.plan()["days"] == before["days"]


def test_a_check_in_may_be_about_the_runs_and_walks_of_the_last_days_the_latest_first(desk: Desk) -> None:
    desk.log({"kind": "walk", "at": "2026-11-21T12:00", "duration_min": 30})
    desk.log({"kind": "drink", "volume_ml": 200})
    assert [(one["kind"], one["at"][:10]) for one in desk.sessions_to_answer()] == [
        ("walk", "2026-11-21"),
        ("run", "2026-11-20"),
    ]


def test_what_was_said_about_an_item_is_taken_back_and_what_was_logged_for_it_stays(desk: Desk) -> None:
    one = next(item for item in desk.day()["items"] if item["kind"] == "sleep")
    desk.tick(one["id"], "skipped", why="tired")
    desk.tick(one["id"])
    desk.take_back(one["id"])
    assert desk.journal(kind="done") == []
    planned = next(iter(runs(desk, MONDAY)))
    assert not desk.is_logged(planned)
    desk.log({"kind": "run", "duration_min": 20, "item": planned})
    desk.take_back(planned)
    assert desk.is_logged(planned)


def test_glasses_are_offered_as_they_are_sold(desk: Desk) -> None:
    assert 250 in desk.glasses_ml()
    desk.change_runner({"units": "imperial"})
    ounces = [round(ml / 29.5735295625, 6) for ml in desk.glasses_ml()]
    assert ounces == [6, 8, 10, 12, 16, 24]


@pytest.mark.parametrize("test", TESTS)
def test_every_self_test_says_how_it_is_done_in_the_runners_language(desk: Desk, test: str) -> None:
    plain = desk.how_to_test(test)["steps"]
    desk.change_runner({"language": "es"})
    assert plain
    assert len(desk.how_to_test(test)["steps"]) == len(plain)
    assert desk.how_to_test(test)["steps"] != plain
