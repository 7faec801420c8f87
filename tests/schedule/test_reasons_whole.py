"""A reason whole: its rule, what it rests on, its numbers, the entries that brought it, and what lifts it."""

from datetime import date
from typing import Any, NamedTuple

import pytest

from planner.assess import Reason
from planner.protocols import protocols
from tests.assess.cases import (
    Entry,
    answered,
    check_in,
    diagnosed,
    pain,
    plan,
    planned,
    reasons,
    regular,
    run,
    said,
    self_test,
    sign,
    slept,
    the,
    walk,
)
from tests.schedule.test_changes import one, ticked

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ROOMY: Entry = {"day_minutes": dict.fromkeys(WEEKDAYS, 300)}
SHIN: Entry = {"site": "shin_inner", "side": "left"}
KNEE: Entry = {"site": "knee_front", "side": "left"}
CALF: Entry = {"site": "calf", "side": "left"}
TENDON: Entry = {"site": "achilles_mid", "side": "left"}
HABIT = regular(5, distance_km=8)
WEAK = [slept(-n, 6.5) for n in range(7)]


def has(condition: str, **more: Any) -> dict[str, Any]:
    return {"diagnoses": [diagnosed(condition)], **more}


def limit(kind: str, value: object, note: str = "slowly") -> dict[str, Any]:
    return {"clinician_limits": [{"kind": kind, "value": value, "note": note}]}


def on(day: int) -> date:
    return date.fromisoformat(the(day))


def two(day: int, minutes: float = 12, **fields: Any) -> Entry:
    """A session of stage 2: twelve minutes of running."""
    return run(day, 30, run_min=minutes, stage="2", **{**SHIN, **fields})


def nine(*days: int, during: int = 0, minutes: float = 36) -> list[Entry]:
    told: Entry = {"run_min": minutes, "stage": "9", "distance_km": 6, **SHIN}
    return [entry for day in days for entry in answered(run(day, minutes, **told), during)]


class Row(NamedTuple):
    """A journal and profile, and the reason that they bring."""

    journal: list[Any]
    more: dict[str, Any]
    why: Reason


NIGGLE = pain(-1, "knee_front", 1, during="daily")
AMBER = pain(-1, "knee_front", 3, during="daily")
SWOLLEN = sign(0, "calf", "one_leg_swollen", hour=8)
RED = pain(0, "arch", 6, 8, during="daily")
HEAVY = answered(run(-1, 25, run_min=12, stage="2", **TENDON), 4, 3, None)
CALM_HEEL = pain(0, "achilles_mid", 0, 7, during="next_morning")
PAUSE: Entry = {"kind": "pause", "id": "p", "from": the(0), "to": the(2), "why": "illness"}
BAD = two(-3, pain_during=6)
BAD_HEEL = run(-5, 30, run_min=12, stage="2", pain_during=6, **TENDON)
BAD_CALF = run(-5, 30, run_min=12, stage="2", pain_during=6, **CALF)
WALKED = walk(-2, 30, pain_during=0, pain_1h=0, **TENDON)
FIRST = run(-3, 8, distance_km=1.0)
SORE = pain(0, "thigh_back", 4, 9, during="daily", side="both")
NOW = pain(0, "knee_front", 3, 8, during="daily")
AT_THREE = [answered(run(day, 24, run_min=16, stage="3", **KNEE)) for day in (-5, -2)]
FELT = {**two(-3), "pain_during": 3}
LATER = pain(-3, "shin_inner", 2, 19, during="after_run")
BUILT = [run(-7 * back + day, total / 3) for back, total in ((4, 90), (3, 90), (2, 96), (1, 102)) for day in (0, 2, 4)]
GAP = regular(5, last=-9)
FEW = [run(day, 40, distance_km=8) for day in (-20, -8, -2)]
LAST_AMBER = answered(run(-2, 36, run_min=36, stage="9", distance_km=6, **SHIN), 3)
HARD = run(-1, 30, distance_km=6, rpe=8)
LONG = run(-1, 50, distance_km=9)
GATES = [answered(walk(day, 30)) for day in (-4, -2)]
CLEARED_WALKS = tuple(pair[0]["id"] for pair in GATES)
ENOUGH = answered(two(-5)), answered(two(-3))
QUICK = [answered(run(day, 30, run_min=m, stage=s, **SHIN)) for day, m, s in (
    (-8, 6, "1"), (-6, 6, "1"), (-5, 12, "2"), (-4, 12, "2"), (-3, 16, "3"), (-1, 16, "3"))]  # fmt: skip
