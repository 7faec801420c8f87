"""Decision table C: what a session on the ladder, or beside it, leads to."""

from typing import Any

import pytest

from .cases import (
    Entry,
    answered,
    assessed,
    case,
    check_in,
    items,
    mornings,
    pain,
    plan,
    run,
    run_minutes,
    slept,
    stage,
    the,
    walk,
)
from .ladder_cases import ALL, BONE, KNEE, LATE, MTSS, SITES, SOFT, TENDON, Runner, red_in_daily_life

# Up


@ALL
@pytest.mark.parametrize(
    ("here", "after"), [("1", "2"), ("2", "3"), ("3", "4"), ("4", "5"), ("5", "6"), ("6", "7"), ("7", "8"), ("8", "9")]
)
def test_two_clean_sessions_in_a_row_earn_the_next_stage(who: Runner, here: str, after: str) -> None:
    assert who.stage(who.ran(-2, here)) == here
    assert who.stage(who.ran(-5, here), who.ran(-2, here)) == after


def test_after_bone_stress_the_ladder_has_two_stages_more() -> None:
    assert BONE.stage(BONE.ran(-5, "B1"), BONE.ran(-2, "B1")) == "B2"
    assert BONE.stage(BONE.ran(-5, "B2"), BONE.ran(-2, "B2")) == "1"


@SOFT
def test_a_hold_between_two_clean_sessions_breaks_the_row(who: Runner) -> None:
    assert who.stage(who.ran(-6, "2"), who.ran(-4, "2", morning=None), who.ran(-2, "2")) == "2"


@SOFT
def test_an_unanswered_session_repeats_the_stage(who: Runner) -> None:
    assert who.stage(who.ran(-4, "2"), who.ran(-2, "2", morning=None)) == "2"
    assert who.stage(who.ran(-4, "2", morning=None), who.ran(-2, "2", morning=None)) == "2"


@SOFT
def test_soft_tissue_gains_at_most_two_stages_in_seven_days(who: Runner) -> None:
    days = [-7, -6, -5, -4, -3, -2]
    ladder = [who.ran(day, at) for day, at in zip(days, ["1", "1", "2", "2", "3", "3"], strict=True)]
    assert who.stage(ladder) == "3"
    slow = [
        who.ran(day, at) for day, at in zip([-12, -11, -5, -4, -3, -2], ["1", "1", "2", "2", "3", "3"], strict=True)
    ]
    assert who.stage(slow) == "4"


def test_bone_stress_gains_at_most_one_stage_in_seven_days() -> None:
    assert BONE.stage(BONE.ran(-7, "1"), BONE.ran(-6, "1"), BONE.ran(-4, "2"), BONE.ran(-2, "2")) == "2"
    assert BONE.stage(BONE.ran(-12, "1"), BONE.ran(-10, "1"), BONE.ran(-4, "2"), BONE.ran(-2, "2")) == "3"


@ALL
def test_no_stage_is_gained_while_seven_days_of_sleep_are_below_seven_hours(who: Runner) -> None:
    clean = who.ran(-4, "2"), who.ran(-2, "2")
    assert who.stage(clean, [slept(day, 6.5) for day in range(-8, 1)]) == "2"
    assert who.stage(clean, [slept(day, 7) for day in range(-8, 1)]) == "3"


@SOFT
def test_the_stage_comes_when_sleep_does(who: Runner) -> None:
    clean = who.ran(-4, "2"), who.ran(-2, "2")
    nights = [slept(day, 6.5) for day in range(-8, 0)]
    assert who.stage(clean, nights, slept(0, 8)) == "2"
    assert who.stage(clean, nights, [slept(day, 9) for day in range(1, 4)], ahead=3) == "3"


@SOFT
def test_time_alone_earns_nothing(who: Runner) -> None:
    made = who.plan(who.ran(-2, "2"), start=the(14))
    assert {item["dose"]["stage"] for item in items(made, "run")} == {"2"}


@SOFT
def test_a_session_of_a_lower_stage_earns_nothing(who: Runner) -> None:
    assert who.stage(who.ran(-9, "4"), who.ran(-5, "2"), who.ran(-2, "2")) == "4"


# Amber


@SOFT
def test_an_amber_session_repeats_the_stage(who: Runner) -> None:
    amber = {"during": 4 if who is TENDON else 3}
    assert who.stage(who.ran(-4, "3"), who.ran(-2, "3", **amber)) == "3"
    assert who.stage(who.ran(-6, "3"), who.ran(-4, "3", **amber), who.ran(-2, "3")) == "3"


@pytest.mark.parametrize("who", [MTSS, KNEE], ids=["mtss", "knee"])
def test_two_ambers_in_a_row_are_a_red(who: Runner) -> None:
    journal = who.ran(-5, "3", during=3), who.ran(-2, "3", during=3)
    assert (who.stage(journal), who.phase(journal)) == ("2", "rest")


