"""Layer 1: how many days of running or walking, how many minutes each, on which days (decisions G.1).

An exact search over the days of the week. Cost: most running minutes, then fewest runs, then fewest back to back,
then the days the runner moved a run to or that were issued, then the earliest days.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from planner.assess import Assessment, Reason
from planner.protocols import Intervals
from planner.schedule.caps import (
    Target,
    day_caps,
    first_week_minutes,
    general_caps,
    intervals,
    km_of,
    minutes_within_km,
    reason,
    room,
    stage_cap,
    target,
)
from planner.schedule.week import Cap, Week, rests_enough

LEAST_WALK_MIN = 10


@dataclass(frozen=True, slots=True)
class Slot:
    """A run or walk on a day; minutes of running, and of the whole session."""

    day: date
    kind: str
    run_min: float
    segments: tuple[Intervals, ...]
    stage: str | None
    distance_km: float | None
    reasons: tuple[Reason, ...]

    @property
    def minutes(self) -> int:
        """Minutes of the session, without warm-up and cool-down."""
        return round(sum(segment.total_min for segment in self.segments))


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the same runner without symptoms might do in this week."""

    runs: int
    longest: float
    total: float


@dataclass(frozen=True, slots=True)
class Running:
    """The running layer: sessions, why a day has no run, what didn't fit, and every cap that was looked at."""

    slots: tuple[Slot, ...]
    blocked: Mapping[date, Reason]
    not_placed: tuple[tuple[str, Reason], ...]
    caps: tuple[Cap, ...]

    def bounds(self) -> Bounds:
        """How much this plan runs."""
        runs = [slot.run_min for slot in self.slots if slot.kind == "run"]
        return Bounds(len(runs), max(runs, default=0.0), sum(runs))


@dataclass(frozen=True, slots=True)
class _Frame:
    """One week's search: what is wanted, on which days, under which caps."""

    week: Week
    want: Target | None
    wished: int
    runs: int
    gap: int
    caps: tuple[Cap, ...]
    bounds: Bounds | None
    blocked: Mapping[date, Reason]


def plan_running(week: Week, bounds: Bounds | None) -> Running:
    """Place the week's runs, or walks where runs may not be."""
    blocked = _blocked(week)
    caps = tuple(general_caps(week))
    why_walk = _walk_instead(week)
    if _no_sessions(week.assessment):
        return Running((), blocked, (), caps)
    frame = _frame(week, caps, bounds, blocked)
    if why_walk is None:
        slots = _with_sore_walks(frame, _search(frame))
        if slots:
            return Running(slots, blocked, _left_over(frame, slots), _all_caps(frame, slots))
        why_walk = _too_little(frame)
    if why_walk is None or (week.assessment.standing.stage is None and not _walk_helps(week.assessment)):
        return Running((), blocked, _left_over(frame, ()), caps)
    return Running(_walks(frame, why_walk), blocked, (), caps)


def _no_sessions(a: Assessment) -> bool:
    return a.held in {"all", "impact"} or a.rest_until_told


def _walk_helps(a: Assessment) -> bool:
    return a.phase != "healthy" or a.held == "progress"


def _frame(week: Week, caps: tuple[Cap, ...], bounds: Bounds | None, blocked: Mapping[date, Reason]) -> _Frame:
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
    return _Frame(week, want, wished, runs, gap, caps, bounds, blocked)


