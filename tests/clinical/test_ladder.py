"""Clinical 1.4, one ladder: its table of stages and each of its rules by tissue, as a runner sees them in a week."""

from itertools import pairwise
from typing import Any

import pytest

from tests.assess.cases import Entry, answered, diagnosed, items, mornings, pain, plan, regular, run, slept, the, walk
from tests.clinical.people import (
    MINUTES,
    SITES,
    SOFT,
    flags,
    ran,
    rules,
    run_days,
    stages,
    standing,
    usual,
    walked,
    week,
    where,
)

# stage -> run min, walk min, times, running minutes in all; bone stress has a stage 1 of its own
TABLE: dict[str, tuple[float, float, int, int]] = {
    "1": (1, 4, 6, 6),
    "2": (2, 3, 6, 12),
    "3": (2, 1, 8, 16),
    "4": (3, 2, 6, 18),
    "5": (4, 1, 5, 20),
    "6": (5, 1, 5, 25),
    "7": (9, 1, 3, 27),
    "8": (30, 0, 1, 30),
}
BONE_TABLE = {"B1": (0.5, 1, 10, 5), "B2": (1, 2, 8, 8), **TABLE, "1": (1, 1, 10, 10)}
ROWS = [
    *[(condition, stage, dose) for condition in ("mtss", *SOFT) for stage, dose in TABLE.items()],
    *[("bone_stress", stage, dose) for stage, dose in BONE_TABLE.items()],
]
LADDER = ("mtss", *SOFT, "bone_stress")
# condition -> a score in the run that is amber, and one that is red (2.3); bone stress knows no amber
AMBER = {
    "mtss": 3, "achilles_mid": 4, "achilles_insertional": 4, "plantar_fascia": 4, "calf_strain": 2, "runners_knee": 3,
    "lateral_hip": 4,
}  # fmt: skip
RED = {
    "mtss": 4, "achilles_mid": 6, "achilles_insertional": 6, "plantar_fascia": 6, "calf_strain": 3, "runners_knee": 4,
    "lateral_hip": 6, "bone_stress": 2,
}  # fmt: skip
every = pytest.mark.parametrize("condition", LADDER)
with_amber = pytest.mark.parametrize("condition", list(AMBER))


def at_stage(condition: str, stage: str, **more: Any) -> dict[str, Any]:
    """The week of somebody who did one clean session of a stage the day before yesterday."""
    return week(condition, usual(condition), ran(condition, -4, stage, morning=None), ran(condition, -2, stage), **more)


# The table


@pytest.mark.parametrize(("condition", "stage", "dose"), ROWS, ids=[f"{c}-{s}" for c, s, _ in ROWS])
def test_each_stage_is_a_session_of_its_row(condition: str, stage: str, dose: tuple[float, float, int, int]) -> None:
    run_min, walk_min, times, total = dose
    runs = items(at_stage(condition, stage), "run")
    assert runs
    for one in runs:
        assert one["dose"]["stage"] == stage
        assert one["dose"]["segments"] == [{"times": times, "run_min": run_min, "walk_min": walk_min}]
        assert one["dose"]["run_min"] == total
        assert one["minutes"] == (run_min + walk_min) * times


@every
def test_stage_w_is_half_an_hour_of_brisk_walking_and_everyones_gate(condition: str) -> None:
    made = week(condition, usual(condition), ran(condition, -60, "2"))
    assert (standing(made)["stage"], standing(made)["phase"]) == ("W", "walking")
    assert not items(made, "run")
    assert {one["minutes"] for one in items(made, "walk")} == {30}


@every
def test_a_ladder_session_is_flat_and_easy_with_five_minutes_of_walking_on_each_side(condition: str) -> None:
    made = at_stage(condition, "3")
    runs = items(made, "run")
    assert all(3 <= one["dose"]["rpe_max"] <= 4 and one["dose"]["hills"] is False for one in runs)
    for kind in ("warm_up", "cool_down"):
        around = items(made, kind)
        assert len(around) == len(runs)
        assert all(one["dose"]["walk_min"] >= 5 for one in around)


@pytest.mark.parametrize("stage", ["B1", "B2"])
@pytest.mark.parametrize("condition", ["mtss", *SOFT])
def test_the_two_stages_below_one_are_for_bone_stress_alone(condition: str, stage: str) -> None:
    assert stages(at_stage(condition, "1")) == {"1"}
    assert not stages(at_stage(condition, stage)) & {"B1", "B2"}


# Clean sessions needed to advance: 2


@pytest.mark.parametrize("condition", LADDER)
def test_two_clean_sessions_and_no_fewer_bring_the_next_stage_into_the_week(condition: str) -> None:
    once = week(condition, usual(condition), ran(condition, -2, "3"))
    twice = week(condition, usual(condition), ran(condition, -5, "3"), ran(condition, -2, "3"))
    assert (stages(once), stages(twice)) == ({"3"}, {"4"})


