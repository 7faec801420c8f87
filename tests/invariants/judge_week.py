"""Invariants 3, 6, 8, 12 and 13: rest days, what health forbids, recovery, check-ins, and the minutes of a day."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from .facts import Facts, day_of, when_of
from .plan import Item, Plan
from .tables import (
    ALLOWED_WHEN_ALL_IS_HELD,
    LADDER_PHASES,
    NEVER_WITH,
    NO_DRINKING_TARGET,
    NOT_ON_A_REST_DAY,
    RUN_KINDS_COUNTED_BY_DAY_MINUTES,
)

MILLILITRES = re.compile(r"\d\s*(ml|millilit)", re.IGNORECASE)
DAY = timedelta(days=1)


def _rest_days(facts: Facts, plan: Plan) -> Iterator[str]:
    """Any seven days that touch the plan from today on; unknown days between today and a later week may be rest."""
    active = {day for day, _ in plan.planned(*NOT_ON_A_REST_DAY)}
    moved = {d for e in facts.of("run", "walk", sure=False) if (d := day_of(e))}
    active |= {d for e in facts.of("run", "walk") if (d := day_of(e))}
    ahead = [date.fromisoformat(day["date"]) for day in plan.days_ahead]
    kinds = {date.fromisoformat(day["date"]): {i["kind"] for i in day["items"]} for day in plan.days_ahead}
    known = set(ahead) | {facts.today - DAY * n for n in range(14)}
    for first in sorted({day - DAY * n for day in ahead for n in range(7)}):
        window = [first + DAY * n for n in range(7)]
        if not set(window) <= known or not set(window) & set(ahead):
            continue
        resting = [d for d in window if d not in active and ("rest" in kinds[d] if d in kinds else True)]
        mendable = [d for d in window if d in kinds and d not in moved]
        if not resting and mendable:
            yield f"3: no rest day from {window[0]} to {window[-1]}"
            return


def _not_two_in_a_row(facts: Facts, plan: Plan) -> Iterator[str]:
    if plan.phase not in LADDER_PHASES:
        return
    running = plan.run_days | facts.sure_run_days
    for day in sorted(plan.run_days):
        for other in (day - DAY, day + DAY):
            if other in running:
                yield f"3: runs on {min(day, other)} and {max(day, other)} in phase {plan.phase}"


def _forbidden(facts: Facts, on: date) -> set[str]:
    """Item kinds that health forbids on a day, less those a clinician allows."""
    health = facts.health(on)
    overruled = any("clot_suspected" in (c.get("clears") or []) for c in facts.clearances)
    kinds = {
        kind for each in health if not (each == "clot_suspected" and overruled) for kind in NEVER_WITH.get(each, ())
    }
    return kinds - facts.allowed(on)


def _health(facts: Facts, plan: Plan) -> Iterator[str]:
    for day, item in plan.planned():
        if item["kind"] in _forbidden(facts, day):
            yield f"6: {item['kind']} on {day} with {', '.join(sorted(facts.health(day)))}"
        if (
            item["kind"] == "hydration"
            and facts.health(day) & NO_DRINKING_TARGET
            and "hydration" not in facts.allowed(day)
        ):
            words = " ".join([item["title"], *map(str, item["steps"])])
            if any(key.endswith("_ml") for key in item["dose"]) or MILLILITRES.search(words):
                yield f"6: a drinking target on {day} with {', '.join(sorted(facts.health(day)))}"


def needs_recovery(facts: Facts, plan: Plan) -> str | None:
    """Why the week needs a contrast shower and an elevation, where that is beyond doubt."""
    if plan.runs:
        return "a run"
    last = facts.week_start + DAY * 6
    logged = [d for e in facts.of("run") if (d := day_of(e)) and facts.week_start <= d <= last]
    if logged:
        return "a logged run"
    if "venous" in {flag.get("id") for flag in plan.flags} or "varicose_veins" in facts.health(facts.week_start):
        return "venous trouble"
    for entry in facts.of("pain"):
        on = day_of(entry)
        if (
            on
            and facts.week_start <= on <= facts.today
            and facts.today - on <= DAY * 3
            and (entry.get("score") or 0) >= 1
        ):
            return f"pain on {on}"
    return None


def _recovery(facts: Facts, plan: Plan) -> Iterator[str]:
    why = needs_recovery(facts, plan)
    if why is None or not plan.days_ahead:
        return
    held_all = any(flag.get("holds") == "all" for flag in plan.flags)
    paused = [(p["from"], p.get("to") or "9999") for p in facts.of("pause", sure=False) if p.get("from")]
    for kind in ("contrast_shower", "leg_elevation"):
        items = [item for day in plan.days for item in day["items"] if item["kind"] == kind]
        free = [
            day["date"]
            for day in plan.days_ahead
            if kind not in _forbidden(facts, date.fromisoformat(day["date"]))
            and not any(first <= day["date"] <= last for first, last in paused)
        ]
        if not items and free and not (held_all and kind not in ALLOWED_WHEN_ALL_IS_HELD):
            yield f"8: no {kind} in a week with {why}"
        for item in items:
            if not item["dose"] or not item["steps"]:
                yield f"8: {item['id']} has no dose or no steps"


def _check_ins(facts: Facts, plan: Plan) -> Iterator[str]:
    items: dict[date, list[Item]] = {date.fromisoformat(d["date"]): d["items"] for d in plan.days}
    for day, session in plan.planned("run", "walk"):
        if session["kind"] == "walk" and not (plan.phase == "walking" and session["dose"].get("stage") == "W"):
            continue
        after = [i for i in items[day] if i["kind"] == "check_in" and i["at"] >= session["at"]]
        if not after or (session["kind"] == "run" and not any(i.get("for") == session["id"] for i in after)):
            yield f"12: no check_in after the {session['kind']} on {day}"
        tomorrow = items.get(day + DAY)
        if tomorrow is not None and not any(i["kind"] == "check_in" and i["at"] < "12:00" for i in tomorrow):
            yield f"12: no check_in on the morning of {day + DAY}, after the {session['kind']} on {day}"
    yesterday = facts.today - DAY
    ran = [e for e in facts.of("run") if day_of(e) == yesterday]
    answered = any(
        when_of(e).date() >= facts.today
        and (e["kind"] == "check_in" or e.get("during") in ("next_morning", "first_steps"))
        for e in facts.of("check_in", "pain", sure=False)
        if day_of(e)
    )
    if _issued_run_on(facts, plan, facts.week_start - DAY) and not any(
        i["kind"] == "check_in" and i["at"] < "12:00" for i in items[facts.week_start]
    ):
        yield f"12: {facts.week_start} has no check_in for the run issued for the day before"
    asked = any(i["kind"] == "check_in" for i in items.get(facts.today, []))
    if ran and not answered and facts.today in items and not asked:
        yield f"12: {facts.today} has no check_in for yesterday's run"


def _issued_run_on(facts: Facts, plan: Plan, day: date) -> bool:
    """Whether the last plan issued for a day still ahead has a run there that nothing has put in doubt."""
    if day < facts.today or plan.phase in ("stopped", "rest", "walking"):
        return False
    issued = [d for each in facts.case.get("issued") or [] for d in each["days"] if d["date"] == day.isoformat()]
    told = {str(e["item"]) for e in facts.of("done", sure=False) if e.get("item")}
    return bool(issued) and any(i["kind"] == "run" and i["id"] not in told for i in issued[-1]["items"])


def _minutes(facts: Facts, plan: Plan) -> Iterator[str]:
    for day in plan.days_ahead:
        on, room = date.fromisoformat(day["date"]), facts.day_minutes(date.fromisoformat(day["date"]))
        counted = [i for i in day["items"] if i["kind"] in RUN_KINDS_COUNTED_BY_DAY_MINUTES]
        counted = [i for i in counted if i.get("outcome") not in ("moved", "skipped")]
        over = {i["id"] for i in counted if i.get("outcome")}
        if all(i["id"] in over or i.get("for") in over for i in counted):
            continue
        elsewhere = [r for r in facts.of("run") if day_of(r) == on and r.get("item") not in over]
        done = sum(r.get("duration_min") or 0 for r in elsewhere)
        total = sum(i["minutes"] for i in counted)
        if total + done > room + 1e-9:
            told = [(i["kind"], i["minutes"], i.get("outcome")) for i in counted]
            yield f"13: {total} minutes on {on} beside {done:g} run, there are {room:g}: {told}"


def judge_week(facts: Facts, plan: Plan) -> Iterator[str]:
    for check in (_rest_days, _not_two_in_a_row, _health, _recovery, _check_ins, _minutes):
        yield from check(facts, plan)
