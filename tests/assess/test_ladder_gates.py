"""Decision table C: what has to be there before the next run, who is stuck, and how the walks are passed."""

from typing import Any

import pytest

from .cases import (
    Entry,
    assessed,
    clearance,
    items,
    mornings,
    pain,
    plan,
    regular,
    run_minutes,
    walk,
)
from .ladder_cases import BONE, KNEE, MTSS, SITES, SOFT, TENDON, Runner

# Before the next run after red


@SOFT
def test_after_red_a_morning_as_usual_must_be_logged_before_the_next_run(who: Runner) -> None:
    site = SITES[who.condition]
    red = who.usual(), who.ran(-7, "3"), who.ran(-5, "3", during=7, morning=None), who.walked(-2, minutes=30)
    quiet = [{key: value for key, value in one.items() if key != "pain_morning"} for part in red for one in part]
    assert not run_minutes(who.plan(quiet))
    assert items(who.plan(quiet), "walk")
    assert run_minutes(who.plan(quiet, pain(-1, site, 0, 7, during="next_morning")))


def test_a_worse_morning_or_daily_pain_keeps_the_next_run_away() -> None:
    red = MTSS.usual(), MTSS.ran(-7, "3"), MTSS.ran(-5, "3", during=5), MTSS.walked(-2)
    assert run_minutes(MTSS.plan(red, pain(0, "shin_inner", 0, 7, during="next_morning")))
    assert not run_minutes(MTSS.plan(red, pain(0, "shin_inner", 1, 7, during="next_morning")))
    assert not run_minutes(MTSS.plan(red, pain(0, "shin_inner", 2, 8, during="daily")))


def test_a_morning_worse_than_usual_right_after_red_doesnt_bar_the_runner_for_good() -> None:
    red = MTSS.usual(), MTSS.ran(-9, "3"), MTSS.ran(-6, "3", during=5, morning=1), MTSS.walked(-2)
    assert run_minutes(MTSS.plan(red, mornings(-4, 0, 0, "shin_inner")))


def test_mtss_walks_half_an_hour_before_it_runs_again() -> None:
    red = MTSS.usual(), MTSS.ran(-7, "3"), MTSS.ran(-5, "3", during=5), mornings(-3, 0, 0, "shin_inner")
    assert not run_minutes(MTSS.plan(red))
    assert not run_minutes(MTSS.plan(red, MTSS.walked(-2, during=2)))
    assert not run_minutes(MTSS.plan(red, MTSS.walked(-2, minutes=20)))
    assert run_minutes(MTSS.plan(red, MTSS.walked(-2, during=1)))


def test_the_knee_needs_no_walk_before_it_runs_again() -> None:
    red = KNEE.usual(), KNEE.ran(-7, "3"), KNEE.ran(-5, "3", during=5), mornings(-3, 0, 0, "knee_front")
    assert run_minutes(KNEE.plan(red))


# Stuck


def fails(who: Runner, *days: int) -> list[list[Entry]]:
    """Ambers at stage 3 with a clean session after each."""
    amber = {"during": 4 if who is TENDON else 3}
    return [part for day in days for part in (who.ran(day, "3", **amber), who.ran(day + 2, "3"))]


@SOFT
def test_three_fails_at_a_stage_in_28_days_are_stuck(who: Runner) -> None:
    assert "ladder_stuck" in who.flags(fails(who, -14, -9, -4))
    assert who.flags(fails(who, -14, -9, -4))["ladder_stuck"].holds == "progress"


@SOFT
def test_fails_that_lie_further_apart_are_not_stuck(who: Runner) -> None:
    assert "ladder_stuck" not in who.flags(fails(who, -9, -4))
    assert "ladder_stuck" not in who.flags(fails(who, -33, -20, -4))


def test_fails_at_several_stages_are_not_stuck() -> None:
    climb = MTSS.ran(-20, "3", during=3), MTSS.ran(-18, "3"), MTSS.ran(-16, "3"), MTSS.ran(-13, "4", during=3)
    assert "ladder_stuck" not in MTSS.flags(climb, MTSS.ran(-11, "4"), MTSS.ran(-9, "4"), MTSS.ran(-4, "5", during=3))


def test_being_stuck_ends_with_a_clean_session_after_a_clearance() -> None:
    stuck = fails(MTSS, -16, -11, -8)
    word = clearance(-5, "physio", "ladder_stuck")
    assert "ladder_stuck" in MTSS.flags(stuck)
    assert "ladder_stuck" in MTSS.flags(stuck, word)
    assert "ladder_stuck" in MTSS.flags(stuck, MTSS.ran(-3, "3"))
    assert "ladder_stuck" in MTSS.flags(stuck, word, MTSS.ran(-3, "3", morning=None))
    assert "ladder_stuck" not in MTSS.flags(stuck, word, MTSS.ran(-3, "3"))