@pytest.mark.parametrize("who", [MTSS, KNEE], ids=["mtss", "knee"])
def test_a_hold_between_two_ambers_doesnt_break_the_row(who: Runner) -> None:
    journal = who.ran(-7, "3", during=3), who.ran(-4, "3", morning=None), who.ran(-2, "3", during=3)
    assert who.stage(journal) == "2"


@pytest.mark.parametrize("who", [MTSS, KNEE, TENDON], ids=["mtss", "knee", "tendon"])
def test_a_clean_session_between_two_ambers_breaks_the_row(who: Runner) -> None:
    amber = {"during": 4 if who is TENDON else 3}
    assert who.stage(who.ran(-7, "3", **amber), who.ran(-4, "3"), who.ran(-2, "3", **amber)) == "3"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ({"during": 4}, {"during": 4}, "3"),
        ({"during": 4}, {"morning": 1}, "3"),
        ({"morning": 1}, {"during": 5}, "3"),
        ({"morning": 1}, {"morning": 1}, "2"),
    ],
)
def test_two_ambers_of_a_tendon_are_a_red_only_with_both_mornings_worse(first: Any, second: Any, expected: str) -> None:
    journal = TENDON.usual(-30, -6), TENDON.ran(-5, "3", **first), TENDON.ran(-2, "3", **second)
    assert TENDON.stage(journal) == expected


# Red


@SOFT
@pytest.mark.parametrize(("here", "after"), [("1", "W"), ("2", "1"), ("3", "2"), ("8", "7"), ("9", "8")])
def test_a_red_session_costs_a_stage(who: Runner, here: str, after: str) -> None:
    assert who.stage(who.ran(-4, here), who.ran(-2, here, during=7)) == after


@pytest.mark.parametrize(("here", "after"), [("3", "1"), ("2", "B2"), ("1", "B1"), ("B2", "W"), ("B1", "W")])
def test_a_red_session_after_bone_stress_costs_two_stages(here: str, after: str) -> None:
    assert BONE.stage(BONE.ran(-4, here), BONE.ran(-2, here, during=3)) == after


@SOFT
def test_no_stage_is_below_the_walks(who: Runner) -> None:
    assert who.stage(who.ran(-9, "1"), who.ran(-7, "1", during=7), who.ran(-2, "1", during=7)) == "W"


@SOFT
def test_a_red_day_and_two_days_after_it_are_rest_days(who: Runner) -> None:
    for day in (0, -1, -2):
        journal = who.ran(-5, "3"), who.ran(day, "3", during=7)
        assert who.phase(journal) == "rest"
        made = who.plan(journal)
        off = {the(one) for one in range(day, day + 3)}
        assert not [item for item in items(made, "run", "walk") if item["date"] in off]
    assert who.phase(who.ran(-5, "3"), who.ran(-3, "3", during=7)) != "rest"


@SOFT
def test_green_scores_after_a_red_day_dont_make_it_longer(who: Runner) -> None:
    red = who.ran(-6, "3", during=7), mornings(-4, 0, 0, SITES[who.condition])
    assert who.phase(red) != "rest"
    assert [str(day) for day in assessed(*red, **who.profile).red_days] == [the(-6)]


def test_a_day_is_red_from_the_red_entry_on() -> None:
    journal = MTSS.usual(), MTSS.ran(-3, "3", morning=None), pain(-1, "shin_inner", 3, 15, during="daily")
    made = MTSS.plan(journal)
    assert made["assessment"]["phase"] == "rest"
    assert not [item for item in items(made, "run", "walk") if item["date"] <= the(1)]


def test_a_second_amber_is_red_on_the_morning_that_makes_it() -> None:
    journal = MTSS.usual(-20, -7), MTSS.ran(-5, "3", during=3), MTSS.ran(-1, "3", morning=1)
    made = MTSS.plan(journal)
    assert made["assessment"]["phase"] == "rest"
    assert not [item for item in items(made, "run", "walk") if item["date"] <= the(2)]


def test_bone_stress_rests_ten_days_without_pain_after_red() -> None:
    red = BONE.ran(-8, "2"), BONE.ran(-6, "2", during=3), mornings(-5, 0, 0, "shin_inner")
    made = BONE.plan(red)
    assert made["assessment"]["phase"] == "rest"
    assert not [item for item in items(made, "run") if item["date"] <= the(4)]
    longer = BONE.plan(red, pain(-1, "shin_inner", 1, during="daily"))
    assert not items(longer, "run", "walk")


def test_red_after_a_gap_costs_a_stage_of_what_the_gap_left() -> None:
    assert TENDON.stage(LATE) == "3"
    assert TENDON.stage(LATE, red_in_daily_life(-1)) == "2"


