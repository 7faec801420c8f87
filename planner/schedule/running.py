"""Layer 1: how many days of running or walking, how many minutes each, on which days (decisions G.1)."""

from collections.abc import Sequence
from dataclasses import replace

from planner.assess import Assessment, Reason
from planner.schedule.blocked import blocked_days, walk_instead
from planner.schedule.caps import day_caps, general_caps, reason, room
from planner.schedule.search import search
from planner.schedule.slots import Bounds, Frame, Running, Slot, open_days
from planner.schedule.target import Target, first_week_minutes, target
from planner.schedule.volume import step_back, week_jump
from planner.schedule.walks import sore_walks, walking_first, walks_instead
from planner.schedule.week import Cap, Week


def plan_running(week: Week, bounds: Bounds | None) -> Running:
    """Place the week's runs, or walks where runs may not be."""
    frame = frame_of(week, bounds)
    slots, missing = ((), ()) if _no_sessions(week.assessment) else _sessions(frame)
    return Running(frame, slots, _lost(frame, slots) or missing)


def _lost(frame: Frame, slots: Sequence[Slot]) -> tuple[tuple[str, Reason], ...]:
    """Runs that the runner moved to days that can't be kept."""
    lost = sorted(frame.pinned - {slot.day for slot in slots})
    return tuple(("run", frame.blocked.get(day) or reason(frame.week, "move.no_room")) for day in lost)


def _sessions(frame: Frame) -> tuple[tuple[Slot, ...], tuple[tuple[str, Reason], ...]]:
    """The week's runs and walks, and what was wanted and didn't fit."""
    week = frame.week
    why_walk = walk_instead(week)
    if why_walk is None:
        slots = sore_walks(frame, _told(frame, search(frame)))
        if slots:
            return walking_first(frame, slots), _left_over(frame, slots)
        why_walk = _too_little(frame)
    if why_walk is None or not _walk_helps(week.assessment, why_walk):
        missing = _left_over(frame, ()) if why_walk is None else (("run", why_walk),)
        return (), missing if frame.wished else ()
    missing = (("run", why_walk),) if why_walk.rule.startswith("fit.") and frame.wished else ()
    return walking_first(frame, walks_instead(frame, why_walk)), missing


def _no_sessions(a: Assessment) -> bool:
    return a.held in {"all", "impact"} or a.rest_until_told


def _walk_helps(a: Assessment, why: Reason) -> bool:
    """A walk stands in for a run that a bound took away, not for one that a healthy runner has no time for."""
    return a.standing.stage is not None or a.phase != "healthy" or why.rule not in {"fit.short_days", "load.step_back"}


def frame_of(week: Week, bounds: Bounds | None) -> Frame:
    """The search of a week; `bounds`: what the same runner without symptoms might do."""
    a, ladder = week.assessment, week.book.ladder
    on_ladder = a.standing.stage is not None and a.standing.stage != "9"
    lighter = None if on_ladder else step_back(week)
    want = None if on_ladder else _lighter(target(week), lighter)
    runs = ladder.runs_a_week if want is None else want.runs
    there = sum(1 for day in week.days if day <= week.today and week.ran_on(day))
    runs = max(0, runs - there - _moved_out(week))
    wished = min(runs, 1) if want is None or a.phase == "rebuild" else runs
    if bounds is not None:
        runs = min(runs, bounds.runs)
    pinned = frozenset(day for day, kind in week.moved if kind == "run" and day in week.open_days)
    return Frame(
        week, want, wished, runs, _gap(week, want), tuple(general_caps(week)), bounds, blocked_days(week),
        _budgets(week, bounds, lighter), pinned,
    )  # fmt: skip


def _lighter(want: Target, lighter: Cap | None) -> Target:
    """A lighter week has no longer run."""
    if lighter is None:
        return want
    return replace(want, long_min=want.base_min, reasons=(*want.reasons, lighter.reason), long_reasons=())


def _moved_out(week: Week) -> int:
    """Runs of this week that the runner moved to another one."""
    gone = sum(
        kind == "run" and outcome == "moved" and day in week.days for (day, kind), outcome in week.given_up.items()
    )
    come = sum(kind == "run" and day in week.days for day, kind in week.moved)
    return max(0, gone - come)


def _gap(week: Week, want: Target | None) -> int:
    """Days from one run to the next, at least."""
    a = week.assessment
    two_in_a_row = want is not None and want.raised is not None and want.raised.allows("days") and a.sore is None
    gap = 2 if a.standing.stage is not None or a.phase == "rest" or a.sore is not None else 1
    if two_in_a_row and a.phase == "rebuild":
        gap = 1
    for limit in week.limit(max(week.today, week.start), "days_off"):
        if isinstance(limit.value, int) and limit.value > 0:
            gap = max(gap, limit.value + 1)
    return gap


def _budgets(week: Week, bounds: Bounds | None, lighter: Cap | None) -> tuple[Cap, ...]:
    """What bounds the week's running minutes in all."""
    found = [lighter] if lighter is not None else []
    first = first_week_minutes(week)
    if first is not None:
        km = week.book.caps.first_week_km
        found.append(Cap("load.first_week", first, reason(week, "load.first_week_share", km=km, minutes=first)))
    if bounds is not None:
        total = int(bounds.total)
        found.append(Cap("ladder.bounds_total", total, reason(week, "ladder.bounds_total", minutes=total)))
    return tuple(found)


def _told(frame: Frame, slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """The runs, one of them with strides where pace may be raised, the longest with a word on a jump."""
    if not slots:
        return slots
    longest = max(slots, key=lambda slot: (slot.run_min, slot.day))
    jump = week_jump(frame.week, slots) if frame.want is not None else None
    step = frame.want.raised if frame.want is not None else None
    easy = min(slots, key=lambda slot: (slot is longest, slot.day))
    told: list[Slot] = []
    for slot in slots:
        dose = (
            {**slot.dose, "strides": step.strides, "stride_s": frame.week.book.ladder.rebuild.stride_s}
            if step is not None and step.allows("pace") and slot is easy
            else slot.dose
        )
        told.append(
            replace(
                slot, dose=dose, reasons=(*slot.reasons, jump) if jump is not None and slot is longest else slot.reasons
            )
        )
    return tuple(told)


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
    if frame.bounds is not None and frame.bounds.runs == 0:
        return None
    if frame.budget is not None and frame.budget.minutes < least:
        done = {"load.first_week": reason(frame.week, "load.first_week", km=frame.week.book.caps.first_week_km)}
        return done.get(frame.budget.rule, frame.budget.reason)
    if frame.runs and open_days(frame):
        return reason(frame.week, "fit.short_days", minutes=frame.week.book.ladder.least_run_min)
    return None


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
