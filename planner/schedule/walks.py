"""Walks: in place of runs, on sore days, and between the runs of a first week."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

from planner.assess import Light, Reason
from planner.schedule.caps import reason
from planner.schedule.options import is_sore, walk
from planner.schedule.search import days_fit
from planner.schedule.slots import Frame, Slot, open_days
from planner.schedule.week import Week, rests_enough


def walks_instead(frame: Frame, why: Reason) -> tuple[Slot, ...]:
    """Brisk walks in place of runs: as often, and as far apart, as runs would be, those done counted.

    On other days than the runner's own only as many as it takes to pass the walking stage.
    """
    week = frame.week
    done = _sessions_done(week)
    slots: dict[date, Slot] = {}
    for day in week.open_days:
        one = walk(week, day, why) if _may_walk(frame, day) else None
        if one is not None:
            slots[day] = one
    pinned = {day for day, kind in week.moved if kind == "walk"} & set(slots)
    best: tuple[tuple[object, ...], tuple[date, ...]] | None = None
    left = week.book.ladder.runs_a_week - sum(day in done for day in week.days if day <= week.today)
    most = max(0, min(len(slots), left))
    enough = week.assessment.standing.walks_needed or most
    for count in range(most + 1):
        for days in combinations(sorted(slots), count):
            if days_fit(frame, days) and _apart(frame, days, done):
                outside = sum(day in frame.blocked for day in days)
                anew = sum(not week.was_issued("walk", day) for day in days)
                last = tuple(day.toordinal() for day in days)
                cost = (-len(pinned & set(days)), -min(count, enough), outside, -count, anew, last)
                if best is None or cost < best[0]:
                    best = (cost, days)
    return tuple(slots[day] for day in best[1]) if best else ()


def _sessions_done(week: Week) -> frozenset[date]:
    """Days with a run, with a walk of full length, or with an item of either kind that was ticked."""
    walked = {s.day for s in week.assessment.sessions if s.kind == "walk" and s.whole}
    items = week.history.items()
    ticked = {
        items[key].date for key, outcome in week.outcomes.items() if outcome == "done" and items[key].kind == "walk"
    }
    return week.run_days | walked | ticked


def _apart(frame: Frame, days: Sequence[date], done: frozenset[date]) -> bool:
    """Tell whether the first of these days is far enough from the last session done."""
    return not any(day - timedelta(days=back) in done for day in days[:1] for back in range(1, frame.gap))


def _may_walk(frame: Frame, day: date) -> bool:
    """A day that isn't one of the runner's for running may still have a walk."""
    stop = frame.blocked.get(day)
    return stop is None or stop.rule == "fit.run_days"


def sore_walks(frame: Frame, slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """The sessions, with walks on every other day on which soreness leaves no run."""
    week = frame.week
    sore = week.assessment.sore
    if sore is None:
        return slots
    why = reason(week, "pain.sore", (sore.finding.entry,), "lifts.pain", score=sore.finding.score)
    kept, done = list(slots), _sessions_done(week)
    for day in open_days(frame):
        one = walk(week, day, why) if is_sore(week, day) and _apart(frame, [day], done) else None
        apart = all(abs((day - slot.day).days) > 1 for slot in kept)
        if one is not None and apart and rests_enough(week, frozenset([day, *(slot.day for slot in kept)])):
            kept.append(one)
    return tuple(sorted(kept, key=lambda slot: slot.day))


def walking_first(frame: Frame, slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """The sessions of a new or heavier runner's first week, with a walk on each other day that need not rest.

    Only while nothing hurts. All walks of that week name the most steps a day.
    """
    week, rule = frame.week, frame.week.book.caps.walking_first
    a = week.assessment
    calm = a.light is Light.GREEN and not a.complaints and a.held == "none" and a.phase != "rest"
    if not a.load.first_week or not calm:
        return tuple(slots)
    params: dict[str, object] = {"km": week.book.caps.first_week_km, "steps": rule.steps_max}
    why = Reason("load.walking_first", rule.source, rule.strength, params, (), "lifts.walking_first")
    kept = list(slots)
    for day in week.open_days:
        taken = {slot.day for slot in kept}
        one = walk(week, day, why) if day not in taken and _may_walk(frame, day) else None
        if one is not None and rests_enough(week, frozenset([day, *taken])):
            kept.append(one)
    dose = {"steps_max": rule.steps_max}
    walking = [
        replace(slot, dose=dose, reasons=slot.reasons if why in slot.reasons else (*slot.reasons, why))
        for slot in kept
        if slot.kind == "walk"
    ]
    return tuple(sorted([*(s for s in kept if s.kind != "walk"), *walking], key=lambda slot: slot.day))