def test_red_while_at_the_walks_begins_them_anew() -> None:
    gap = TENDON.ran(-40, "8")
    assert TENDON.stage(gap, TENDON.walked(-8, -6)) == "1"
    assert TENDON.stage(gap, TENDON.walked(-8, -6), red_in_daily_life(-4)) == "W"
    assert TENDON.stage(gap, TENDON.walked(-8), red_in_daily_life(-6), TENDON.walked(-2)) == "W"


def test_a_walk_before_the_red_entry_doesnt_open_the_gate_after_it() -> None:
    mornings_since = mornings(-1, 2, 0, "achilles_mid")
    red = LATE, red_in_daily_life(-2), mornings_since
    assert not run_minutes(TENDON.plan(red, TENDON.walked(-3), ahead=2))
    assert run_minutes(TENDON.plan(red, TENDON.walked(0)[:1], check_in(1, pain_morning=0), ahead=2))


# Stage 9 and off the ladder


def test_stage_nine_grows_by_three_minutes_or_ten_percent_once_a_week() -> None:
    at_nine = [MTSS.ran(day, "9", run_min=30, duration_min=30) for day in (-9, -6, -3)]
    assert max(run_minutes(MTSS.plan(at_nine)).values()) == 33
    grown = [
        MTSS.ran(day, "9", run_min=minutes, duration_min=minutes) for day, minutes in ((-9, 30), (-6, 30), (-3, 33))
    ]
    assert max(run_minutes(MTSS.plan(grown)).values()) == 33


def test_an_amber_runner_off_the_ladder_runs_a_quarter_less_than_the_last_clean_run() -> None:
    knee: Entry = {"site": "knee_front", "side": "left"}
    habit = [answered(run(day, 40, **knee)) for day in range(-30, -2, 3)]
    once = plan(habit, answered(run(-1, 60, **knee), 3))
    assert max(run_minutes(once).values()) == 30


def test_without_a_clean_run_a_quarter_of_the_longest_of_14_days_goes() -> None:
    habit = [run(day, 40) for day in range(-31, -2, 4)]
    made = plan(habit, run(-1, 44, site="knee_front", side="left", pain_during=3))
    assert max(run_minutes(made).values()) <= 33


def test_a_run_without_answers_is_worth_no_more_than_one_answered_with_zero() -> None:
    knee: Entry = {"site": "knee_front", "side": "left"}
    for habit in ([answered(run(n, 40, **knee)) for n in range(-31, -2, 4)], [run(n, 40) for n in range(-31, -2, 4)]):
        made = plan(habit, answered(run(-1, 60, **knee), 3))
        assert max(run_minutes(made).values()) == 30


def test_amber_doesnt_compound() -> None:
    knee: Entry = {"site": "knee_front", "side": "left"}
    habit = [answered(run(day, 40, **knee)) for day in range(-30, -8, 3)]
    made = plan(habit, answered(run(-3, 30, **knee), 3))
    assert max(run_minutes(made).values()) == 30


# Who follows which column


def test_undiagnosed_bone_pain_enters_at_w_and_climbs_like_mtss() -> None:
    red = pain(-9, "shin_inner", 1, during="run")
    assert stage(run(-12, 40), red) == "W"
    shin: Entry = {"site": "shin_inner", "side": "left"}
    walks = [answered(walk(day, 30, **shin)) for day in (-6, -4)]
    assert stage(run(-12, 40), red, walks) == "1"


def test_provisional_pain_enters_at_w_and_stays_there() -> None:
    red = pain(-9, "knee_front", 5, during="run")
    assert stage(run(-12, 40), red) == "W"
    knee: Entry = {"site": "knee_front", "side": "left"}
    assert stage(run(-12, 40), red, [answered(walk(day, 30, **knee)) for day in (-6, -4, -2)]) == "W"


def test_a_healthy_runner_on_the_ladder_counts_silence_as_painless() -> None:
    back = [run(-60, 40), walk(-12, 30), walk(-10, 30)]
    assert stage(run(-60, 40)) == "W"
    assert stage(back) == "3"
    told = [run(day, 24, run_min=16, stage="3") for day in (-7, -5)]
    assert stage(back, told) == "4"
    assert stage(back, told, pain(-6, "knee_front", 1, during="daily")) == "3"


def test_sessions_in_another_order_lead_to_the_same_stage() -> None:
    journal = case(MTSS.ran(-7, "2"), MTSS.ran(-5, "2"), MTSS.ran(-2, "3", during=3))["journal"]
    assert MTSS.stage(journal) == MTSS.stage(journal[::-1]) == MTSS.stage(journal + journal)


def test_one_answer_may_stand_for_every_morning_since() -> None:
    red = MTSS.usual(), MTSS.ran(-9, "3"), MTSS.ran(-6, "3", during=5, morning=None), MTSS.walked(-2)
    assert run_minutes(MTSS.plan(red, check_in(0, pain_morning=0)))
