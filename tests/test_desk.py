"""The desk: what it confirmed is on disk, and what it shows is what was issued."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from planner.desk import Desk, Tally
from planner.journal import Faults
from planner.words import PlanDoc, say_faults

# A Sunday morning
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=timezone(timedelta(hours=1)))
MONDAY = date(2026, 11, 23)
FILE = "journal.json"


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "runner"


@pytest.fixture
def desk(folder: Path, clock: Clock) -> Desk:
    return Desk(folder, clock=clock)


Again = Callable[[], Desk]


@pytest.fixture
def again(folder: Path, clock: Clock) -> Again:
    """Another desk on the same folder: the program started anew, or on a second screen."""
    return lambda: Desk(folder, clock=clock)


def stored(folder: Path) -> bytes:
    path = folder / FILE
    return path.read_bytes() if path.exists() else b""


def run(days_ago: int, **more: Any) -> dict[str, Any]:
    at = NOW - timedelta(days=days_ago)
    return {"kind": "run", "at": f"{at:%Y-%m-%d}T18:00", "duration_min": 30, "distance_km": 5.0, **more}


def runner_with_runs(desk: Desk) -> None:
    desk.change_runner({"experience": "regular"})
    desk.log_all([run(days) for days in (2, 4, 6, 9, 11, 13, 16, 18, 20, 23, 25, 27)])


def runs_of(plan: PlanDoc) -> list[tuple[str, float]]:
    return [
        (item["id"], item["dose"]["run_min"]) for day in plan["days"] for item in day["items"] if item["kind"] == "run"
    ]


ENTRIES: list[dict[str, Any]] = [
    {"kind": "pain", "score": 2, "site": "shin_inner", "side": "left", "during": "run", "signs": ["swelling"]},
    {"kind": "sleep", "night_of": "2026-11-21", "asleep_h": 7.5},
    {"kind": "drink", "volume_ml": 300},
    run(1),
    {"kind": "walk", "at": "2026-11-21T12:00", "duration_min": 30},
    {"kind": "check_in", "pain_morning": 1},
    {"kind": "test", "test": "heel_raise", "side": "left", "reps": 25},
    {"kind": "screen", "signs": []},
    {"kind": "pause", "from": "2026-12-24", "to": "2026-12-27", "why": "holiday"},
    {"kind": "clearance", "by": "doctor", "clears": ["venous"]},
]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["kind"])
def test_what_was_confirmed_is_there_for_the_next_desk(desk: Desk, again: Again, entry: dict[str, Any]) -> None:
    entry_id = desk.log(entry)
    (kept,) = again().journal()
    assert kept["id"] == entry_id
    assert {key: kept[key] for key in entry} == entry


UNDATED: list[tuple[dict[str, Any], str, str]] = [
    ({"kind": "pain", "score": 1}, "at", "2026-11-22T09:30+01:00"),
    ({"kind": "drink", "volume_ml": 300}, "at", "2026-11-22T09:30+01:00"),
    ({"kind": "sleep", "asleep_h": 7}, "night_of", "2026-11-21"),
    ({"kind": "sleep", "bed": "23:10", "wake": "06:40"}, "night_of", "2026-11-21"),
    ({"kind": "pause", "why": "illness"}, "from", "2026-11-22"),
    ({"kind": "screen", "signs": []}, "at", "2026-11-22T09:30+01:00"),
    ({"kind": "clearance", "by": "doctor"}, "at", "2026-11-22T09:30+01:00"),
]


@pytest.mark.parametrize(("entry", "key", "value"), UNDATED)
def test_an_entry_without_a_time_is_of_the_moment_it_was_logged_for_good(
    desk: Desk, clock: Clock, again: Again, entry: dict[str, Any], key: str, value: str
) -> None:
    desk.log(entry)
    clock.now += timedelta(days=3)
    (kept,) = again().journal()
    assert kept[key] == value


@pytest.mark.parametrize(
    ("entry", "day"),
    [
        ({"kind": "clearance", "on": "2026-11-10", "by": "doctor"}, "2026-11-10"),
        ({"kind": "screen", "on": "2026-11-10", "signs": []}, "2026-11-10"),
        ({"kind": "screen", "at": "2026-11-10T08:00", "signs": []}, "2026-11-10"),
        ({"kind": "sleep", "at": "2026-11-11T08:00", "asleep_h": 7}, "2026-11-11"),
    ],
)
def test_an_entry_that_has_a_day_keeps_it(desk: Desk, entry: dict[str, Any], day: str) -> None:
    desk.log(entry)
    (kept,) = desk.journal()
    assert entry.items() <= kept.items()
    assert {str(kept[key])[:10] for key in ("at", "on", "night_of") if key in kept} == {day}


def test_a_clearance_covers_nothing_after_its_own_day(desk: Desk) -> None:
    desk.log({"kind": "pain", "at": "2026-11-15T08:00", "site": "calf", "side": "left", "signs": ["one_leg_swollen"]})
    desk.log({"kind": "clearance", "on": "2026-11-10", "by": "doctor", "clears": ["clot_suspected"]})
    assert "clot_suspected" in [flag["id"] for flag in desk.plan()["assessment"]["flags"]]
    desk.log({"kind": "clearance", "by": "doctor", "clears": ["clot_suspected"], "site": "calf", "side": "left"})
    assert desk.plan()["assessment"]["flags"] == []


WRONG: list[dict[str, Any]] = [
    {"kind": "pain", "score": 11, "site": "elbow"},
    {"kind": "sleep", "asleep_h": 25},
    {"kind": "drink", "volume_ml": -1},
    {"kind": "run", "at": "2026-11-23T08:00"},
    {"kind": "poem"},
    {},
    {"kind": "deleted"},
    {"kind": "profile", "changes": {"birth_year": "long ago"}},
    {"kind": "issued", "plan": {"days": 3}},
    {"kind": "drink", "note": "\ud800"},
]


@pytest.mark.parametrize("entry", WRONG, ids=str)
def test_a_wrong_entry_is_one_sentence_and_changes_nothing(
    desk: Desk, folder: Path, again: Again, entry: dict[str, Any]
) -> None:
    desk.log({"kind": "drink", "volume_ml": 300})
    before = stored(folder)
    for write in (desk.log, lambda one: desk.log_all([one]), lambda one: desk.take_in({"schema": 1, "journal": [one]})):
        with pytest.raises(Faults) as caught:
            write(entry)
        assert say_faults(caught.value).count("\n") == 0
    assert stored(folder) == before
    assert again().check() == []


def test_a_wrong_entry_is_named_by_what_the_runner_knows(desk: Desk) -> None:
    with pytest.raises(Faults) as caught:
        desk.log({"kind": "pain", "score": 11})
    assert say_faults(caught.value).startswith("pain 2026-11-22T09:30+01:00, score: 11 is outside 0 to 10")


def test_a_profile_with_two_faults_is_one_sentence_and_changes_nothing(desk: Desk, folder: Path) -> None:
    desk.change_runner({"sex": "female", "run_days": ["tue"]})
    before = stored(folder)
    with pytest.raises(Faults) as caught:
        desk.change_runner({"birth_year": 1700, "run_days": ["someday"], "mood": None})
    assert [fault.where for fault in caught.value.faults] == ["runner, run_days", "runner, birth_year", "runner, mood"]
    assert stored(folder) == before
    assert desk.runner() == {"sex": "female", "run_days": ["tue"]}


def test_the_profile_changes_key_by_key_and_none_takes_one_away(desk: Desk, again: Again) -> None:
    desk.change_runner({"sex": "female", "mass_kg": 61})
    desk.change_runner({"mass_kg": 60})
    desk.change_runner({"sex": None})
    desk.change_runner({"mass_kg": 62})
    assert desk.runner() == again().runner() == {"mass_kg": 62}


def test_an_edit_corrects_and_keeps_what_it_does_not_name(desk: Desk, again: Again) -> None:
    first = desk.log({"kind": "pain", "score": 4, "site": "calf", "note": "stairs"})
    second = desk.edit(first, {"score": 3})
    third = desk.edit(first, {"note": None})
    (kept,) = again().journal()
    assert (kept["id"], kept["score"], kept["site"]) == (third, 3, "calf")
    assert "note" not in kept
    assert len({first, second, third}) == 3


def test_a_wrong_edit_changes_nothing(desk: Desk, folder: Path) -> None:
    entry_id = desk.log({"kind": "pain", "score": 4})
    before = stored(folder)
    for changes in ({"score": 11}, {"mood": 1}, {"at": "2026-12-01"}):
        with pytest.raises(Faults):
            desk.edit(entry_id, changes)
    assert stored(folder) == before


def test_a_withdrawn_entry_counts_no_more_and_stays_in_the_log(desk: Desk, folder: Path, again: Again) -> None:
    first = desk.log({"kind": "pain", "score": 4})
    second = desk.edit(first, {"score": 3})
    desk.delete(first)
    assert desk.journal() == again().journal() == []
    assert b'"score":4' in stored(folder)
    for entry_id in (first, second, "no-such-id"):
        for write in (lambda one: desk.edit(one, {"score": 1}), desk.delete):
            with pytest.raises(Faults) as caught:
                write(entry_id)
            assert say_faults(caught.value).startswith(f"there is no entry with the id “{entry_id}”")


def test_profile_and_plans_are_not_entries_to_edit(desk: Desk) -> None:
    runner_with_runs(desk)
    desk.plan()
    ours = [str(entry["id"]) for entry in desk.whole()["journal"] if entry["kind"] in {"profile", "issued"}]
    assert len(ours) == 2
    for entry_id in ours:
        with pytest.raises(Faults):
            desk.delete(entry_id)


WATCH = run(1, id="watch", at="2026-11-21T18:05", duration_min=32, distance_km=5.4, source={"format": "fit"})


def test_a_run_logged_twice_is_shown_once_with_what_both_say(desk: Desk) -> None:
    by_hand = desk.log(run(1, pain_during=2, surface="trail"))
    desk.log_all([WATCH])
    (shown,) = desk.journal(kind="run")
    assert (shown["id"], shown["distance_km"], shown["pain_during"], shown["surface"]) == (by_hand, 5.4, 2, "trail")


@pytest.mark.parametrize("by_id_of", ["hand", "watch"])
def test_a_run_logged_twice_is_corrected_as_one(desk: Desk, by_id_of: str) -> None:
    by_hand = desk.log(run(1, pain_during=2))
    desk.log_all([WATCH])
    corrected = desk.edit({"hand": by_hand, "watch": "watch"}[by_id_of], {"distance_km": 4.8})
    (shown,) = desk.journal(kind="run")
    assert (shown["id"], shown["distance_km"], shown["pain_during"]) == (corrected, 4.8, 2)
    assert desk.log_all([WATCH]) == Tally(0, 1)
    assert len(desk.journal(kind="run")) == 1


@pytest.mark.parametrize("by_id_of", ["hand", "watch"])
def test_a_run_logged_twice_is_withdrawn_as_one(desk: Desk, by_id_of: str) -> None:
    by_hand = desk.log(run(1, pain_during=2))
    desk.log_all([WATCH])
    desk.delete({"hand": by_hand, "watch": "watch"}[by_id_of])
    assert desk.journal() == []
    assert desk.log_all([WATCH]) == Tally(0, 1)
    assert desk.journal() == []


def test_the_journal_is_by_time_and_from_a_day_and_of_a_kind(desk: Desk) -> None:
    for at in ("2026-11-20T23:30-08:00", "2026-11-21", "20261119", "2026-11-20T07:00"):
        desk.log({"kind": "pain", "at": at, "score": 1})
    desk.log({"kind": "sleep", "night_of": "2026-11-20", "asleep_h": 7})
    times = [entry.get("at") for entry in desk.journal(kind="pain")]
    assert times == ["20261119", "2026-11-20T07:00", "2026-11-20T23:30-08:00", "2026-11-21"]
    assert len(desk.journal(since=date(2026, 11, 20))) == 4
    assert len(desk.journal(since=date(2026, 11, 21), kind="sleep")) == 0


def test_a_plan_is_issued_once(desk: Desk, folder: Path, again: Again) -> None:
    runner_with_runs(desk)
    first = desk.plan(MONDAY)
    before = stored(folder)
    assert desk.plan(MONDAY) == first
    assert again().plan(MONDAY) == first
    assert stored(folder) == before
    assert runs_of(first)


def test_what_changed_is_shown_and_still_shown_on_the_same_day(desk: Desk, clock: Clock, again: Again) -> None:
    runner_with_runs(desk)
    assert desk.plan(MONDAY)["changes"] == []
    desk.log({"kind": "pain", "site": "shin_inner", "side": "left", "score": 5, "during": "run"})
    changes = desk.plan(MONDAY)["changes"]
    assert {change["what"] for change in changes} & {"eased", "removed"}
    assert all(change["reasons"] for change in changes)
    assert desk.plan(MONDAY)["changes"] == changes
    desk.log({"kind": "drink", "volume_ml": 300})
    assert desk.plan(MONDAY)["changes"] == changes
    assert again().plan(MONDAY)["changes"] == changes
    clock.now += timedelta(days=1)
    assert again().plan(MONDAY)["changes"] != changes


def test_ids_of_items_are_kept_through_replans(desk: Desk, again: Again) -> None:
    runner_with_runs(desk)
    first = runs_of(desk.plan(MONDAY))
    desk.log({"kind": "sleep", "asleep_h": 7.5})
    assert [key for key, _ in runs_of(again().plan(MONDAY))] == [key for key, _ in first]


def test_the_past_stays_as_it_was_issued(desk: Desk, clock: Clock, again: Again) -> None:
    runner_with_runs(desk)
    tuesday = next(day for day in desk.plan(MONDAY)["days"] if day["date"] == "2026-11-24")
    clock.now += timedelta(days=4)
    (shown,) = [day for day in again().plan(MONDAY)["days"] if day["date"] == "2026-11-24"]
    assert shown.get("past") is True
    assert [item["id"] for item in shown["items"]] == [item["id"] for item in tuesday["items"]]


def test_a_ticked_item_shows_what_became_of_it(desk: Desk, again: Again) -> None:
    runner_with_runs(desk)
    done, skipped, *_ = [item["id"] for item in desk.day()["items"] if item["kind"] not in {"rest", "see_clinician"}]
    desk.tick(done)
    desk.tick(skipped, "skipped", why="no_time")
    outcomes = {item["id"]: item.get("outcome") for item in again().day()["items"]}
    assert (outcomes[done], outcomes[skipped]) == ("done", "skipped")


@pytest.mark.parametrize(
    "tick",
    [
        {"item_id": "2026-11-22/run/99"},
        {"item_id": ""},
        {"outcome": "forgotten"},
        {"outcome": "skipped", "why": "lazy"},
        {"pain": 11},
    ],
)
def test_a_wrong_tick_is_one_sentence_and_changes_nothing(desk: Desk, folder: Path, tick: dict[str, Any]) -> None:
    runner_with_runs(desk)
    item_id = desk.day()["items"][0]["id"]
    before = stored(folder)
    with pytest.raises(Faults) as caught:
        desk.tick(**{"item_id": item_id, **tick})
    assert say_faults(caught.value).endswith(".")
    assert stored(folder) == before


def test_a_week_too_far_ahead_is_named_and_changes_nothing(desk: Desk, folder: Path) -> None:
    runner_with_runs(desk)
    before = stored(folder)
    with pytest.raises(Faults):
        desk.plan(date(2028, 1, 3))
    assert stored(folder) == before


@pytest.fixture
def full(desk: Desk) -> Desk:
    """A desk with everything in it: profile, entries, corrections, withdrawals, issued plans, ticks."""
    runner_with_runs(desk)
    for entry in ENTRIES:
        desk.log(entry)
    desk.plan()
    desk.edit(desk.log({"kind": "pain", "score": 4}), {"score": 3})
    desk.delete(desk.log({"kind": "drink", "volume_ml": 20}))
    desk.tick(desk.day()["items"][0]["id"])
    desk.plan(MONDAY)
    return desk


def test_an_export_is_taken_in_unchanged_and_twice_adds_nothing(full: Desk, clock: Clock, tmp_path: Path) -> None:
    whole = json.loads(json.dumps(full.whole()))
    other = Desk(tmp_path / "other", clock=clock)
    assert other.take_in(whole) == Tally(len(whole["journal"]), 0)
    assert other.whole() == full.whole()
    assert other.plan(MONDAY) == full.plan(MONDAY)
    before = stored(tmp_path / "other")
    assert other.take_in(whole) == Tally(0, len(whole["journal"]))
    assert full.take_in(whole) == Tally(0, len(whole["journal"]))
    assert stored(tmp_path / "other") == before


def test_two_devices_that_take_in_each_other_agree(full: Desk, clock: Clock, tmp_path: Path) -> None:
    other = Desk(tmp_path / "other", clock=clock)
    other.take_in(full.whole())
    clock.now += timedelta(minutes=5)
    full.log({"kind": "drink", "volume_ml": 100})
    other.edit(str(other.journal(kind="pain")[0]["id"]), {"score": 1})
    other.change_runner({"mass_kg": 60})
    full.take_in(other.whole())
    other.take_in(full.whole())
    assert other.journal() == full.journal()
    assert other.runner() == full.runner()


CASE = {
    "schema": 1,
    "today": "2026-11-20",
    "runner": {"sex": "female", "run_days": ["tue"]},
    "journal": [{"kind": "drink", "volume_ml": 300}, {"kind": "pain", "id": "p", "score": 1}],
    "issued": [{"week_start": "2026-11-16", "days": [{"date": "2026-11-17", "items": [{"id": "i", "kind": "run"}]}]}],
}


def test_a_case_can_be_taken_in_and_its_entries_are_of_its_own_day(desk: Desk, clock: Clock) -> None:
    assert desk.take_in(CASE) == Tally(4, 0)
    assert desk.runner() == CASE["runner"]
    assert [str(entry["at"])[:10] for entry in desk.journal()] == ["2026-11-20", "2026-11-20"]
    assert [plan["week_start"] for plan in desk.issued()] == ["2026-11-16"]
    clock.now += timedelta(days=9)
    assert desk.take_in(CASE) == Tally(0, 4)


@pytest.mark.parametrize(
    "whole",
    [
        {},
        {"schema": 2, "journal": []},
        {"schema": 1, "journal": 5},
        {"schema": 1, "journal": [5]},
        {"schema": 1, "runner": [1]},
        {"schema": 1, "runner": {"sex": "?"}},
        {"schema": 1, "issued": 5},
        {"schema": 1, "issued": [5]},
        {"schema": 1, "today": "soon"},
        {**CASE, "journal": [*CASE["journal"], {"kind": "pain", "score": 11}]},
    ],
    ids=str,
)
def test_an_export_that_is_none_is_one_sentence_and_changes_nothing(
    full: Desk, folder: Path, whole: dict[str, Any]
) -> None:
    before = stored(folder)
    with pytest.raises(Faults) as caught:
        full.take_in(whole)
    assert say_faults(caught.value).count("\n") == 0
    assert stored(folder) == before


def test_an_import_says_how_many_were_new_and_known_and_writes_once(desk: Desk, folder: Path) -> None:
    made = [run(days, id=f"r{days}") for days in range(5)]
    assert desk.log_all([*made, made[0]]) == Tally(5, 1)
    assert desk.log_all([*made, run(9)]) == Tally(1, 5)
    before = stored(folder)
    assert desk.log_all([]) == Tally(0, 0)
    assert stored(folder) == before


def test_two_desks_on_one_folder_see_each_others_entries(desk: Desk, again: Again) -> None:
    other = again()
    first = desk.log({"kind": "drink", "volume_ml": 100})
    assert [entry["id"] for entry in other.journal()] == [first]
    second = other.edit(first, {"volume_ml": 200})
    assert [entry["id"] for entry in desk.journal()] == [second]
    other.change_runner({"language": "en", "mass_kg": 70})
    assert desk.runner()["mass_kg"] == 70
    assert desk.plan() == other.plan()


def test_threads_lose_nothing(desk: Desk, again: Again) -> None:
    def work(n: int) -> str:
        entry_id = desk.log({"kind": "drink", "volume_ml": n})
        if n % 4 == 0:
            desk.plan()
        return entry_id

    with ThreadPoolExecutor(6) as pool:
        ids = set(pool.map(work, range(24)))
    assert {entry["id"] for entry in again().journal()} == ids
    assert again().check() == []


def test_corrections_hold_even_when_the_clock_is_set_back(desk: Desk, clock: Clock, again: Again) -> None:
    desk.change_runner({"mass_kg": 61})
    clock.now -= timedelta(hours=1)
    desk.change_runner({"mass_kg": 60})
    assert again().runner() == {"mass_kg": 60}


def test_a_day_ends_at_the_runners_midnight(desk: Desk, clock: Clock) -> None:
    clock.now = datetime(2026, 3, 29, 0, 30, tzinfo=timezone(timedelta(hours=13)))
    assert desk.today == date(2026, 3, 29)
    desk.log({"kind": "drink", "volume_ml": 300})
    assert desk.day()["date"] == "2026-03-29"
    assert desk.whole()["journal"][0]["logged_at"] == "2026-03-28T11:30:00.000000+00:00"


def test_a_fixed_day_stands_in_for_the_clocks(folder: Path, clock: Clock) -> None:
    desk = Desk(folder, clock=clock, today=date(2026, 11, 1))
    desk.log({"kind": "drink", "volume_ml": 300})
    assert desk.journal()[0]["at"] == "2026-11-01T09:30+01:00"
    assert desk.plan()["today"] == "2026-11-01"


def test_a_sound_folder_has_nothing_to_mend(full: Desk) -> None:
    assert full.check() == []
    assert full.notice is None
    assert full.language == "en"


def test_forgetting_leaves_nothing(full: Desk, folder: Path) -> None:
    full.forget()
    assert full.journal() == []
    assert full.runner() == {}
    assert [path for path in folder.rglob("*") if path.is_file() and path.stat().st_size] == []
    full.log({"kind": "drink", "volume_ml": 300})
    assert len(full.journal()) == 1


def test_times_are_logged_in_utc(desk: Desk) -> None:
    desk.log({"kind": "drink", "volume_ml": 300})
    (entry,) = desk.whole()["journal"]
    assert datetime.fromisoformat(entry["logged_at"]) == NOW.astimezone(UTC)


def test_a_check_names_entries_that_cannot_be_read_on_that_day(desk: Desk, folder: Path, clock: Clock) -> None:
    desk.log({"kind": "pain", "score": 1, "note": None})
    (said,) = Desk(folder, clock=clock, today=date(2026, 11, 1)).check()
    assert "lies after today, 2026-11-01" in said
    assert desk.check() == []


def test_a_desk_that_grew_shows_what_a_new_desk_shows(desk: Desk, again: Again) -> None:
    desk.change_runner({"experience": "regular"})
    for entry in (run(1), {"kind": "sleep", "asleep_h": 7.5}, {"kind": "pain", "site": "calf", "score": 2}):
        desk.log(entry)
        desk.plan()
        assert desk.journal() == again().journal()
    desk.delete(desk.log({"kind": "drink", "volume_ml": 250}))
    desk.log({"kind": "pain", "site": "calf", "score": 1, "at": "2026-11-20T07:00"})
    assert desk.journal() == again().journal()
    desk.edit(desk.log({"kind": "drink", "volume_ml": 300}), {"volume_ml": 200})
    assert desk.plan() == again().plan()
    assert desk.journal() == again().journal()


def test_a_withdrawal_that_came_first_still_withdraws(desk: Desk) -> None:
    desk.log_all([{"kind": "deleted", "id": "d", "entry": "late", "logged_at": "2026-11-20T08:00:00Z"}])
    desk.plan()
    desk.log_all([{"kind": "drink", "id": "late", "volume_ml": 200, "at": "2026-11-20T07:00"}])
    assert desk.journal() == []


def test_the_way_ahead_grows_with_what_is_logged(desk: Desk) -> None:
    assert desk.way() is desk.way()
    desk.log({"kind": "run", "duration_min": 30, "run_min": 12, "stage": "2", "pain_during": 0, "item": None})
    assert [step["stage"] for step in desk.way()["steps"] if step["state"] == "here"] == ["2"]


def test_weeks_can_be_looked_at_from_the_first_that_was_issued(desk: Desk, clock: Clock) -> None:
    assert desk.weeks() == (MONDAY - timedelta(weeks=1), MONDAY + timedelta(weeks=11))
    desk.plan()
    clock.now = NOW + timedelta(weeks=2)
    assert desk.weeks() == (MONDAY - timedelta(weeks=1), MONDAY + timedelta(weeks=13))


def test_what_changed_on_a_day_is_told_the_day_after_too(desk: Desk, clock: Clock) -> None:
    for day in range(5):
        desk.log({"kind": "run", "at": f"2026-11-{10 + 2 * day}T18:00", "duration_min": 40, "distance_km": 7})
    desk.plan(MONDAY)
    desk.log({"kind": "pause", "from": "2026-11-23", "to": "2026-11-29", "why": "holiday"})
    desk.plan(MONDAY)
    told = desk.changes_on(NOW.date(), MONDAY)
    assert {change["what"] for change in told} & {"removed", "eased"}
    clock.now = NOW + timedelta(days=1)
    assert desk.changes_on(NOW.date(), MONDAY) == told
    assert desk.changes_on(clock.now.date(), NOW.date()) == []


def test_what_there_is_to_read_begins_where_it_hurt_last(desk: Desk) -> None:
    assert desk.cards() == ()
    desk.change_runner({"health": ["varicose_veins"]})
    desk.log({"kind": "pain", "site": "calf", "side": "left", "score": 2, "at": "2026-11-20T08:00"})
    desk.log({"kind": "pain", "site": "knee_front", "side": "left", "score": 2, "at": "2026-11-21T08:00"})
    desk.log({"kind": "pain", "site": "heel_sole", "side": "left", "score": 2, "at": "2026-09-01T08:00"})
    assert desk.sites() == ("knee_front", "calf")
    assert desk.cards() == ("knee", "calf", "veins")


def test_a_named_condition_brings_its_card_while_it_holds(desk: Desk) -> None:
    named = {"condition": "plantar_fascia", "side": "left", "given_by_clinician": True}
    desk.change_runner({"diagnoses": [named, {"condition": "unknown"}]})
    assert desk.cards() == ("heel",)
    desk.change_runner({"diagnoses": [{**named, "until": "2026-11-01"}]})
    assert desk.cards() == ()


def test_the_desk_goes_back_to_a_copy_and_plans_anew(desk: Desk, folder: Path) -> None:
    desk.log({"kind": "drink", "volume_ml": 300})
    copy = desk.back_up()
    desk.change_runner({"run_days": []}, note="an experiment")
    assert desk.notes()[0]["note"] == "an experiment"
    kept = desk.restore(copy)
    assert desk.runner() == {}
    assert [one.path for one in desk.copies()] == [kept, copy]
    assert kept is not None
    desk.restore(kept)
    assert desk.runner() == {"run_days": []}
