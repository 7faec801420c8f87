"""What must hold for every case, however odd, tried on invented runners through the desk."""

import json
from collections import Counter
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.desk import plan_case
from planner.journal.faults import Faults

from .broken import broken
from .facts import facts_of
from .generate import KINDS, case, cases_of, labelled
from .judge_runs import runnable_days
from .plan import Plan
from .trials import (
    Breach,
    judged,
    never_harder,
    replanned,
    same_in_any_order,
    same_standing_for_any_week,
)

SEEDS = st.integers(min_value=0, max_value=10**9)
QUICK = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
SWEPT = range(300)


def none_of(found: list[Breach]) -> None:
    told = "\n".join(f"{breach.words}\n  case: {json.dumps(breach.case)[:4000]}" for breach in found[:5])
    if found:
        pytest.fail(told, pytrace=False)


@pytest.mark.parametrize("label", KINDS)
def test_every_invariant_holds_for_every_kind_of_runner(label: str) -> None:
    @settings(QUICK, max_examples=25)
    @given(cases_of(label))
    def holds(invented: dict[str, object]) -> None:
        none_of(list(judged(invented, plan_case)))

    holds()


@QUICK
@given(SEEDS)
def test_shuffled_and_repeated_lines_give_the_same_bytes(seed: int) -> None:
    none_of(list(same_in_any_order(case(seed), plan_case, Random(seed))))


@QUICK
@given(SEEDS)
def test_worse_in_is_never_harder_out(seed: int) -> None:
    none_of(list(never_harder(case(seed), plan_case, Random(seed))))


@settings(QUICK, max_examples=40)
@given(SEEDS)
def test_an_issued_week_keeps_its_ids_and_its_past(seed: int) -> None:
    none_of(list(replanned(case(seed), plan_case, Random(seed))))


@settings(QUICK, max_examples=30)
@given(SEEDS)
def test_no_gate_opens_by_planning_a_later_week(seed: int) -> None:
    none_of(list(same_standing_for_any_week(case(seed), plan_case)))


@settings(QUICK, max_examples=40)
@given(SEEDS)
def test_a_bad_case_is_refused_with_words_and_never_with_another_error(seed: int) -> None:
    with pytest.raises(Faults) as caught:
        plan_case(broken(Random(seed)))
    assert str(caught.value).strip()


def test_enough_plans_contain_real_runs() -> None:
    """A planner that hides behind rest would pass every other test."""
    asked: Counter[str] = Counter()
    got: Counter[str] = Counter()
    for seed in SWEPT:
        label, invented = labelled(seed)
        plan = Plan(raw=plan_case(invented), facts=facts_of(invented))
        roomy = label == "healthy" and len(runnable_days(plan.facts, plan, 30)) >= 2
        for group in ("all", *(["healthy with days"] if roomy else [])):
            asked[group] += 1
            got[group] += bool(plan.runs)
    assert asked["healthy with days"] >= 60
    assert got["healthy with days"] >= 0.9 * asked["healthy with days"], (got, asked)
    assert got["all"] >= 0.4 * asked["all"], (got, asked)


@pytest.mark.parametrize(
    ("start", "end"),
    [(1000, 1025), *(pytest.param(start, start + 100, marks=pytest.mark.sweep) for start in range(1025, 1625, 100))],
)
def test_a_sweep_of_seeds_holds_every_invariant(start: int, end: int) -> None:
    for seed in range(start, end):
        invented, rng = case(seed), Random(seed)
        none_of(list(judged(invented, plan_case)))
        none_of(list(never_harder(invented, plan_case, rng)))
        none_of(list(replanned(invented, plan_case, rng)))
