"""`--trace`: every rule on running that was looked at, with what it said, also where it didn't decide."""

from typing import Any

import pytest

from planner.cases import plan_case
from planner.schedule import Looked
from tests.assess.cases import Entry, Logged, answered, case, diagnosed, pain, planned, regular, run, sign, slept, the

HABIT = regular(5, distance_km=8)
SHIN: Entry = {"site": "shin_inner", "side": "left"}
LADDER = answered(run(-3, 30, run_min=12, stage="2", **SHIN))
MTSS: dict[str, Any] = {"diagnoses": [diagnosed("mtss")]}
RULES = {
    "rest.flag", "rest.red", "rest.walking_hurts", "rest.bone", "rest.fever", "fit.pause", "limit.days_off", "fit.run_days",
    "fit.ran_today", "fit.skipped", "fit.moved_away", "fit.answered_today", "hold.flag", "sleep.short",
    "pain.no_progress", "pain.amber", "ladder.repeat", "limit.max_run_min", "limit.hold_stage", "limit.start_stage",
    "now.amber", "ladder.bounds", "load.hard_easy", "load.long_apart", "fit.minutes", "load.step_back",
    "load.first_week", "ladder.bounds_total", "ladder.runs_a_week", "ladder.every_other_day", "rest.seven",
    "load.week_jump", "load.habit", "load.few_runs", "load.gap", "ladder.rebuild", "goal.build", "goal.reached",
    "rebuild.minutes", "rebuild.days", "rebuild.pace", "rebuild.hills", "rebuild.hold", "ladder.stage",
}  # fmt: skip


def traced(*journal: Logged, **more: Any) -> list[dict[str, Any]]:
    return [dict(one) for one in plan_case(case(*journal, **more), trace=True).get("trace", [])]


def of(trace: list[dict[str, Any]], rule: str) -> list[dict[str, Any]]:
    return [one for one in trace if one["rule"] == rule]


@pytest.mark.parametrize(
    ("journal", "runner"),
    [
        ([HABIT], {}),
        ([LADDER], MTSS),
        ([], {}),
        ([HABIT, sign(0, "calf", "one_leg_swollen", hour=8)], {}),
        ([run(-20, 30)], {}),
        ([HABIT], {"run_days": []}),
    ],
    ids=["healthy", "ladder", "nobody", "flag", "gap", "no days"],
)
def test_every_rule_is_there_with_text_source_and_strength(journal: list[Logged], runner: dict[str, Any]) -> None:
    trace = traced(*journal, **runner)
    rules = {one["rule"] for one in trace}
    assert rules >= RULES
    assert rules & {"load.cap", "load.cap_step"}
    for one in trace:
        assert one["reason"]["text"]
        assert one["reason"]["source"]
        assert one["reason"]["strength"] in "ABCD"
        assert isinstance(one["bound"], bool)
        assert one["minutes"] is None or one["minutes"] >= 0 or one["rule"] == "fit.minutes"


def test_there_is_no_trace_unless_it_is_asked_for() -> None:
    assert "trace" not in plan_case(case(HABIT))


def test_the_cap_of_the_longest_run_decides_and_its_neighbours_dont() -> None:
    trace = traced(HABIT, day_minutes=dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), 300))
    (cap,) = of(trace, "load.cap")
    assert (cap["minutes"], cap["bound"]) == (44, True)
    assert [(one["minutes"], one["bound"]) for one in of(trace, "sleep.short")] == [(None, False)]
    assert {one["bound"] for one in of(trace, "fit.minutes")} == {False}


def test_the_lowest_of_several_caps_is_the_one_that_decides() -> None:
    nights = [slept(day, 6) for day in range(-6, 1)]
    limit = {"clinician_limits": [{"kind": "max_run_min", "value": 20}]}
    trace = traced(HABIT, nights, **limit)
    assert {(one["minutes"], one["bound"]) for one in of(trace, "limit.max_run_min")} == {(20, True)}
    assert {(one["minutes"], one["bound"]) for one in of(trace, "sleep.short")} == {(40, False)}


def test_a_cap_above_what_was_wanted_is_shown_and_didnt_decide() -> None:
    limit = {"clinician_limits": [{"kind": "max_run_min", "value": 100}]}
    assert {(one["minutes"], one["bound"]) for one in of(traced(HABIT, **limit), "limit.max_run_min")} == {(100, False)}


