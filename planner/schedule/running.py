"""Layer 1: how many days of running or walking, how many minutes each, on which days (decisions G.1).

An exact search over the days of the week. Cost: most running minutes, then fewest runs, then fewest back to back,
then the days the runner moved a run to or that were issued, then the earliest days.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations

from planner.assess import Assessment, Reason
from planner.schedule.blocked import blocked_days, walk_instead
from planner.schedule.caps import day_caps, first_week_minutes, general_caps, reason, room, target
from planner.schedule.options import is_sore, options, walk
from planner.schedule.slots import Bounds, Frame, Running, Slot, open_days
from planner.schedule.week import Cap, Week, rests_enough


def plan_running(week: Week, bounds: Bounds | None) -> Running:
    """Place the week's runs, or walks where runs may not be."""
    blocked = blocked_days(week)
    caps = tuple(general_caps(week))
    why_walk = walk_instead(week)
    if _no_sessions(week.assessment):
        return Running((), blocked, (), caps)
    frame = _frame(week, caps, bounds, blocked)
    if why_walk is None:
        slots = _with_sore_walks(frame, _search(frame))
        if slots:
            return Running(slots, blocked, _left_over(frame, slots), _all_caps(frame, slots))
        why_walk = _too_little(frame)
    if why_walk is None or not _walk_helps(week.assessment, why_walk):
        missing = _left_over(frame, ()) if why_walk is None else (("run", why_walk),)
        return Running((), blocked, missing if frame.wished else (), caps)
    missing = (("run", why_walk),) if why_walk.rule.startswith("fit.") and frame.wished else ()
    return Running(_walks(frame, why_walk), blocked, missing, caps)


def _no_sessions(a: Assessment) -> bool:
    return a.held in {"all", "impact"} or a.rest_until_told


def _walk_helps(a: Assessment, why: Reason) -> bool:
    """A walk stands in for a run that a bound took away, not for one that a healthy runner has no time for."""
    return a.standing.stage is not None or a.phase != "healthy" or why.rule != "fit.short_days"


def _frame(week: Week, caps: tuple[Cap, ...], bounds: Bounds | None, blocked: Mapping[date, Reason]) -> Frame:
    a, ladder = week.assessment, week.book.ladder
    on_ladder = a.standing.stage is not None and a.standing.stage != "9"
    want = None if on_ladder else target(week)
    runs = ladder.runs_a_week if want is None else want.runs
    there = sum(1 for day in week.days if day <= week.today and week.ran_on(day))
    runs = max(0, runs - there)
    gap = 2 if a.standing.stage is not None or a.phase == "rest" or a.sore is not None else 1
    for limit in week.limit(max(week.today, week.start), "days_off"):
        if isinstance(limit.value, int) and limit.value > 0:
            gap = max(gap, limit.value + 1)
    wished = runs if want is not None else min(runs, 1)
    if bounds is not None:
        runs = min(runs, bounds.runs)
    return Frame(week, want, wished, runs, gap, caps, bounds, blocked)


def _too_little(frame: Frame) -> Reason | None:
    """Why no run was long enough to be one; None where there were no days for one."""
    lowest = min(frame.caps, key=lambda cap: cap.minutes, default=None)
    if lowest is not None and lowest.minutes < frame.week.book.ladder.least_run_min:
        return lowest.reason
    for day in open_days(frame):
        for cap in day_caps(frame.week, day):
            if cap.minutes < frame.week.book.ladder.least_run_min:
                return cap.reason
    least = frame.week.book.ladder.least_run_min
    if open_days(frame) and all(room(frame.week, day) < least for day in open_days(frame)):
        return reason(frame.week, "fit.short_days", minutes=least)
    budget = first_week_minutes(frame.week)
    if budget is not None and budget < frame.week.book.ladder.least_run_min:
        return reason(frame.week, "load.first_week", km=frame.week.book.caps.first_week_km)
    if frame.bounds is not None and frame.bounds.runs == 0:
        return reason(frame.week, "ladder.bounds")
    if frame.runs and open_days(frame):
        return reason(frame.week, "fit.short_days", minutes=frame.week.book.ladder.least_run_min)
    return None


