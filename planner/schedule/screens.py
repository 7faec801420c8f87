"""The questions that look for red flags: at the start, every week, and after a jump of pain (decisions E)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from planner.assess import Reason
from planner.schedule.items import RED_FLAGS, Item, asks_for_flags, clock
from planner.schedule.week import Week

_EARLIEST = time(4)


@dataclass(frozen=True, slots=True)
class _Worst:
    """The worst score of a day at one place."""

    score: int
    at: datetime
    entry: str


_Place = tuple[str | None, str]  # site, side


def screen_items(week: Week) -> Iterator[Item]:
    """The check-in with the red-flag questions, on the first day that it is due and wasn't put off."""
    due, reasons = _due(week)
    days = [day for day in week.open_days if day >= due and not _put_off(week, day)]
    if days:
        ask = week.book.practices["check_in"]
        at = max(week.runner.wake or clock(ask.at), _EARLIEST)
        yield Item(days[0], "check_in", at, week.book.flags.screening.minutes, {"asks": [RED_FLAGS]}, reasons)


def _due(week: Week) -> tuple[date, tuple[Reason, ...]]:
    """From which day on the questions are due, and why."""
    rules = week.book.flags.screening
    last = week.journal.screens[-1].at if week.journal.screens else None
    jumps = tuple(_jumps(week, last))
    if last is None:
        return week.today, (*jumps, Reason("screen.start", rules.source, rules.strength))
    due = last.date() + timedelta(days=rules.every_days)
    if jumps and due > week.today:
        return week.today, jumps
    params: dict[str, object] = {"last": last.date(), "every": rules.every_days}
    return due, (*jumps, Reason("screen.weekly", rules.source, rules.strength, params))


def _put_off(week: Week, day: date) -> bool:
    """Tell whether that day's questions were skipped, moved, or ticked without answers: they come again on the next."""
    issued = [item.id for item in week.history.on(day) if asks_for_flags(item.json)]
    return any(item in week.outcomes and item not in week.answered for item in issued)


def _jumps(week: Week, last: datetime | None) -> Iterator[Reason]:
    """Each place where pain jumped, or is new and high, within the last days and after the last answers."""
    rules = week.book.flags.screening
    around = timedelta(days=rules.jump_mean_days)
    for (site, side), days in sorted(_daily_worst(week).items(), key=str):
        for day, worst in sorted(days.items(), reverse=True):
            if day <= week.today - around or (last is not None and worst.at <= last):
                break
            before = [one.score for earlier, one in days.items() if day - around <= earlier < day]
            params: dict[str, object] = {"site": site, "side": side, "score": worst.score}
            mean = sum(before) / len(before) if before else float(worst.score)
            if worst.score - mean >= rules.jump_points:
                params["mean"] = round(mean, 1)
                yield Reason("screen.jump", rules.source, rules.strength, params, (worst.entry,))
                break
            if max([0, *before]) < rules.new_pain <= worst.score and _is_new(week, (site, side), day):
                yield Reason("screen.new_pain", rules.source, rules.strength, params, (worst.entry,))
                break


def _daily_worst(week: Week) -> dict[_Place, dict[date, _Worst]]:
    """The worst score of each of the last days, by place: enough to judge a jump on any of them."""
    first = week.today - 2 * timedelta(days=week.book.flags.screening.jump_mean_days)
    found: dict[_Place, dict[date, _Worst]] = {}
    for place, one in _scores(week, first):
        days = found.setdefault(place, {})
        known = days.get(one.at.date())
        if known is None or (one.score, one.at, one.entry) > (known.score, known.at, known.entry):
            days[one.at.date()] = one
    return found


def _scores(week: Week, first: date) -> Iterator[tuple[_Place, _Worst]]:
    """The scores since a day, the latest first."""
    for pain in reversed(week.journal.pains):
        if pain.at.date() < first:
            break
        if pain.score is not None:
            yield (pain.site, pain.side), _Worst(pain.score, pain.at, pain.id)
    for sessions in (week.journal.runs, week.journal.walks):
        for session in reversed(sessions):
            if session.at.date() < first:
                break
            if session.pain_during is not None:
                yield (session.site, session.side), _Worst(session.pain_during, session.at, session.id)


def _is_new(week: Week, place: _Place, day: date) -> bool:
    """New pain (decisions A): no score of 1 or more there 14 to 180 days earlier."""
    near, far = (timedelta(days=days) for days in week.book.caps.new_pain_days)
    return not any(
        one.score > 0 and where == place and one.at.date() <= day - near for where, one in _scores(week, day - far)
    )
