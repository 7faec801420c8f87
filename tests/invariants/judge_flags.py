"""Invariants 1 and 11 of the contract, and table E: flags, what they hold, and who is to be seen."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from .certain_flags import ended, raised
from .facts import Facts, reached_stage, running_minutes
from .plan import Plan, has_impact
from .red import red_entries
from .tables import ALLOWED_WHEN_ALL_IS_HELD, FLAGS, FORBIDDEN_WHEN_IMPACT_IS_HELD, STAGES, URGENCIES


def _has_bone_stress(plan: Plan) -> bool:
    """Table C makes a second red of cleared bone stress a matter of a week."""
    return any(d["condition"] == "bone_stress" for d in plan.facts.diagnoses(plan.facts.today))


def _listed(plan: Plan) -> Iterator[str]:
    for flag in plan.flags:
        name = flag.get("id")
        if name not in FLAGS:
            yield f"1: flag {name!r} is not in the closed list"
            continue
        urgency, holds = FLAGS[name]
        second_red = name == "ladder_stuck" and flag.get("urgency") == "within_week" and _has_bone_stress(plan)
        if not second_red and (flag.get("urgency") not in URGENCIES or flag["urgency"] != urgency):
            yield f"1: flag {name} has urgency {flag.get('urgency')!r}, the table says {urgency}"
        if flag.get("holds") not in holds:
            yield f"1: flag {name} holds {flag.get('holds')!r}, the table says {' or '.join(holds)}"
        if not flag.get("see"):
            yield f"1: flag {name} names nobody to see"
        for key in ("by", "since"):
            try:
                date.fromisoformat(str(flag.get(key))[:10])
            except ValueError:
                yield f"1: flag {name} has no date in {key!r}: {flag.get(key)!r}"
        if "site" not in flag or "side" not in flag:
            yield f"shape: flag {name} lacks site or side"


def _against_case(facts: Facts, plan: Plan) -> Iterator[str]:
    there = {flag.get("id") for flag in plan.flags}
    for flag, why in raised(facts).items():
        if flag not in there:
            yield f"E: flag {flag} is missing, {why} raises it"
    for flag, why in ended(facts).items():
        if flag in there:
            yield f"E: flag {flag} is still there after {why}"


def _held(facts: Facts, plan: Plan) -> Iterator[str]:
    holds = {flag.get("holds") for flag in plan.flags}
    for day, item in plan.planned():
        kind = item["kind"]
        if facts.allowed(day) & {kind, "all", "impact"}:
            continue
        if "all" in holds and kind not in ALLOWED_WHEN_ALL_IS_HELD:
            yield f"1: {kind} on {day} though a flag holds all"
        elif "impact" in holds and kind in FORBIDDEN_WHEN_IMPACT_IS_HELD:
            yield f"1: {kind} on {day} though a flag holds impact"
        elif holds & {"all", "impact"} and has_impact(item):
            yield f"1: {kind} with impact on {day} though a flag holds impact"
    if holds & {"all", "impact"}:
        yield from _seen_first(plan)
        if plan.phase != "stopped":
            yield f"F: phase {plan.phase} though a flag holds {' and '.join(sorted(map(str, holds)))}"
    elif plan.phase == "stopped":
        yield "F: phase stopped though no flag holds all or impact"


def _seen_first(plan: Plan) -> Iterator[str]:
    held = [flag for flag in plan.flags if flag.get("holds") in ("all", "impact")]
    dates = [str(flag.get("by"))[:10] for flag in held]
    for day in plan.days_ahead:
        first = day["items"][0] if day["items"] else {"kind": None}
        if first["kind"] != "see_clinician":
            yield f"1: {day['date']} begins with {first['kind']}, not with see_clinician"
            continue
        text = str(first)
        if not any(when in text for when in dates):
            yield f"1: see_clinician on {day['date']} doesn't say by when ({', '.join(dates)})"
        if not any(_named(flag.get("see"), text) for flag in held):
            yield f"1: see_clinician on {day['date']} doesn't say who ({[flag.get('see') for flag in held]})"


def _named(see: Any, text: str) -> bool:
    """Whether anybody that a flag wants seen is named in the item."""
    people = [see] if isinstance(see, str) else list(see or [])
    return any(str(who).replace("_", " ") in text.lower().replace("_", " ") for who in people)


def _progress(facts: Facts, plan: Plan) -> Iterator[str]:
    if not any(flag.get("holds") == "progress" for flag in plan.flags):
        return
    reds = {id(entry) for _, _, entry in red_entries(facts)}
    sessions = [r for r in facts.runs_since(facts.today - timedelta(days=14)) if id(r) not in reds]
    minutes = [running_minutes(r) for r in sessions]
    top = max((reached_stage(r) for r in sessions), default=0)
    for day, run in plan.runs:
        if "progress" in facts.allowed(day):
            continue
        if not sessions:
            yield f"1: a run on {day} though a flag holds progress and no session of 14 days was other than red"
        elif None not in minutes and run["dose"].get("run_min", 0) > max(m for m in minutes if m is not None) + 1e-9:
            yield f"1: {run['dose']['run_min']} running minutes on {day}, held at {max(m for m in minutes if m is not None)}"
        stage = str(run["dose"].get("stage"))
        if sessions and stage in STAGES and STAGES.index(stage) > top:
            yield f"1: stage {stage} on {day}, held at {STAGES[top]}"


def _explained(plan: Plan, facts: Facts) -> Iterator[str]:
    gone = {str(e["entry"]) for e in facts.case.get("journal") or [] if e["kind"] == "deleted"}
    sources = plan.sources
    past = {f"item {i['id']}" for d in plan.days if d.get("past") for i in d["items"]}
    explained: list[tuple[str, Any]] = [(f"flag {f.get('id')}", f.get("reasons")) for f in plan.flags]
    explained += [(f"item {i.get('id')}", i.get("reasons")) for d in plan.days for i in d["items"]]
    explained += [(f"not_placed {n.get('kind')}", n.get("reasons")) for n in plan.raw["not_placed"]]
    explained += [(f"change {c.get('what')} of {c.get('item')}", c.get("reasons")) for c in plan.raw["changes"]]
    for what, reasons in explained:
        if not reasons:
            yield f"11: {what} has no reason"
        for reason in reasons or []:
            for key in ("rule", "text", "source", "strength"):
                if not isinstance(reason.get(key), str) or not reason[key].strip():
                    yield f"11: a reason of {what} has no {key}: {reason}"
            if not isinstance(reason.get("entries"), list):
                yield f"11: a reason of {what} has no list of entries"
            elif gone & set(map(str, reason["entries"])) and what not in past:
                yield f"11: a reason of {what} names a deleted entry"
            if sources and reason.get("source") not in sources:
                yield f"11: {what} cites {reason.get('source')!r}, which plans/sources.toml doesn't have"


def judge_flags(facts: Facts, plan: Plan) -> Iterator[str]:
    yield from _listed(plan)
    yield from _against_case(facts, plan)
    yield from _held(facts, plan)
    yield from _progress(facts, plan)
    yield from _explained(plan, facts)
