import json
import os
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from multiprocessing import get_context
from typing import Any, NoReturn

import pytest

from planner.cases import plan_case
from planner.protocols import protocols
from planner.simulate import lives_of, planned
from planner.simulate.clinician import AGAIN_DAYS, Clinician
from planner.simulate.life import ARMS, CONTINUOUS_MIN, days_of, live, ran_30
from planner.simulate.planned import ByPlan
from planner.simulate.runners import runner
from planner.simulate.tissue import State

Json = dict[str, Any]
MTSS, BONE, UNNAMED_SHIN, UNNAMED_CALF, HEALTHY = 0, 1, 8, 9, 11
MONDAY = date(2024, 1, 1)


def test_the_same_seed_is_the_same_life() -> None:
    assert lives_of(1, MTSS, 2) == lives_of(1, MTSS, 2)


@pytest.mark.slow
def test_no_hash_seed_or_locale_changes_a_byte() -> None:
    said = [
        subprocess.run(
            [
                sys.executable,
                "-m",
                "planner.cli",
                "simulate",
                "--runners",
                "3",
                "--weeks",
                "2",
                "--seed",
                "5",
                "--json",
            ],
            env=os.environ | {"PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for seed, locale, zone in (("0", "C", "UTC"), ("77", "C.UTF-8", "Pacific/Auckland"))
    ]
    assert said[0] == said[1]
    assert json.loads(said[0])["runners"] == 3


def test_all_arms_begin_with_the_same_body_and_luck() -> None:
    who = runner(2, UNNAMED_CALF)
    first = [next(days_of(who, make(who), 1)) for make in ARMS.values()]
    assert len({day.pain_morning for day in first}) == 1
    idle = [day for day in first if day.done is None]
    assert len({(day.state, day.pain_daily) for day in idle}) <= 1


def test_two_arms_that_do_the_same_feel_the_same() -> None:
    """A healthy runner rests in neither rule of thumb, and runs the same week in both."""
    who = replace(runner(1, HEALTHY), obedience_name="exact")
    one, other = (list(days_of(who, ARMS[name](who), 14)) for name in ("rest_until_pain_free", "ten_percent"))
    assert one == other


def test_a_few_weeks_break_no_promise_and_count_every_plan() -> None:
    for number in (MTSS, BONE, UNNAMED_SHIN, HEALTHY):
        life = live(3, number, 2, "planner")
        assert life.breaks == ()
        assert life.plans == 14
        assert life.replans == 12
    assert live(3, MTSS, 2, "ten_percent").plans == 0


def _lives(number: int) -> tuple[int, list[tuple[int, int, str]]]:
    life = live(1, number, 16, "planner")
    return life.plans, [(each.runner, each.day, each.what) for each in life.breaks]


@pytest.mark.sweep
def test_a_thousand_weeks_of_runners_break_no_promise() -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        lived = list(pool.map(_lives, range(63)))
    assert sum(plans for plans, _ in lived) >= 7_000
    assert [each for _, breaks in lived for each in breaks] == []


def test_a_plan_that_cannot_be_made_names_seed_runner_and_day(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> NoReturn:
        raise KeyError("stage")

    monkeypatch.setattr(planned, "plan_week", fails)
    with pytest.raises(RuntimeError, match=r"seed 1, runner 0, day 1: KeyError: 'stage'"):
        live(1, MTSS, 1, "planner")


def test_what_the_planner_was_told_is_a_case_that_plans_the_same() -> None:
    who = runner(4, MTSS)
    arm = ByPlan(who)
    for _ in days_of(who, arm, 10):
        pass
    case = json.loads(json.dumps(arm.case(MONDAY + timedelta(days=10))))
    assert len(plan_case(case)["days"]) == 7
    assert len(case["issued"]) > 1
    assert {entry["kind"] for entry in case["journal"]} >= {"run", "pain"}


@pytest.mark.parametrize(("longest", "pain", "there"), [(CONTINUOUS_MIN, 2, True), (26.5, 0, False), (40, 3, False)])
def test_thirty_minutes_are_continuous_and_nearly_painless(longest: float, pain: int, there: bool) -> None:
    who = replace(runner(1, HEALTHY), obedience_name="exact")
    day = next(d for d in days_of(who, ARMS["ten_percent"](who), 14) if d.done)
    assert day.done is not None
    assert ran_30(replace(day, done=replace(day.done, longest=longest), pain_run=pain)) is there
    assert not ran_30(replace(day, done=None))


def flag(flag_id: str, by: date, **more: Any) -> Any:
    told = {"id": flag_id, "urgency": "within_week", "holds": "impact", "by": by.isoformat(), "site": None}
    return told | {"side": "both"} | more


def state(damage: float) -> State:
    return State(damage, 40.0, 80.0)


def test_the_clinician_is_seen_by_the_day_that_the_flag_names() -> None:
    who = replace(runner(1, MTSS), clinician_waits=0)
    clinician, due = Clinician(who, protocols()), MONDAY + timedelta(days=7)
    named = {"diagnoses": [{}]}
    suspected = flag("bone_stress_suspected", due, site="shin_inner", side="left")
    assert clinician.see([suspected], named, state(0.9), MONDAY).entries == []
    seen = clinician.see([suspected], named, state(0.9), due).entries
    assert [(entry["clears"], entry["by"], entry["site"]) for entry in seen] == [
        (["bone_stress_suspected"], "physio", "shin_inner")
    ]


def test_what_is_urgent_is_seen_the_same_day_by_someone_with_the_authority() -> None:
    clinician = Clinician(replace(runner(1, MTSS), clinician_waits=7), protocols())
    clot = flag("clot_suspected", MONDAY, urgency="same_day", holds="all")
    seen = clinician.see([clot], {"diagnoses": [{}]}, state(0.3), MONDAY).entries
    assert [entry["by"] for entry in seen] == ["doctor"]


def test_bone_is_let_go_only_when_damage_is_low_enough_for_this_clinician() -> None:
    clinician = Clinician(replace(runner(1, BONE), clears_at=0.3, clinician_waits=0), protocols())
    named, held = {"diagnoses": [{}]}, flag("bone_stress_diagnosed", MONDAY)
    assert clinician.see([held], named, state(0.6), MONDAY).entries == []
    assert clinician.see([held], named, state(0.2), MONDAY + timedelta(days=1)).entries == []
    seen = clinician.see([held], named, state(0.2), MONDAY + timedelta(days=AGAIN_DAYS)).entries
    assert seen[0]["clears"] == ["bone_stress_diagnosed", "bone_stress_suspected"]
    assert seen[0]["outcome"] == "may_start"


@pytest.mark.parametrize(("limits", "given"), [(True, {"diagnoses", "clinician_limits"}), (False, {"diagnoses"})])
def test_a_visit_gives_a_name_to_what_had_none(limits: bool, given: set[str]) -> None:
    who = replace(runner(1, UNNAMED_CALF), limits=limits, clinician_waits=0)
    visit = Clinician(who, protocols()).see([flag("no_improvement", MONDAY, holds="progress")], {}, state(1.0), MONDAY)
    assert set(visit.profile) == given
    assert visit.profile["diagnoses"][0]["condition"] == "calf_strain"
    assert visit.entries[0]["clears"] == ["no_improvement"]


def test_a_healthy_runner_gets_no_name_for_anything() -> None:
    who = replace(runner(1, HEALTHY), clinician_waits=0)
    visit = Clinician(who, protocols()).see([flag("joint_internal", MONDAY)], {}, state(0.9), MONDAY)
    assert (visit.profile, visit.entries) == ({}, [])
