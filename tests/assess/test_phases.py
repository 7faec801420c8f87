"""Decision table F: phase and stage, the first row that matches."""

import pytest

from .cases import (
    Entry,
    answered,
    assessed,
    clearance,
    diagnosed,
    items,
    light,
    pain,
    phase,
    plan,
    regular,
    run,
    sign,
    stage,
    the,
    walk,
)

SHIN: Entry = {"site": "shin_inner", "side": "left"}
KNEE: Entry = {"site": "knee_front", "side": "left"}
MTSS: Entry = {"diagnoses": [diagnosed("mtss")]}
AT_THREE = [
    *answered(run(-6, 24, run_min=16, stage="3", **SHIN)),
    *answered(run(-3, 24, run_min=16, stage="3", **SHIN)),
]


@pytest.mark.parametrize(
    ("journal", "runner", "expected"),
    [
        ([*AT_THREE, sign(0, "shin_inner", "focal_bone_spot")], MTSS, "stopped"),
        ([*AT_THREE, sign(0, "calf", "chest_pain")], MTSS, "stopped"),
        ([*regular(5), sign(0, "knee_front", "locked")], {}, "stopped"),
        ([*AT_THREE, pain(-1, "shin_inner", 4, during="daily")], MTSS, "rest"),
        ([*AT_THREE, pain(-1, "shin_inner", 2, during="walking")], MTSS, "rest"),
        ([*AT_THREE, pain(-1, "shin_inner", 1, during="walking")], MTSS, "return_to_run"),
        ([run(-60, 30)], MTSS, "walking"),
        (AT_THREE, MTSS, "return_to_run"),
        ([run(-60, 30), walk(-8, 30), walk(-6, 30)], {}, "return_to_run"),
        (answered(run(-4, 33, run_min=33, stage="9", **SHIN)), MTSS, "rebuild"),
        ([*regular(5), pain(-6, "knee_front", 1, during="daily")], {}, "niggle"),
        ([*regular(5), sign(-6, "calf", "numbness")], {}, "niggle"),
        ([*regular(5), pain(-7, "knee_front", 1, during="daily")], {}, "healthy"),
        ([*regular(5), pain(-1, "knee_front", 0, during="daily")], {}, "healthy"),
        (regular(5), {}, "healthy"),
    ],
)
def test_the_first_row_that_matches_is_the_phase(journal: list, runner: dict, expected: str) -> None:
    assert phase(journal, **runner) == expected


def test_a_flag_that_holds_progress_stops_nobody() -> None:
    assert phase(regular(5), health=["osteoporosis"]) == "healthy"


def test_red_keeps_the_stage_earned_and_rests_without_walks() -> None:
    journal = [*AT_THREE, *answered(run(-1, 24, run_min=16, stage="3", **SHIN), 4, 0, 0)]
    made = plan(journal, **MTSS)
    assert (made["assessment"]["phase"], made["assessment"]["stage"]) == ("rest", "3")
    until = the(1)
    assert not [item for item in items(made, "run", "walk") if item["date"] <= until]


def test_pain_when_walking_rests_until_a_better_walk_is_told() -> None:
    hurt = [*AT_THREE, pain(-2, "shin_inner", 2, during="walking")]
    assert not items(plan(hurt, **MTSS), "run", "walk")
    hip = [*regular(5), pain(-2, "hip_outer", 3, during="walking")]
    assert phase(hip) == "rest"
    assert phase(hip, pain(-1, "hip_outer", 2, during="walking")) != "rest"


def test_a_score_in_walking_stands_for_seven_days() -> None:
    assert phase([*regular(5, last=-1), pain(-6, "hip_outer", 3, during="walking")]) == "rest"
    assert phase([*regular(5, last=-1), pain(-8, "hip_outer", 3, during="walking")]) != "rest"


def test_walks_are_the_stage_w() -> None:
    made = plan(run(-60, 30), **MTSS)
    assert (made["assessment"]["phase"], made["assessment"]["stage"]) == ("walking", "W")
    assert {item["dose"]["stage"] for item in items(made, "walk")} == {"W"}


def test_rebuilding_ends_after_28_green_days() -> None:
    nine = [answered(run(day, 33, run_min=33, stage="9", **SHIN)) for day in range(-40, 0, 3)]
    assert phase(nine[-8:], **MTSS) == "rebuild"
    assert phase(nine, **MTSS) in {"healthy", "niggle"}
    amber = answered(run(-4, 33, run_min=33, stage="9", **SHIN), 3)
    assert phase(nine[:-2], amber, **MTSS) == "rebuild"


def test_off_the_ladder_there_is_no_stage() -> None:
    assert stage(regular(5)) is None
    assert stage(regular(5), pain(-1, "knee_front", 1, during="daily")) is None


def test_bone_stress_that_was_cleared_begins_with_walks() -> None:
    bone = {"diagnoses": [diagnosed("bone_stress")]}
    assert phase(**bone) == "stopped"
    assert phase(clearance(-20, "doctor", "bone_stress_diagnosed"), **bone) == "walking"


def test_the_light_is_the_worst_of_the_last_run_and_of_three_days() -> None:
    assert light(regular(5), pain(-2, "knee_front", 3, during="daily")) == "amber"
    assert light(regular(5, last=-9), pain(-3, "knee_front", 3, during="daily"), run(-2, 30)) == "green"
    assert light(answered(run(-9, 30, **KNEE), 3), diagnoses=[diagnosed("runners_knee")]) == "amber"


def test_a_red_day_begins_with_the_red_entry() -> None:
    journal = [*AT_THREE, pain(0, "shin_inner", 5, 8, during="daily")]
    assert [str(day) for day in assessed(journal, **MTSS).red_days] == [the(0)]


def test_a_later_score_in_walking_stands_wherever_it_was_logged() -> None:
    hip: Entry = {"site": "hip_outer", "side": "left"}
    told = run(-6, 30), walk(-4, 30, pain_during=3, **hip)
    assert assessed(*told).rest_until_told
    assert not assessed(*told, pain(-3, "hip_outer", 1, during="walking")).rest_until_told