def _blocked(week: Week) -> dict[date, Reason]:
    """The days without a run, and why; the strongest reason first."""
    a, book = week.assessment, week.book
    off = book.ladder.columns[a.standing.column].red_days_off
    found: dict[date, Reason] = {}
    flag = next((f for f in a.flags if f.holds in {"all", "impact"}), None)
    for day in week.open_days:
        red = next((r for r in sorted(a.red_days) if r <= day <= r + timedelta(days=off)), None)
        if flag is not None:
            found[day] = Reason(
                "rest.flag", flag.reasons[0].source, flag.reasons[0].strength, {"flag": flag.id},
                flag.reasons[0].entries, f"lifts.flag.{flag.id}",
            )  # fmt: skip
        elif red is not None:
            entries = a.standing.last_red or _red_entries(a, red)
            found[day] = reason(week, "rest.red", entries, "lifts.red", red=red, days=off)
        elif a.rest_until_told:
            found[day] = reason(week, "rest.walking_hurts", _red_entries(a, week.today), "lifts.walking")
        elif week.paused(day):
            found[day] = reason(week, "fit.pause")
        elif any(isinstance(x.value, tuple) and day.weekday() in x.value for x in week.limit(day, "days_off")):
            found[day] = reason(week, "limit.days_off", (), "lifts.clinician")
        elif week.runner.run_days is not None and day.weekday() not in week.runner.run_days:
            found[day] = reason(week, "fit.run_days")
        elif day == week.today and week.ran_on(day):
            found[day] = reason(week, "fit.ran_today")
        elif day == week.today and (week.touched_today("run", day) or week.touched_today("walk", day)):
            found[day] = reason(week, "fit.answered_today")
    return found


def _red_entries(a: Assessment, until: date) -> tuple[str, ...]:
    readings = [*a.loose, *(r for s in a.sessions for r in s.readings)]
    hits = [r for r in readings if r.light.value == 2 and r.finding.day <= until]
    return tuple(dict.fromkeys(r.finding.entry for r in hits[-3:]))


def _walk_instead(week: Week) -> Reason | None:
    """Why the sessions of this week are walks; None where they are runs."""
    a, standing = week.assessment, week.assessment.standing
    if standing.stage == "W":
        left = max(0, standing.walks_needed - standing.walks)
        return reason(week, "ladder.walk", standing.entries, "lifts.walks", n=left, minutes=week.book.ladder.walk_min)
    if standing.morning_due and standing.stage is not None:
        return reason(week, "ladder.morning_due", standing.last_red, "lifts.morning")
    if standing.walk_due and standing.stage is not None:
        return reason(week, "ladder.walk_due", standing.last_red, "lifts.one_walk", minutes=week.book.ladder.walk_min)
    if standing.test_due is not None and standing.stage is not None:
        return reason(week, "ladder.test_due", (), "lifts.test", test=standing.test_due)
    if a.phase == "rest":
        return reason(week, "ladder.morning_due", standing.last_red, "lifts.morning")
    return None


def _too_little(frame: _Frame) -> Reason | None:
    """Why no run was long enough to be one; None where there were no days for one."""
    lowest = min(frame.caps, key=lambda cap: cap.minutes, default=None)
    if lowest is not None and lowest.minutes < frame.week.book.ladder.least_run_min:
        return lowest.reason
    for day in _open(frame):
        for cap in day_caps(frame.week, day):
            if cap.minutes < frame.week.book.ladder.least_run_min:
                return cap.reason
    if frame.bounds is not None and frame.bounds.runs == 0:
        return reason(frame.week, "ladder.bounds")
    if frame.runs and _open(frame):
        return reason(frame.week, "fit.short_days", minutes=frame.week.book.ladder.least_run_min)
    return None


def _open(frame: _Frame) -> list[date]:
    return [day for day in frame.week.open_days if day not in frame.blocked]


def _cap_of(frame: _Frame, day: date, share: float | None) -> tuple[float, list[Cap]]:
    """The minutes that every cap of a day leaves, and the caps."""
    caps = [*frame.caps, *day_caps(frame.week, day)]
    lowest = min((float(cap.minutes) for cap in caps), default=10_000.0)
    if frame.bounds is not None:
        lowest = min(lowest, frame.bounds.longest)
    if share is not None:
        lowest = min(lowest, share)
    return lowest, caps


