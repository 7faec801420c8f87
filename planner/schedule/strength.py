"""Layer 2: strength, around the running (decisions G, clinical 6.3)."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import combinations, pairwise
from typing import Any

from planner.assess import Reason
from planner.protocols import Programme
from planner.schedule.caps import reason
from planner.schedule.items import Item, Unplaced, clock, minutes_later
from planner.schedule.left import minutes_left
from planner.schedule.programmes import Session, sessions, strength_days, ticks
from planner.schedule.running import Running
from planner.schedule.sessions import stop_at
from planner.schedule.week import ACTIVE, Week, rests_enough

_AROUND = frozenset({"warm_up", "run", "walk", "cool_down"})
_RESTING = frozenset({"rest.red", "rest.walking_hurts", "rest.bone", "rest.fever", "fit.pause"})
Moment = tuple[datetime, datetime]


def strength_items(week: Week, placed: Sequence[Item], running: Running) -> tuple[list[Item], list[Unplaced]]:
    """Strength on as many days as the programme asks for, 48 hours apart, never on a day that has to rest."""
    if not week.open_days:
        return [], []
    a = week.assessment
    if a.held in {"all", "impact"}:
        flag = next(f for f in a.flags if f.holds in {"all", "impact"})
        why = Reason("rest.flag", flag.reasons[0].source, flag.reasons[0].strength, {"flag": flag.id})
        return [], [("strength", why)]
    told = ticks(week)
    each = sessions(week, told)
    first = each[week.open_days[0]]
    programme = first.programme
    done = strength_days(week, told) | _shown_lately(week)
    wanted = max(0, first.days - sum(day in week.days for day in done))
    times = {day: _time(week, each[day], day, placed, running) for day in week.open_days}
    free = [day for day in week.open_days if times[day] is not None and each[day].doses]
    days = _choose(week, placed, free, wanted, done)
    items = [_item(week, each[day], day, times[day] or time(0)) for day in days]
    if len(days) >= wanted or a.phase == "rest" or not any(one.doses for one in each.values()):
        return items, []
    return items, [("strength", _missing(week, programme, wanted - len(days)))]


def _shown_lately(week: Week) -> frozenset[date]:
    """Past days with strength that wasn't skipped: unticked, it earns nothing, but it isn't asked for a second time."""
    past = (week.today - timedelta(days=back) for back in range(1, 8))
    return frozenset(day for day in past if week.was_issued("strength", day))


def _item(week: Week, session: Session, day: date, at: time) -> Item:
    dose: dict[str, Any] = {"exercises": list(session.doses)}
    pain = stop_at(week, day)
    if pain is not None:
        dose["pain_max"] = pain
    if session.progress:
        dose["progress"] = dict(session.progress)
    if session.held:
        dose["held"] = True
    return Item(day, "strength", at, session.minutes, dose, session.reasons)


def _missing(week: Week, programme: Programme, n: int) -> Reason:
    most = max(week.minutes(day) for day in week.open_days)
    if most < programme.minutes:
        return reason(week, "fit.minutes", minutes=most, needed=programme.minutes)
    return reason(week, "fit.no_room", n=n)


def _time(week: Week, session: Session, day: date, placed: Sequence[Item], running: Running) -> time | None:
    """When strength can be on a day; None where the day has no room for it."""
    stop = running.blocked.get(day)
    if (stop is not None and stop.rule in _RESTING) or week.touched_today("strength", day):
        return None
    if session.minutes > minutes_left(week, day, placed):
        return None
    around = [_moment(item) for item in placed if item.day == day and item.kind in _AROUND]
    longest = _longest(placed) if session.calf else ()
    return next((at for at in _starts(week, around) if _fits(week, session, day, at, around, longest)), None)


def _starts(week: Week, around: Sequence[Moment]) -> Iterator[time]:
    """The usual times, then the one after the session of the day."""
    training = week.book.training
    yield from (clock(at) for at in training.at)
    if around:
        yield minutes_later(max(end for _, end in around).time(), training.after_run_min)


def _fits(
    week: Week, session: Session, day: date, at: time, around: Sequence[Moment], longest: Sequence[datetime]
) -> bool:
    """Tell whether a start keeps clear of the hour before the run, of its end, and of the longest run."""
    training = week.book.training
    start = datetime.combine(day, at)
    end = start + timedelta(minutes=session.minutes)
    if end > datetime.combine(day, clock(training.latest_end)):
        return False
    if around:
        before = end + timedelta(minutes=training.before_run_min) <= min(begin for begin, _ in around)
        after = start >= max(over for _, over in around) + timedelta(minutes=training.after_run_min)
        if not before and not after:
            return False
    shadow = timedelta(hours=training.calf_before_longest_h)
    return not any(run - shadow < end <= run for run in longest)


def _moment(item: Item) -> Moment:
    start = datetime.combine(item.day, item.at)
    return start, start + timedelta(minutes=item.minutes)


def _longest(placed: Sequence[Item]) -> Sequence[datetime]:
    """The start of the week's longest run, or of each where several are as long."""
    runs = [item for item in placed if item.kind == "run"]
    most = max((run.dose["run_min"] for run in runs), default=0)
    return [_moment(run)[0] for run in runs if run.dose["run_min"] == most]


def _choose(
    week: Week, placed: Sequence[Item], free: Sequence[date], wanted: int, done: frozenset[date]
) -> tuple[date, ...]:
    """The best days: as many as wanted, then those issued, then those that are no rest days, then the earliest."""
    active = frozenset(item.day for item in placed if item.kind in ACTIVE)
    apart = timedelta(days=week.book.training.apart_days)
    open_to = [day for day in free if not any(abs(day - other) < apart for other in done)]
    best: tuple[tuple[object, ...], tuple[date, ...]] = ((0,), ())
    for count in range(1, wanted + 1):
        for days in combinations(open_to, count):
            if any(b - a < apart for a, b in pairwise(days)) or not rests_enough(week, active | frozenset(days)):
                continue
            anew = sum(not week.was_issued("strength", day) for day in days)
            fresh = sum(day not in active for day in days)
            cost = (-count, anew, fresh, tuple(day.toordinal() for day in days))
            if cost < best[0]:
                best = (cost, days)
    return best[1]