MASKED = answered(two(-2, painkiller_24h=True))
OVER, SHORT = answered(two(-2, minutes=14)), answered(two(-2, minutes=8))
OPEN = {**two(-2), "pain_during": 0}
AT_TWO = answered(two(-3))

ROWS: dict[str, Row] = {
    # What bounds a run
    "short sleep": Row([HABIT, WEAK], {**ROOMY, "run_days": ["mon"]}, Reason(
        "sleep.short", "aasm_2015", "D", {"minutes": 40, "hours": 6.5, "target": 7.0},
        tuple(night["id"] for night in WEAK), "lifts.sleep")),
    "a flag that lets nothing grow": Row([HABIT], {**ROOMY, "run_days": ["mon"], "health": ["blood_thinner"]}, Reason(
        "hold.flag", "decisions", "D", {"flag": "clinician_first", "minutes": 40}, (), "lifts.flag.clinician_first")),
    "a niggle": Row([HABIT, NIGGLE], {**ROOMY, "run_days": ["mon"]}, Reason(
        "pain.no_progress", "decisions", "D", {"minutes": 40}, (NIGGLE["id"],), "lifts.pain")),
    "amber off the ladder": Row([HABIT, AMBER], ROOMY, Reason(
        "pain.amber", "decisions", "D", {"minutes": 30}, (AMBER["id"],), "lifts.pain")),
    "amber past the ladder": Row([nine(-6, -4), LAST_AMBER], has("mtss"), Reason(
        "rebuild.hold", "decisions", "D", {"days": 7}, (LAST_AMBER[0]["id"],), "lifts.green_week")),
    "a clinician's minutes": Row([HABIT], limit("max_run_min", 20), Reason(
        "limit.max_run_min", "clinician", "D", {"minutes": 20, "note": "slowly"}, (), "lifts.clinician")),
    "a clinician's stage": Row([AT_TWO], has("mtss", **limit("hold_stage", "1")), Reason(
        "limit.hold_stage", "clinician", "D", {"stage": "1", "note": "slowly"}, (), "lifts.clinician")),
    "a clinician's stage off the ladder": Row([HABIT], limit("hold_stage", "3"), Reason(
        "limit.hold_stage", "clinician", "D", {"stage": "3", "note": "slowly"}, (), "lifts.clinician")),
    "a clinician's first stage": Row([HABIT], limit("start_stage", "3"), Reason(
        "limit.start_stage", "clinician", "D", {"stage": "3", "note": "slowly"}, (), "lifts.clinician")),
    "the same runner without symptoms": Row([BUILT, AMBER], ROOMY, Reason(
        "load.step_back", "decisions", "D", {"weeks": 3, "first": 90, "last": 102, "percent": 75, "minutes": 76},
        tuple(ran["id"] for ran in BUILT[-3:]), "lifts.step_back")),
    "how it is now": Row([HABIT, NOW], ROOMY, Reason(
        "now.amber", "decisions", "D", {"score": 3, "site": "knee_front", "minutes": 30}, (NOW["id"],), "lifts.now")),
    "how it is now on the ladder": Row([AT_THREE, NOW], has("runners_knee"), Reason(
        "now.amber_stage", "decisions", "D", {"score": 3, "site": "knee_front", "stage": "2"}, (NOW["id"],), "lifts.now")),
    "the day after a hard run": Row([HABIT, HARD], {**ROOMY, "run_days": ["mon"]}, Reason(
        "load.hard_easy", "decisions", "D", {"rpe": 8, "minutes": 40}, (HARD["id"],), "lifts.easy_day")),
    "the day after a long run": Row([HABIT, LONG], {**ROOMY, "run_days": ["mon"]}, Reason(
        "load.long_apart", "decisions", "D", {"long": 50, "minutes": 40}, (LONG["id"],), "lifts.easy_day")),
    "minutes of the day": Row([HABIT], {"day_minutes": dict.fromkeys(WEEKDAYS, 50)}, Reason(
        "fit.minutes", "runner", "D", {"minutes": 50, "needed": 58})),
    "days all too short": Row([HABIT], {"day_minutes": dict.fromkeys(WEEKDAYS, 20)}, Reason(
        "fit.short_days", "runner", "D", {"minutes": 5})),
    "a share of the first week": Row([GATES], {"experience": "new"}, Reason(
        "load.share", "decisions", "D", {"minutes": 6})),
    "what the first week leaves": Row([run(-3, 12, distance_km=2.0), run(-2, 9, distance_km=0.5)], {"experience": "new"},
        Reason("load.first_week_share", "nielsen_2014", "C", {"km": 3.0, "minutes": 6})),
    # What a runner wants
    "a habit": Row([HABIT], {}, Reason("load.habit", "decisions", "D", {"runs": 3, "minutes": 40})),
    "the cap": Row([HABIT], ROOMY, Reason(
        "load.cap", "frandsen_2025", "B", {"minutes": 44, "km": 8.8, "longest_km": 8.0, "longest_min": 40},
        (max(ran["id"] for ran in HABIT if ran["at"] > the(-30)),))),
    "a step instead of a cap": Row([FIRST], {"experience": "new"}, Reason(
        "load.cap_step", "decisions", "D", {"minutes": 11, "km": 1.3, "longest_km": 1.0, "longest_min": 8},
        (FIRST["id"],))),
    "a gap": Row([GAP], {}, Reason(
        "load.gap", "decisions", "D", {"days": 9, "minutes": 28},
        (max(ran["id"] for ran in GAP if ran["at"] > the(-30)),), "lifts.run")),
    "few runs": Row([FEW], ROOMY, Reason(
        "load.few_runs", "decisions", "D", {"n": 3, "minutes": 28}, (max(ran["id"] for ran in FEW),), "lifts.run")),
    "a goal ahead": Row([HABIT], {**ROOMY, "goal": {"kind": "distance", "distance_km": 10}}, Reason(
        "goal.build", "decisions", "D", {"goal_km": 10.0, "km": 8.8})),
    "a jump that is told": Row([FEW], ROOMY, Reason(
        "load.week_jump", "nielsen_2014", "C", {"minutes": 56, "mean": 40, "percent": 40}, (), "lifts.week_jump")),
    # Why a day has none
    "a flag": Row([HABIT, SWOLLEN], {}, Reason(
        "rest.flag", "wells_2003", "B", {"flag": "clot_suspected"}, (SWOLLEN["id"],), "lifts.flag.clot_suspected")),
    "a red day": Row([RED], {}, Reason(
        "rest.red", "decisions", "D", {"red": on(0), "days": 2}, (RED["id"],), "lifts.red")),
    "a tendon that felt a run": Row([regular(5, last=-5), HEAVY, CALM_HEEL], has("achilles_mid"), Reason(
        "rest.heavy_session", "silbernagel_2015", "D", {"score": 4, "days": 2}, (HEAVY[0]["id"],), "lifts.days")),
    "a fever": Row([HABIT, sign(0, None, "fever", hour=8)], {}, Reason(
        "rest.fever", "decisions", "D", {}, (), "lifts.fever")),
    "a pause": Row([HABIT, PAUSE], {}, Reason("fit.pause", "runner", "D", {"why": "illness"})),
    "a clinician's day off": Row([HABIT], limit("days_off", ["thu"]), Reason(
        "limit.days_off", "clinician", "D", {"note": "slowly"}, (), "lifts.clinician")),
    "a day that isn't the runner's": Row([HABIT], {"run_days": ["mon", "fri"]}, Reason("fit.run_days", "runner", "D")),
    "a run today": Row([HABIT, run(0, 30, 7)], {}, Reason("fit.ran_today", "runner", "D")),
    "days between runs": Row([AT_TWO], has("mtss"), Reason("ladder.days_apart", "delaware", "D", {"n": 1})),
    # Why it is a walk
    "sore legs": Row([regular(5, last=-3, distance_km=8), run(-1, 60), SORE], {}, Reason(
        "pain.sore", "decisions", "D", {"score": 4}, (SORE["id"],), "lifts.pain")),
    "walking first": Row([FIRST], {"experience": "new"}, Reason(
        "load.walking_first", "seed", "D", {"km": 3.0, "steps": 10000}, (), "lifts.walking_first")),
    "a morning before the next run": Row([answered(two(-5)), BAD], has("mtss"), Reason(
        "ladder.morning_due", "delaware", "D", {}, (BAD["id"],), "lifts.morning")),
    "a walk before the next run": Row(
        [BAD_HEEL, pain(-1, "achilles_mid", 0, 7, during="next_morning")], has("achilles_mid"), Reason(
        "ladder.walk_due", "delaware", "D", {"minutes": 30, "gate": 2}, (BAD_HEEL["id"],), "lifts.one_walk")),
    "a painless walk before the next run": Row(
        [BAD_CALF, pain(-1, "calf", 0, 7, during="next_morning")], has("calf_strain"), Reason(
        "ladder.walk_due_painless", "delaware", "D", {"minutes": 30}, (BAD_CALF["id"],), "lifts.one_walk")),
    "a test before the next run": Row(
        [answered(run(-12, 30, run_min=12, stage="2", **CALF)), self_test(-1, "heel_raise", side="left", reps=12),
         walk(-1, 30, pain_during=0, **CALF)], has("calf_strain"), Reason(
        "ladder.test_due", "delaware", "D", {"test": "heel_raise", "days": 28}, (), "lifts.test")),
    "a spot without a name": Row(
        [run(-5, 30, pain_during=6, **KNEE), pain(-2, "knee_front", 0, during="next_morning")], {}, Reason(
        "ladder.walk_unnamed", "delaware", "D", {"days": 28}, (), "lifts.name")),
    "painless walks": Row([], has("calf_strain"), Reason(
        "ladder.walk_painless", "delaware", "D", {"n": 2, "minutes": 30}, (), "lifts.walks")),
    "walks with a number": Row([WALKED, check_in(-1, pain_morning=0)], has("achilles_mid"), Reason(
        "ladder.walk_gate", "delaware", "D", {"n": 1, "minutes": 30, "gate": 2}, (WALKED["id"],), "lifts.walks")),
    "walks of somebody healthy": Row([], {}, Reason(
        "ladder.walk", "delaware", "D", {"n": 2, "minutes": 30}, (), "lifts.walks")),
    # Why a stage comes again
    "a stage": Row([AT_TWO], has("mtss"), Reason(
        "ladder.stage", "delaware", "D", {"stage": "2", "minutes": 12.0, "clean": 1, "needed": 2}, (AT_TWO[0]["id"],))),
    "a stage below": Row([AT_TWO], has("mtss", **limit("max_run_min", 7)), Reason(
        "ladder.stage_below", "delaware", "D", {"stage": "1", "minutes": 6.0}, (AT_TWO[0]["id"],))),
    "a flag on the ladder": Row([AT_TWO], has("mtss", health=["blood_thinner"]), Reason(
        "ladder.held", "delaware", "D", {"flag": "clinician_first", "stage": "2", "minutes": 12.0}, (),
        "lifts.flag.clinician_first")),
    "no name on the ladder": Row(
        [answered(two(-2, **KNEE)), pain(-1, "knee_front", 2, during="daily")], {}, Reason(
        "ladder.unnamed", "delaware", "D", {"stage": "2", "minutes": 12.0, "days": 28}, (), "lifts.name")),
    "sleep on the ladder": Row([*ENOUGH, WEAK], has("mtss"), Reason(
        "ladder.again_sleep", "delaware", "D", {"stage": "2", "minutes": 12.0, "n": 2, "hours": 7.0},
        tuple(night["id"] for night in WEAK), "lifts.sleep")),
    "two stages up in a week": Row(QUICK, has("mtss", run_days=["tue"]), Reason(
        "ladder.again_time", "delaware", "D", {"stage": "3", "minutes": 16.0, "n": 2, "days": 7},
        tuple(pair[0]["id"] for pair in QUICK[-4:]), "lifts.days")),
    "the worst amber score of the last run": Row([FELT, LATER], has("mtss"), Reason(
        "ladder.again_amber", "delaware", "D", {"stage": "2", "minutes": 12.0, "day": on(-3), "score": 3},
        (FELT["id"],), "lifts.green_run")),
    "a painkiller": Row([MASKED], has("mtss"), Reason(
        "ladder.again_painkiller", "delaware", "D", {"stage": "2", "minutes": 12.0, "day": on(-2)},
        (MASKED[0]["id"], MASKED[1]["id"]), "lifts.painkiller")),
    "more than planned": Row([OVER], has("mtss"), Reason(
        "ladder.again_over", "delaware", "D", {"stage": "2", "minutes": 12.0, "day": on(-2), "ran": 14, "planned": 12},
        (OVER[0]["id"],), "lifts.as_planned")),
    "less than planned": Row([SHORT], has("mtss"), Reason(
        "ladder.again_short", "delaware", "D", {"stage": "2", "minutes": 12.0, "day": on(-2), "ran": 8, "planned": 12},
        (SHORT[0]["id"],), "lifts.as_planned")),
    "an open question": Row([answered(two(-4)), OPEN], has("mtss"), Reason(
        "ladder.again_unanswered", "delaware", "D", {"stage": "2", "minutes": 12.0, "day": on(-2)},
        (OPEN["id"],), "lifts.answers")),
    # What helps
    "a fresh injury": Row([regular(5)], {
        "ahead": 6, "start": the(0), "run_days": [], "equipment": ["bathtub"], **ROOMY,
        "diagnoses": [diagnosed("calf_strain", since=5)]}, Reason(
        "health.fresh", "peace_love", "D", {"day": on(5), "hours": 72})),
    "a health state": Row([HABIT], {"health": ["open_wound"]}, Reason(
        "health.never", "rabe_2020", "D", {"health": "open_wound"})),
    "veins": Row([HABIT], {"health": ["past_clot"], "run_days": ["tue"], "equipment": ["bathtub"]}, Reason(
        "health.veins", "vein_clinics", "D")),
    "a row": Row(
        [regular(5), run(-1, 90), pain(0, "calf", 2, 8, during="daily", side="both"), pain(-5, "shin_inner", 1, during="run")],
        ROOMY, Reason("health.row", "rabe_2020", "D", {"row": "bone"})),
}  # fmt: skip