@pytest.mark.parametrize("answers", [{"during": 1}, {"after": 1}, {"morning": 1}])
def test_after_bone_stress_a_session_is_clean_at_zero_for_all_of_24_hours_alone(answers: dict[str, int]) -> None:
    made = week("bone_stress", ran("bone_stress", -5, "3"), ran("bone_stress", -2, "3", **answers))
    assert "4" not in stages(made)
    told_later = pain(-1, "shin_inner", 1, 14, during="daily")
    late = week("bone_stress", ran("bone_stress", -5, "3"), ran("bone_stress", -2, "3"), told_later)
    assert "4" not in stages(late)


# Rest days between runs


@every
@pytest.mark.parametrize("last", [0, -1, -2])
def test_ladder_runs_lie_a_day_apart_the_last_logged_one_included(condition: str, last: int) -> None:
    made = week(condition, usual(condition), ran(condition, last - 3, "3"), ran(condition, last, "3"))
    days = run_days(made)
    assert days
    assert all(b - a >= 2 for a, b in pairwise([last, *days]))


@pytest.mark.parametrize("condition", ["achilles_mid", "achilles_insertional"])
@pytest.mark.parametrize("score", [4, 5])
@pytest.mark.parametrize("last", [0, -1])
def test_a_tendon_rests_two_days_after_a_heavy_session(condition: str, score: int, last: int) -> None:
    """Clinical 1.4: at least one rest day, for the Achilles 2 to 3 after a heavy session (pain 4 or 5, 1.2.7)."""
    made = week(condition, usual(condition), ran(condition, last - 3, "3"), ran(condition, last, "3", during=score))
    assert min(run_days(made)) - last >= 3


# Stage gain in seven days


@pytest.mark.parametrize("condition", ["mtss", *SOFT])
def test_soft_tissue_and_mtss_gain_two_stages_in_seven_days_at_most(condition: str) -> None:
    six = zip(range(-7, -1), ["1", "1", "2", "2", "3", "3"], strict=True)
    made = week(condition, usual(condition), [ran(condition, day, stage) for day, stage in six])
    assert stages(made) == {"3"}


def test_bone_stress_gains_one_stage_in_seven_days_at_most() -> None:
    quick = [ran("bone_stress", day, at) for day, at in ((-7, "1"), (-6, "1"), (-4, "2"), (-2, "2"))]
    slow = [ran("bone_stress", day, at) for day, at in ((-12, "1"), (-10, "1"), (-4, "2"), (-2, "2"))]
    assert stages(week("bone_stress", quick)) == {"2"}
    assert stages(week("bone_stress", slow)) == {"3"}


# Amber


@with_amber
def test_amber_repeats_the_stage(condition: str) -> None:
    amber = ran(condition, -2, "3", during=AMBER[condition])
    made = week(condition, usual(condition), ran(condition, -5, "3"), amber)
    assert standing(made)["light"] == "amber"
    assert stages(made) == {"3"}


def test_bone_stress_knows_no_amber() -> None:
    lights = [
        standing(week("bone_stress", ran("bone_stress", -5, "3"), ran("bone_stress", -2, "3", **{column: score})))[
            "light"
        ]
        for column in ("during", "after", "morning")
        for score in range(4)
    ]
    assert "amber" not in lights


# Red


@pytest.mark.parametrize("condition", ["mtss", *SOFT])
def test_red_rests_two_days_and_costs_a_stage(condition: str) -> None:
    """Decisions C: 2 days off where clinical 1.4 says 1 to 2."""
    red = ran(condition, -1, "3", during=RED[condition])
    made = week(condition, usual(condition), ran(condition, -4, "3"), red)
    assert (standing(made)["light"], standing(made)["phase"], standing(made)["stage"]) == ("red", "rest", "2")
    assert all(day > 1 for day in run_days(made) + run_days(made, "walk"))
    assert "rest.red" in rules(made)


@pytest.mark.parametrize("condition", ["mtss", *SOFT])
def test_red_then_a_calm_morning_leads_to_the_stage_below(condition: str) -> None:
    red = ran(condition, -5, "3", during=RED[condition])
    since = usual(condition, 0, -4, 0), walked(condition, -2)
    assert stages(week(condition, usual(condition), ran(condition, -8, "3"), red, since)) == {"2"}


def test_bone_stress_stops_for_ten_pain_free_days_and_loses_two_stages() -> None:
    red = ran("bone_stress", -9, "3"), ran("bone_stress", -6, "3", during=2), mornings(-5, 0, 0, "shin_inner")
    made = week("bone_stress", red)
    assert (standing(made)["phase"], standing(made)["stage"]) == ("rest", "1")
    assert not items(made, "run", "walk")


def test_a_second_red_of_bone_stress_leads_to_the_clinician_within_a_week() -> None:
    """Decisions C where clinical 1.4 says "second red -> clinician" and "1 fail -> clinician"."""
    first = ran("bone_stress", -24, "3", during=2), mornings(-23, -13, 0, "shin_inner")
    once = week("bone_stress", first)
    twice = week("bone_stress", first, ran("bone_stress", -10, "1"), ran("bone_stress", -8, "1", during=2))
    assert "ladder_stuck" not in flags(once)
    assert flags(twice)["ladder_stuck"]["urgency"] == "within_week"
    assert twice["days"][0]["items"][0]["kind"] == "see_clinician"


