"""Decision table G: the order of work in a week, and what a limit leaves of it."""

from itertools import pairwise
from typing import Any

import pytest

from planner.journal import Faults
from tests.assess.cases import (
    Entry,
    answered,
    diagnosed,
    items,
    pain,
    plan,
    regular,
    run,
    run_minutes,
    sign,
    the,
)

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
STAGE_MIN = {"1": 6, "2": 12, "3": 16, "4": 18, "5": 20, "6": 25, "7": 27, "8": 30}
SHIN: Entry = {"site": "shin_inner", "side": "left"}
MTSS: Entry = {"diagnoses": [diagnosed("mtss")]}


def at(stage: str, last: int = -3) -> list[Entry]:
    """Somebody on that stage, whose last run was so many days ago."""
    return answered(run(last, 30, run_min=STAGE_MIN[stage], stage=stage, **SHIN), morning=None)


def days(made: dict[str, Any], *kinds: str) -> list[int]:
    """Days with such an item, counted from today."""
    return sorted({next(n for n in range(-7, 99) if the(n) == item["date"]) for item in items(made, *kinds)})


def limit(kind: str, value: Any = None, until: int = 60) -> dict[str, Any]:
    return {"clinician_limits": [{"kind": kind, "value": value, "until": the(until)}]}


# Which days


@pytest.mark.parametrize(
    ("last", "expected"), [(-3, [0, 2, 4, 6]), (-2, [0, 2, 4, 6]), (-1, [1, 3, 5]), (0, [2, 4, 6])]
)
def test_on_the_ladder_runs_lie_a_day_apart_as_early_as_they_can(last: int, expected: list[int]) -> None:
    assert days(plan(at("3", last), **MTSS), "run") == expected


def test_at_most_four_runs_a_week_on_the_ladder() -> None:
    assert len(run_minutes(plan(at("3"), **MTSS))) == 4
    assert len(run_minutes(plan(at("3"), **MTSS, start=the(7)))) == 4


@pytest.mark.parametrize(
    ("run_days", "expected"),
    [
        (["tue", "thu", "sat", "sun"], [1, 3, 5]),
        (["mon", "tue"], [0]),
        (["sat", "sun"], [5]),
        (["wed"], [2]),
        ([], []),
        (list(WEEKDAYS), [0, 2, 4, 6]),
    ],
)
def test_run_days_are_hard(run_days: list[str], expected: list[int]) -> None:
    assert days(plan(at("3"), **MTSS, run_days=run_days), "run") == expected
    assert not set(days(plan(regular(5), run_days=run_days), "run")) - {WEEKDAYS.index(day) for day in run_days}


def test_most_running_minutes_win_then_fewest_runs_then_the_earliest_days() -> None:
    short = {"day_minutes": {"mon": 40, "tue": 60, "wed": 40, "thu": 60, "fri": 40, "sat": 60, "sun": 40}}
    assert days(plan(at("8"), **MTSS, **short), "run") == [1, 3, 5]
    assert set(run_minutes(plan(at("8"), **MTSS, **short)).values()) == {30}


def test_a_healthy_runner_may_run_on_two_days_in_a_row_but_needs_not() -> None:
    assert days(plan(regular(5)), "run") == [0, 2, 4]
    assert days(plan(regular(5), run_days=["sat", "sun"]), "run") == [5, 6]


def test_one_day_in_seven_is_a_rest_day_whatever_the_habit() -> None:
    daily = [run(day, 30) for day in range(-28, 0)]
    made = plan(daily)
    active = {item["date"] for item in items(made, "run", "walk", "strength", "cross_training")}
    assert len(active) <= 6
    assert the(0) not in active  # the six days before were all runs


def test_nothing_is_planned_into_the_past() -> None:
    made = plan(regular(5), start=the(-3))
    assert [day.get("past", False) for day in made["days"]] == [True] * 3 + [False] * 4
    assert not [item for day in made["days"][:3] for item in day["items"]]


def test_no_second_run_on_a_day_that_has_one() -> None:
    assert 0 not in days(plan(regular(5), run(0, 20, 7)), "run")


def test_a_pause_has_no_sessions() -> None:
    holiday = {"kind": "pause", "id": "p", "from": the(0), "to": the(3), "why": "holiday"}
    assert days(plan(regular(5), holiday), "run", "walk", "strength", "cross_training")[0] >= 4
    fever = {"kind": "pause", "id": "p", "from": the(0), "to": the(3), "why": "illness"}
    assert days(plan(regular(5), fever), "run")[0] >= 5


