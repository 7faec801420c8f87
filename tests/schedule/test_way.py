"""The way ahead: which stages are done, where the runner is, what is still asked, and how fast it can go at most."""

from datetime import date
from typing import Any

import pytest

from planner.cases import read_case
from planner.protocols import protocols
from planner.schedule import Clean, Growth, SelfTest, Way, way_ahead
from planner.schedule.goal import reach
from tests.assess.cases import (
    Entry,
    Logged,
    answered,
    assessed,
    case,
    clearance,
    diagnosed,
    pain,
    run,
    self_test,
    walk,
)
from tests.schedule.test_goal import goal, habit

SHIN: Entry = {"site": "shin_inner", "side": "left"}
KNEE: Entry = {"site": "knee_front", "side": "left"}
MTSS: dict[str, Any] = {"diagnoses": [diagnosed("mtss")]}


def way(*journal: Logged, **more: Any) -> Way:
    told = case(*journal, **more)
    _, runner, _ = read_case(told["journal"], told["runner"], told["issued"], date.fromisoformat(told["today"]))
    return way_ahead(assessed(*journal, **more), runner, protocols())


def at_two(**place: Any) -> list[Logged]:
    return [answered(run(-3, 30, run_min=12, stage="2", **(place or SHIN)))]


def states(made: Way) -> dict[str, tuple[str, int]]:
    return {step.stage: (step.state, step.weeks) for step in made.steps}


def test_the_stages_are_done_here_and_ahead_two_a_week_at_most() -> None:
    assert states(way(at_two(), **MTSS)) == {
        "W": ("done", 0), "1": ("done", 0), "2": ("here", 0), "3": ("ahead", 1), "4": ("ahead", 1), "5": ("ahead", 2),
        "6": ("ahead", 2), "7": ("ahead", 3), "8": ("ahead", 3), "9": ("ahead", 4),
    }  # fmt: skip


def test_before_the_first_run_the_walks_are_a_step_of_their_own() -> None:
    made = states(way(walk(-3, 30, pain_during=0, **SHIN), **MTSS))
    assert list(made.items())[:4] == [("W", ("here", 0)), ("1", ("ahead", 1)), ("2", ("ahead", 1)), ("3", ("ahead", 2))]


def test_walks_that_open_a_later_stage_pass_over_the_ones_before() -> None:
    made = way(run(-40, 40, distance_km=7))
    assert [step.stage for step in made.steps][:3] == ["W", "3", "4"]
    assert states(made)["4"] == ("ahead", 1)


def test_a_bone_climbs_one_stage_a_week_and_on_its_own_stages() -> None:
    made = way(
        walk(-30, 30, pain_during=0, **SHIN), clearance(-29, "sports_physician", "bone_stress_diagnosed"),
        diagnoses=[diagnosed("bone_stress", since=-90)],
    )  # fmt: skip
    assert list(states(made).items())[:4] == [
        ("W", ("here", 0)), ("B1", ("ahead", 1)), ("B2", ("ahead", 2)), ("1", ("ahead", 3))]  # fmt: skip
    assert made.steps[3].intervals.times == 10


def test_the_last_stage_is_as_far_as_the_forecast_says() -> None:
    told = case(at_two(), **goal(10), **MTSS)
    _, runner, _ = read_case(told["journal"], told["runner"], told["issued"], date.fromisoformat(told["today"]))
    forecast = reach(assessed(at_two(), **goal(10), **MTSS), runner, protocols())
    assert forecast
    assert way(at_two(), **goal(10), **MTSS).steps[-1].weeks == forecast.ladder_weeks


def test_a_clean_run_is_near_its_minutes_and_within_the_limits_of_what_hurts() -> None:
    assert way(at_two(), **MTSS).clean == Clean("run", 1, 2, 10, 13, 2, 1, before_counts=False, painless=False)


def test_a_knee_is_measured_against_how_it_was_before_the_run() -> None:
    made = way(at_two(**KNEE), diagnoses=[diagnosed("runners_knee")]).clean
    assert made
    assert (made.during, made.after, made.before_counts) == (2, None, True)


def test_the_walks_before_the_first_run_have_their_own_limit_and_their_test() -> None:
    made = way(walk(-3, 30, pain_during=0, **SHIN), **MTSS)
    assert made.clean
    assert (made.clean.kind, made.clean.during, made.clean.least_min) == ("walk", 1, 0)
    assert made.tests == (SelfTest("brisk_walk", 0, 1, "decisions", "D"),)


def test_walks_that_nothing_gates_are_held_to_the_limits_of_a_run_if_anything_hurts() -> None:
    made = way(run(-40, 40, distance_km=7)).clean
    assert made
    assert (made.kind, made.during, made.after) == ("walk", None, None)


def test_a_test_that_failed_is_asked_for_again_with_what_it_has_to_show() -> None:
    calf: dict[str, Any] = {"site": "calf", "side": "left"}
    made = way(
        answered(run(-12, 30, run_min=12, stage="2", **calf)), self_test(-1, "heel_raise", side="left", reps=12),
        diagnoses=[diagnosed("calf_strain")],
    )  # fmt: skip
    assert [(one.test, one.least_reps, one.most_pain) for one in made.tests if one.test == "heel_raise"] == [
        ("heel_raise", 25, 10)
    ]


def test_nothing_is_promised_while_running_is_stopped() -> None:
    assert way(diagnoses=[diagnosed("bone_stress", since=-20)]) == Way()


def test_off_the_ladder_the_longest_run_grows_to_the_goal_and_rests_every_fourth_week() -> None:
    made = way(habit(6), **goal(10))
    assert made.steps == ()
    assert made.growth == tuple(
        Growth(n, km, lighter=n == 4) for n, km in enumerate((6.6, 7.2, 7.9, 7.9, 8.6, 9.4, 10), 1)
    )


@pytest.mark.parametrize("more", [{}, goal(5)], ids=["without a goal", "with a goal that is reached"])
def test_nothing_grows_without_a_goal_ahead(more: dict[str, Any]) -> None:
    assert way(habit(6), **more) == Way()


def test_a_far_goal_is_shown_as_far_as_plans_reach() -> None:
    assert len(way(habit(6), **goal(42)).growth) == 12


def test_a_niggle_lets_nothing_grow() -> None:
    assert way(habit(6), pain(-1, "knee_front", 1, during="daily"), **goal(10)).growth == ()


def test_past_the_ladder_the_last_stage_is_here_and_the_goal_ahead() -> None:
    runs = [answered(run(-2 * n, 30, run_min=30, stage="9", distance_km=5, **SHIN)) for n in (4, 3, 2, 1)]
    made = way(runs, **goal(10), **MTSS)
    assert states(made)["9"] == ("here", 0)
    assert made.growth[0].km > 5
