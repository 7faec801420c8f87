"""Every rule on running that was looked at in a week, with what it said, whether or not it decided (`--trace`)."""

from collections.abc import Iterator, Sequence
from datetime import date

from planner.assess import Reason
from planner.schedule.caps import intervals, reason, reserve, room
from planner.schedule.hard_easy import after_hard
from planner.schedule.options import caps_on
from planner.schedule.search import far_enough
from planner.schedule.slots import Frame, Looked, Slot, open_days
from planner.schedule.target import longest_reason
from planner.schedule.volume import week_jump
from planner.schedule.week import Cap, Week, rests_enough

_OF_DAYS = (
    "rest.flag", "rest.red", "rest.heavy_session", "rest.walking_hurts", "rest.bone", "rest.fever", "fit.pause", "limit.days_off",
    "fit.run_days", "fit.ran_today", "fit.skipped", "fit.moved_away", "fit.answered_today",
)  # fmt: skip
_OF_RUNS = (
    "hold.flag", "sleep.short", "pain.no_progress", "pain.amber", "ladder.repeat", "limit.max_run_min",
    "limit.hold_stage", "limit.start_stage", "now.amber", "ladder.bounds", "load.hard_easy", "load.long_apart",
)  # fmt: skip
_OF_TARGETS = ("load.habit", "load.few_runs", "load.gap", "ladder.rebuild", "goal.build", "goal.reached")
_OF_REBUILDING = ("minutes", "days", "pace", "hills", "hold")


def looked_at(frame: Frame, slots: Sequence[Slot]) -> tuple[Looked, ...]:
    """The rules of days, of each run, of the whole week, and of what the runner would do; each at least once."""
    runs = [slot for slot in slots if slot.kind == "run"]
    return (*_days(frame), *_runs(frame, runs), *_weeks(frame, runs), *_targets(frame))


def _idle(week: Week, rule: str) -> Looked:
    caps, ladder = week.book.caps, week.book.ladder
    tables = {
        "load.step_back": caps.step_back, "load.hard_easy": caps.hard_easy, "load.long_apart": caps.hard_easy,
        "load.week_jump": caps.week_jump, "now.amber": caps.now, "rebuild": ladder.rebuild,
    }  # fmt: skip
    table = tables.get(rule) or tables.get(rule.split(".", 1)[0]) or reason(week, rule)
    return Looked(rule, Reason("trace.idle", table.source, table.strength))


def _days(frame: Frame) -> Iterator[Looked]:
    for rule in _OF_DAYS:
        hits = [(day, why) for day, why in frame.blocked.items() if why.rule == rule]
        yield from [Looked(rule, why, 0, bound=True, day=day) for day, why in hits] or [_idle(frame.week, rule)]


def _runs(frame: Frame, runs: Sequence[Slot]) -> Iterator[Looked]:
    """The caps on single runs, on each day with a run; where there is none, on each day that could have one."""
    week = frame.week
    placed = {slot.day: slot for slot in runs}
    found: list[Looked] = []
    for day in sorted(placed) or open_days(frame):
        slot = placed.get(day)
        caps = [*caps_on(frame, day), Cap("fit.minutes", room(week, day), _room(week, day))]
        if frame.want is not None and (easy := after_hard(week, day, frame.want.base_min)) is not None:
            caps.append(easy)
        found += [Looked(c.rule, c.reason, c.minutes, bound=_cuts(frame, c, slot, caps), day=day) for c in caps]
    yield from found
    yield from (_idle(week, rule) for rule in (*_OF_RUNS, "fit.minutes") if rule not in {one.rule for one in found})


def _room(week: Week, day: date) -> Reason:
    return reason(week, "fit.room", minutes=week.minutes(day), reserve=reserve(week))


def _cuts(frame: Frame, cap: Cap, slot: Slot | None, caps: Sequence[Cap]) -> bool:
    """Tell whether a cap is the lowest, and below what would have been run without it."""
    if slot is None:
        return cap.minutes < frame.week.book.ladder.least_run_min
    lowest = min(one.minutes for one in caps)
    stage = frame.week.assessment.standing.stage or "9"
    wanted = frame.want.long_min if frame.want is not None else intervals(frame.week, stage).total_run_min
    return cap.minutes == lowest and cap.minutes < wanted


def _weeks(frame: Frame, runs: Sequence[Slot]) -> Iterator[Looked]:
    """What bounds the week: its minutes, its number of runs, the days between them and the rest days."""
    week, days = frame.week, [slot.day for slot in runs]
    budgets = {cap.rule: cap for cap in frame.budgets}
    for rule in ("load.step_back", "load.first_week", "ladder.bounds_total"):
        cap = budgets.get(rule)
        cut = cap is not None and any(cap.reason in slot.reasons for slot in runs)
        yield Looked(rule, cap.reason, cap.minutes, bound=cut) if cap is not None else _idle(week, rule)
    others = [day for day in open_days(frame) if day not in days]
    full = len(days) >= frame.runs
    yield Looked("ladder.runs_a_week", reason(week, "ladder.runs_a_week", n=frame.runs), None, bound=full)
    near = any(not far_enough(frame, sorted([*days, day])) for day in others)
    apart = Looked("ladder.every_other_day", reason(week, "ladder.days_apart", n=frame.gap - 1), None, bound=near)
    yield apart if frame.gap > 1 else _idle(week, "ladder.every_other_day")
    tired = any(not rests_enough(week, frozenset([*days, day])) for day in others)
    yield Looked("rest.seven", reason(week, "rest.seven"), None, bound=tired)
    jump = week_jump(week, runs) if frame.want is not None else None
    yield Looked("load.week_jump", jump) if jump is not None else _idle(week, "load.week_jump")


def _targets(frame: Frame) -> Iterator[Looked]:
    """What the runner would do: habit, cap, goal and the one variable of a rebuilding week."""
    week, want = frame.week, frame.want
    reasons = {why.rule: why for why in (*want.reasons, *want.long_reasons)} if want is not None else {}
    longest = longest_reason(week)
    at_cap = want is not None and want.long_min == week.assessment.load.cap_min
    yield Looked(longest.rule, longest, week.assessment.load.cap_min, bound=at_cap)
    rules = (*_OF_TARGETS, *(f"rebuild.{variable}" for variable in _OF_REBUILDING))
    for rule in rules:
        why = reasons.get(rule)
        if why is None:
            yield _idle(week, rule)
        else:
            minutes = why.params.get("minutes")
            yield Looked(
                rule, why, minutes if isinstance(minutes, int) else None, bound=rule != "goal.build" or not at_cap
            )
    stage = week.assessment.standing.stage
    if stage is None:
        yield _idle(week, "ladder.stage")
    else:
        full = int(intervals(week, stage).total_run_min)
        standing = week.assessment.standing
        why = reason(
            week, "ladder.stage", standing.entries, None, stage=stage, minutes=full, clean=standing.clean,
            needed=standing.clean_needed,
        )  # fmt: skip
        yield Looked("ladder.stage", why, full, bound=want is None)
