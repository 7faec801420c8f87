"""Weeks that fit a life: hours, the day of the long run, pauses, what was moved, skipped or missed, and how it is now."""

from typing import Any

import pytest

from planner.journal import Faults
from tests.assess.cases import Entry, answered, diagnosed, items, pain, plan, regular, run, run_minutes, the
from tests.schedule.test_changes import of, one, ticked

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ROOMY: Entry = {"day_minutes": dict.fromkeys(WEEKDAYS, 300)}
SHIN: Entry = {"site": "shin_inner", "side": "left"}
MTSS: dict[str, Any] = {"diagnoses": [diagnosed("mtss")]}
HABIT = regular(5, distance_km=8)
AT_TWO = answered(run(-3, 30, run_min=12, stage="2", **SHIN))


def days(made: dict[str, Any], *kinds: str) -> list[int]:
    return sorted({next(n for n in range(-7, 30) if the(n) == item["date"]) for item in items(made, *kinds)})


def at(made: dict[str, Any], kind: str) -> dict[int, str]:
    return {next(n for n in range(30) if the(n) == item["date"]): item["at"] for item in items(made, kind)}


def told(made: dict[str, Any], rule: str) -> list[Entry]:
    return [reason for item in items(made) for reason in item["reasons"] if reason["rule"] == rule]


# Hours and the long run


def test_runs_and_walks_begin_at_the_hour_that_the_runner_chose() -> None:
    assert set(at(plan(HABIT, run_at="07:00"), "run").values()) == {"07:00"}
    assert set(at(plan(run(-60, 30), run_at="06:15", **MTSS), "walk").values()) == {"06:15"}


def test_hours_may_differ_by_weekday() -> None:
    usual = at(plan(HABIT), "run")
    made = at(plan(HABIT, run_at={"mon": "06:00", "wed": None}), "run")
    assert made == {**usual, 0: "06:00"}


@pytest.mark.parametrize(("chosen", "begins"), [("00:10", "04:00"), ("05:30", "05:30"), ("23:00", "21:20")])
def test_everything_around_a_run_keeps_its_order_at_any_hour(chosen: str, begins: str) -> None:
    made = plan(HABIT, run_at=chosen)
    assert at(made, "run")[0] == begins
    for ran in items(made, "run"):
        mine = {i["kind"]: i["at"] for i in items(made, "warm_up", "cool_down", "check_in") if i.get("for") == ran["id"]
                and i["date"] == ran["date"]}  # fmt: skip
        assert mine["warm_up"] < ran["at"] < mine["cool_down"] <= mine["check_in"]


@pytest.mark.parametrize("given", ["7", {"someday": "07:00"}, {"mon": "25:00"}, 7])
def test_an_hour_that_is_none_is_refused(given: object) -> None:
    with pytest.raises(Faults):
        plan(run_at=given)


def test_a_long_run_day_that_is_none_is_refused() -> None:
    with pytest.raises(Faults):
        plan(long_run_day="someday")


@pytest.mark.parametrize("weekday", range(1, 7))
def test_the_longest_run_is_on_the_day_that_the_runner_chose(weekday: int) -> None:
    minutes = run_minutes(plan(HABIT, long_run_day=WEEKDAYS[weekday], **ROOMY))
    assert max(minutes, key=lambda day: minutes[day]) == the(weekday)
    assert sorted(minutes.values()) == sorted(run_minutes(plan(HABIT, **ROOMY)).values())


def test_the_day_of_the_long_run_gives_way_to_the_rules() -> None:
    made = plan(HABIT, long_run_day="sat", run_days=["mon", "wed", "fri"], **ROOMY)
    assert sorted(run_minutes(made)) == [the(0), the(2), the(4)]


# Pauses


