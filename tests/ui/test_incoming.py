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


def test_what_was_taken_back_comes_again_with_its_file(desk: Desk) -> None:
    def runs() -> list[object]:
        return [entry["at"] for entry in desk.journal()]

    first = bring(desk, [("activities.csv", CSV)])
    had = runs()
    for _ in range(2):
        desk.withdraw(first.ids)
        again = bring(desk, [("activities.csv", CSV)])
        assert (again.new, again.known, runs()) == (2, 0, had)
        # What came again is known from then on.
        known = bring(desk, [("activities.csv", CSV)])
        assert (known.new, known.known, runs()) == (0, 2, had)
        first = again


def test_a_run_that_was_deleted_stays_deleted_when_its_file_comes_again(desk: Desk) -> None:
    gone, kept = bring(desk, [("activities.csv", CSV)]).ids
    desk.delete(gone)
    again = bring(desk, [("activities.csv", CSV)])
    assert (again.new, again.known) == (0, 2)
    assert [entry["id"] for entry in desk.journal()] == [kept]


def test_a_run_that_came_again_and_was_deleted_then_stays_deleted(desk: Desk) -> None:
    desk.withdraw(bring(desk, [("activities.csv", CSV)]).ids)
    gone, kept = bring(desk, [("activities.csv", CSV)]).ids
    desk.delete(gone)
    assert bring(desk, [("activities.csv", CSV)]).new == 0
    assert [entry["id"] for entry in desk.journal()] == [kept]


def test_an_export_that_was_taken_back_comes_again_as_a_whole(desk: Desk, tmp_path: Path) -> None:
    other = Desk(tmp_path / "other", clock=lambda: NOW)
    other.change_runner({"birth_year": 1988})
    run = other.log({"kind": "run", "at": "2026-11-20T18:00", "duration_min": 30, "pain_during": 0})
    corrected = other.edit(run, {"pain_during": 1})
    other.log({"kind": "check_in", "about": corrected, "pain_1h": 2})
    other.delete(other.log({"kind": "drink", "volume_ml": 250}))
    export = [("stridewell.json", to_bytes(other.whole()))]
    desk.withdraw(bring(desk, export).ids)
    assert (desk.journal(), desk.runner()) == ([], {})
    bring(desk, export)
    assert desk.runner() == {"birth_year": 1988}
    assert [entry["kind"] for entry in desk.journal()] == ["run", "check_in"]
    (run_now,), (about,) = desk.journal(kind="run"), desk.journal(kind="check_in")
    assert (run_now["pain_during"], about["about"]) == (1, run_now["id"])
    assert bring(desk, export).new == 0


def test_what_was_taken_back_here_is_deleted_in_a_case_of_it_too(desk: Desk, tmp_path: Path) -> None:
    desk.withdraw(bring(desk, [("activities.csv", CSV)]).ids)
    case = {**desk.whole(), "journal": [dict(entry) for entry in desk.whole()["journal"]]}
    other = Desk(tmp_path / "other", clock=lambda: NOW)
    other.take_in(case)
    assert other.journal() == []
    assert (desk.take_in(case).new, desk.journal()) == (0, [])


def test_two_devices_that_bring_it_again_have_it_once(desk: Desk, tmp_path: Path) -> None:
    desk.withdraw(bring(desk, [("activities.csv", CSV)]).ids)
    other = Desk(tmp_path / "other", clock=lambda: NOW)
    other.take_in(desk.whole())
    for one in (desk, other):
        bring(one, [("activities.csv", CSV)])
    other.take_in(desk.whole())
    assert len(other.journal()) == 2


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
