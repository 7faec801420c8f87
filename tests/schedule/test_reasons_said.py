"""Each reason of a plan says where it comes from, in words, with its numbers."""

import re
from typing import Any

import pytest

from planner.cases import plan_case
from planner.protocols import protocols
from tests.assess.cases import answered, case, diagnosed, items, pain, plan, regular, run, run_minutes, screen, slept
from tests.invariants.generate import labelled

HEEL: dict[str, Any] = {"site": "achilles_mid", "side": "left"}


@pytest.mark.parametrize("first", range(0, 120, 20))
def test_every_reason_has_a_known_source_a_strength_and_a_whole_sentence(first: int) -> None:
    for seed in range(first, first + 20):
        made = plan_case(labelled(seed)[1])
        told = [reason for day in made["days"] for item in day["items"] for reason in item.get("reasons", ())]
        told += [reason for flag in made["assessment"]["flags"] for reason in flag["reasons"]]
        for reason in told:
            assert reason["source"] in protocols().sources, reason
            assert reason["strength"] in {"A", "B", "C", "D"}, reason
            assert reason["text"], reason
            assert not re.search(r"[{}]|None|XX", reason["text"]), reason


def test_a_gap_names_the_run_that_it_is_measured_by_and_what_lifts_it() -> None:
    made = plan(regular(5, last=-9))
    why = next(r for item in items(made, "run") for r in item["reasons"] if r["rule"] == "load.gap")
    assert why["entries"]
    assert why["lifts"]


def test_short_sleep_is_told_with_its_hours() -> None:
    nights = [slept(day, 6.5) for day in range(-7, 0)]
    trace = plan_case(case(regular(5), *nights), trace=True).get("trace", [])
    told = [one["reason"]["text"] for one in trace if one["rule"] == "sleep.short" and one["minutes"] is not None]
    assert told
    assert all("6.5" in text for text in told)


def test_a_sign_in_the_screen_keeps_its_side() -> None:
    asked = {**screen(0, "one_leg_swollen"), "site": "calf", "side": "left"}
    flag = next(f for f in plan(regular(5), asked)["assessment"]["flags"] if f["id"] == "clot_suspected")
    assert (flag["site"], flag["side"]) == ("calf", "left")


def test_only_the_last_run_makes_a_tendon_rest_longer() -> None:
    runner: dict[str, Any] = {"diagnoses": [diagnosed("achilles_mid")]}
    heavy = answered(run(-3, 25, run_min=12, stage="2", **HEEL), 4, 3, 0)
    light = answered(run(-1, 25, run_min=12, stage="2", **HEEL), 1, 0, None)
    alone = plan(regular(5, last=-5), heavy, **runner)
    later = plan(regular(5, last=-5), heavy, light, pain(0, **HEEL, score=0, during="next_morning", hour=7), **runner)
    assert alone["today"] in run_minutes(alone)
    assert not any(r["rule"] == "rest.heavy_session" for item in items(later, "rest") for r in item["reasons"])


def test_the_trace_tells_whether_the_stage_decided() -> None:
    ladder = answered(run(-3, 30, run_min=12, stage="2", site="shin_inner", side="left"))
    climbing = plan_case(case(ladder, diagnoses=[diagnosed("mtss")]), trace=True).get("trace", [])
    healthy = plan_case(case(regular(5)), trace=True).get("trace", [])
    assert {one["bound"] for one in climbing if one["rule"] == "ladder.stage"} == {True}
    assert {one["bound"] for one in healthy if one["rule"] == "ladder.stage"} == {False}
