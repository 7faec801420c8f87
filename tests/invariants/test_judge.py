"""The judge is judged: a sound plan passes, and each kind of breach is found in a plan that has it."""

from collections.abc import Callable
from copy import deepcopy
from datetime import date, timedelta
from typing import Any

import pytest

from .certain_flags import ended, raised
from .facts import facts_of
from .judge import judge, kind_of
from .judge_ladder import most_that_fits
from .judge_runs import cap_km
from .red import days_off
from .sample import flag, item, run_items, sample_case, sample_plan

Change = Callable[[dict[str, Any], dict[str, Any]], object]


def items_of(plan: dict[str, Any], day: int) -> list[dict[str, Any]]:
    return plan["days"][day]["items"]


def the(plan: dict[str, Any], day: int, kind: str) -> dict[str, Any]:
    return next(i for i in items_of(plan, day) if i["kind"] == kind)


def drop(plan: dict[str, Any], day: int, kind: str) -> None:
    plan["days"][day]["items"] = [i for i in items_of(plan, day) if i["kind"] != kind]


def run_on(plan: dict[str, Any], day: int) -> None:
    drop(plan, day, "rest")
    items_of(plan, day)[1:1] = run_items(date.fromisoformat(plan["days"][day]["date"]))


def put(plan: dict[str, Any], day: int, kind: str, at: str, minutes: float, **more: Any) -> None:
    new = item(date.fromisoformat(plan["days"][day]["date"]), kind, at, minutes, n=9, **more)
    plan["days"][day]["items"] = sorted([*items_of(plan, day), new], key=lambda i: i["at"])


def dosed(plan: dict[str, Any], day: int, minutes: float, **dose: Any) -> None:
    run = the(plan, day, "run")
    run["dose"] = dose
    run["minutes"] = minutes


def raise_flag(plan: dict[str, Any], *given: Any) -> None:
    plan["assessment"]["flags"].append(flag(*given))


def entry(case: dict[str, Any], **fields: Any) -> None:
    case["journal"].append({"id": f"new-{len(case['journal'])}", **fields})


def limit(case: dict[str, Any], kind: str, value: Any) -> None:
    case["runner"].setdefault("clinician_limits", []).append({"kind": kind, "value": value})


def off_the_ladder(case: dict[str, Any], plan: dict[str, Any]) -> None:
    case["runner"] = {}
    plan["assessment"] |= {"phase": "healthy", "stage": None}
    for day in (1, 3, 5):
        dosed(plan, day, 30, run_min=30, distance_km=3.1)


def longer_than_the_cap(case: dict[str, Any], plan: dict[str, Any]) -> None:
    off_the_ladder(case, plan)
    dosed(plan, 3, 30, run_min=30, distance_km=3.5)


def rested_away(case: dict[str, Any], plan: dict[str, Any]) -> None:
    case["runner"] = {}
    case["journal"] = [
        {"kind": "run", "id": f"r{n}", "at": f"2026-11-{21 - 3 * n:02d}T08:00", "duration_min": 40, "distance_km": 7}
        for n in range(7)
    ]
    plan["assessment"] |= {"phase": "healthy", "stage": None}
    for n, day in enumerate(plan["days"]):
        day["items"] = [item(date.fromisoformat(day["date"]), "rest", "12:00", 0)] if n != 1 else day["items"]
    dosed(plan, 1, 10, run_min=10, distance_km=1.8)


def one_run_alone(case: dict[str, Any], plan: dict[str, Any]) -> None:
    for day in (3, 5):
        date_there = date.fromisoformat(plan["days"][day]["date"])
        plan["days"][day]["items"] = [item(date_there, "check_in", "07:00", 1), item(date_there, "rest", "12:00", 0)]


def without_rest(case: dict[str, Any], plan: dict[str, Any]) -> None:
    for day in (0, 2, 4, 6):
        drop(plan, day, "rest")
        put(plan, day, "walk", "17:00", 20)