@pytest.mark.parametrize(("why", "first"), [("holiday", 4), ("injury", 4), ("other", 4), (None, 4), ("illness", 5)])
def test_a_pause_is_kept_free_and_an_illness_one_day_longer(why: str | None, first: int) -> None:
    pause = {"kind": "pause", "id": "p", "from": the(0), "to": the(3), **({"why": why} if why else {})}
    made = plan(HABIT, pause)
    assert days(made, "run", "walk", "strength")[0] >= first
    assert days(made, "run")[0] == first
    rest = next(item for item in of(made, 1) if item["kind"] == "rest")
    assert rest["reasons"][0]["rule"] == "fit.pause"


def test_runs_that_a_pause_leaves_no_day_for_are_told() -> None:
    made = plan(HABIT, {"kind": "pause", "id": "p", "from": the(0), "why": "holiday"})
    assert not items(made, "run")
    assert [left["reasons"][0]["rule"] for left in made["not_placed"] if left["kind"] == "run"] == ["fit.pause"]


# Moved, pinned, skipped, missed


def moved(made: dict[str, Any], from_day: int, to: int, kind: str = "run") -> Entry:
    return ticked(one(made, from_day, kind)["id"], "moved", hour=10, to=the(to))


@pytest.mark.parametrize(("from_day", "to", "expected"), [(2, 3, [0, 3, 5]), (4, 6, [0, 2, 6]), (0, 1, [1, 3, 5])])
def test_a_moved_run_goes_there_and_leaves_its_day(from_day: int, to: int, expected: list[int]) -> None:
    first = plan(HABIT)
    again = plan(HABIT, moved(first, from_day, to), issued=[first])
    assert one(again, to, "run")["id"] == one(first, from_day, "run")["id"]
    assert from_day not in days(again, "run")
    assert len(days(again, "run")) == 3
    later = plan(HABIT, moved(first, from_day, to), issued=[first, again])
    assert later["days"] == again["days"]
    assert later["changes"] == []


def test_on_the_ladder_a_move_takes_a_run_where_days_would_touch() -> None:
    first = plan(AT_TWO, **MTSS)
    assert days(first, "run") == [0, 2, 4, 6]
    again = plan(AT_TWO, moved(first, 2, 3), issued=[first], **MTSS)
    assert 3 in days(again, "run")
    assert all(b - a > 1 for a, b in zip(days(again, "run"), days(again, "run")[1:], strict=False))


def test_a_walk_moves_like_a_run() -> None:
    first = plan(run(-60, 30), **MTSS)
    again = plan(run(-60, 30), moved(first, 2, 3, "walk"), issued=[first], **MTSS)
    assert 3 in days(again, "walk")
    assert 2 not in days(again, "walk")


def test_what_is_pinned_to_its_own_day_stays_there() -> None:
    first = plan(HABIT)
    pinned = moved(first, 4, 4)
    assert 4 in days(plan(HABIT, pinned, issued=[first], long_run_day="sun"), "run")
    again = plan(HABIT, pinned, issued=[first])
    assert again["changes"] == []


def test_two_moves_onto_neighbouring_days_keep_the_one_that_can_be_kept() -> None:
    first = plan(AT_TWO, **MTSS)
    moves = moved(first, 2, 3), moved(first, 6, 4)
    made = plan(AT_TWO, *moves, issued=[first], **MTSS)
    assert len({3, 4} & set(days(made, "run"))) == 1
    assert [left["reasons"][0]["rule"] for left in made["not_placed"] if left["kind"] == "run"] == ["move.no_room"]


def test_runs_can_change_places() -> None:
    first = plan(HABIT)
    swap = moved(first, 0, 2), moved(first, 2, 0)
    again = plan(HABIT, *swap, issued=[first])
    assert one(again, 0, "run")["id"] == one(first, 2, "run")["id"]
    assert one(again, 2, "run")["id"] == one(first, 0, "run")["id"]


def test_a_run_moved_to_the_next_week_isnt_made_up_for_in_this_one() -> None:
    first = plan(HABIT)
    move = moved(first, 4, 8)
    assert days(plan(HABIT, move, issued=[first]), "run") == [0, 2]
    after = plan(HABIT, move, issued=[first], start=the(7))
    assert one(after, 8, "run")["id"] == one(first, 4, "run")["id"]


