"""Decision table D: where a runner enters the ladder, and what a gap without runs leaves."""

from typing import Any

import pytest

from .cases import (
    Entry,
    answered,
    clearance,
    diagnosed,
    mornings,
    pain,
    phase,
    plan,
    regular,
    run,
    run_minutes,
    stage,
    walk,
)

STAGE_MIN = {
    "B1": 5, "B2": 8, "1": 6, "2": 12, "3": 16, "4": 18, "5": 20, "6": 25, "7": 27, "8": 30,
}  # fmt: skip
SITES = {
    "mtss": "shin_inner", "achilles_mid": "achilles_mid", "runners_knee": "knee_front", "plantar_fascia": "heel_sole",
    "calf_strain": "calf", "lateral_hip": "hip_outer",
}  # fmt: skip
CLEARED = clearance(-59, "doctor", "bone_stress_diagnosed")


def staged(day: int, at: str, **fields: Any) -> list[Entry]:
    return answered(run(day, 30, run_min=STAGE_MIN[at], stage=at, **fields))


# Gaps


@pytest.mark.parametrize("condition", SITES)
@pytest.mark.parametrize(("gap", "left"), [(7, "8"), (8, "6"), (13, "6"), (14, "3"), (27, "3"), (28, "W"), (60, "W")])
def test_a_gap_leaves_a_diagnosed_runner_at_most_this_stage(condition: str, gap: int, left: str) -> None:
    where: Entry = {"site": SITES[condition], "side": "left"}
    journal = [staged(-gap - back, "8", **where)[:1] for back in (4, 2, 0)]
    assert stage(journal, diagnoses=[diagnosed(condition)]) == left


@pytest.mark.parametrize("gap", [8, 13, 14, 27])
def test_a_gap_raises_nobody(gap: int) -> None:
    assert stage(staged(-gap, "2", site="shin_inner", side="left"), diagnoses=[diagnosed("mtss")]) == "2"


@pytest.mark.parametrize(("gap", "left"), [(7, "8"), (8, "W"), (14, "W"), (40, "W")])
def test_after_bone_stress_eight_days_without_a_run_lead_back_to_walks(gap: int, left: str) -> None:
    ladder = [staged(-gap - back, "8", site="shin_inner", side="left")[:1] for back in (4, 2, 0)]
    assert stage(CLEARED, ladder, diagnoses=[diagnosed("bone_stress")]) == left


@pytest.mark.parametrize(("gap", "expected"), [(14, "6"), (27, "6"), (28, "W"), (90, "W")])
def test_a_healthy_runner_enters_the_ladder_after_fourteen_days(gap: int, expected: str) -> None:
    assert stage(regular(5, 40, last=-gap)) == expected


@pytest.mark.parametrize("gap", [1, 7, 8, 13])
def test_a_healthy_runner_stays_off_the_ladder_up_to_thirteen_days(gap: int) -> None:
    assert stage(regular(5, 40, last=-gap)) is None


@pytest.mark.parametrize(("gap", "longest"), [(7, 44), (8, 28), (13, 28)])
def test_a_healthy_runner_runs_seventy_percent_after_eight_days(gap: int, longest: int) -> None:
    roomy = {"day_minutes": dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), 90)}
    assert max(run_minutes(plan(regular(5, 40, last=-gap, distance_km=8), **roomy)).values()) == longest


def test_who_never_ran_begins_with_walks() -> None:
    assert (stage(), phase()) == ("W", "walking")
    assert not run_minutes(plan())


def test_healthy_walks_lead_to_stage_three() -> None:
    gap = regular(5, 40, last=-40)
    assert stage(gap, walk(-6, 30)) == "W"
    assert stage(gap, walk(-6, 30), walk(-4, 30)) == "3"


def test_a_gap_in_the_middle_counts_as_well() -> None:
    shin: Entry = {"site": "shin_inner", "side": "left"}
    assert stage(staged(-20, "8", **shin), staged(-4, "2", **shin), diagnoses=[diagnosed("mtss")]) == "3"


