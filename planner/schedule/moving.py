"""Moving an item to another day: where it may go, and which rule stands in the way."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from planner.assess import Reason, assess
from planner.journal import Done, Journal, Runner
from planner.journal.issued import History, IssuedItem
from planner.protocols import Protocols
from planner.schedule.blocked import walk_instead
from planner.schedule.caps import reason, reserve, room
from planner.schedule.options import caps_on, is_sore, options, walk
from planner.schedule.plan import monday, plan_week
from planner.schedule.running import frame_of
from planner.schedule.search import far_enough
from planner.schedule.slots import Frame
from planner.schedule.week import WEEKS_AHEAD, Week, rests_enough, week_of

_DAILY = frozenset({"check_in", "sleep", "hydration", "nutrition", "rest", "see_clinician"})


def refusal(
    journal: Journal, runner: Runner, history: History, today: date, item_id: str, to: date, book: Protocols
) -> Reason | None:
    """Why an issued item can't be moved to a day; None where the plan made with that move keeps it there.

    Raises KeyError for an item that was never issued.
    """
    item = history.items()[item_id]
    moved = replace(journal, dones=(*journal.dones, _move(item_id, today, to)))
    assessment = assess(moved, runner, history, today, book)
    week = week_of(monday(to), assessment, runner, moved, history, book)
    before = week_of(monday(to), assessment, runner, journal, history, book)
    plain = _never(before, item, to)
    if plain is not None:
        return plain
    plan = plan_week(moved, runner, history, today, monday(to), book)
    if any(one.id == item_id and one.day == to for day in plan.days for one in day.items):
        return None
    if item.kind not in {"run", "walk"}:
        return reason(week, "move.no_room")
    return _binding(frame_of(week, None), item, to)


def can_move(history: History, item_id: str) -> bool:
    """Whether an issued item is one that may have another day at all. Raises KeyError for one that was never issued."""
    item = history.items()[item_id]
    return item.kind not in _DAILY and item.about is None


def possible_days(
    journal: Journal, runner: Runner, history: History, today: date, item_id: str, book: Protocols
) -> tuple[date, ...]:
    """The days of its week that an issued item may be moved to. Raises KeyError for one that was never issued."""
    first = monday(history.items()[item_id].date)
    days = [first + timedelta(days=n) for n in range(7)]
    return tuple(day for day in days if refusal(journal, runner, history, today, item_id, day, book) is None)


def _move(item_id: str, today: date, to: date) -> Done:
    return Done(f"move {item_id}", datetime.combine(today, time.max), item_id, "moved", to=to)


def _never(week: Week, item: IssuedItem, to: date) -> Reason | None:
    """What no plan could change: the past, an item that was answered, one that belongs to a run or to every day."""
    if to < week.today:
        return reason(week, "move.past")
    if to > week.today + timedelta(weeks=WEEKS_AHEAD):
        return reason(week, "move.too_far", n=WEEKS_AHEAD)
    outcome = week.outcomes.get(item.id)
    if outcome in {"done", "skipped"}:
        return reason(week, "move.answered")
    if item.kind in _DAILY:
        return reason(week, "move.daily", kind=item.kind)
    if item.about is not None:
        return reason(week, "move.belongs", kind=item.kind)
    return None


def _binding(frame: Frame, item: IssuedItem, to: date) -> Reason:
    """The rule that keeps a run or walk off a day."""
    week = frame.week
    stop = frame.blocked.get(to)
    if stop is not None and not (item.kind == "walk" and stop.rule == "fit.run_days"):
        return stop
    instead = walk_instead(week) if item.kind == "run" else None
    if instead is not None:
        return instead
    if item.kind == "run" and week.assessment.sore is not None and is_sore(week, to):
        sore = week.assessment.sore.finding
        return reason(week, "pain.sore", (sore.entry,), "lifts.pain", score=sore.score)
    short = _too_short(frame, item, to)
    if short is not None:
        return short
    near = [day for day in {*frame.pinned, to} if abs((day - to).days) < frame.gap]
    if not far_enough(frame, sorted(near)):
        return reason(week, "move.back_to_back", n=frame.gap - 1)
    if not rests_enough(week, frozenset({*frame.pinned, to})):
        return reason(week, "rest.seven")
    full = item.kind == "run" and len(frame.pinned) > frame.runs
    return reason(week, "ladder.runs_a_week", n=frame.runs) if full else reason(week, "move.no_room")


def _too_short(frame: Frame, item: IssuedItem, to: date) -> Reason | None:
    """Why a day has no session of that kind: its minutes, or the lowest cap."""
    week = frame.week
    if item.kind == "walk":
        none = walk(week, to, reason(week, "move.no_room")) is None
        return reason(week, "fit.minutes", minutes=week.minutes(to), needed=week.book.ladder.walk_min) if none else None
    if to in options(frame, None):
        return None
    least = week.book.ladder.least_run_min
    lowest = min(caps_on(frame, to), key=lambda cap: cap.minutes, default=None)
    if lowest is not None and lowest.minutes < least and lowest.minutes <= room(week, to):
        return lowest.reason
    return reason(week, "fit.minutes", minutes=week.minutes(to), needed=least + reserve(week))
