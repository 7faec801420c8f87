"""(assessment, runner, protocols, week) -> WeekPlan, what changed against the last one, and what was not placed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import Any

from planner.assess import Assessment, Reason, assess_both
from planner.journal import Fault, Faults, Journal, Runner
from planner.journal.fields import clock
from planner.journal.issued import History, IssuedItem
from planner.protocols import Protocols
from planner.schedule.changes import Change, changes
from planner.schedule.clinician import Seen, what_was_seen
from planner.schedule.goal import Reach, reach
from planner.schedule.habits import habit_items
from planner.schedule.identity import with_ids
from planner.schedule.items import Item
from planner.schedule.limited import with_limits
from planner.schedule.no_run import why_no_run
from planner.schedule.notes import with_notes
from planner.schedule.order import early
from planner.schedule.recovery import recovery_items
from planner.schedule.repeats import again
from planner.schedule.running import Running, plan_running
from planner.schedule.screens import screen_items
from planner.schedule.sessions import morning_questions, session_items, stop_score
from planner.schedule.slots import Looked
from planner.schedule.strength import strength_items
from planner.schedule.tracing import looked_at
from planner.schedule.week import WEEKS_AHEAD, Week, week_of

_NOON = time(12)


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the plan; `shown`: what was issued, on days before today."""

    date: date
    past: bool
    items: tuple[Item, ...]
    shown: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """A week, explained. `again`: why the runner's stage on the ladder comes again, where it does."""

    today: date
    start: date
    rules_version: str
    assessment: Assessment
    days: tuple[Day, ...]
    not_placed: tuple[tuple[str, Reason], ...]
    changes: tuple[Change, ...]
    running: Running
    reach: Reach | None = None
    seen: tuple[Seen, ...] = ()
    again: Reason | None = None

    def looked(self) -> tuple[Looked, ...]:
        """Every rule on running that was looked at."""
        return looked_at(self.running.frame, self.running.slots)

    def why_no_run(self, day: date) -> Reason | None:
        """Why a day from today on has no run; None where it has one."""
        return why_no_run(self.running, day)

    def stop_score(self, day: date) -> int:
        """The highest score that lets a run or walk of that day go on."""
        return stop_score(self.running.frame.week, day)


def monday(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def plan_week(
    journal: Journal, runner: Runner, history: History, today: date, start: date | None, book: Protocols
) -> WeekPlan:
    """Plan the week that begins on `start` (default: the Monday of today's week).

    Raises Faults for a start more than 12 weeks ahead.
    """
    first = start or monday(today)
    if first > today + timedelta(weeks=WEEKS_AHEAD):
        raise Faults([Fault("fault.too_far", "week_start", {"given": first.isoformat(), "weeks": WEEKS_AHEAD})])
    assessment, calm = assess_both(journal, runner, history, today, book)
    week = week_of(first, assessment, runner, journal, history, book)
    running = _running(week, calm)
    finished = _finished(week)
    items, missing = _items(week, running)
    ran = {item.day for item in finished if item.kind in {"run", "walk"} and item.outcome == "done"}
    items = [i for i in items if not _repeats(i, finished) and not (i.kind == "rest" and i.day in ran)]
    named = [item for item in with_ids(items, finished, week) if not _asked(item, finished)]
    answered = {i.id for i in finished} | {key for key, outcome in week.outcomes.items() if outcome != "moved"}
    diff = changes(named, answered, history, week.open_days, running.blocked, dict(missing))
    return WeekPlan(
        today, first, book.flags.version, assessment, _days(week, [*finished, *named]),
        (*running.not_placed, *missing), diff, running,
        reach(assessment, runner, book), what_was_seen(assessment, journal, runner, book), again(week),
    )  # fmt: skip


def _running(week: Week, calm: Assessment) -> Running:
    """The running layer, never more than the same runner without symptoms would get."""
    painless = plan_running(week if calm is week.assessment else replace(week, assessment=calm), None)
    return painless if calm is week.assessment else plan_running(week, painless.bounds())


def _items(week: Week, running: Running) -> tuple[list[Item], list[tuple[str, Reason]]]:
    items = list(session_items(week, running.slots))
    items.extend(morning_questions(week, running.slots))
    strength, weak = strength_items(week, items, running)
    items.extend(strength)
    recovery, unplaced = recovery_items(week, items)
    items.extend(recovery)
    items.extend(habit_items(week, items, running))
    items.extend(screen_items(week))
    held = week.assessment.held
    if held in week.book.health.held:
        allowed = week.book.health.held[held]
        items = [item for item in items if item.kind in allowed]
    items = early(items)
    items = with_limits(week, with_notes(week, items))
    items.sort(key=lambda item: (item.day, item.order))
    return items, [*weak, *unplaced]


def _finished(week: Week) -> list[Item]:
    """Today's items that were done or skipped, and what belongs to a run that was done: they stay as issued."""
    if week.today not in week.open_days:
        return []
    outcomes = week.outcomes
    held = week.assessment.held in {"all", "impact"}
    issued = [i for i in week.history.on(week.today) if i.kind not in {"see_clinician", "rest"}]
    there = [i for i in issued if outcomes.get(i.id) != "moved"]
    runs = {i.id for i in there if i.kind in {"run", "walk"} and outcomes.get(i.id) == "done"}
    return [
        _as_item(i, outcomes.get(i.id))
        for i in there
        if i.id in outcomes or (i.about in runs and i.kind in {"warm_up", "cool_down"} and not held)
    ]


def _as_item(issued: IssuedItem, outcome: str | None) -> Item:
    shown = {**issued.json, "outcome": outcome} if outcome else dict(issued.json)
    at = clock(issued.json.get("at", "12:00"))
    return Item(issued.date, issued.kind, at, int(issued.json.get("minutes", 0)), {}, (), issued.about, None,
                issued.id, outcome, shown)  # fmt: skip


def _repeats(item: Item, finished: Sequence[Item]) -> bool:
    """Tell whether today's item was finished already; a day may have several questions."""
    if item.kind in {"check_in", "warm_up", "cool_down"}:
        return False
    return any(f.day == item.day and f.kind == item.kind for f in finished)


def _asked(item: Item, finished: Sequence[Item]) -> bool:
    """Tell whether what belongs to a run was finished already: of the same run, at the same end of the day.

    The red-flag questions know by themselves when they are due: after an answer pain may ask for them again.
    """
    return item.kind in {"check_in", "warm_up", "cool_down"} and any(
        f.kind == item.kind
        and f.day == item.day
        and f.about == item.about
        and (f.at < _NOON) == (item.at < _NOON)
        and not f.looks_for_flags
        and not item.looks_for_flags
        for f in finished
    )


def _days(week: Week, items: Sequence[Item]) -> tuple[Day, ...]:
    outcomes = week.outcomes
    days: list[Day] = []
    for day in week.days:
        if day < week.today:
            shown = tuple({**i.json, "outcome": outcomes.get(i.id)} for i in week.history.on(day))
            days.append(Day(day, past=True, items=(), shown=shown))
        else:
            mine = sorted((item for item in items if item.day == day), key=lambda item: item.order)
            days.append(Day(day, past=False, items=tuple(mine)))
    return tuple(days)