@pytest.mark.parametrize("ahead", [1, 4, 14])
def test_a_walk_is_no_run_that_ends_a_gap(ahead: int) -> None:
    shin: Entry = {"site": "shin_inner", "side": "left"}
    journal = staged(-12, "8", **shin), [walk(day, 20, **shin) for day in (-9, -6, -3, 0)]
    assert stage(journal, diagnoses=[diagnosed("mtss")], ahead=ahead) == ("6" if ahead == 1 else "3")


# Entry


def entered(minutes: float, during: int = 0, **runner: Any) -> str | None:
    ran = [
        answered(run(day, minutes, site="shin_inner", side="left"), during if day == -2 else 0) for day in (-12, -7, -2)
    ]
    return stage(mornings(-20, 0, 0, "shin_inner"), ran, **{"diagnoses": [diagnosed("mtss")], **runner})


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (31, "9"), (60, "9"), (30, "8"), (29, "7"), (27, "7"), (26, "6"), (20, "5"), (19, "4"), (16, "3"), (15, "2"),
        (12, "2"), (11, "1"), (6, "1"), (5, "W"),
    ],
)  # fmt: skip
def test_still_running_and_green_enters_at_what_was_run(minutes: float, expected: str) -> None:
    assert entered(minutes) == expected


@pytest.mark.parametrize(("minutes", "expected"), [(60, "7"), (30, "6"), (20, "3"), (12, "W"), (6, "W")])
def test_still_running_and_amber_enters_two_lower(minutes: float, expected: str) -> None:
    assert entered(minutes, 3) == expected


def test_still_running_and_red_enters_at_the_walks() -> None:
    assert entered(60, 5) == "W"


def test_only_green_runs_of_the_last_fourteen_days_count_for_entry() -> None:
    shin: Entry = {"site": "shin_inner", "side": "left"}
    runs = [answered(run(day, minutes, **shin)) for day, minutes in ((-20, 60), (-9, 20), (-2, 16))]
    assert stage(runs, diagnoses=[diagnosed("mtss")]) == "5"


def test_after_bone_stress_entry_knows_the_two_stages_below_one() -> None:
    shin: Entry = {"site": "shin_inner", "side": "left"}
    runs = [answered(run(day, 8, **shin)) for day in (-4, -2)]
    assert stage(CLEARED, runs, diagnoses=[diagnosed("bone_stress")]) == "B2"


def test_a_session_with_a_stage_ends_entry() -> None:
    shin: Entry = {"site": "shin_inner", "side": "left"}
    long = [answered(run(day, 40, **shin)) for day in (-12, -6)]
    assert stage(long, diagnoses=[diagnosed("mtss")]) == "9"
    assert stage(long, staged(-4, "2", **shin), diagnoses=[diagnosed("mtss")]) == "2"
    intervals = answered(run(-4, 30, run_min=12, **shin))
    assert stage(long, intervals, diagnoses=[diagnosed("mtss")]) == "2"


def test_a_session_with_a_stage_counts_for_28_days() -> None:
    shin: Entry = {"site": "shin_inner", "side": "left"}
    long = [answered(run(day, 40, **shin)) for day in (-12, -9, -2)]
    assert stage(staged(-40, "2", **shin), long, diagnoses=[diagnosed("mtss")]) == "9"


@pytest.mark.parametrize(("minutes", "next_stage"), [(12, "3"), (16, "4"), (18, "5"), (25, "7")])
def test_an_imported_runs_stage_is_the_highest_whose_minutes_it_reached(minutes: float, next_stage: str) -> None:
    shin: Entry = {"site": "shin_inner", "side": "left"}
    runs = [answered(run(day, 30, run_min=minutes, **shin)) for day in (-4, -2)]
    assert stage(runs, diagnoses=[diagnosed("mtss")]) == next_stage


# Who is on the ladder at all


def test_one_amber_leaves_a_healthy_runner_off_the_ladder_two_dont() -> None:
    habit = regular(5, 40)
    assert stage(habit, pain(-2, "knee_front", 3, during="run")) is None
    assert stage(habit, pain(-4, "knee_front", 3, during="run"), pain(-2, "knee_front", 3, during="run")) == "W"


def test_one_red_puts_a_healthy_runner_on_the_ladder() -> None:
    assert stage(regular(5, 40), pain(-2, "knee_front", 4, during="run")) == "W"