# How many minutes


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [(48, 30), (47, 20), (43, 20), (42, 20), (41, 18), (36, 15), (29, 9), (28, 9), (27, 6), (24, 5), (23, None), (0, None)],
)  # fmt: skip
def test_of_all_stages_and_repeats_the_one_with_most_running_that_fits_the_day(
    minutes: int, expected: int | None
) -> None:
    """Room is the day's minutes less 18; the stages below 8 are 9/1, 5/1, 4/1, 3/2, 2/1, 2/3 and 1/4 minutes."""
    made = plan(at("8"), **MTSS, day_minutes=dict.fromkeys(WEEKDAYS, minutes))
    assert set(run_minutes(made).values()) == ({expected} if expected else set())


@pytest.mark.parametrize(
    ("most", "expected"),
    [(60, 30), (29, 27), (26, 25), (24, 20), (19, 18), (17, 16), (11, 10), (5, 5), (4, None), (0, None)],
)
def test_a_clinicians_minutes_are_never_exceeded(most: int, expected: int | None) -> None:
    made = plan(at("8"), **MTSS, **limit("max_run_min", most))
    assert set(run_minutes(made).values()) == ({expected} if expected else set())
    assert expected or items(made, "walk")
    assert max(run_minutes(plan(regular(5), **limit("max_run_min", most))).values(), default=0) <= most


def test_a_limit_ends_after_its_last_day() -> None:
    made = plan(at("8"), **MTSS, **limit("max_run_min", 20, until=2))
    assert [run_minutes(made)[the(day)] for day in (0, 2, 4, 6)] == [20, 20, 30, 30]


@pytest.mark.parametrize("kind", ["hold_stage", "start_stage"])
def test_a_clinicians_stage_is_never_exceeded(kind: str) -> None:
    assert set(run_minutes(plan(at("8"), **MTSS, **limit(kind, "3"))).values()) == {16}
    assert set(run_minutes(plan(at("2"), **MTSS, **limit(kind, "3"))).values()) == {12}


@pytest.mark.parametrize("kind", ["hold_stage", "start_stage"])
def test_a_clinicians_stage_bounds_a_runner_off_the_ladder_too(kind: str) -> None:
    assert set(run_minutes(plan(regular(5), **limit(kind, "3"))).values()) == {16}


def test_a_stage_to_start_at_binds_until_it_was_started() -> None:
    started = [one for day in (-5, -3) for one in answered(run(day, 30, run_min=16, stage="3", **SHIN))]
    made = plan(started, **MTSS, **limit("start_stage", "3"))
    assert made["assessment"]["stage"] == "4"
    assert set(run_minutes(made).values()) == {18}


def test_a_run_that_only_one_day_has_minutes_for_tells_so() -> None:
    short = {"day_minutes": {**dict.fromkeys(WEEKDAYS, 20), "mon": 60}}
    made = plan(regular(5), **short)
    assert days(made, "run") == [0]
    assert next(left["reasons"][0]["rule"] for left in made["not_placed"] if left["kind"] == "run") == "fit.minutes"


def test_days_off_are_kept_free_of_runs() -> None:
    assert set(days(plan(at("3"), **MTSS, **limit("days_off", ["mon", "wed"])), "run")).isdisjoint({0, 2})
    apart = days(plan(at("3"), **MTSS, **limit("days_off", 2)), "run")
    assert all(b - a >= 3 for a, b in pairwise(apart))


def test_no_hills_is_said_in_the_dose() -> None:
    assert all(item["dose"]["hills"] is False for item in items(plan(regular(5), **limit("no_hills")), "run"))


# Never more than without symptoms


@pytest.mark.parametrize(
    "symptoms",
    [
        [pain(-1, "knee_front", 2, during="daily")],
        [pain(-1, "knee_front", 3, during="daily")],
        [pain(0, "thigh_back", 4, 8, during="daily", side="both")],
        [sign(-1, "calf", "calf_tight_at_distance")],
    ],
)  # fmt: skip
def test_symptoms_never_bring_more_running_days_or_minutes(symptoms: list[Entry]) -> None:
    calm = run_minutes(plan(regular(5)))
    made = run_minutes(plan(regular(5), symptoms))
    assert len(made) <= len(calm)
    assert sum(made.values()) <= sum(calm.values())
    assert max(made.values(), default=0) <= max(calm.values())


# Around a run


def test_a_run_has_its_warm_up_before_and_cool_down_after() -> None:
    made = plan(at("3"), **MTSS)
    for one in items(made, "run"):
        mine = {
            item["kind"]: item
            for item in items(made, "warm_up", "cool_down", "check_in")
            if item.get("for") == one["id"]
        }
        assert mine["warm_up"]["at"] < one["at"] < mine["cool_down"]["at"]


def test_segments_add_up() -> None:
    for stage, minutes in STAGE_MIN.items():
        for one in items(plan(at(stage), **MTSS), "run"):
            segments = one["dose"]["segments"]
            assert sum(s["times"] * s["run_min"] for s in segments) == one["dose"]["run_min"] == minutes
            assert sum(s["times"] * (s["run_min"] + s["walk_min"]) for s in segments) == one["minutes"]