def test_a_red_day_comes_before_a_move() -> None:
    first = plan(HABIT)
    red = pain(0, "knee_front", 6, 9, during="daily")
    made = plan(HABIT, moved(first, 0, 1), red, issued=[first])
    assert 1 not in days(made, "run", "walk")
    assert "rest.red" in [left["reasons"][0]["rule"] for left in made["not_placed"]]


def test_a_day_that_the_runner_left_out_stays_free() -> None:
    first = plan(HABIT)
    skipped = ticked(one(first, 2, "run")["id"], "skipped", hour=10)
    again = plan(HABIT, skipped, issued=[first])
    assert 2 not in days(again, "run")
    assert 2 not in days(plan(HABIT, skipped, issued=[first, again]), "run")
    rest = [item for item in of(again, 2) if item["kind"] == "rest"]
    assert not rest or rest[0]["reasons"][0]["rule"] == "fit.skipped"


def test_a_missed_run_earns_nothing_and_is_nobodys_fault() -> None:
    first = plan(AT_TWO, **MTSS)
    later = plan(AT_TWO, issued=[first], ahead=1, start=the(0), **MTSS)
    assert one(later, 0, "run").get("outcome") is None
    assert set(run_minutes(later).values()) <= {12}
    assert days(later, "run")[0] == 0
    assert later["assessment"]["stage"] == "2"


def test_a_move_to_a_day_that_went_by_binds_nothing() -> None:
    first = plan(HABIT)
    later = plan(HABIT, moved(first, 0, 1), issued=[first], ahead=2, start=the(0))
    assert min(days(later, "run")) >= 0
    assert [item for item in of(later, 1) if item["kind"] == "run"] == []


# How is it now


@pytest.mark.parametrize("during", ["daily", "rest", "walking"])
def test_an_amber_score_before_the_run_eases_today_alone(during: str) -> None:
    before = run_minutes(plan(HABIT, **ROOMY))
    felt = pain(0, "knee_front", 3, 8, during=during)
    made = plan(HABIT, felt, **ROOMY)
    minutes = run_minutes(made)
    if the(0) in minutes:
        assert minutes[the(0)] == 30
        (why,) = told(made, "now.amber")
        assert why["entries"] == [felt["id"]]
        assert "3 of 10" in why["text"]
        assert why["lifts"]
    assert sum(minutes.values()) <= sum(before.values())


def test_on_the_ladder_an_amber_score_takes_one_stage_off_today_alone() -> None:
    calf: dict[str, Any] = {"diagnoses": [diagnosed("runners_knee")]}
    knee: Entry = {"site": "knee_front", "side": "left"}
    at_three = [answered(run(day, 24, run_min=16, stage="3", **knee)) for day in (-5, -2)]
    felt = pain(0, "knee_front", 3, 9, during="daily")
    made = plan(at_three, felt, **calf)
    assert made["assessment"]["light"] == "amber"
    minutes = run_minutes(made)
    stage = {"3": 16, "4": 18}[made["assessment"]["stage"]]
    assert minutes[the(0)] == {16: 12, 18: 16}[stage]
    assert {run_min for day, run_min in minutes.items() if day != the(0)} == {stage}
    assert told(made, "now.amber_stage")[0]["entries"] == [felt["id"]]


def test_a_better_score_later_lifts_it() -> None:
    worse, better = pain(0, "knee_front", 3, 8, during="daily"), pain(0, "knee_front", 0, 9, during="daily")
    assert told(plan(HABIT, worse), "now.amber")
    assert not told(plan(HABIT, worse, better), "now.amber")


@pytest.mark.parametrize(
    "other", [pain(-1, "knee_front", 3, 8, during="daily"), pain(0, "knee_front", 6, 8, during="daily")]
)
def test_yesterdays_score_and_a_red_one_ease_nothing_more(other: Entry) -> None:
    assert not told(plan(HABIT, other), "now.amber")
