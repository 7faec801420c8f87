"""Each check stays silent on a sound plan and speaks on one that was spoiled."""

import copy
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from planner.cases import plan_case, read_case
from planner.simulate.checks import broken

Json = dict[str, Any]
TODAY = date(2024, 3, 11)  # a Monday
RUNNER: Json = {"diagnoses": [{"condition": "mtss", "side": "left", "since": "2024-02-01", "given_by_clinician": True}]}
SHIN = {"site": "shin_inner", "side": "left"}


def answered_run(day: int, stage: str = "3", minutes: float = 16, **more: Any) -> list[Json]:
    on, after = f"2024-03-{day:02d}", f"2024-03-{day + 1:02d}"
    run = {"kind": "run", "id": f"r{day}", "at": f"{on}T18:00", "duration_min": 24, "run_min": minutes, "stage": stage,
           "distance_km": 3.0, "pain_during": 0, "pain_1h": 0}  # fmt: skip
    check = {"kind": "check_in", "id": f"c{day}", "at": f"{after}T07:00", "about": f"r{day}", "pain_morning": 0}
    return [run | SHIN | more, check]


LADDER: Json = {
    "schema": 1, "today": TODAY.isoformat(), "runner": RUNNER, "journal": [*answered_run(6), *answered_run(9)],
}  # fmt: skip
FLAGGED: Json = LADDER | {
    "journal": [*LADDER["journal"], {"kind": "pain", "id": "p1", "at": "2024-03-11T07:00", "score": 2, **SHIN,
                                     "signs": ["focal_bone_spot"]}],
}  # fmt: skip
HEALTHY: Json = {
    "schema": 1,
    "today": TODAY.isoformat(),
    "runner": {"day_minutes": dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), 90)},
    "journal": [
        {"kind": "run", "id": f"h{day}", "at": f"2024-0{month}-{day:02d}T18:00", "distance_km": 6, "duration_min": 36,
         "pain_during": 0}
        for month, day in ((2, 13), (2, 16), (2, 20), (2, 23), (2, 27), (3, 1), (3, 5), (3, 8))
    ],
}  # fmt: skip


def breaches(case: Json, spoil: Callable[[Json], None] = lambda plan: None) -> set[str]:
    """The numbers of the invariants that are broken, after spoiling the plan of a case."""
    plan = copy.deepcopy(json.loads(json.dumps(plan_case(case))))
    spoil(plan)
    journal, runner, _ = read_case(case["journal"], case["runner"], (), date.fromisoformat(case["today"]))
    return {breach.split(":")[0] for breach in broken(plan, journal, runner)}


def items(plan: Json, kind: str) -> list[Json]:
    return [item for day in plan["days"] for item in day["items"] if item["kind"] == kind]


def day_with_run(plan: Json) -> Json:
    return next(day for day in plan["days"] if any(item["kind"] == "run" for item in day["items"]))


def without(*kinds: str) -> Callable[[Json], None]:
    def spoil(plan: Json) -> None:
        for day in plan["days"]:
            day["items"] = [item for item in day["items"] if item["kind"] not in kinds]

    return spoil


def run_every_day(plan: Json) -> None:
    day = day_with_run(plan)
    session = [item for item in day["items"] if item["kind"] in {"warm_up", "run", "cool_down"}]
    for other in plan["days"]:
        if not any(item["kind"] == "run" for item in other["items"]):
            other["items"] += session


def with_flag(**flag: Any) -> Callable[[Json], None]:
    def spoil(plan: Json) -> None:
        reasons = [{"text": "why", "source": "seed"}]
        told = {"id": "x", "holds": "all", "by": "2024-03-11", "see": ["doctor"], "reasons": reasons}
        plan["assessment"]["flags"].append(told | flag)

    return spoil


def longer(minutes: float) -> Callable[[Json], None]:
    def spoil(plan: Json) -> None:
        for run in items(plan, "run"):
            run["dose"]["run_min"] += minutes

    return spoil


def at_stage(stage: str, run_min: float) -> Callable[[Json], None]:
    def spoil(plan: Json) -> None:
        items(plan, "run")[0]["dose"] |= {"stage": stage, "run_min": run_min}

    return spoil


def nested_impact(plan: Json) -> None:
    plan["days"][0]["items"][-1]["dose"] = {"exercises": [{"id": "pogo", "impact": True}]}


def run_twice(plan: Json) -> None:
    day = day_with_run(plan)
    day["items"] += [item for item in day["items"] if item["kind"] in {"run", "warm_up", "cool_down"}]


def no_seeing(plan: Json) -> None:
    for day in plan["days"]:
        day["items"] = [item for item in day["items"] if item["kind"] != "see_clinician"]


def empty_shower(plan: Json) -> None:
    items(plan, "contrast_shower")[0]["steps"] = []


