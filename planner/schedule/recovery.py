"""Layers 2 to 4: strength, recovery items and daily habits, placed around the running (decisions G)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from itertools import combinations, pairwise
from typing import Any

from planner.assess import Reason
from planner.schedule.caps import reason
from planner.schedule.items import Item, clock, minutes_later
from planner.schedule.running import Running
from planner.schedule.sessions import exercises
from planner.schedule.week import ACTIVE, Week, rests_enough

Unplaced = tuple[str, Reason]
_STRENGTH_AT = time(12, 30)


def strength_items(week: Week, placed: Sequence[Item], running: Running) -> tuple[list[Item], list[Unplaced]]:
    """Strength on up to two days, 48 hours apart, never on a day that has to rest."""
    routine = week.book.routines["strength"]
    a = week.assessment
    if a.held in {"all", "impact"}:
        flag = next(f for f in a.flags if f.holds in {"all", "impact"})
        why = Reason("rest.flag", flag.reasons[0].source, flag.reasons[0].strength, {"flag": flag.id})
        return [], [("strength", why)] if week.open_days else []
    dose = {"exercises": _strength_exercises(week)}
    if not dose["exercises"] or not week.open_days:
        return [], []
    done = sum(
        1
        for day in week.days
        if day < week.open_days[0] and any(i.kind == "strength" for i in week.history.on(day)) and week.was_active(day)
    )
    wanted = max(0, routine.days_a_week - done)
    free = [day for day in week.open_days if _has_room(week, day, placed, running, routine.minutes)]
    days = _choose(week, placed, free, wanted, routine.apart_days)
    why = Reason("strength.twice", routine.source, routine.strength, {"n": routine.days_a_week})
    items = [Item(day, "strength", _STRENGTH_AT, routine.minutes, dose, (why,)) for day in days]
    if len(days) >= wanted or week.assessment.phase == "rest":
        return items, []
    longest = max(week.open_days, key=week.minutes)
    if week.minutes(longest) < routine.minutes:
        missing = reason(week, "fit.minutes", minutes=week.minutes(longest), needed=routine.minutes)
    else:
        missing = reason(week, "fit.no_room", n=wanted - len(days))
    return items, [("strength", missing)]


def _strength_exercises(week: Week) -> list[dict[str, Any]]:
    named = [
        str(value)
        for limit in week.limit(max(week.today, week.start), "exercises")
        if isinstance(limit.value, tuple)
        for value in limit.value
    ]
    if named:
        return [{"id": name, "impact": False} for name in named]
    return exercises(week, week.book.routines["strength"], week.assessment.standing.stage)


def _has_room(week: Week, day: date, placed: Sequence[Item], running: Running, minutes: int) -> bool:
    stop = running.blocked.get(day)
    if stop is not None and stop.rule in {"rest.red", "rest.walking_hurts", "rest.fever", "fit.pause"}:
        return False
    if day == week.today and week.touched_today("strength", day):
        return False
    used = sum(i.minutes for i in placed if i.day == day and i.kind in {"run", "walk", "warm_up", "cool_down"})
    spent = week.used(day) if day == week.today else 0
    return used + spent + minutes <= week.minutes(day)


def _choose(week: Week, placed: Sequence[Item], free: Sequence[date], wanted: int, apart: int) -> tuple[date, ...]:
    active = frozenset(item.day for item in placed if item.kind in ACTIVE)
    best: tuple[tuple[object, ...], tuple[date, ...]] = ((0,), ())
    for count in range(1, wanted + 1):
        for days in combinations(free, count):
            if any((b - a).days < apart for a, b in pairwise(days)):
                continue
            if not rests_enough(week, active | frozenset(days)):
                continue
            anew = sum(not week.was_issued("strength", day) for day in days)
            fresh = sum(day not in active for day in days)
            cost = (-count, anew, fresh, tuple(day.toordinal() for day in days))
            if cost < best[0]:
                best = (cost, days)
    return best[1]


def recovery_items(week: Week, placed: Sequence[Item]) -> tuple[list[Item], list[Unplaced]]:
    """Contrast showers and leg elevation: after runs, and for legs that hurt or ache."""
    if not _helps(week, placed) or week.assessment.held == "all" or not week.open_days:
        return [], []
    items: list[Item] = []
    missing: list[Unplaced] = []
    for kind in ("contrast_shower", "leg_elevation"):
        practice = week.book.practices[kind]
        days = [day for day in week.open_days if week.allowed(kind, day) is None]
        if not days:
            health = week.allowed(kind, week.open_days[0])
            why = Reason("health.never", week.book.health.source, week.book.health.strength, {"health": health})
            missing.append((kind, why))
            continue
        items.extend(
            _practice(week, kind, day, clock(practice.at), dict(practice.dose), _why(week, kind, day, placed))
            for day in _recovery_days(week, kind, days, placed, practice.days_a_week)
        )
    return items, missing


def _helps(week: Week, placed: Sequence[Item]) -> bool:
    """A week with pain, soreness, venous trouble, or a run or ladder walk, planned or done."""
    a = week.assessment
    venous = any(week.runner.has(h, week.today) for h in ("varicose_veins", "past_clot"))
    venous = venous or any(f.id == "venous" for f in a.flags) or any(d.condition == "venous" for d in a.diagnoses)
    ran = any(session.day in week.days for session in a.sessions)
    return bool(a.complaints or a.diagnoses or venous or ran or any(item.kind in {"run", "walk"} for item in placed))


def _recovery_days(week: Week, kind: str, days: Sequence[date], placed: Sequence[Item], most: int) -> Sequence[date]:
    """First the days with a run or walk, then those it was issued for; a paused day only where there is no other."""
    moving = {item.day for item in placed if item.kind in {"run", "walk"}} | {s.day for s in week.assessment.sessions}

    def rank(day: date) -> tuple[bool, bool, bool, int]:
        return week.paused(day), day not in moving, not week.was_issued(kind, day), day.toordinal()

    ranked = sorted(days, key=rank)
    first = [day for day in ranked if not week.paused(day)][:most]
    return sorted(first or ranked[:1])


def _why(week: Week, kind: str, day: date, placed: Sequence[Item]) -> tuple[Reason, ...]:
    practice = week.book.practices[kind]
    a = week.assessment
    if any(item.day == day and item.kind == "run" for item in placed) or any(s.day == day for s in a.runs):
        rule = "after_run"
    else:
        rule = "for_legs"
    entries = a.complaints[0].entries[-2:] if a.complaints else ()
    return (Reason(f"{kind}.{rule}", practice.source, practice.strength, dict(practice.dose), entries),)


def _practice(week: Week, kind: str, day: date, at: time, dose: Mapping[str, Any], reasons: tuple[Reason, ...]) -> Item:
    return Item(day, kind, at, week.book.practices[kind].minutes, dose, reasons)


def habit_items(week: Week, placed: Sequence[Item], running: Running) -> Iterator[Item]:
    """Sleep and fluids every day, rest on rest days, and the clinician to see."""
    for day in week.open_days:
        yield _sleep(week, day)
        yield _hydration(week, day)
        moved = any(item.day == day and item.kind in ACTIVE for item in placed)
        why = _rest_reason(week, day, running)
        done_today = day == week.today and week.was_active(day) and not why.rule.startswith("rest.")
        if not moved and not done_today:
            rest = week.book.practices["rest"]
            yield _practice(week, "rest", day, clock(rest.at), {}, (why,))
        yield from _clinician(week, day)


def _rest_reason(week: Week, day: date, running: Running) -> Reason:
    stop = running.blocked.get(day)
    if stop is not None:
        return stop
    if week.assessment.standing.stage is not None:
        return reason(week, "ladder.every_other_day")
    return reason(week, "fit.between")


def _sleep(week: Week, day: date) -> Item:
    practice = week.book.practices["sleep"]
    teen = week.runner.has("under_18", day)
    hours = practice.teen_target_h if teen else float(practice.dose["target_h"])
    bedtime = week.runner.bedtime or clock(practice.at)
    at = bedtime if bedtime >= time(18) else time(23, 59)
    entries = week.assessment.recovery.sleep_entries[:3]
    why = Reason("sleep.target", practice.source, practice.strength, {"hours": hours}, entries)
    return Item(day, "sleep", at, 0, {"target_h": hours, "bedtime": f"{bedtime:%H:%M}"}, (why,))


def _hydration(week: Week, day: date) -> Item:
    practice = week.book.practices["hydration"]
    forbidden = week.allowed("drink_target", day)
    at = clock(practice.at)
    if forbidden is not None:
        health = week.book.health
        why = Reason("hydration.no_target", health.source, health.strength, {"health": forbidden})
        return Item(day, "hydration", at, 0, {}, (why,))
    ml = practice.drink_ml_male if week.runner.sex == "male" else practice.drink_ml_female
    why = Reason("hydration.target", practice.source, practice.strength, {"ml": ml})
    return Item(day, "hydration", at, 0, {"drink_ml": ml}, (why,))


def _clinician(week: Week, day: date) -> Iterator[Item]:
    """Every day while a flag holds all or impact; else once, on the first day."""
    a = week.assessment
    practice = week.book.practices["see_clinician"]
    holding = [f for f in a.flags if f.holds in {"all", "impact"}]
    flags = holding or (list(a.flags) if day == week.open_days[0] else [])
    if not flags:
        return
    first = flags[0]
    reasons = tuple(flag_reason for flag in flags for flag_reason in flag.reasons)
    dose = {
        "flags": [flag.id for flag in flags],
        "see": list(dict.fromkeys(who for flag in flags for who in flag.see)),
        "by": first.by.isoformat(),
        "urgency": first.urgency,
    }
    yield Item(day, "see_clinician", clock(practice.at), 0, dose, reasons)


def early(items: Sequence[Item]) -> list[Item]:
    """A clinician to see comes before everything else of its day."""
    by_day: dict[date, time] = {}
    for item in items:
        if item.kind != "see_clinician":
            by_day[item.day] = min(item.at, by_day.get(item.day, time(23, 59)))
    moved: list[Item] = []
    for item in items:
        if item.kind == "see_clinician" and by_day.get(item.day, item.at) < item.at:
            moved.append(_at(item, by_day[item.day]))
        else:
            moved.append(item)
    return moved


def after_the_run(items: Sequence[Item]) -> list[Item]:
    """Showers and elevation wait until the session of the day is over."""
    ends: dict[date, time] = {}
    for item in items:
        if item.kind in {"run", "walk", "cool_down"}:
            ends[item.day] = max(minutes_later(item.at, item.minutes), ends.get(item.day, time(0)))
    moved: list[Item] = []
    for item in items:
        end = ends.get(item.day)
        if item.kind in {"contrast_shower", "leg_elevation"} and end is not None and item.at < minutes_later(end, 10):
            moved.append(_at(item, minutes_later(end, 10)))
        else:
            moved.append(item)
    return moved


def _at(item: Item, at: time) -> Item:
    return Item(item.day, item.kind, at, item.minutes, item.dose, item.reasons, item.about, item.answers)