# Stuck


@with_amber
def test_three_fails_at_a_stage_suggest_a_physio_and_hold(condition: str) -> None:
    amber = {"during": AMBER[condition]}
    fails = [ran(condition, day, "3", **amber) for day in (-16, -9, -2)]
    between = [ran(condition, day, "3") for day in (-13, -6)]
    made = week(condition, usual(condition, 0, -40, -20), fails, between)
    stuck = flags(made)["ladder_stuck"]
    assert (stuck["urgency"], stuck["holds"]) == ("routine", "progress")
    assert stuck["see"] == ["physio"] or "physio" in str(stuck["see"])
    assert stages(made) <= {"1", "2", "3"}
    assert "ladder_stuck" not in flags(week(condition, usual(condition, 0, -40, -20), fails[1:], between))


# Long gap from running

GAPS = [(7, "8"), (8, "6"), (13, "6"), (14, "3"), (27, "3"), (28, "W"), (90, "W")]


@pytest.mark.parametrize(("gap", "left"), GAPS)
@pytest.mark.parametrize("condition", ["mtss", *SOFT])
def test_a_gap_leaves_the_stage_of_its_length(condition: str, gap: int, left: str) -> None:
    before = [ran(condition, -gap - back, "8", morning=None) for back in (4, 2, 0)]
    made = week(condition, usual(condition, 0, -5, 0), before, walked(condition, 0))
    assert standing(made)["stage"] == left
    assert stages(made) == (set() if left == "W" else {left})


@pytest.mark.parametrize(("gap", "left"), [(7, "8"), (8, "W"), (13, "W"), (14, "W"), (28, "W"), (90, "W")])
def test_after_bone_stress_a_gap_of_eight_days_always_leads_to_the_walks(gap: int, left: str) -> None:
    made = week("bone_stress", [ran("bone_stress", -gap - back, "8", morning=None) for back in (4, 2, 0)])
    assert standing(made)["stage"] == left
    assert bool(items(made, "run")) == (left != "W")


# After stage 8


def at_nine(condition: str, *minutes: float) -> list[Entry]:
    days = range(-3 * len(minutes), -1, 3)
    return [
        one
        for day, run_min in zip(days, minutes, strict=True)
        for one in answered(run(day, run_min, run_min=run_min, stage="9", **where(condition)))
    ]


@every
def test_after_stage_eight_a_run_grows_by_three_minutes_within_the_cap(condition: str) -> None:
    """Decisions C: longer by 10 % or 3 min, whichever is more, once a week; clinical 1.4 has 5 to 10 min and the cap of 3.2."""
    made = week(condition, usual(condition), at_nine(condition, 30, 30, 30))
    minutes = [one["dose"]["run_min"] for one in items(made, "run")]
    assert standing(made)["phase"] == "rebuild"
    assert max(minutes) == 33
    assert minutes.count(33) == 1
    grown = week(condition, usual(condition), at_nine(condition, 30, 30, 33))
    assert max(one["dose"]["run_min"] for one in items(grown, "run")) == 33


@every
def test_after_stage_eight_pace_and_hills_wait(condition: str) -> None:
    made = week(condition, usual(condition), at_nine(condition, 30, 30, 30))
    assert all(one["dose"]["rpe_max"] <= 4 for one in items(made, "run"))


@every
def test_nothing_jumps_before_stage_nine(condition: str) -> None:
    for stage in ("1", "4", "8"):
        exercises = [each for one in items(at_stage(condition, stage)) for each in one["dose"].get("exercises", [])]
        assert exercises
        assert not any(each["impact"] for each in exercises)


# What sleep and time do to the ladder, seen in the week


@every
def test_a_stage_that_was_earned_waits_for_sleep(condition: str) -> None:
    clean = ran(condition, -5, "3"), ran(condition, -2, "3")
    made = week(condition, usual(condition), clean, [slept(day, 6.5) for day in range(-8, 1)])
    assert stages(made) == {"3"}


@every
def test_no_gate_of_the_ladder_opens_by_date(condition: str) -> None:
    clean_once = usual(condition), ran(condition, -2, "3")
    later = week(condition, clean_once, start=the(21))
    assert stages(later) == {"3"}


def test_a_healthy_runner_comes_back_through_the_walks_after_four_weeks() -> None:
    back = regular(5, 40, last=-40)
    assert not items(plan(back), "run")
    assert stages(plan(back, walk(-4, 30), walk(-2, 30))) == {"3"}


def test_every_condition_of_the_ladder_is_in_the_table() -> None:
    assert {condition for condition, _, _ in ROWS} == set(SITES)
    assert {stage for _, stage, _ in ROWS} | {"9"} == set(MINUTES)
    assert diagnosed("mtss")["given_by_clinician"] is True