def _options(frame: _Frame, share: float | None) -> dict[date, list[Slot]]:
    """For each open day its run; for a runner off the ladder also its longer run."""
    options: dict[date, list[Slot]] = {}
    for day in _open(frame):
        if _is_sore(frame.week, day):
            continue
        cap, caps = _cap_of(frame, day, share)
        if frame.want is None or _held_below_nine(frame.week, day):
            slot = _stage_run(frame, day, cap, caps)
            slots = [slot] if slot else []
        else:
            slots = [s for s in (_free_run(frame, day, m, cap, caps) for m in _lengths(frame.want)) if s]
        if slots:
            options[day] = slots
    return options


def _held_below_nine(week: Week, day: date) -> bool:
    """Tell whether someone past the ladder is held to one of its stages on that day."""
    return week.assessment.standing.stage == "9" and stage_cap(week, day)[0] != "9"


def _is_sore(week: Week, day: date) -> bool:
    """Tell whether soreness is still too much for a run on that day: it lasts four days."""
    sore = week.assessment.sore
    return sore is not None and (day - sore.finding.day).days * 24 < week.book.caps.soreness_end_h


def _with_sore_walks(frame: _Frame, slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """Walks on every other day on which soreness leaves no run."""
    week = frame.week
    sore = week.assessment.sore
    if sore is None:
        return slots
    why = reason(week, "pain.sore", (sore.finding.entry,), "lifts.pain", score=sore.finding.score)
    kept = list(slots)
    for day in _open(frame):
        walk = _walk(week, day, why) if _is_sore(week, day) else None
        apart = all(abs((day - slot.day).days) > 1 for slot in kept)
        if walk is not None and apart and rests_enough(week, frozenset([day, *(slot.day for slot in kept)])):
            kept.append(walk)
    return tuple(sorted(kept, key=lambda slot: slot.day))


def _walk(week: Week, day: date, why: Reason) -> Slot | None:
    """A brisk walk of full length, or as long as the day allows; None where that is too short or was walked already."""
    if day == week.today and any(walk.at.date() == day for walk in week.journal.walks):
        return None
    left = week.minutes(day) - (week.used(day) if day == week.today else 0)
    minutes = min(week.book.ladder.walk_min, int(left))
    if minutes < LEAST_WALK_MIN:
        return None
    segment = Intervals(0.0, float(minutes), 1)
    return Slot(day, "walk", 0.0, (segment,), week.assessment.standing.stage, None, (why,))


def _lengths(want: Target) -> list[int]:
    return [want.base_min, want.long_min] if want.long_min > want.base_min else [want.base_min]


def _stage_run(frame: _Frame, day: date, cap: float, caps: Sequence[Cap]) -> Slot | None:
    """Of all stages up to the current one and their repeats, the one with most running minutes that fits."""
    week = frame.week
    ladder, bone = week.book.ladder, week.assessment.standing.column == "bone"
    stage, why = stage_cap(week, day)
    space = room(week, day)
    best: tuple[float, str, Intervals] | None = None
    for one in ladder.stages[1 : ladder.place(stage) + 1]:
        if one.id == "9" or (one.bone_only and not bone):
            continue
        full = one.intervals(bone=bone)
        for times in range(1, full.times + 1):
            fit = Intervals(full.run_min, full.walk_min, times)
            whole = fit.total_min == round(fit.total_min)
            fits = whole and fit.total_run_min <= cap and fit.total_min <= space
            if fits and (best is None or fit.total_run_min > best[0]):
                best = (fit.total_run_min, one.id, fit)
    if best is None or best[0] < ladder.least_run_min:
        return None
    standing = week.assessment.standing
    reasons = [
        reason(
            week, "ladder.stage", standing.entries, None, stage=best[1], minutes=best[0],
            clean=standing.clean, needed=standing.clean_needed,
        ),
        *why,
        *_binding(week, day, stage, best[0], caps),
    ]  # fmt: skip
    return Slot(day, "run", best[0], (best[2],), best[1], None, tuple(reasons))


def _binding(week: Week, day: date, stage: str, run_min: float, caps: Sequence[Cap]) -> list[Reason]:
    """What made a session smaller than its stage."""
    full = intervals(week, stage)
    if run_min >= full.total_run_min:
        return []
    bound = [cap.reason for cap in caps if cap.minutes < full.total_run_min]
    if full.total_min > room(week, day):
        bound.append(reason(week, "fit.minutes", minutes=week.minutes(day), needed=round(full.total_min) + 18))
    return bound


def _free_run(frame: _Frame, day: date, minutes: int, cap: float, caps: Sequence[Cap]) -> Slot | None:
    """A continuous run of so many minutes, or of what the day and the caps leave."""
    week = frame.week
    within = minutes_within_km(week)
    fits = min(minutes, cap, room(week, day), within if within is not None else minutes)
    run_min = int(fits)
    if run_min < week.book.ladder.least_run_min or frame.want is None:
        return None
    bound = [c.reason for c in caps if c.minutes < minutes]
    if room(week, day) < minutes:
        bound.append(reason(week, "fit.minutes", minutes=week.minutes(day), needed=minutes + 18))
    stage = "9" if week.assessment.standing.stage == "9" else None
    segment = Intervals(float(run_min), 0.0, 1)
    return Slot(day, "run", run_min, (segment,), stage, km_of(week, run_min), (*frame.want.reasons, *bound))


def _search(frame: _Frame) -> tuple[Slot, ...]:
    """The best set of runs."""
    budget = _budget(frame.week, frame.bounds)
    best: tuple[tuple[object, ...], tuple[Slot, ...]] | None = None
    free = _options(frame, None)
    for count in range(1, min(frame.runs, len(free)) + 1):
        shared: dict[date, list[Slot]] | None = None
        for days in combinations(sorted(free), count):
            if not _days_fit(frame, days):
                continue
            slots = _pick(free, days)
            if budget is not None and sum(s.run_min for s in slots) > budget:
                shared = _options(frame, budget // count) if shared is None else shared
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


def _days_fit(frame: _Frame, days: Sequence[date]) -> bool:
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


def _cost(frame: _Frame, slots: Sequence[Slot]) -> tuple[object, ...]:
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


def _walks(frame: _Frame, why: Reason) -> tuple[Slot, ...]:
    """Brisk walks in place of runs: as often, and as far apart, as runs would be."""
    week = frame.week
    slots: dict[date, Slot] = {}
    for day in week.open_days:
        stop = frame.blocked.get(day)
        walk = _walk(week, day, why) if stop is None or stop.rule == "fit.run_days" else None
        if walk is not None:
            slots[day] = walk
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


def _left_over(frame: _Frame, slots: Sequence[Slot]) -> tuple[tuple[str, Reason], ...]:
    """Runs that were wanted and found no day."""
    missing = frame.wished - len(slots)
    if missing <= 0:
        return ()
    week = frame.week
    least = week.book.ladder.least_run_min
    stops = [frame.blocked[day] for day in week.open_days if day in frame.blocked]
    short = [day for day in _open(frame) if room(week, day) < least]
    if short:
        needed = least + week.minutes(short[0]) - room(week, short[0])
        return (("run", reason(week, "fit.minutes", minutes=week.minutes(short[0]), needed=needed)),)
    fitting = [stop for stop in stops if stop.rule.startswith(("fit.", "limit."))]
    if fitting and fitting[0].rule not in {"fit.ran_today", "fit.answered_today"}:
        return (("run", fitting[0]),)
    return (("run", reason(week, "fit.no_room", n=missing)),) if len(_open(frame)) >= missing else ()


def _all_caps(frame: _Frame, slots: Sequence[Slot]) -> tuple[Cap, ...]:
    per_day = {cap.rule: cap for slot in slots for cap in day_caps(frame.week, slot.day)}
    return (*frame.caps, *per_day.values())