def test_a_day_without_a_run_names_the_rule_and_the_day() -> None:
    trace = traced(HABIT, run_days=["mon", "wed", "fri", "sat"])
    assert [one["date"] for one in of(trace, "fit.run_days")] == [the(1), the(3), the(6)]
    assert all(one["bound"] for one in of(trace, "fit.run_days"))


def test_the_days_between_runs_and_the_number_of_runs_tell_whether_they_decided() -> None:
    trace = traced(LADDER, **MTSS)
    assert of(trace, "ladder.every_other_day")[0]["bound"]
    assert of(trace, "ladder.runs_a_week")[0]["bound"]
    few = traced(LADDER, run_days=["mon"], **MTSS)
    assert not of(few, "ladder.runs_a_week")[0]["bound"]
    assert not of(few, "ladder.every_other_day")[0]["bound"]
    assert of(trace, "ladder.stage")[0]["minutes"] == 12


def test_pain_shows_what_the_same_runner_without_it_might_do() -> None:
    trace = traced(HABIT, pain(-1, "knee_front", 3, during="daily"))
    assert of(trace, "ladder.bounds_total")[0]["minutes"] > 0
    assert {one["minutes"] for one in of(trace, "ladder.bounds")} == {42}
    assert any(one["bound"] for one in of(trace, "pain.amber"))


def test_where_no_run_is_left_the_cap_that_took_it_decided() -> None:
    trace = traced(HABIT, clinician_limits=[{"kind": "max_run_min", "value": 0}])
    assert {one["bound"] for one in of(trace, "limit.max_run_min")} == {True}
    hard = traced(HABIT, run(-1, 30, distance_km=6, rpe=8), run_days=["mon"])
    assert [(one["minutes"], one["date"]) for one in of(hard, "load.hard_easy")] == [(40, the(0))]


# What each rule says: minutes, whether it decided, and its numbers


def looked(rule: str, *journal: Logged, **more: Any) -> list[Looked]:
    return [one for one in planned(*journal, **more).looked() if one.rule == rule]


def test_a_day_that_is_kept_free_has_no_minutes() -> None:
    days = looked("fit.run_days", HABIT, run_days=["mon", "wed", "fri", "sat"])
    assert [(str(one.day), one.minutes, one.bound) for one in days] == [(the(n), 0, True) for n in (1, 3, 6)]


def test_each_run_is_told_the_room_of_its_day() -> None:
    week = dict.fromkeys(("tue", "wed", "thu", "fri", "sat", "sun"), 90)
    rooms = looked("fit.minutes", HABIT, day_minutes={"mon": 50, **week}, run_days=["mon", "thu", "sat"])
    assert [(one.day and one.day.weekday(), one.minutes, one.bound) for one in rooms] == [
        (0, 32, True), (3, 72, False), (5, 72, False)]  # fmt: skip
    assert [dict(one.reason.params) for one in rooms] == [
        {"minutes": 50 if n == 0 else 90, "reserve": 18} for n in range(3)
    ]
    assert {one.reason.rule for one in rooms} == {"fit.room"}


MTSS_NINE = [answered(run(day, 30, run_min=30, stage="9", distance_km=6, **SHIN)) for day in (-6, -4, -2)]
# rule -> journal, profile, minutes, whether it decided
TARGETS: dict[str, tuple[list[Any], dict[str, Any], int | None, bool]] = {
    "load.habit": ([HABIT], {}, 40, True),
    "load.few_runs": ([run(day, 40) for day in (-20, -8, -2)], {}, 28, True),
    "load.gap": ([regular(5, last=-9)], {}, 28, True),
    "load.cap": ([HABIT], {}, 44, True),
    "goal.build": ([HABIT], {"goal": {"kind": "distance", "distance_km": 8.4}}, None, True),
    "ladder.rebuild": ([MTSS_NINE], MTSS, 30, True),
    "rebuild.minutes": ([MTSS_NINE], MTSS, None, True),
    "ladder.stage": ([LADDER], MTSS, 12, True),
}


@pytest.mark.parametrize("rule", TARGETS)
def test_what_the_runner_would_do_is_told_with_its_minutes(rule: str) -> None:
    journal, runner, minutes, bound = TARGETS[rule]
    [one] = looked(rule, *journal, **runner)
    assert (one.minutes, one.bound, one.reason.rule) == (minutes, bound, rule)
