"""Invariants 2, 4, 5, 7 and 14: each run, its day and its length, and that healthy runners get any."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from math import floor, inf
from statistics import median
from typing import Any

from .facts import Facts, day_of, running_minutes
from .judge_ladder import RESERVED_MIN
from .plan import Plan, has_impact
from .red import days_off, unanswered_since
from .tables import LADDER, LADDER_PHASES, STAGES, WEEKDAYS


def _around(plan: Plan) -> Iterator[str]:
    for day in plan.days_ahead:
        items = day["items"]
        for index, run in enumerate(items):
            if run["kind"] != "run" or run.get("outcome") is not None:
                continue
            before = [i for i in items[:index] if i["kind"] == "warm_up" and i.get("for") == run["id"]]
            after = [i for i in items[index + 1 :] if i["kind"] == "cool_down" and i.get("for") == run["id"]]
            if len(before) != 1:
                yield f"2: {len(before)} warm_ups before the run on {day['date']}"
            if len(after) != 1:
                yield f"2: {len(after)} cool_downs after the run on {day['date']}"


def _allowed_days(facts: Facts, plan: Plan) -> Iterator[str]:
    off = days_off(facts)
    blocked = unanswered_since(facts)
    days = [day for day, _ in plan.runs]
    for day in plan.run_days:
        if day in off:
            yield f"2: run on {day}, a red day or one of the two after: {off[day]}"
        elif blocked:
            yield f"C: run on {day} though {blocked}"
        if days.count(day) > 1 or day in facts.sure_run_days:
            yield f"2: a second run on {day}"
        if not facts.may_run_on(day):
            yield f"run_days: run on {day}, a {WEEKDAYS[day.weekday()]}"
    for day, _ in plan.planned("walk"):
        if day in off:
            yield f"F: walk on {day}, within the days off: {off[day]}"
    if plan.phase in ("stopped", "walking") and days:
        yield f"F: run on {days[0]} in phase {plan.phase}"
    yield from _paused(facts, plan)
    red = [on for on, why in off.items() if facts.today == on]
    if red and plan.assessment["light"] != "red":
        yield f"F: light {plan.assessment['light']} though {off[facts.today]}"


def _paused(facts: Facts, plan: Plan) -> Iterator[str]:
    for pause in facts.of("pause"):
        if not pause.get("from"):
            continue
        first = date.fromisoformat(pause["from"])
        last = date.fromisoformat(pause["to"]) if pause.get("to") else date.max
        fever = pause.get("why") == "illness" and any(
            "fever" in (e.get("signs") or []) and (d := day_of(e)) and first <= d <= last for e in facts.sure
        )
        for day in plan.run_days:
            if first <= day <= last:
                yield f"pause: run on {day}, in a pause for {pause.get('why')}"
            elif fever and day == last + timedelta(days=1):
                yield f"pause: run on {day}, the day after an illness with fever"


def _bone(facts: Facts, plan: Plan) -> Iterator[str]:
    if not any(d["condition"] == "bone_stress" for d in facts.diagnoses(facts.today)):
        return
    cleared = any("bone_stress_diagnosed" in (c.get("clears") or []) for c in facts.clearances)
    if not cleared and plan.runs:
        yield f"4: run on {plan.runs[0][0]}, bone stress isn't cleared"
    if plan.assessment["stage"] != "9":
        yield from (
            f"4: {i['kind']} with impact on {d}, bone stress below stage 9" for d, i in plan.planned() if has_impact(i)
        )


def cap_km(longest: float) -> float:
    return floor((longest * 1.1 if longest >= 3 else longest + 0.3) * 10 + 1e-6) / 10


def cap_min(longest: float) -> float:
    return longest * 1.1 if longest >= 30 else longest + 3


def _caps(facts: Facts, plan: Plan) -> Iterator[str]:
    """The 30-day cap, at its loosest: a run of 31 days ago still counts."""
    if plan.phase in LADDER_PHASES:
        return
    recent = facts.runs_since(facts.today - timedelta(days=31))
    km = [r.get("distance_km") for r in recent]
    minutes = [r.get("duration_min") or running_minutes(r) for r in recent]
    km_bound = cap_km(max(km)) if km and None not in km else inf  # type: ignore[type-var]
    min_bound = cap_min(max(minutes)) if minutes and None not in minutes else inf  # type: ignore[type-var]
    load = plan.assessment["load"]
    for day, run in plan.runs:
        far, long = run["dose"].get("distance_km"), run["dose"].get("run_min", 0)
        if not recent:
            yield f"5: run on {day} outside the ladder with no run in 31 days"
        if far is not None and far > km_bound + 1e-9:
            yield f"5: {far} km on {day}, the cap is {km_bound}"
        if long > min_bound + 1e-9:
            yield f"5: {long} min on {day}, the cap is {min_bound}"
        for key, value in (("run_cap_km", far), ("run_cap_min", long)):
            if load.get(key) is not None and value is not None and value > load[key] + 1e-9:
                yield f"5: {value} on {day} is over the plan's own {key} {load[key]}"
        if far is not None and abs(far * 10 - round(far * 10)) > 1e-6:
            yield f"5: {far} km on {day} isn't rounded to 0.1"
    if load.get("run_cap_km") is not None and load["run_cap_km"] > km_bound + 1e-9:
        yield f"5: run_cap_km {load['run_cap_km']}, at most {km_bound}"


def _first_week(facts: Facts, plan: Plan) -> Iterator[str]:
    mass, height = facts.runner.get("mass_kg"), facts.runner.get("height_cm")
    heavy = bool(mass and height and mass / (height / 100) ** 2 >= 30.05)
    if not heavy and facts.runner.get("experience") != "new":
        return
    if any((d := day_of(r)) and d < facts.today - timedelta(days=7) for r in facts.runs):
        return
    total = sum(run["dose"].get("distance_km") or 0 for _, run in plan.runs)
    if total > 3 + 1e-6:
        yield f"H: {total:.1f} km in a first week"


def judge_limits(facts: Facts, plan: Plan) -> Iterator[str]:
    for day in plan.run_days:
        done = sum(running_minutes(r) or 0 for r in facts.of("run") if day_of(r) == day)
        total = done + sum(run["dose"].get("run_min", 0) for d, run in plan.runs if d == day)
        for most in facts.limits("max_run_min", day):
            if total > float(most) + 1e-9:
                yield f"7: {total} running minutes on {day}, the clinician allows {most}"
        for off in facts.limits("days_off", day):
            if isinstance(off, list) and WEEKDAYS[day.weekday()] in off:
                yield f"7: run on {day}, a day off by the clinician"
    for off in facts.limits("days_off", facts.week_start + timedelta(days=6)):
        if isinstance(off, int) and len(plan.days_ahead) == 7 and 7 - len(plan.run_days) < off:
            yield f"7: {7 - len(plan.run_days)} days without a run, the clinician wants {off}"
    for kind in ("hold_stage", "start_stage"):
        for day, run in plan.runs:
            for value in facts.limits(kind, day):
                stage = str(run["dose"].get("stage"))
                unstarted = kind == "hold_stage" or not facts.runs
                if (
                    unstarted
                    and str(value) in STAGES
                    and stage in STAGES
                    and STAGES.index(stage) > STAGES.index(str(value))
                ):
                    yield f"7: stage {stage} on {day}, {kind} is {value}"
    for day, item in plan.planned():
        if facts.limits("no_hills", day) and any("hill" in str(e).lower() for e in item["dose"].get("exercises") or []):
            yield f"7: hills on {day} against the clinician"


def is_plainly_healthy(facts: Facts) -> bool:
    """No complaint, flag, limit or pause anywhere, and four or more timed runs in 28 days, the last of this week."""
    runner: dict[str, Any] = facts.runner
    if facts.any_trouble_ever or facts.diagnoses(facts.today) or runner.get("clinician_limits"):
        return False
    if facts.health(facts.today) - {"asthma", "varicose_veins", "raynaud", "oestrogen"} or facts.of(
        "pause", sure=False
    ):
        return False
    born = runner.get("birth_year")
    if runner.get("experience") == "new" or (born is not None and not 19 <= facts.today.year - born <= 64):
        return False
    mass, height = runner.get("mass_kg"), runner.get("height_cm")
    if mass and height and mass / (height / 100) ** 2 >= 29.9:
        return False
    recent = [r for r in facts.of("run") if (d := day_of(r)) and facts.today - timedelta(days=27) <= d <= facts.today]
    timed = [
        r for r in recent if (r.get("duration_min") or 0) >= 20 and r.get("stage") is None and r.get("run_min") is None
    ]
    last = max((d for r in timed if (d := day_of(r))), default=date.min)
    return len(timed) == len(recent) >= 5 and (facts.today - last).days <= 6


def runnable_days(facts: Facts, plan: Plan, minutes: float) -> list[date]:
    days = [date.fromisoformat(d["date"]) for d in plan.days_ahead]
    return [
        d
        for d in days
        if facts.may_run_on(d) and d not in facts.sure_run_days and facts.day_minutes(d) >= minutes + RESERVED_MIN
    ]


def _real_runs(facts: Facts, plan: Plan) -> Iterator[str]:
    if not is_plainly_healthy(facts):
        return
    recent = facts.runs_since(facts.today - timedelta(days=27))
    usual = median([r["duration_min"] for r in recent])
    days = runnable_days(facts, plan, usual)
    if len(plan.days_ahead) == 7 and facts.week_start - facts.today <= timedelta(days=7) and days:
        already = sum(day >= facts.week_start for day in facts.sure_run_days)
        wanted = min(max(2, min(6, len(recent) // 4)) - already, max(1, len(days) - 1))
        total = sum(run["dose"].get("run_min", 0) for _, run in plan.runs)
        if total < 0.65 * wanted * usual:
            yield f"14: {total} running minutes in the week, about {wanted} runs of {usual} could be"
        if plan.phase != "healthy":
            yield f"14: a plainly healthy runner is in phase {plan.phase}"


def _most_days_apart(days: list[date]) -> int:
    """How many of the days can be run on without two in a row."""
    count, last = 0, date.min
    for day in sorted(days):
        if day - last > timedelta(days=1):
            count, last = count + 1, day
    return count


def _has_run(day: dict[str, Any]) -> bool:
    return any(item["kind"] == "run" for item in day["items"])


def _has_paused_running(facts: Facts) -> bool:
    """Eight days or more without a run, now or before the latest one: a walk may be asked for first."""
    last = sorted([*facts.sure_run_days, facts.today])[-3:]
    return len(last) < 3 or any(later - earlier > timedelta(days=7) for earlier, later in pairwise(last))


def _climbing(facts: Facts, plan: Plan) -> Iterator[str]:
    """A runner on the ladder with a green light gets as many runs as alternate days allow, up to four."""
    stage, runner = plan.assessment["stage"], facts.runner
    if plan.phase != "return_to_run" or stage not in LADDER or plan.assessment["light"] != "green":
        return
    if (
        plan.flags
        or runner.get("clinician_limits")
        or facts.of("pause", sure=False)
        or runner.get("experience") == "new"
    ):
        return
    rearranged = any(e.get("outcome") in ("moved", "skipped") for e in facts.of("done", sure=False))
    if len(plan.days_ahead) < 7 or rearranged or _has_paused_running(facts):
        return
    run_min, walk_min, times = LADDER[stage]
    free = runnable_days(facts, plan, (run_min + walk_min) * times)
    meant = {d["date"] for each in facts.case.get("issued") or [] for d in each["days"] if _has_run(d)}
    before = [d - timedelta(days=1) for d in free]
    taken = facts.sure_run_days | {d for d in before if d < facts.week_start and d.isoformat() in meant}
    free = [d for d in free if d - timedelta(days=1) not in taken]
    most = min(4, _most_days_apart(free))
    if len(plan.run_days) < most:
        yield f"14: {len(plan.run_days)} runs in a green week on the ladder, {most} fit"


def _load(facts: Facts, plan: Plan) -> Iterator[str]:
    """The kilometres told, within a day's doubt about where a window begins."""
    recent = facts.runs_since(facts.today - timedelta(days=31))
    if len(recent) != len([r for r in facts.of("run") if r in recent]) or any(
        r.get("distance_km") is None for r in recent
    ):
        return
    far = [(d, float(r["distance_km"])) for r in recent if (d := day_of(r))]
    for key, days in (("last_7d_km", 7), ("last_28d_km", 28)):
        least = sum(km for d, km in far if d > facts.today - timedelta(days=days - 1))
        most = sum(km for d, km in far if d >= facts.today - timedelta(days=days))
        told = plan.assessment["load"][key]
        if not least - 0.06 <= (told or 0) <= most + 0.06:
            yield f"shape: {key} is {told}, it is {least:.1f} to {most:.1f}"
    longest = max((km for d, km in far), default=0)
    if (plan.assessment["load"]["longest_30d_km"] or 0) > longest + 0.06:
        yield f"shape: longest_30d_km is {plan.assessment['load']['longest_30d_km']}, it is {longest}"


def judge_runs(facts: Facts, plan: Plan) -> Iterator[str]:
    yield from _around(plan)
    for check in (_allowed_days, _bone, _caps, _first_week, judge_limits, _real_runs, _climbing, _load):
        yield from check(facts, plan)
