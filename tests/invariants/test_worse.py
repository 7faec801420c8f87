"""Worse in, never harder out (contract, 9): pairs of cases for every field of a journal or profile that can get worse."""

import json
from dataclasses import fields
from datetime import timedelta
from itertools import islice
from random import Random
from typing import Any

import pytest

from planner.cases import plan_case
from planner.journal import entries
from tests.assess.cases import TODAY, answered, check_in, diagnosed, pain, run, walk
from tests.assess.cases import case as told

from .generate import case
from .harder import Outcome, breaches, outcome
from .tables import HEALTH, SIGNS
from .worse import WAYS, Pair, pair_of

PAIRS = 3
MANY = 8
# Fields that say what, where or when, or that no plan may hang on
NEUTRAL = {
    "id", "at", "night_of", "site", "side", "during", "distance_km", "duration_min", "run_min", "item", "stage", "rpe",
    "surface", "shoe", "warm_up", "cool_down", "source", "about", "test", "outcome", "why", "to",
}  # fmt: skip
KINDS = {
    "pain": entries.Pain, "run": entries.Run, "walk": entries.Walk, "check_in": entries.CheckIn, "test": entries.Test,
    "done": entries.Done, "sleep": entries.Sleep,
}  # fmt: skip


def none_of(found: list[tuple[str, Pair]]) -> None:
    lines = [
        f"{words}\n  better: {json.dumps(a)[:3000]}\n  worse: {json.dumps(b)[:3000]}" for words, (a, b) in found[:2]
    ]
    if lines:
        pytest.fail("\n".join(lines), pytrace=False)


def pairs_of(way: str, first: int, wanted: int) -> list[Pair]:
    seeds = range(first, first + 20 * wanted)
    made = (pair for seed in seeds if (pair := pair_of(way, case(seed), Random(f"{way}{seed}"))))
    found = list(islice(made, wanted))
    assert len(found) == wanted, f"only {len(found)} pairs for {way}"
    return found


def tried(way: str, first: int, wanted: int) -> list[tuple[str, Pair]]:
    """What was breached in so many pairs of cases."""
    return [(words, pair) for pair in pairs_of(way, first, wanted) for words in breaches(way, pair, plan_case)]


@pytest.mark.parametrize("way", WAYS)
def test_worse_in_is_never_harder_out(way: str) -> None:
    none_of(tried(way, 400 + 7 * list(WAYS).index(way), PAIRS))


@pytest.mark.sweep
@pytest.mark.parametrize("way", WAYS)
def test_worse_in_is_never_harder_out_over_many_pairs(way: str) -> None:
    none_of(tried(way, 20_000 + 31 * list(WAYS).index(way), MANY))


# Found by the pairs above, made small


@pytest.mark.parametrize(
    ("site", "sign"), [("thigh_back", "heavy_legs"), ("thigh_back", "visible_veins"), ("other", "numbness")]
)
@pytest.mark.parametrize("condition", ["achilles_mid", "runners_knee"])
def test_a_sign_elsewhere_doesnt_take_away_what_was_answered_about_earlier_walks(
    condition: str, site: str, sign: str
) -> None:
    """Answers without a site say what mornings are usual; a new complaint must not carry them off to itself."""
    where: Any = {"site": {"achilles_mid": "achilles_mid", "runners_knee": "knee_front"}[condition], "side": "left"}
    walks = [walk(day, 30) for day in (-14, -12, -10)]
    usual = [
        check_in(day + 1, about=one["id"], pain_1h=0, pain_morning=0)
        for day, one in zip((-14, -12, -10), walks, strict=True)
    ]
    clean = answered(run(-7, 24, run_min=16, stage="3", **where))
    worse_morning = answered(run(-4, 24, run_min=16, stage="3", **where), morning=2)
    since = [*answered(walk(-1, 30, **where))[:1], check_in(0, pain_morning=0)]
    journal = [*walks, *usual, *clean, *worse_morning, *since]
    runner: Any = {"diagnoses": [diagnosed(condition)]}
    pair = told(journal, **runner), told(journal, pain(0, site, None, 7, side="right", signs=[sign]), **runner)
    none_of([(words, pair) for words in breaches(f"sign {sign} alone", pair, plan_case)])


