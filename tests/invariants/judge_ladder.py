"""The ladder: what a stage's run looks like, how much of it fits, and what can have been earned (tables C and D)."""

from collections.abc import Iterator
from datetime import date
from math import inf

from .facts import Facts, day_of, reached_stage
from .plan import Item, Plan
from .tables import BONE_STAGE_1, LADDER, STAGES

RESERVED_MIN = 18


def _patterns(bone: bool, stage: str) -> list[tuple[float, float, int]]:
    return [BONE_STAGE_1 if bone and stage == "1" else LADDER[stage]] if stage in LADDER else []


def most_that_fits(stage: str, minutes: float, limit: float, bone: bool) -> float:
    """Most running minutes of all stages up to one, and their repeats, in so many minutes and under so many running minutes.

    The stages before 1 are for bone stress alone.
    """
    fits = [
        run * times
        for each in STAGES[: STAGES.index(stage) + 1]
        if bone or not each.startswith("B")
        for run, walk, most in _patterns(bone, each)
        for times in range(1, most + 1)
        if (run + walk) * times <= minutes and run * times <= limit
    ]
    return max(fits, default=0)


def _ladder_run(facts: Facts, plan: Plan, day: date, run: Item, bone: bool) -> Iterator[str]:
    dose, stage = run["dose"], str(run["dose"]["stage"])
    if stage not in STAGES or stage == "W":
        yield f"shape: the run on {day} has stage {stage!r}"
        return
    if dose["run_min"] < 5:
        yield f"7: a run of {dose['run_min']} running minutes on {day} instead of a walk"
    now = plan.assessment["stage"]
    if now in STAGES and STAGES.index(stage) > STAGES.index(now):
        yield f"C: stage {stage} on {day}, earned is {now}"
    if stage in LADDER:
        patterns = [(p.get("run_min"), p.get("walk_min", 0)) for p in dose.get("segments") or []]
        times = [p.get("times", 1) for p in dose.get("segments") or []]
        run_min, walk_min, most = _patterns(bone, stage)[0]
        if patterns != [(run_min, walk_min)] or times[0] > most:
            yield f"C: stage {stage} on {day} is {dose.get('segments')}"
        limit = min([float(v) for v in facts.limits("max_run_min", day)], default=inf)
        room = facts.day_minutes(day) - RESERVED_MIN
        best = most_that_fits(now if now in LADDER else stage, room, limit, bone)
        if dose["run_min"] > best + 1e-9:
            yield f"7: {dose['run_min']} running minutes on {day}, {best} fit"
        if _nothing_else_caps(facts, plan) and dose["run_min"] < best - 1e-9:
            yield f"7: only {dose['run_min']} running minutes on {day}, {best} fit"


def _nothing_else_caps(facts: Facts, plan: Plan) -> bool:
    """No flag, limit, short night or poor light stands between the runner and the stage.

    Who has no diagnosis would be healthy without symptoms, and is bounded by that runner's gaps and few runs.
    """
    if not facts.diagnoses(facts.today):
        return False
    if plan.flags or facts.runner.get("clinician_limits") or facts.runner.get("experience") == "new":
        return False
    slept_badly = any((e.get("asleep_h") or 8) < 7 for e in facts.of("sleep", sure=False))
    return plan.assessment["light"] == "green" and plan.phase == "return_to_run" and not slept_badly


def _earned(facts: Facts, plan: Plan) -> Iterator[str]:
    """A stage can't be more than one above all that was ever run, and none above without answers."""
    runner = facts.runner
    if not facts.diagnoses(facts.today) or any(
        limit["kind"] == "start_stage" for limit in runner.get("clinician_limits") or []
    ):
        return
    top = max((reached_stage(r) for r in facts.runs), default=STAGES.index("W"))
    answered = [r for r in facts.runs if r.get("pain_during") is not None]
    bound = top + (1 if len(answered) >= 2 or top <= STAGES.index("1") else 0)
    bound = max(bound, STAGES.index("1"))
    for day, run in plan.runs:
        stage = str(run["dose"].get("stage"))
        if stage in STAGES and STAGES.index(stage) > bound:
            yield f"C: stage {stage} on {day}, at most {STAGES[bound]} can have been earned"


def _gap(facts: Facts, plan: Plan) -> Iterator[str]:
    """Table D, for runners given a diagnosis: what a gap without a run or a walk leaves."""
    conditions = {d["condition"] for d in facts.diagnoses(facts.today)} - {"venous", "unknown", "muscle_soreness"}
    if not conditions or any(x["kind"] == "start_stage" for x in facts.runner.get("clinician_limits") or []):
        return
    last = max((d for r in facts.runs if (d := day_of(r))), default=date.min)
    gap = (facts.today - last).days
    walked = any((d := day_of(w)) and d > last for w in facts.of("walk", sure=False))
    given = all(d.get("given_by_clinician") is True for d in facts.diagnoses(facts.today))
    needs_w = gap >= 8 if "bone_stress" in conditions else gap >= 28
    if needs_w and not walked and plan.runs:
        yield f"D: run on {plan.runs[0][0]} after {gap} days without a run, and no walk since"
    ceiling = None if gap < 8 or walked or not given else "3" if gap >= 14 else "6"
    for day, run in plan.runs:
        stage = str(run["dose"].get("stage"))
        if ceiling and stage in STAGES and STAGES.index(stage) > STAGES.index(ceiling):
            yield f"D: stage {stage} on {day} after {gap} days without a run"
        if ceiling and "stage" not in run["dose"]:
            yield f"D: a run off the ladder on {day} after {gap} days without a run"


def judge_ladder(facts: Facts, plan: Plan) -> Iterator[str]:
    bone = any(d["condition"] == "bone_stress" for d in facts.diagnoses(facts.today))
    for day, run in plan.runs:
        if "stage" in run["dose"] and run["dose"].get("run_min"):
            yield from _ladder_run(facts, plan, day, run, bone)
    yield from _earned(facts, plan)
    yield from _gap(facts, plan)
