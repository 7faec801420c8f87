from datetime import UTC, datetime
from pathlib import Path

import pytest

from planner.desk import Desk
from planner.share.whole import to_bytes
from planner.ui.log.incoming import bring, told

NOW = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
HEAD = "Activity ID,Activity Date,Activity Type,Elapsed Time,Distance,Elapsed Time,Moving Time,Distance"
RUNS = [
    '1,"Nov 3, 2026, 11:41:00 AM",Run,2331,8.13,2331.0,2311.0,8131.5',
    '2,"Nov 5, 2026, 11:41:00 AM",Run,1800,5.0,1800.0,1800.0,5000.0',
    '3,"Nov 6, 2026, 11:41:00 AM",Ride,1800,5.0,1800.0,1800.0,5000.0',
]
CSV = "\n".join([HEAD, *RUNS]).encode()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "data", clock=lambda: NOW)


def test_a_file_says_how_many_were_new_known_and_left_out(desk: Desk) -> None:
    brought = bring(desk, [("activities.csv", CSV)])
    assert (brought.new, brought.known, sum(brought.skipped.values())) == (2, 0, 1)
    assert told(brought, "en").startswith("2 new entries. 1 left out: a ride")
    again = bring(desk, [("activities.csv", CSV)])
    assert (again.new, again.known) == (0, 2)
    assert "2 known already." in told(again, "en")


def test_what_a_file_brought_can_be_taken_back(desk: Desk) -> None:
    brought = bring(desk, [("activities.csv", CSV)])
    desk.withdraw(brought.ids)
    assert desk.journal() == []


def test_a_file_of_another_kind_is_named_with_the_reason_and_the_others_go_on(desk: Desk) -> None:
    brought = bring(desk, [("holiday.jpg", b"\xff\xd8\xff\x00\x01"), ("activities.csv", CSV)])
    assert brought.new == 2
    assert "holiday.jpg: " in told(brought, "en")
    assert bring(desk, [("holiday.jpg", b"\xff\xd8\xff\x00\x01")]).is_empty


def test_an_export_of_ours_is_taken_in_whole(desk: Desk, tmp_path: Path) -> None:
    other = Desk(tmp_path / "other", clock=lambda: NOW)
    other.change_runner({"birth_year": 1988})
    other.log({"kind": "pain", "site": "calf", "score": 2})
    assert bring(desk, [("stridewell.json", to_bytes(other.whole()))]).new == 2
    assert (len(desk.journal(kind="pain")), desk.runner()["birth_year"]) == (1, 1988)


def test_an_export_that_is_wrong_changes_nothing_and_says_what(desk: Desk) -> None:
    wrong = {"schema": 1, "journal": [{"kind": "pain", "site": "elbow"}]}
    brought = bring(desk, [("mine.json", to_bytes(wrong))])
    assert "elbow" in told(brought, "en")
    assert desk.journal() == []