BREACHES: list[tuple[str, Change]] = [
    ("shape: the plan lacks changes", lambda c, p: p.pop("changes")),
    ("lacks reasons", lambda c, p: the(p, 1, "run").pop("reasons")),
    ("shape: the days are", lambda c, p: p["days"].pop()),
    ("shape: phase 'fine'", lambda c, p: p["assessment"].update(phase="fine")),
    ("is there twice", lambda c, p: items_of(p, 0).append(items_of(p, 0)[-1])),
    ("shape: kind 'swim'", lambda c, p: put(p, 0, "swim", "23:00", 10)),
    ("isn't date/kind/n", lambda c, p: the(p, 0, "rest").update(id="rest-1")),
    ("the order of their time", lambda c, p: the(p, 1, "run").update(at="06:00")),
    ("changes though nothing was issued", lambda c, p: p["changes"].append({"what": "moved", "item": "x", "reasons": []})),
    ("has no item", lambda c, p: p["days"][0].update(items=[])),
    ("has a rest item and walk", lambda c, p: put(p, 0, "walk", "17:00", 20)),
    ("is past, was never issued", lambda c, p: (c.update(today="2026-11-24"), p.update(today="2026-11-24"))),
    ("run_min is 14", lambda c, p: the(p, 1, "run")["dose"].update(run_min=14)),
    ("minutes is 31", lambda c, p: the(p, 1, "run").update(minutes=31)),
    ("1: flag 'broken_leg'", lambda c, p: raise_flag(p, "broken_leg", "routine", "none")),
    ("has urgency 'routine'", lambda c, p: raise_flag(p, "nerve", "routine", "impact")),
    ("1: run on 2026-11-24 though a flag holds all", lambda c, p: raise_flag(p, "fracture_suspected", "same_day", "all")),
    ("1: contrast_shower on 2026-11-24 though", lambda c, p: raise_flag(p, "fracture_suspected", "same_day", "all")),
    ("1: run on 2026-11-24 though a flag holds impact", lambda c, p: raise_flag(p, "nerve", "within_days", "impact")),
    ("begins with check_in, not with see_clinician", lambda c, p: raise_flag(p, "nerve", "within_days", "impact")),
    ("F: phase return_to_run though", lambda c, p: raise_flag(p, "nerve", "within_days", "impact")),
    ("with impact on", lambda c, p: (raise_flag(p, "nerve", "within_days", "impact"), the(p, 1, "warm_up")["dose"].update(exercises=[{"id": "pogo", "impact": True}]))),
    ("E: flag heart_or_lung is missing", lambda c, p: entry(c, kind="screen", on="2026-11-20", signs=["chest_pain"])),
    ("12 running minutes on 2026-11-24, held at 5", lambda c, p: (raise_flag(p, "exertional", "routine", "progress"), [e.update(run_min=5) for e in c["journal"] if e["kind"] == "run"])),
    ("no session of 14 days", lambda c, p: (raise_flag(p, "exertional", "routine", "progress"), c["journal"].clear())),
    ("11: item 2026-11-24/run/1 has no reason", lambda c, p: the(p, 1, "run").update(reasons=[])),
    ("has no text", lambda c, p: the(p, 1, "run")["reasons"][0].update(text=" ")),
    ("0 warm_ups", lambda c, p: drop(p, 1, "warm_up")),
    ("0 cool_downs", lambda c, p: the(p, 1, "cool_down").update({"for": "another"})),
    ("2: run on 2026-11-24, a red day or one of the two after", lambda c, p: entry(c, kind="pain", at="2026-11-22T08:00", site="shin_inner", side="left", score=5, during="daily")),
    ("F: light green though", lambda c, p: entry(c, kind="pain", at="2026-11-22T08:00", site="shin_inner", side="left", score=5, during="daily")),
    ("C: run on 2026-11-26 though", lambda c, p: entry(c, kind="run", at="2026-11-22T08:00", limp=True, duration_min=30)),
    ("2: a second run on 2026-11-24", lambda c, p: items_of(p, 1).extend(deepcopy(run_items(date(2026, 11, 24))))),
    ("run_days: run on 2026-11-24", lambda c, p: c["runner"].update(run_days=["thu", "sat"])),
    ("pause: run on 2026-11-24", lambda c, p: entry(c, kind="pause", **{"from": "2026-11-24", "to": "2026-11-24"}, why="illness")),
    ("3: runs on 2026-11-24 and 2026-11-25", lambda c, p: run_on(p, 2)),
    ("3: no rest day", without_rest),
    ("4: run on 2026-11-24, bone stress isn't cleared", lambda c, p: c["runner"]["diagnoses"].append({"condition": "bone_stress"})),
    ("5: 3.5 km on 2026-11-26", longer_than_the_cap),
    ("6: contrast_shower on 2026-11-24 with raynaud", lambda c, p: c["runner"].update(health=["raynaud"])),
    ("6: a drinking target", lambda c, p: (c["runner"].update(health=["kidney_disease"]), put(p, 0, "hydration", "08:00", 0, dose={"target_ml": 2000}))),
    ("7: a run of 4", lambda c, p: dosed(p, 1, 10, stage="2", run_min=4, segments=[{"times": 2, "run_min": 2, "walk_min": 3}])),
    ("7: 12 running minutes on 2026-11-24, the clinician allows 8", lambda c, p: limit(c, "max_run_min", 8)),
    ("7: stage 2 on 2026-11-24, hold_stage is 1", lambda c, p: limit(c, "hold_stage", "1")),
    ("a day off by the clinician", lambda c, p: limit(c, "days_off", ["tue"])),
    ("7: 12 running minutes on 2026-11-24, 10 fit", lambda c, p: c["runner"].update(day_minutes={"tue": 43})),
    ("C: stage 3 on 2026-11-24, earned is 2", lambda c, p: dosed(p, 1, 24, stage="3", run_min=16, segments=[{"times": 8, "run_min": 2, "walk_min": 1}])),
    ("D: run on 2026-11-24 after", lambda c, p: c["journal"].clear()),
    ("8: no leg_elevation", lambda c, p: drop(p, 1, "leg_elevation")),
    ("has no dose or no steps", lambda c, p: the(p, 1, "contrast_shower").update(steps=[])),
    ("12: no check_in after the run on 2026-11-24", lambda c, p: items_of(p, 1)[:] and p["days"][1].update(items=[i for i in items_of(p, 1) if i["id"] != "2026-11-24/check_in/2"])),
    ("12: no check_in on the morning of 2026-11-25", lambda c, p: drop(p, 2, "check_in")),
    ("13: 48 minutes on 2026-11-24", lambda c, p: c["runner"].update(day_minutes={"tue": 40})),
    ("14: 10 running minutes in the week", rested_away),
    ("14: 1 runs in a green week on the ladder, 3 fit", one_run_alone),
    ("shape: last_7d_km is 20", lambda c, p: p["assessment"]["load"].update(last_7d_km=20)),
]  # fmt: skip


