"""Warm-up and cool-down, composed for the session and the condition (clinical 6.2), block by block."""

from typing import Any

import pytest

from tests.assess.cases import Entry, answered, clearance, diagnosed, items, pain, plan, regular, run

SITES = {
    "mtss": "shin_inner", "bone_stress": "shin_inner", "achilles_mid": "achilles_mid",
    "achilles_insertional": "achilles_heel", "plantar_fascia": "heel_sole", "calf_strain": "calf",
    "runners_knee": "knee_front", "lateral_hip": "hip_outer",
}  # fmt: skip
CLEARED = clearance(-59, "sports_physician", "bone_stress_diagnosed")
BLOCKS = {
    "raise": {"brisk_walk"}, "ankle": {"ankle_circles"}, "calf": {"double_heel_raise", "bent_knee_heel_raise"},
    "shin": {"wall_toe_raise"}, "foot": {"short_foot"}, "hip": {"leg_swings"}, "knee": {"mini_squat"},
    "spring": {"skip_and_pogo"}, "strides": {"strides"},
}  # fmt: skip
ALWAYS = {"raise", "ankle", "calf", "shin", "foot", "hip", "knee"}


def at_stage(condition: str, stage: str, run_min: float) -> dict[str, Any]:
    where: Entry = {"site": SITES[condition], "side": "left"}
    minutes = max(run_min, 30)
    ran = [answered(run(day, minutes, run_min=run_min, stage=stage, **where)) for day in (-10, -7, -5, -3)]
    return plan(CLEARED if condition == "bone_stress" else [], ran, diagnoses=[diagnosed(condition)])


def part(made: dict[str, Any], kind: str) -> dict[str, Entry]:
    return {one["id"]: one for one in items(made, kind)[0]["dose"]["exercises"]}


def reasons(made: dict[str, Any], kind: str) -> dict[str, Entry]:
    return {one["rule"]: one for one in items(made, kind)[0]["reasons"]}


def blocks(made: dict[str, Any]) -> set[str]:
    there = set(part(made, "warm_up"))
    return {name for name, ids in BLOCKS.items() if ids <= there}


def test_a_healthy_runner_warms_up_with_every_block() -> None:
    assert blocks(plan(regular(5))) == set(BLOCKS)


@pytest.mark.parametrize("condition", SITES)
def test_the_ladder_has_neither_jumps_nor_strides(condition: str) -> None:
    made = at_stage(condition, "2", 12)
    assert blocks(made) == ALWAYS
    assert not any(one["impact"] for one in part(made, "warm_up").values())
    rules = reasons(made, "warm_up")
    row = condition in {"bone_stress", "calf_strain"}
    assert ("exercise.left_out" if row else "exercise.impact_waits") in rules
    assert part(made, "warm_up")["brisk_walk"]["minutes"] == 5


# The skip column at stage 9, where jumps may begin: condition -> the blocks that stay out, and the row that says so
AT_NINE = [
    ("bone_stress", {"spring", "strides"}, "bone stress"),
    ("calf_strain", {"spring", "strides"}, "the calf"),
    ("mtss", set[str](), None),
    ("achilles_mid", set[str](), None),
    ("runners_knee", set[str](), None),
]


@pytest.mark.parametrize(("condition", "out", "row"), AT_NINE)
def test_the_spring_block_stays_out_where_the_table_says_so(condition: str, out: set[str], row: str | None) -> None:
    made = at_stage(condition, "9", 33)
    assert made["assessment"]["stage"] == "9"
    assert set(BLOCKS) - blocks(made) == out
    if row is not None:
        assert row in reasons(made, "warm_up")["exercise.left_out"]["text"]


def test_an_amber_shin_has_no_spring_block() -> None:
    where: Entry = {"site": "shin_inner", "side": "left"}
    ran = [answered(run(day, 33, run_min=33, stage="9", **where)) for day in (-10, -7, -5, -3)]
    made = plan(ran, pain(-1, "shin_inner", 2, during="daily"), diagnoses=[diagnosed("mtss")])
    assert made["assessment"]["light"] == "amber"
    assert "spring" not in blocks(made)
    assert "exercise.impact_waits" in reasons(made, "warm_up")


def test_heel_raises_stay_at_floor_level_for_the_insertion() -> None:
    made = part(at_stage("achilles_insertional", "2", 12), "warm_up")
    assert made["double_heel_raise"]["floor_only"]
    assert made["bent_knee_heel_raise"]["floor_only"]
    assert "floor_only" not in part(at_stage("achilles_mid", "2", 12), "warm_up")["double_heel_raise"]


SMALL = [("lateral_hip", "leg_swings"), ("runners_knee", "mini_squat")]


@pytest.mark.parametrize(("condition", "exercise"), SMALL)
def test_a_sore_hip_or_knee_moves_in_a_small_range(condition: str, exercise: str) -> None:
    made = at_stage(condition, "2", 12)
    small = {key for key, one in part(made, "warm_up").items() if one.get("small_range")}
    assert small == {exercise}
    assert any("small" in step for step in items(made, "warm_up")[0]["steps"])


def test_a_watched_hip_moves_in_a_small_range_too() -> None:
    made = plan(regular(5), pain(-2, "hip_outer", 1, during="run"))
    assert part(made, "warm_up")["leg_swings"]["small_range"]


@pytest.mark.parametrize("condition", SITES)
@pytest.mark.parametrize(("stage", "run_min"), [("2", 12), ("9", 33)])
def test_the_parts_add_up_to_the_minutes_of_the_item(condition: str, stage: str, run_min: float) -> None:
    for kind, least, most in (("warm_up", 8, 12), ("cool_down", 5, 10)):
        for one in items(at_stage(condition, stage, run_min), kind):
            assert least <= one["minutes"] <= most
            assert sum(e["work_s"] for e in one["dose"]["exercises"]) == one["minutes"] * 60
            walked = [e["minutes"] for e in one["dose"]["exercises"] if "minutes" in e]
            assert [one["dose"]["walk_min"]] == walked
            assert 3 <= walked[0] <= 8


def test_a_clinicians_bound_on_running_minutes_has_no_strides() -> None:
    limit = {"kind": "max_run_min", "value": 20}
    made = plan(regular(5), clinician_limits=[limit])
    assert "strides" not in part(made, "warm_up")
    assert reasons(made, "warm_up")["exercise.limit"]["source"] == "clinician"


# Cool-down: condition -> whether the calf is stretched
STRETCHED = [("achilles_insertional", False), ("calf_strain", False), ("mtss", True), ("achilles_mid", True)]


@pytest.mark.parametrize(("condition", "stretched"), STRETCHED)
def test_the_calf_is_stretched_unless_that_pulls_on_the_spot(condition: str, stretched: bool) -> None:
    made = at_stage(condition, "2", 12)
    assert ("calf_stretch" in part(made, "cool_down")) == stretched
    assert part(made, "cool_down")["easy_walk"]["minutes"] >= 5
    assert "note_pain" in part(made, "cool_down")
    assert ("exercise.left_out" in reasons(made, "cool_down")) != stretched


def test_warm_up_is_called_comfort_and_not_protection() -> None:
    text = reasons(plan(regular(5)), "warm_up")["session.warm_up"]["text"].lower()
    assert "comfort" in text