def no_source(plan: Json) -> None:
    items(plan, "sleep")[0]["reasons"][0]["source"] = ""


def no_early_questions(plan: Json) -> None:
    for day in plan["days"]:
        day["items"] = [item for item in day["items"] if item["kind"] != "check_in" or item["at"] > "12:00"]


def too_far(plan: Json) -> None:
    items(plan, "run")[0]["dose"]["distance_km"] = 20


@pytest.mark.parametrize("case", [LADDER, FLAGGED, HEALTHY], ids=["ladder", "flagged", "healthy"])
def test_a_sound_plan_breaks_nothing(case: Json) -> None:
    assert breaches(case) == set()


@pytest.mark.parametrize(
    ("case", "spoil", "number"),
    [
        (LADDER, with_flag(), "1"),
        (LADDER, with_flag(holds="impact"), "1"),
        (FLAGGED, no_seeing, "1"),
        (FLAGGED, nested_impact, "1"),
        (LADDER, lambda plan: (with_flag(holds="progress")(plan), longer(20)(plan)), "1"),
        (LADDER, without("warm_up"), "2"),
        (LADDER, without("cool_down"), "2"),
        (LADDER, run_twice, "2"),
        (LADDER, run_every_day, "3"),
        (HEALTHY, longer(30), "5"),
        (HEALTHY, too_far, "5"),
        (LADDER, at_stage("8", 30), "7"),
        (LADDER, at_stage("1", 3), "7"),
        (LADDER, without("contrast_shower"), "8"),
        (LADDER, without("leg_elevation"), "8"),
        (LADDER, empty_shower, "8"),
        (LADDER, no_source, "11"),
        (LADDER, without("check_in"), "12"),
        (LADDER, no_early_questions, "12"),
    ],
)
def test_a_spoiled_plan_is_told_by_its_invariant(case: Json, spoil: Callable[[Json], None], number: str) -> None:
    assert number in breaches(case, spoil)


def test_more_minutes_than_a_day_has_are_told() -> None:
    def spoil(plan: Json) -> None:
        items(plan, "run")[0]["minutes"] = 80

    assert "13" in breaches(LADDER, spoil)


def test_a_limit_of_the_clinician_is_told() -> None:
    limit = {"kind": "max_run_min", "value": 12, "until": "2024-04-01"}
    assert "7" in breaches(LADDER | {"runner": RUNNER | {"clinician_limits": [limit]}}, longer(4))


def told_of_red(journal_entries: list[Json], profile: Json) -> bool:
    """Whether a run that was planned for today is told of as one on a red day, beside this journal."""
    sound = json.loads(json.dumps(plan_case(LADDER)))
    plan = sound | {"days": [day_with_run(sound) | {"date": TODAY.isoformat()}]}
    journal, runner, _ = read_case(journal_entries, profile, (), TODAY)
    return any("red day" in breach for breach in broken(plan, journal, runner))


@pytest.mark.parametrize("pain", [{"pain_during": 5}, {"pain_1h": 4}, {"limp": True}])
def test_a_run_after_a_red_one_is_told(pain: Json) -> None:
    assert told_of_red([*answered_run(6), answered_run(10, **pain)[0]], RUNNER)
    assert not told_of_red([*answered_run(6), *answered_run(8, **pain)], RUNNER)


def test_a_red_answer_an_hour_later_is_told() -> None:
    check = {"kind": "check_in", "id": "c", "at": "2024-03-10T19:00", "about": "r10", "pain_1h": 3}
    assert told_of_red([answered_run(10, pain_1h=None)[0], check], RUNNER)


@pytest.mark.parametrize(
    ("site", "score", "red"), [("shin_inner", 2, True), ("knee_front", 5, False), ("calf", 6, True)]
)
def test_without_a_diagnosis_only_what_is_red_beyond_doubt_counts(site: str, score: int, red: bool) -> None:
    assert told_of_red([answered_run(10, site=site, pain_during=score)[0]], {}) is red


def test_a_run_before_bone_stress_is_cleared_is_told() -> None:
    bone = {"diagnoses": [{"condition": "bone_stress", "side": "left", "since": "2024-02-01"}]}
    sound = json.loads(json.dumps(plan_case(LADDER)))
    nested_impact(sound)
    journal, runner, _ = read_case([], bone, (), TODAY)
    told = [breach for breach in broken(sound, journal, runner) if breach.startswith("4:")]
    assert any("isn't cleared" in breach for breach in told)
    assert any("impact" in breach for breach in told)


def test_the_checks_read_no_rule_of_the_rooms_that_plan() -> None:
    source = (Path(__file__).parents[2] / "planner" / "simulate" / "checks.py").read_text(encoding="utf-8")
    assert "planner.protocols" not in source
    assert "planner.assess" not in source
    assert "planner.schedule" not in source