def _search(frame: Frame) -> tuple[Slot, ...]:
    """The best set of runs."""
    budget = _budget(frame.week, frame.bounds)
    best: tuple[tuple[object, ...], tuple[Slot, ...]] | None = None
    free = options(frame, None)
    for count in range(1, min(frame.runs, len(free)) + 1):
        shared: dict[date, list[Slot]] | None = None
        for days in combinations(sorted(free), count):
            if not _days_fit(frame, days):
                continue
            slots = _pick(free, days)
            if budget is not None and sum(s.run_min for s in slots) > budget:
                shared = options(frame, budget // count) if shared is None else shared
                if not all(day in shared for day in days):
                    continue
                slots = _pick(shared, days)
                if sum(s.run_min for s in slots) > budget:
                    slots = tuple(shared[day][0] for day in days)
            cost = _cost(frame, slots)
            if best is None or cost < best[0]:
                best = (cost, slots)
    return best[1] if best else ()


def _budget(week: Week, bounds: Bounds | None) -> float | None:
    left = [float(m) for m in (first_week_minutes(week), bounds.total if bounds else None) if m is not None]
    return min(left, default=None)


def _pick(options: Mapping[date, Sequence[Slot]], days: Sequence[date]) -> tuple[Slot, ...]:
    """Most runs of usual length, and one longer: on the day where it gains most, the latest of equals."""
    plain = {day: options[day][0] for day in days}
    gains = [(options[day][-1].run_min - plain[day].run_min, day) for day in days]
    gain, longest = max(gains)
    if gain > 0:
        plain[longest] = options[longest][-1]
    return tuple(plain[day] for day in days)


def _days_fit(frame: Frame, days: Sequence[date]) -> bool:
    week = frame.week
    for n, day in enumerate(days):
        if n and (day - days[n - 1]).days < frame.gap:
            return False
        for back in range(1, frame.gap):
            before = day - timedelta(days=back)
            if before not in days and before < week.open_days[0] and week.expected_run(before):
                return False
            if before == week.today and week.ran_on(before):
                return False
    return rests_enough(week, frozenset(days))


def _cost(frame: Frame, slots: Sequence[Slot]) -> tuple[object, ...]:
    days = [slot.day for slot in slots]
    moved = {day for day, kind in frame.week.moved() if kind == "run"}
    back_to_back = sum(
        frame.week.expected_run(day - timedelta(days=1)) or day - timedelta(days=1) in days for day in days
    )
    return (
        -sum(slot.run_min for slot in slots),
        len(slots),
        back_to_back,
        sum(day not in moved and not frame.week.was_issued("run", day) for day in days),
        tuple(day.toordinal() for day in days),
    )


def _walks(frame: Frame, why: Reason) -> tuple[Slot, ...]:
    """Brisk walks in place of runs: as often, and as far apart, as runs would be."""
    week = frame.week
    slots: dict[date, Slot] = {}
    for day in week.open_days:
        stop = frame.blocked.get(day)
        one = walk(week, day, why) if stop is None or stop.rule == "fit.run_days" else None
        if one is not None:
            slots[day] = one
    best: tuple[tuple[object, ...], tuple[date, ...]] | None = None
    most = min(len(slots), week.book.ladder.runs_a_week)
    for count in range(most + 1):
        for days in combinations(sorted(slots), count):
            if _days_fit(frame, days):
                outside = sum(day in frame.blocked for day in days)
                anew = sum(not week.was_issued("walk", day) for day in days)
                cost = (-count, outside, anew, tuple(day.toordinal() for day in days))
                if best is None or cost < best[0]:
                    best = (cost, days)
    return tuple(slots[day] for day in best[1]) if best else ()


def _with_sore_walks(frame: Frame, slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """Walks on every other day on which soreness leaves no run."""
    week = frame.week
    sore = week.assessment.sore
    if sore is None:
        return slots
    why = reason(week, "pain.sore", (sore.finding.entry,), "lifts.pain", score=sore.finding.score)
    kept = list(slots)
    for day in open_days(frame):
        one = walk(week, day, why) if is_sore(week, day) else None
        apart = all(abs((day - slot.day).days) > 1 for slot in kept)
        if one is not None and apart and rests_enough(week, frozenset([day, *(slot.day for slot in kept)])):
            kept.append(one)
    return tuple(sorted(kept, key=lambda slot: slot.day))


def _left_over(frame: Frame, slots: Sequence[Slot]) -> tuple[tuple[str, Reason], ...]:
    """Runs that were wanted and found no day."""
    missing = frame.wished - len(slots)
    if missing <= 0:
        return ()
    week = frame.week
    least = week.book.ladder.least_run_min
    stops = [frame.blocked[day] for day in week.open_days if day in frame.blocked]
    short = [day for day in open_days(frame) if room(week, day) < least]
    if short:
        needed = least + week.minutes(short[0]) - room(week, short[0])
        return (("run", reason(week, "fit.minutes", minutes=week.minutes(short[0]), needed=needed)),)
    fitting = [stop for stop in stops if stop.rule.startswith(("fit.", "limit."))]
    if fitting and fitting[0].rule not in {"fit.ran_today", "fit.answered_today"}:
        return (("run", fitting[0]),)
    return (("run", reason(week, "fit.no_room", n=missing)),) if len(open_days(frame)) >= missing else ()


def _all_caps(frame: Frame, slots: Sequence[Slot]) -> tuple[Cap, ...]:
    per_day = {cap.rule: cap for slot in slots for cap in day_caps(frame.week, slot.day)}
    return (*frame.caps, *per_day.values())