def test_green_pain_leaves_a_healthy_runner_off_the_ladder() -> None:
    habit = regular(5, 40)
    journal = [pain(day, "knee_front", 2, during="run") for day in (-8, -6, -4, -2)]
    assert stage(habit, journal) is None


def test_soreness_puts_nobody_on_the_ladder() -> None:
    long = run(-2, 90)
    sore = [pain(day, "thigh_back", 6, during="daily", side="both") for day in (-1, 0)]
    assert stage(regular(5, 40, last=-4), long, sore) is None


# Walking gates


@pytest.mark.parametrize(
    ("condition", "walks_first"), [("mtss", True), ("runners_knee", False), ("achilles_mid", False)]
)
def test_after_eight_days_soft_tissue_needs_no_walk_first(condition: str, walks_first: bool) -> None:
    where: Entry = {"site": SITES[condition], "side": "left"}
    made = plan(staged(-14, "8", **where), staged(-10, "8", **where), diagnoses=[diagnosed(condition)])
    assert (not run_minutes(made)) == walks_first


def test_a_walk_in_little_pain_opens_the_gate_of_mtss() -> None:
    where: Entry = {"site": "shin_inner", "side": "left"}
    gap = staged(-14, "8", **where), staged(-10, "8", **where)
    assert not run_minutes(plan(gap, answered(walk(-1, 30, **where), 2), diagnoses=[diagnosed("mtss")]))
    assert run_minutes(plan(gap, answered(walk(-1, 30, **where), 1), diagnoses=[diagnosed("mtss")]))


def test_who_has_been_up_the_ladder_since_the_diagnosis_doesnt_enter_it_again() -> None:
    shin: Entry = {"site": "shin_inner", "side": "left"}
    runs = [answered(run(day, 30, **shin)) for day in (-11, -8, -5, -2)]
    assert stage(staged(-40, "8", **shin), runs, diagnoses=[diagnosed("mtss")]) == "8"
    up = answered(run(-40, 33, run_min=33, stage="9", **shin))
    assert stage(up, runs, diagnoses=[diagnosed("mtss")]) is None
    assert stage(up, runs, diagnoses=[diagnosed("mtss", since=-20)]) == "8"


# What is no entry

FRESH = [run(day, 30) for day in (-8, -6, -4, -2)]


def scored(score: int, *when: tuple[int, int]) -> list[Entry]:
    return [pain(day, "knee_front", score, hour, during="daily") for day, hour in when]


@pytest.mark.parametrize(("felt", "expected"), [
    (scored(1, (-12, 9), (-11, 9), (-10, 9)), None),
    (scored(3, (-12, 9)), None),
    (scored(3, (-12, 9), (-12, 15)), None),
    (scored(3, (-12, 9), (-11, 9)), "W"),
    (scored(3, (-38, 9), (-10, 9)), None),
    (scored(3, (-37, 9), (-10, 9)), "W"),
    (scored(4, (-12, 9)), "W"),
])  # fmt: skip
def test_only_two_amber_days_within_28_or_a_red_one_bring_a_runner_onto_the_ladder(
    felt: list[Entry], expected: str | None
) -> None:
    assert stage(felt, FRESH) == expected


def test_a_stage_that_turns_red_on_its_first_day_goes_back_one_and_not_to_the_walks() -> None:
    knee: Entry = {"site": "knee_front", "side": "left"}
    assert stage(run(-3, 25, run_min=20, stage="5", pain_during=5, **knee)) == "4"


@pytest.mark.parametrize(("red", "green", "expected"), [(-10, -3, "6"), (-3, -3, "W"), (-3, -10, "W"), (-28, -29, "6")])
def test_at_entry_a_red_day_of_the_last_28_leads_to_the_walks_unless_a_green_run_came_after_it(
    red: int, green: int, expected: str
) -> None:
    shin: Entry = {"site": "shin_inner", "side": "left"}
    earlier = run(-31, 25, **shin)
    hurt = pain(red, "shin_inner", 4, 20, during="daily")
    ran = [run(green, 25, 7, pain_during=0, **shin), *([run(-3, 25, **shin)] if green == -29 else [])]
    assert stage(earlier, hurt, ran, diagnoses=[diagnosed("mtss")]) == expected
