"""Layer 2: strength, around the running (decisions G)."""

from collections.abc import Sequence
from datetime import date, time
from itertools import combinations, pairwise
from typing import Any

from planner.assess import Reason
from planner.schedule.caps import reason
from planner.schedule.items import Item, Unplaced
from planner.schedule.running import Running
from planner.schedule.sessions import exercises
from planner.schedule.week import ACTIVE, Week, rests_enough

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