@pytest.mark.parametrize(
    "journal", [at("3"), at("3", -1), regular(5), [run(-60, 30)]], ids=["ladder", "ran", "healthy", "W"]
)
def test_each_run_and_ladder_walk_is_asked_about_the_same_day_and_the_next_morning(journal: list[Entry]) -> None:
    made = plan(journal, **MTSS)
    asked = days(made, "check_in")
    for day in days(made, "run", "walk"):
        assert day in asked
        assert day == 6 or day + 1 in asked


def test_the_first_day_asks_about_yesterdays_run() -> None:
    ran = run(-1, 30)
    first = [item for item in items(plan(regular(5, last=-3), ran), "check_in") if item["date"] == the(0)]
    assert any(item["dose"].get("about") == ran["id"] for item in first)


def test_items_of_a_day_are_in_the_order_of_their_time() -> None:
    for made in (plan(at("3"), **MTSS), plan(regular(5)), plan(sign(-1, "calf", "one_leg_swollen"))):
        for day in made["days"]:
            assert [item["at"] for item in day["items"]] == sorted(item["at"] for item in day["items"])


# Strength comes after running


def test_strength_is_twice_a_week_two_days_apart() -> None:
    placed = days(plan(regular(5)), "strength")
    assert len(placed) == 2
    assert placed[1] - placed[0] >= 2


def test_strength_never_takes_minutes_or_days_from_running() -> None:
    tight = {"day_minutes": dict.fromkeys(WEEKDAYS, 48)}
    made = plan(at("8"), **MTSS, **tight)
    assert set(run_minutes(made).values()) == {30}
    assert not set(days(made, "strength")) & set(days(made, "run"))


def test_what_found_no_room_is_told() -> None:
    made = plan(at("8"), **MTSS, day_minutes=dict.fromkeys(WEEKDAYS, 10))
    assert {"strength"} <= {one["kind"] for one in made["not_placed"]}
    assert all(reason["text"] for one in made["not_placed"] for reason in one["reasons"])
    assert "run" in {one["kind"] for one in plan(regular(5), run_days=["sat"])["not_placed"]}
    assert "run" in {one["kind"] for one in plan(regular(5), day_minutes=dict.fromkeys(WEEKDAYS, 10))["not_placed"]}


def test_the_days_minutes_bound_what_counts() -> None:
    counted = {"run", "walk", "warm_up", "cool_down", "strength", "mobility", "cross_training"}
    for minutes in (0, 20, 33, 48, 55, 75):
        for journal, runner in ((at("8"), MTSS), (regular(5), {}), ([run(-60, 30)], {})):
            made = plan(journal, **runner, day_minutes=dict.fromkeys(WEEKDAYS, minutes))
            for day in made["days"]:
                assert sum(item["minutes"] for item in day["items"] if item["kind"] in counted) <= minutes


def test_walks_stand_where_runs_may_not_be_yet() -> None:
    made = plan(run(-60, 30), **MTSS)
    assert [item["minutes"] for item in items(made, "walk")] == [30] * 4
    assert days(made, "walk") == [0, 2, 4, 6]


def test_every_open_day_has_something_and_a_rest_day_says_so() -> None:
    for made in (plan(at("3"), **MTSS), plan(regular(5)), plan(), plan(run_days=[])):
        for day in made["days"]:
            kinds = {item["kind"] for item in day["items"]}
            assert kinds
            assert ("rest" in kinds) != bool(kinds & {"run", "walk", "strength", "cross_training"})


def test_every_item_has_a_reason_with_text_and_source() -> None:
    for made in (plan(at("3"), **MTSS), plan(regular(5)), plan(sign(-1, "calf", "one_leg_swollen"))):
        assert all(item["reasons"] and all(r["text"] and r["source"] for r in item["reasons"]) for item in items(made))


def test_a_week_too_far_ahead_is_refused() -> None:
    assert plan(regular(5), start=the(84))["days"]
    with pytest.raises(Faults) as caught:
        plan(regular(5), start=the(85))
    assert [fault.key for fault in caught.value.faults] == ["fault.too_far"]


def test_a_fever_keeps_that_day_and_the_next_free() -> None:
    made = plan(regular(5), sign(0, "other", "fever"))
    rests = [item for item in items(made, "rest") if item["date"] in {the(0), the(1)}]
    assert days(made, "run")[0] >= 2
    assert {reason["rule"] for item in rests for reason in item["reasons"]} == {"rest.fever"}


def test_days_too_short_are_told_where_a_clinicians_minutes_would_be_enough() -> None:
    short = {"day_minutes": dict.fromkeys(WEEKDAYS, 15)}
    made = plan(regular(5), **short, **limit("max_run_min", 30))
    assert not days(made, "run")
    told = [reason["rule"] for one in made["not_placed"] if one["kind"] == "run" for reason in one["reasons"]]
    assert told == ["fit.short_days"]
