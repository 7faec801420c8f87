"""Why a day has no run, and when a session stops."""

from datetime import date
from typing import Any

import pytest

from planner.assess import Reason
from planner.cases import read_case
from planner.protocols import protocols
from planner.schedule import WeekPlan, monday, plan_week
from planner.words import Voice, say_stop, tell
from tests.assess.cases import Entry, Logged, answered, case, clearance, diagnosed, pain, regular, run, sign, the

SHIN: Entry = {"site": "shin_inner", "side": "left"}
MTSS: dict[str, Any] = {"diagnoses": [diagnosed("mtss")]}
HABIT = regular(5, distance_km=8)
AT_TWO = answered(run(-3, 30, run_min=12, stage="2", **SHIN))


def week(*journal: Logged, **runner: Any) -> WeekPlan:
    told = case(*journal, **runner)
    today = date.fromisoformat(told["today"])
    read = read_case(told["journal"], told["runner"], told["issued"], today)
    return plan_week(*read, today, monday(today), protocols())


def why(planned: WeekPlan, day: int) -> str | None:
    """The rule that is named; its sentence can be said."""
    found = planned.why_no_run(date.fromisoformat(the(day)))
    if found is None:
        return None
    assert not tell(found, Voice())["text"].startswith("reason.")
    return found.rule


def days_with_a_run(planned: WeekPlan) -> set[str]:
    return {str(item.day) for day in planned.days for item in day.items if item.kind == "run"}


@pytest.mark.parametrize(
    ("journal", "runner"),
    [([HABIT], {}), ([AT_TWO], MTSS), ([], {}), ([HABIT, sign(0, "calf", "one_leg_swollen", hour=8)], {})],
    ids=["healthy", "ladder", "nobody", "flag"],
)
def test_every_day_has_a_run_or_a_reason(journal: list[Logged], runner: dict[str, Any]) -> None:
    planned = week(*journal, **runner)
    with_a_run = days_with_a_run(planned)
    for day in range(7):
        assert (why(planned, day) is None) == (the(day) in with_a_run)


def test_a_day_of_another_week_or_of_the_past_has_no_reason() -> None:
    assert why(week(HABIT), -1) is None


def test_a_day_that_is_no_running_day_says_so() -> None:
    assert why(week(HABIT, run_days=["mon", "wed", "sat"]), 1) == "fit.run_days"


def test_a_day_between_two_runs_on_the_ladder_names_the_days_apart() -> None:
    planned = week(AT_TWO, **MTSS)
    between = next(day for day in range(1, 6) if {the(day - 1), the(day + 1)} <= days_with_a_run(planned))
    assert why(planned, between) == "ladder.days_apart"


def test_a_red_day_is_named_and_then_what_is_asked_before_the_next_run() -> None:
    red = week(AT_TWO, pain(0, "shin_inner", 6, during="walking", side="left"), **MTSS)
    assert why(red, 0) == "rest.red"
    later = week(run(-5, 30, run_min=12, stage="2", pain_during=6, **SHIN), **MTSS)
    assert why(later, 0) in {"ladder.morning_due", "ladder.walk_due"}


def test_walks_instead_of_runs_name_what_made_them_walks_on_every_day() -> None:
    planned = week(HABIT, clinician_limits=[{"kind": "max_run_min", "value": 0}])
    assert {why(planned, day) for day in range(7)} == {"limit.max_run_min"}


def test_a_day_too_short_for_a_run_says_so() -> None:
    assert why(week(HABIT, day_minutes={"mon": 5, "tue": 5}), 0) == "fit.minutes"


def test_a_week_of_short_days_says_so_on_each_of_them() -> None:
    short = dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), 20)
    assert {why(week(HABIT, day_minutes=short), day) for day in range(7)} == {"fit.short_days"}


def test_a_healthy_runners_rest_day_belongs_to_the_week() -> None:
    planned = week(HABIT)
    free = next(day for day in range(7) if the(day) not in days_with_a_run(planned))
    assert why(planned, free) in {"fit.between", "rest.seven"}


def test_known_pain_has_its_own_limit_and_new_pain_the_strictest() -> None:
    today = date.fromisoformat(the(0))
    assert week(AT_TWO, **MTSS).stop_score(today) > 0
    assert week(HABIT).stop_score(today) == 0


@pytest.mark.parametrize(
    ("kind", "score", "said"),
    [("run", 2, "above 2 of 10"), ("walk", 0, "hurts at all"), ("strength", 3, "up to 3"), ("strength", 0, "Nothing")],
)
def test_the_rule_to_stop_by_is_said_for_each_kind(kind: str, score: int, said: str) -> None:
    assert said in say_stop(kind, score, Voice())


@pytest.mark.parametrize("score", [3, 6])
def test_walking_that_hurts_names_the_scores_that_say_so(score: int) -> None:
    hurt = [pain(day, "knee_front", score, 8, during="walking") for day in (-4, -3)]
    quiet = pain(-3, "knee_front", 1, 9, during="daily")
    planned = week(HABIT, hurt, quiet)
    found = planned.why_no_run(date.fromisoformat(the(1)))
    assert found == Reason("rest.walking_hurts", "decisions", "D", {}, (hurt[1]["id"],), "lifts.walking")


def test_a_bone_that_rests_after_red_is_told_of_its_days_and_not_of_walking() -> None:
    cleared = clearance(-59, "sports_physician", "bone_stress_diagnosed")
    clean = answered(run(-20, 24, run_min=16, stage="3", **SHIN))
    red = answered(run(-6, 24, run_min=16, stage="3", **SHIN), 2, morning=None)
    planned = week(cleared, clean, red, diagnoses=[diagnosed("bone_stress")])
    assert planned.assessment.phase == "rest"
    found = planned.why_no_run(date.fromisoformat(the(1)))
    assert found == Reason("rest.bone", "decisions", "D", {"days": 10}, (red[0]["id"],), "lifts.bone_rest")
    assert found is not None
    assert "10 days" in tell(found, Voice())["text"]
    assert not {item.kind for day in planned.days for item in day.items} & {"run", "walk", "strength"}