@pytest.mark.parametrize("case", ROWS)
def test_a_reason_has_its_source_its_numbers_its_entries_and_what_lifts_it(case: str) -> None:
    journal, more, why = ROWS[case]
    assert said(planned(*journal, **more), why.rule) == why


@pytest.mark.parametrize("case", ROWS)
def test_each_reason_of_those_weeks_rests_on_a_known_source(case: str) -> None:
    journal, more, _ = ROWS[case]
    for why in reasons(planned(*journal, **more)):
        assert why.source in protocols().sources, why
        assert why.strength in {"A", "B", "C", "D"}, why
        assert all(isinstance(entry, str) for entry in why.entries), why
        assert why.lifts is None or why.lifts.startswith("lifts."), why
        assert why.rule.startswith("flag.") or None not in why.params.values(), why


# Changes

DONE = [("skipped", "fit.skipped"), ("moved", "fit.moved_away")]


@pytest.mark.parametrize(("outcome", "rule"), DONE)
def test_a_day_that_was_given_up_says_so(outcome: str, rule: str) -> None:
    first = plan(HABIT)
    to: dict[str, Any] = {"to": the(3)} if outcome == "moved" else {}
    told = ticked(one(first, 2, "run")["id"], outcome, hour=10, **to)
    assert planned(HABIT, told, issued=[first]).why_no_run(on(2)) == Reason(rule, "runner", "D")


def test_walks_that_give_way_to_runs_say_so() -> None:
    walking = plan(**has("mtss"))
    assert said(planned(AT_TWO, issued=[walking], **has("mtss", run_days=["tue", "thu"])), "plan.runs_again") == Reason(
        "plan.runs_again", "decisions", "D"
    )


# Questions


def test_a_question_names_the_run_that_was_logged_and_none_that_is_only_planned() -> None:
    yesterday = two(-1)
    made = planned(yesterday, **has("mtss"))
    asked = [item for day in made.days for item in day.items if item.kind == "check_in"]
    told = [(item.day, why.rule, why.entries) for item in asked for why in item.reasons]
    assert (on(0), "check_in.morning_after", (yesterday["id"],)) in told
    assert {entries for day, rule, entries in told if day > on(0) and rule.startswith("check_in.")} == {()}
    ran = two(0, hour=7)
    again = said(planned(AT_TWO, ran, **has("mtss")), "check_in.after")
    assert (again.params, again.entries) in [({"kind": "run"}, (ran["id"],)), ({"kind": "run"}, ())]