def test_a_second_red_after_bone_stress_is_for_a_clinician_within_a_week() -> None:
    twice = BONE.ran(-27, "3"), BONE.ran(-25, "3", during=2), BONE.walked(-14, -12, -10), BONE.ran(-3, "1", during=2)
    once = BONE.ran(-27, "3"), BONE.walked(-14, -12, -10), BONE.ran(-3, "1", during=2)
    urgent = {flag.id for flag in BONE.flags(twice).values() if flag.urgency == "within_week"}
    assert urgent
    assert not {flag.id for flag in BONE.flags(once).values() if flag.urgency == "within_week"}


# W


@SOFT
def test_w_is_passed_by_two_clean_walks_of_half_an_hour(who: Runner) -> None:
    gap = who.ran(-44, "3"), who.ran(-40, "3")
    assert who.stage(gap) == "W"
    assert who.stage(gap, who.walked(-4)) == "W"
    assert who.stage(gap, who.walked(-4, -2)) == "1"


@SOFT
@pytest.mark.parametrize("fields", [{"minutes": 25}, {"during": 7}])
def test_short_or_painful_walks_dont_pass_w(who: Runner, fields: dict[str, Any]) -> None:
    assert who.stage(who.ran(-44, "3"), who.ran(-40, "3"), who.walked(-6, -4, -2, **fields)) == "W"


@SOFT
def test_unanswered_walks_dont_pass_w(who: Runner) -> None:
    silent = [walk(day, 30, **who.where) for day in (-8, -6, -4, -2)]
    assert who.stage(who.ran(-44, "3"), who.ran(-40, "3"), silent) == "W"


def test_after_bone_stress_w_takes_three_walks_after_ten_days_without_pain() -> None:
    hurt = pain(-20, "shin_inner", 2, during="daily")
    assert BONE.stage(hurt, BONE.walked(-5, -3)) == "W"
    assert BONE.stage(hurt, BONE.walked(-6, -4, -2)) == "B1"
    assert BONE.stage(hurt, BONE.walked(-15, -13, -11)) == "W"
    assert BONE.stage(hurt, BONE.walked(-15, -13, -2)) == "W"


def test_walks_before_bone_stress_is_cleared_count_for_nothing() -> None:
    journal = [pain(-30, "shin_inner", 2, during="daily"), BONE.walked(-10, -8, -6)]
    assert assessed(*journal, **BONE.profile).standing.stage in {None, "W"}
    assert not run_minutes(plan(*journal, **BONE.profile))


@pytest.mark.parametrize(("score", "runs"), [(1, True), (3, False)])
def test_where_no_morning_is_usual_yet_the_first_after_red_is_measured_by_the_days_limits(
    score: int, runs: bool
) -> None:
    red = KNEE.ran(-7, "3", morning=None), KNEE.ran(-5, "3", during=6, morning=None)
    told = assessed(*red, pain(-1, "knee_front", score, 7, during="next_morning"), **KNEE.profile)
    assert told.standing.morning_due != runs


# On the very day


@pytest.mark.parametrize(("first", "passed"), [(-51, False), (-50, True)])
def test_walks_count_from_the_tenth_day_after_a_bone_stress_injury_on(first: int, passed: bool) -> None:
    walks = BONE.walked(first, first + 2, first + 4)
    made = assessed(BONE.cleared(), walks, ahead=-45, **BONE.profile)
    assert (made.standing.stage, made.standing.walks) == (("B1", 0) if passed else ("W", 2))


@pytest.mark.parametrize(("ahead", "expected"), [(-1, "rest"), (0, "walking")])
def test_after_red_with_a_bone_the_tenth_day_without_pain_is_no_rest_day_any_more(ahead: int, expected: str) -> None:
    red = BONE.ran(-20, "3"), BONE.ran(-10, "3", during=2)
    calm = BONE.phase(red, ahead=ahead)
    assert calm == expected


def test_a_run_that_turns_red_days_later_asks_for_a_morning_too() -> None:
    late = regular(5, last=-6), pain(-3, "knee_front", 6, during="daily")
    assert assessed(late).standing.morning_due
    assert not assessed(late, mornings(-2, -1, 0, "knee_front")).standing.morning_due


def test_being_stuck_names_the_sessions_that_failed() -> None:
    journal = fails(MTSS, -14, -9, -4)
    failed = tuple(part[0]["id"] for part in journal[::2])
    [why] = MTSS.flags(journal)["ladder_stuck"].reasons
    assert (why.entries, why.params["n"], why.lifts) == (failed, 3, "lifts.flag.ladder_stuck")
