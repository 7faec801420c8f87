"""There and back: a report is shared, a clinician answers, and the plan keeps to the answer."""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from planner.desk import Desk
from planner.intake.shared import shared_from
from planner.journal import Faults, Reply
from planner.share.pdf.choice import choose
from planner.share.pdf.make import report
from planner.words import say_difference, say_faults

TODAY = date(2026, 11, 23)
UNTIL = TODAY + timedelta(days=13)
ROLE = "physio"


class Days:
    """A clock that goes on by days: seven in the morning."""

    def __init__(self) -> None:
        self.day = TODAY

    def __call__(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, 7, tzinfo=UTC)


@pytest.fixture
def clock() -> Days:
    return Days()


@pytest.fixture
def desk(tmp_path: Path, clock: Days) -> Desk:
    """Three weeks at stages 2 and 3, all of it clean: the next session would be longer."""
    made = Desk(tmp_path / "runner", clock=clock)
    made.change_runner({"birth_year": 1990, "diagnoses": [
        {"condition": "mtss", "side": "left", "since": "2026-10-01", "given_by_clinician": True}]})  # fmt: skip
    for back in (20, 18, 16, 14, 12, 9, 7, 4, 2):
        day = TODAY - timedelta(days=back)
        stage, minutes = ("2", 30) if back > 9 else ("3", 24)
        run = {
            "kind": "run",
            "at": f"{day}T18:00",
            "duration_min": minutes,
            "run_min": 16,
            "stage": stage,
            "item": None,
        }
        made.log({**run, "site": "shin_inner", "side": "left", "pain_during": 0, "pain_1h": 0})
        made.log({"kind": "pain", "at": f"{day + timedelta(days=1)}T07:00", "site": "shin_inner", "side": "left",
                  "score": 0, "during": "next_morning"})  # fmt: skip
    return made


def shared(desk: Desk) -> Mapping[str, Any]:
    """What the clinician gets: the data inside the report."""
    return shared_from(report(desk.handed(), choose(desk.today), lambda *_: None))


def answer(desk: Desk, **more: Any) -> dict[str, Any]:
    reply = {
        "schema": "stridewell/reply/1", "id": "7a", "for": shared(desk)["for"], "written": desk.today.isoformat(),
        "by": {"name": "Anna K.", "role": ROLE},
        "limits": [
            {"kind": "max_run_min", "value": 15},
            {"kind": "hold_stage", "value": "2", "until": UNTIL.isoformat()},
            {"kind": "exercises", "value": [{"id": "heel raises", "sets": 3, "reps": 12}]},
        ],
    }  # fmt: skip
    return {**reply, **more}


def lines(desk: Desk, reply: Reply) -> list[str]:
    return [say_difference(one.kind, one.before, one.after, desk.voice) for one in desk.difference(reply)]


def test_three_weeks_obey_what_the_clinician_set(desk: Desk, clock: Days) -> None:
    desk.apply_reply(desk.reply_of(answer(desk)))
    seen: list[tuple[date, str]] = []
    for _ in range(21):
        for item in desk.day()["items"]:
            dose = item["dose"]
            if item["kind"] == "run":
                assert dose["run_min"] <= 15
                assert clock.day > UNTIL or dose["stage"] in {"1", "2"}
                desk.log({"kind": "run", "at": f"{clock.day}T06:30", "duration_min": item["minutes"], "item": item["id"],
                          "run_min": dose["run_min"], "stage": dose["stage"], "site": "shin_inner", "side": "left",
                          "pain_during": 0, "pain_1h": 0})  # fmt: skip
            if item["kind"] == "strength":
                assert dose["exercises"] == [{"id": "heel raises", "impact": False, "sets": 3, "reps": 12}]
                assert item["steps"][0] == "heel raises: 3 × 12"
                assert "Set by Anna K." in item["reasons"][0]["text"]
                desk.tick(item["id"])
            seen.append((clock.day, item["kind"]))
        clock.day += timedelta(days=1)
        desk.log({"kind": "pain", "at": f"{clock.day}T06:30", "site": "shin_inner", "side": "left", "score": 0,
                  "during": "next_morning"})  # fmt: skip
    for week in range(3):
        days = [TODAY + timedelta(days=7 * week + n) for n in range(7)]
        assert sum((day, "run") in seen for day in days) >= 2
        assert sum((day, "strength") in seen for day in days) >= 2


def test_what_the_reply_holds_says_by_whom_and_until_when(desk: Desk) -> None:
    desk.apply_reply(desk.reply_of(answer(desk)))
    runs = [item for day in desk.plan()["days"] for item in day["items"] if item["kind"] == "run"]
    assert runs
    for item in runs:
        texts = [reason["text"] for reason in item["reasons"] if reason["rule"].startswith("limit.")]
        assert any(text.endswith("Set by Anna K. until Sun 6 Dec.") for text in texts), item["reasons"]
        assert item["reasons"][0]["rule"].startswith("limit.")


