"""The form of a plan: keys, days, ids, times, past days, segments."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from .facts import Facts
from .plan import Item, Plan
from .tables import ITEM_KINDS, LIGHTS, NOT_ON_A_REST_DAY, PHASES, STAGES

TOP = ("schema", "rules_version", "today", "week_start", "assessment", "days", "not_placed", "changes")
ASSESSMENT = "phase stage light conditions flags cleared_flags load recovery next forecast".split()
LOAD = ("last_7d_km", "last_28d_km", "longest_30d_km", "run_cap_km", "run_cap_min")
RECOVERY = ("sleep_7d_h", "drink_7d_ml", "pain_7d_mean")
ITEM = ("id", "kind", "title", "at", "minutes", "steps", "dose", "reasons")
CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def missing_keys(raw: Mapping[str, Any]) -> list[str]:
    """What a plan lacks so badly that nothing else can be judged."""
    found = [f"shape: the plan lacks {key}" for key in TOP if key not in raw]
    assessment = raw.get("assessment") or {}
    found += [f"shape: the assessment lacks {key}" for key in ASSESSMENT if key not in assessment]
    for day in raw.get("days") or []:
        found += [f"shape: a day lacks {key}" for key in ("date", "items") if key not in day]
        for item in day.get("items") or []:
            found += [f"shape: {item.get('id') or item.get('kind')} lacks {key}" for key in ITEM if key not in item]
    for key in ("not_placed", "changes"):
        found += [f"shape: {key} holds no objects" for each in raw.get(key) or [] if not isinstance(each, dict)]
    return sorted(set(found))


def _frame(facts: Facts, plan: Plan) -> Iterator[str]:
    raw, assessment = plan.raw, plan.assessment
    if raw["schema"] != 1 or raw["today"] != facts.case["today"] or raw["week_start"] != facts.week_start.isoformat():
        yield f"shape: schema, today or week_start is {raw['schema']}, {raw['today']}, {raw['week_start']}"
    wanted = [(facts.week_start + timedelta(days=n)).isoformat() for n in range(7)]
    if [day["date"] for day in plan.days] != wanted:
        yield f"shape: the days are {[day['date'] for day in plan.days]}"
    if assessment["phase"] not in PHASES:
        yield f"shape: phase {assessment['phase']!r}"
    if assessment["light"] not in LIGHTS:
        yield f"shape: light {assessment['light']!r}"
    if assessment["stage"] is not None and assessment["stage"] not in STAGES:
        yield f"shape: stage {assessment['stage']!r}"
    for part, keys in (("load", LOAD), ("recovery", RECOVERY)):
        yield from (f"shape: {part} lacks {key}" for key in keys if key not in assessment[part])
    for cleared in assessment["cleared_flags"]:
        if not {"id", "by", "at"} <= set(cleared):
            yield f"shape: a cleared flag is {cleared}"


def _items(facts: Facts, plan: Plan) -> Iterator[str]:
    issued = bool(facts.case.get("issued"))
    seen: set[str] = set()
    for day in plan.days:
        times: list[str] = []
        for item in day["items"]:
            name = item["id"]
            if name in seen and item.get("outcome") != "moved":
                yield f"shape: id {name} is there twice"
            if item.get("outcome") != "moved":
                seen.add(name)
            if item["kind"] not in ITEM_KINDS:
                yield f"shape: kind {item['kind']!r} of {name}"
            if not issued and not re.fullmatch(rf"{day['date']}/{item['kind']}/\d+", name):
                yield f"shape: id {name} without an issued plan isn't date/kind/n"
            if not isinstance(item["title"], str) or not item["title"].strip():
                yield f"shape: {name} has no title"
            if not isinstance(item["minutes"], int | float) or item["minutes"] < 0:
                yield f"shape: {name} lasts {item['minutes']!r} minutes"
            if not CLOCK.fullmatch(str(item["at"])):
                yield f"shape: {name} is at {item['at']!r}"
            times.append(str(item["at"]))
        if times != sorted(times):
            yield f"shape: the items of {day['date']} aren't in the order of their time: {times}"
    if not issued and plan.raw["changes"]:
        yield "shape: changes though nothing was issued"
    for left in plan.raw["not_placed"]:
        if left.get("kind") not in ITEM_KINDS:
            yield f"shape: not_placed has kind {left.get('kind')!r}"


def _days(facts: Facts, plan: Plan) -> Iterator[str]:
    for day in plan.days:
        on, kinds = date.fromisoformat(day["date"]), [item["kind"] for item in day["items"]]
        if on < facts.today:
            yield from _past_day(facts, day)
            continue
        if day.get("past"):
            yield f"shape: {on} is called past"
        if not kinds:
            yield f"shape: {on} has no item"
        left = [item["kind"] for d, item in plan.planned(*NOT_ON_A_REST_DAY) if d == on]
        if "rest" in kinds and left:
            yield f"shape: {on} has a rest item and {', '.join(left)}"


def _past_day(facts: Facts, day: dict[str, Any]) -> Iterator[str]:
    if day.get("past") is not True:
        yield f"shape: {day['date']} is before today and isn't called past"
    issued = [d for plan in facts.case.get("issued") or [] for d in plan["days"] if d["date"] == day["date"]]
    if not issued:
        if day["items"]:
            yield f"shape: {day['date']} is past, was never issued, and has items"
        return
    for item in day["items"]:
        if "outcome" not in item:
            yield f"shape: past item {item['id']} has no outcome"
        if not any(_as_issued(item, old) for d in issued for old in d["items"]):
            yield f"shape: past item {item['id']} isn't as any plan issued it"
    last = [old["id"] for old in issued[-1]["items"]]
    if len(issued) == 1 and sorted(last) != sorted(item["id"] for item in day["items"]):
        yield f"shape: past {day['date']} holds {[i['id'] for i in day['items']]}, issued was {last}"


def _as_issued(item: Item, old: Item) -> bool:
    return {k: v for k, v in item.items() if k != "outcome"} == {k: v for k, v in old.items() if k != "outcome"}


def _segments(plan: Plan) -> Iterator[str]:
    for day, run in plan.runs:
        dose = run["dose"]
        if not isinstance(dose.get("run_min"), int | float) or dose["run_min"] <= 0:
            yield f"shape: the run on {day} has run_min {dose.get('run_min')!r}"
            continue
        parts = dose.get("segments")
        if parts is None:
            if "stage" in dose and dose["stage"] != "9":
                yield f"shape: the run on {day} is at stage {dose['stage']} and has no segments"
            continue
        running = sum(p.get("times", 1) * p.get("run_min", 0) for p in parts)
        walking = sum(p.get("times", 1) * p.get("walk_min", 0) for p in parts)
        if abs(running - dose["run_min"]) > 1e-6:
            yield f"shape: the segments of {day} run {running}, run_min is {dose['run_min']}"
        if abs(running + walking - run["minutes"]) > 1e-6:
            yield f"shape: the segments of {day} last {running + walking}, minutes is {run['minutes']}"


def judge_shape(facts: Facts, plan: Plan) -> Iterator[str]:
    yield from _frame(facts, plan)
    yield from _items(facts, plan)
    yield from _days(facts, plan)
    yield from _segments(plan)