def test_a_last_run_without_answers_is_no_better_than_one_answered_with_zeros() -> None:
    """Amber soreness runs a quarter below the last clean run; without one, no more than that."""
    journal = [run(-2, 110, rpe=8), run(-1, 60, pain_during=0), pain(0, "calf", 4, 6, side="both")]
    zero = check_in(0, about=journal[1]["id"], pain_1h=0, pain_morning=0)
    runner: Any = {"day_minutes": dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), 150)}
    later = str(TODAY + timedelta(days=7))
    pair = told(journal, zero, start=later, **runner), told(journal, start=later, **runner)
    none_of([(words, pair) for words in breaches("the whole check_in unanswered", pair, plan_case)])


# The pairs themselves


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_that_can_get_worse_is_tried(kind: str) -> None:
    names = {"asleep_h": "sleep shorter", "quality": "sleep of lower quality", "signs": "sign swelling on a score"}
    for field in {field.name for field in fields(KINDS[kind])} - NEUTRAL:
        assert any(way.startswith(names.get(field, f"{kind}.{field}")) for way in WAYS), field


def test_every_sign_and_health_state_is_tried() -> None:
    assert {f"sign {sign} {how}" for sign in SIGNS for how in ("on a score", "in the screen", "alone")} <= WAYS.keys()
    assert {f"health {health}" for health in HEALTH} <= WAYS.keys()
    assert {field.name for field in fields(entries.Screen)} - NEUTRAL == {"signs"}


def test_a_pair_differs_in_what_got_worse_alone() -> None:
    for way in WAYS:
        better, worse = pairs_of(way, 0, 1)[0]
        assert json.dumps(better) != json.dumps(worse) or "sleep" in way, way
        assert {**better, "journal": 0, "runner": 0} == {**worse, "journal": 0, "runner": 0}, way
        lines = [{json.dumps(entry) for entry in each.get("journal") or []} for each in (better, worse)]
        assert len(lines[0] ^ lines[1]) <= 2 or "sleep" in way, way


def test_enough_better_cases_have_runs_to_lose() -> None:
    """Pairs without a run on either side would hold whatever the planner did."""
    better = [pairs_of(way, 50 + n, 1)[0][0] for n, way in enumerate(WAYS)]
    assert sum(outcome(plan_case(each)).minutes > 0 for each in better) >= 0.4 * len(better)


@pytest.mark.parametrize(
    ("better", "worse", "words"),
    [
        (Outcome(60, 30, 3), Outcome(61, 30, 3), "61 running minutes instead of 60"),
        (Outcome(60, 30, 3), Outcome(60, 31, 3), "a longest run of 31 min instead of 30"),
        (Outcome(60, 30, 3), Outcome(60, 30, 4), "stage 2 instead of 1"),
    ],
)
def test_each_way_of_being_harder_is_told(better: Outcome, worse: Outcome, words: str) -> None:
    assert list(worse.harder_than(better)) == [words]
    assert list(better.harder_than(worse)) == []
    assert list(better.harder_than(better)) == []


def test_a_stage_is_compared_with_a_stage_alone() -> None:
    assert list(Outcome(0, 0, 0).harder_than(Outcome(60, 30, None))) == []


def test_a_planner_that_rewards_pain_is_found_out() -> None:
    def rewarding(given: dict[str, object]) -> dict[str, object]:
        """A run as long as the worst score."""
        journal: list[dict[str, int]] = given["journal"]  # type: ignore[assignment]
        worst = max(entry.get("score") or 0 for entry in journal)
        run = {"kind": "run", "dose": {"run_min": worst}}
        return {"today": "1", "assessment": {"stage": None}, "days": [{"date": "1", "items": [run]}]}

    pairs = pairs_of("pain.score higher", 0, 20)
    assert [words for pair in pairs for words in breaches("pain.score higher", pair, rewarding)]