def test_the_difference_is_told_before_anything_changes(desk: Desk) -> None:
    desk.change_runner({"clinician_limits": [
        {"kind": "max_run_min", "value": 30, "by": "Dr B."}, {"kind": "no_hills"}, {"kind": "max_pain", "value": 1}]})  # fmt: skip
    raw = answer(desk, withdraws=["no_hills"], note="Call me", clearances=[
        {"clears": ["bone_stress_suspected"], "site": "shin_inner", "side": "left", "outcome": "excluded"}])  # fmt: skip
    before = desk.logged()
    reply = desk.reply_of(raw)
    said = lines(desk, reply)
    assert desk.logged() == before
    assert said[0].startswith("Before: ")
    assert "30" in said[0]
    assert "15" in said[0]
    assert said[1].startswith("New: ")
    assert "until Sun 6 Dec" in said[1]
    assert said[3].startswith("No longer: ")
    assert "ruled out" in said[4]
    assert said[5] == "In their words: Call me"
    desk.apply_reply(reply)
    kinds = [one["kind"] for one in limits(desk)]
    assert kinds == ["max_pain", "max_run_min", "hold_stage", "exercises"]
    assert desk.journal(kind="clearance")[0]["by"] == ROLE
    assert "Anna K." in desk.notes()[0]["note"]


def limits(desk: Desk) -> list[dict[str, Any]]:
    given: Any = desk.runner().get("clinician_limits", [])
    return given


def test_a_reply_is_taken_back_as_a_whole_and_can_come_again(desk: Desk) -> None:
    desk.change_runner({"clinician_limits": [{"kind": "max_run_min", "value": 30}]})
    before = limits(desk)
    done = desk.apply_reply(desk.reply_of(answer(desk)))
    assert limits(desk) != before
    desk.withdraw(done.ids)
    assert limits(desk) == before
    assert desk.apply_reply(desk.reply_of(answer(desk))).new == 1
    assert limits(desk) != before


def test_a_reply_that_holds_is_not_set_twice(desk: Desk) -> None:
    raw = answer(desk)
    desk.apply_reply(desk.reply_of(raw))
    before = desk.logged()
    assert "in force already" in refused(desk, raw)
    assert desk.logged() == before


def test_a_later_reply_replaces_what_it_names_and_leaves_the_rest(desk: Desk) -> None:
    desk.apply_reply(desk.reply_of(answer(desk)))
    later = answer(desk, id="7b", limits=[{"kind": "max_run_min", "value": 25}], withdraws=["exercises"])
    desk.apply_reply(desk.reply_of(later))
    assert [(one["kind"], one.get("value")) for one in limits(desk)] == [("hold_stage", "2"), ("max_run_min", 25)]


def refused(desk: Desk, raw: Mapping[str, Any]) -> str:
    with pytest.raises(Faults) as wrong:
        desk.reply_of(raw)
    return say_faults(wrong.value)


def test_a_reply_for_someone_else_is_refused(desk: Desk, tmp_path: Path) -> None:
    other = Desk(tmp_path / "other", clock=lambda: datetime(2026, 11, 23, 8, tzinfo=UTC))
    other.change_runner({"birth_year": 1970})
    raw = answer(desk)
    assert "for another journal" in refused(other, raw)
    assert other.runner() == {"birth_year": 1970}


def test_a_reply_finds_its_runner_on_another_device(desk: Desk, tmp_path: Path, clock: Days) -> None:
    other = Desk(tmp_path / "phone", clock=clock)
    other.change_runner({"language": "en"})
    other.take_in(desk.whole())
    assert other.reply_of(answer(desk)).name == "Anna K."


def test_no_limit_goes_without_a_word_why(desk: Desk) -> None:
    held = [
        {"kind": "max_run_min", "value": 15, "until": "2026-11-23"},
        {"kind": "max_pain", "value": 1, "until": "2026-11-22"},
    ]
    desk.change_runner({"clinician_limits": held})
    for less in (None, [], held[1:], [{**held[0], "value": 20}], [{**held[0], "until": None}]):
        with pytest.raises(Faults):
            desk.change_runner({"clinician_limits": less})
    assert limits(desk) == held
    desk.change_runner({"clinician_limits": held[:1]})
    desk.change_runner({"clinician_limits": None}, "She told me on the phone")
    assert limits(desk) == []
    assert desk.notes()[0]["note"] == "She told me on the phone"


@pytest.mark.parametrize("make", [json.dumps, lambda raw: json.dumps(raw, indent=1)])
def test_a_document_is_read_from_its_json_alone(desk: Desk, make: Callable[[object], str]) -> None:
    assert shared_from(make(desk.whole()).encode()) == desk.whole()