def test_a_sound_plan_has_no_breach() -> None:
    assert judge(sample_case(), sample_plan()) == []


@pytest.mark.parametrize(("words", "change"), BREACHES, ids=[words for words, _ in BREACHES])
def test_the_judge_finds_each_breach(words: str, change: Change) -> None:
    case, plan = sample_case(), sample_plan()
    change(case, plan)
    found = judge(case, plan)
    assert any(words in each for each in found), found


def test_a_sound_plan_off_the_ladder_has_no_breach_of_the_cap() -> None:
    case, plan = sample_case(), sample_plan()
    off_the_ladder(case, plan)
    assert not [each for each in judge(case, plan) if each.startswith("5")]


def test_the_cap_is_a_tenth_more_and_never_rounded_up() -> None:
    assert [cap_km(x) for x in (2.0, 2.95, 3.0, 5.2, 10.09)] == [2.3, 3.2, 3.3, 5.7, 11.0]


@pytest.mark.parametrize(
    ("stage", "minutes", "limit_min", "best"),
    [("2", 30, 99, 12), ("2", 20, 99, 8), ("8", 29, 99, 20), ("7", 30, 26, 25), ("1", 4, 99, 0), ("3", 24, 5, 4)],
)
def test_the_best_repeat_that_fits_is_found(stage: str, minutes: float, limit_min: float, best: float) -> None:
    assert most_that_fits(stage, minutes, limit_min, bone=False) == best


def test_a_clearance_from_too_low_a_clinician_ends_no_flag() -> None:
    case = sample_case()
    entry(case, kind="pain", at="2026-11-18T08:00", site="groin", side="left", score=2, during="run")
    entry(case, kind="clearance", at="2026-11-20T08:00", by="physio", clears=["bone_stress_high_risk"])
    assert "bone_stress_high_risk" in raised(facts_of(case))
    entry(case, kind="clearance", at="2026-11-20T09:00", by="orthopaedics", clears=["bone_stress_high_risk"])
    assert "bone_stress_high_risk" not in raised(facts_of(case))


def test_later_evidence_raises_a_flag_again() -> None:
    case = sample_case()
    entry(case, kind="screen", on="2026-11-10", signs=["faint"])
    entry(case, kind="clearance", at="2026-11-12T08:00", by="hospital", clears=["heart_or_lung"])
    assert "heart_or_lung" in ended(facts_of(case))
    entry(case, kind="screen", on="2026-11-14", signs=["faint"])
    assert "heart_or_lung" in raised(facts_of(case))


def test_a_deleted_or_corrected_entry_makes_nothing_certain() -> None:
    case = sample_case()
    entry(case, kind="pain", at="2026-11-22T08:00", site="shin_inner", side="left", score=9, during="daily")
    assert days_off(facts_of(case)).keys() == {date(2026, 11, 22) + timedelta(days=n) for n in range(3)}
    case["journal"].append({"kind": "deleted", "entry": case["journal"][-1]["id"]})
    assert not days_off(facts_of(case))


def test_like_breaches_have_one_kind() -> None:
    assert kind_of("2: a second run on 2026-11-24") == kind_of("2: a second run on 2027-01-04")
