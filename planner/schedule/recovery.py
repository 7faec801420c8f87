"""Layer 3: what helps legs recover, around running and strength (decisions G, clinical 5.5).

Each kind, in the order of its benefit, takes its best days, at most so many kinds a day. That is exact: a kind is never
given up for a lesser one, but where the week's shower or elevation would lose its last place.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, time
from itertools import product

from planner.schedule.care import dose_of, reasons_of, why_not
from planner.schedule.items import Item, Unplaced, clock, minutes_later
from planner.schedule.left import minutes_left
from planner.schedule.week import RUNNING, TIMED, Week
from planner.schedule.wishes import Wish, wishes

_APART_MIN = 10


def recovery_items(week: Week, placed: Sequence[Item]) -> tuple[list[Item], list[Unplaced]]:
    """The recovery items of the week, and what health or a complaint keeps out of it altogether."""
    if week.assessment.held == "all" or not week.open_days:
        return [], []
    missing: list[Unplaced] = []
    open_to: dict[str, Wish] = {}
    may_stay = week.book.health.held.get(week.assessment.held, week.book.extras.by_benefit)
    for wish in (wish for wish in wishes(week, placed) if wish.kind in may_stay):
        stops = {day: why_not(week, wish.kind, day) for day in wish.days}
        days = tuple(day for day, stop in stops.items() if stop is None)
        if days:
            ordered = _by_the_clock(week, wish.kind, days, placed)
            open_to[wish.kind] = replace(wish, days=_last_kept(week, wish.kind, ordered))
        else:
            missing.append((wish.kind, next(stop for stop in stops.values() if stop is not None)))
    taken = _shared(week, placed, open_to)
    return [item for day in week.open_days for item in _of_day(week, day, taken, open_to, placed)], missing


def _shared(week: Week, placed: Sequence[Item], open_to: Mapping[str, Wish]) -> dict[date, list[str]]:
    """The kinds of each day."""
    extras = week.book.extras
    taken: dict[date, list[str]] = {day: [] for day in week.open_days}
    needed = {kind: open_to[kind].days for kind in extras.least_a_week if kind in open_to}
    for kind in (kind for kind in extras.by_benefit if kind in open_to):
        days = needed.pop(kind, ())
        given = 0
        for day in open_to[kind].days:
            if given == open_to[kind].most or len(taken[day]) >= extras.most_a_day:
                continue
            last_resort = bool(days) and given == 0
            if (week.paused(day) and not last_resort) or not _has_minutes(week, kind, day, placed):
                continue
            taken[day].append(kind)
            given += 1
            if not _leaves_room(taken, needed, extras.most_a_day):
                taken[day].remove(kind)
                given -= 1
    return taken


def _leaves_room(taken: Mapping[date, Sequence[str]], needed: Mapping[str, Sequence[date]], most: int) -> bool:
    """Tell whether each kind that the week has to have can still find a day."""
    return any(all(len(taken[day]) + days.count(day) <= most for day in days) for days in product(*needed.values()))


def _last_kept(week: Week, kind: str, days: Sequence[date]) -> tuple[date, ...]:
    """The days in their order, the last of the week first for what each week has to have up to its end.

    Else each day on which nothing is left of the week's number would ask for one more.
    """
    if kind not in week.book.extras.least_a_week:
        return tuple(days)
    last = max(days, key=lambda day: (not week.paused(day), day))
    return (last, *(day for day in days if day != last))


def _has_minutes(week: Week, kind: str, day: date, placed: Sequence[Item]) -> bool:
    """Tell whether the minutes of a day leave room for a kind that counts among them."""
    if kind not in TIMED:
        return True
    return week.book.routines[kind].minutes <= minutes_left(week, day, placed)


def _by_the_clock(week: Week, kind: str, days: Sequence[date], placed: Sequence[Item]) -> tuple[date, ...]:
    """The days in their order, those not shown last on which strength work leaves the evening no room for cold."""
    if kind not in week.book.extras.cold:
        return tuple(days)
    early = clock(week.book.extras.early)
    return tuple(sorted(days, key=lambda d: not week.was_issued(kind, d) and _start(week, kind, d, placed) == early))


def _start(week: Week, kind: str, day: date, placed: Sequence[Item]) -> time:
    """After the session of the day; cold some hours after strength work, else before it, else early."""
    book = week.book
    at = clock((book.routines.get(kind) or book.practices[kind]).at)
    ends = [_end(item) for item in placed if item.day == day and item.kind in {*RUNNING, "cool_down"}]
    strength = next((item for item in placed if item.day == day and item.kind == "strength"), None)
    after = minutes_later(max(ends), _APART_MIN) if ends and kind != "nutrition" else time(0)
    at = max(at, after)
    if kind not in book.extras.cold:
        return at
    if strength is not None:
        at = max(at, minutes_later(_end(strength), 60 * book.extras.cold_after_strength_h))
    if at <= clock(book.extras.latest):
        return at
    before = strength is not None and ends and minutes_later(after, book.practices[kind].minutes) <= strength.at
    return after if before else clock(book.extras.early)


def _end(item: Item) -> time:
    return minutes_later(item.at, item.minutes)


def _of_day(
    week: Week, day: date, taken: Mapping[date, Sequence[str]], open_to: Mapping[str, Wish], placed: Sequence[Item]
) -> list[Item]:
    """The items of a day, one after the other."""
    book = week.book
    starts = sorted((_start(week, kind, day, placed), kind) for kind in taken[day])
    items: list[Item] = []
    free = time(0)
    for start, kind in starts:
        made = book.routines.get(kind) or book.practices[kind]
        at = max(start, free)
        reasons = reasons_of(week, open_to[kind], day, placed)
        items.append(Item(day, kind, at, made.minutes, dose_of(week, kind, day), reasons))
        free = at if kind == "compression" else minutes_later(at, made.minutes)
    return items
