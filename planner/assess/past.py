"""What of a long journal still counts: all of the last weeks, and of earlier days what can still raise or hold a flag.

The cost of an assessment depends on these, not on how long the journal is.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import chain
from operator import attrgetter
from typing import TypeVar

from planner.assess.findings import sides
from planner.journal import CheckIn, Journal, Pain, Run, Runner, Walk
from planner.protocols import Protocols

T = TypeVar("T")
Session = Run | Walk
Where = tuple[str | None, str]

AT = attrgetter("at")
_NIGHT = attrgetter("night_of")
_WEEK = timedelta(days=7)
_REST = frozenset({"rest", "night"})


def since(entries: Sequence[T], first: datetime) -> Sequence[T]:
    """The entries from a moment on, of entries in the order of time."""
    return entries[bisect_left(entries, first, key=AT) :]


def lately(journal: Journal, first_day: date, book: Protocols) -> Journal:
    """The journal from so many days before the first session that counts that its usual mornings are known; pauses,
    clearances and plans whole.
    """
    first = datetime.combine(first_day - timedelta(days=book.caps.usual_long_days), time.min)
    return replace(
        journal,
        pains=since(journal.pains, first),
        sleeps=journal.sleeps[bisect_left(journal.sleeps, first.date() - _WEEK, key=_NIGHT) :],
        drinks=since(journal.drinks, first),
        runs=since(journal.runs, first),
        walks=since(journal.walks, first),
        check_ins=since(journal.check_ins, first),
        tests=since(journal.tests, first),
        screens=since(journal.screens, first),
        dones=since(journal.dones, first),
    )


def first_session_day(journal: Journal, today: date, book: Protocols) -> date:
    """The first day whose sessions count: of the entry windows before today and the last run, or of the way up the
    ladder.
    """
    days = [today - timedelta(days=2 * book.caps.two_ambers_window_days)]
    if journal.runs:
        days.append(journal.runs[-1].at.date() - timedelta(days=book.ladder.still_running_days))
        days.append(episode_start(journal.runs, today, book) or today)
    return min(days)


def episode_start(runs: Sequence[Run], today: date, book: Protocols) -> date | None:
    """The first of the runs on the ladder that follow one another closely up to today; None where there is none."""
    gap = timedelta(days=book.ladder.entry_window_days)
    last = today - timedelta(days=book.ladder.replay_days)
    start = None
    for run in reversed(runs):
        day = run.at.date()
        if (start or today) - day > gap or day < last:
            break
        if run.staged:
            start = day
    return start


def earlier(journal: Journal, recent: Journal, runner: Runner, book: Protocols) -> Journal:
    """What was logged before `recent` and still tells of a flag: signs with what was around them, pain that a
    clinician should have seen, and pain that never settled.
    """
    return _Old(journal, recent).that_count(runner, book)


class _Old:
    """The entries before the recent ones that tell of pain or a sign; the others have nothing more to say."""

    def __init__(self, journal: Journal, recent: Journal) -> None:
        self.journal = journal
        self.all_pains = _without(journal.pains, recent.pains)
        self.sessions = (*_without(journal.runs, recent.runs), *_without(journal.walks, recent.walks))
        self.pains = [p for p in self.all_pains if p.score or p.signs]
        self.hurt = [s for s in self.sessions if s.pain_during or s.pain_1h or s.limp]
        self.check_ins = [c for c in _without(journal.check_ins, recent.check_ins) if c.about]
        self.answers = self._answers([c for c in self.check_ins if c.pain_1h or c.pain_morning or c.limp])
        self.screens = [s for s in _without(journal.screens, recent.screens) if s.signs]
        self.tests = [t for t in _without(journal.tests, recent.tests) if t.pain]

    def _answers(self, check_ins: Sequence[CheckIn]) -> list[tuple[CheckIn, Session]]:
        sessions = {s.id: s for s in self.sessions} if check_ins else {}
        about = ((check, sessions.get(self.journal.id_of(check.about) or "")) for check in check_ins)
        return [(check, session) for check, session in about if session is not None]

    def that_count(self, runner: Runner, book: Protocols) -> Journal:
        if not (self.pains or self.hurt or self.answers or self.screens or self.tests):
            return Journal()
        watched = self._watched_sites(runner, book)
        around = self._moments(book)
        near = timedelta(days=book.flags.daily_pain_free_of_runs_days)
        unsettled = self._unsettled()

        def counts(at: datetime, site: str | None, side: str) -> bool:
            place = bisect_left(around, at - near)
            if site in watched or (place < len(around) and around[place] <= at + near):
                return True
            return any(at >= unsettled.get((site, one), datetime.max) for one in sides(side))

        checked = self._answers(self.check_ins) if unsettled else self.answers
        answers = [(c, s) for c, s in checked if counts(c.at, s.site, s.side)]
        felt = self.sessions if unsettled else self.hurt
        told = {s.id: s for _, s in answers} | {s.id: s for s in felt if counts(s.at, s.site, s.side)}
        sessions = sorted(told.values(), key=AT)
        pains = {p.id: p for p in self.pains if counts(p.at, p.site, p.side)}
        pains |= {p.id: p for p in self._calm(unsettled)}
        return Journal(
            pains=tuple(sorted(pains.values(), key=AT)),
            runs=tuple(s for s in sessions if isinstance(s, Run)),
            walks=tuple(s for s in sessions if isinstance(s, Walk)),
            check_ins=tuple(c for c, _ in answers),
            tests=tuple(self.tests),
            screens=tuple(self.screens),
            alias=self.journal.alias,
        )

    def _watched_sites(self, runner: Runner, book: Protocols) -> frozenset[str | None]:
        """The sites where any pain of any time may matter."""
        rules = book.flags
        health = {state.id for state in runner.health}
        watched: set[str | None] = {*rules.high_risk_sites}
        if health & set(rules.clot_risks):
            watched.add("calf")
        if health & set(rules.tendon_drugs):
            watched.update(rules.tendon_sites)
        if health & set(rules.energy_risks):
            watched.update(book.rows["bone"].sites)
        watched.update(p.site for p in self.journal.pains if "heel_raise_lost" in p.signs)
        return frozenset(watched)

    def _moments(self, book: Protocols) -> list[datetime]:
        """When there were signs, or pain that a clinician should have seen."""
        daily = book.flags.daily_pain
        return sorted(
            [
                *(p.at for p in self.pains if p.signs or p.during in _REST or (p.score or 0) >= daily),
                *(s.at for s in self.hurt if s.limp),
                *(c.at for c, _ in self.answers if c.limp),
                *(s.at for s in (*self.screens, *self.tests)),
            ]
        )

    def _unsettled(self) -> dict[Where, datetime]:
        """Where pain never settled for a week, since when: from there on every score counts."""
        hurting: dict[Where, list[datetime]] = {}
        for at, site, side in self._telling():
            for one in sides(side):
                hurting.setdefault((site, one), []).append(at)
        found: dict[Where, datetime] = {}
        for where, times in hurting.items():
            times.sort()
            calm = self._last_calm_week(where, times)
            if calm is None or calm < times[-1]:
                found[where] = calm or datetime.min
        return found

    def _telling(self) -> Iterator[tuple[datetime, str | None, str]]:
        yield from ((p.at, p.site, p.side) for p in self.pains)
        yield from ((s.at, s.site, s.side) for s in self.hurt)
        yield from ((c.at, s.site, s.side) for c, s in self.answers)

    def _last_calm_week(self, where: Where, hurting: Sequence[datetime]) -> datetime | None:
        """The last logged 0 with no pain in the week before it."""
        calm_days = (p for p in reversed(self.all_pains) if p.score == 0 and not p.signs)
        calm_sessions = (s for s in reversed(self.sessions) if s.pain_during == 0)
        for one in chain(calm_days, calm_sessions):
            if one.site == where[0] and where[1] in sides(one.side):
                place = bisect_right(hurting, one.at)
                if place == 0 or one.at - hurting[place - 1] >= _WEEK:
                    return one.at
        return None

    def _calm(self, unsettled: dict[Where, datetime]) -> Iterator[Pain]:
        """The zeros where pain is unsettled, and the first one after each night's pain."""
        waiting: set[Where] = set()
        starts = [*unsettled.values(), *(p.at for p in self.pains if p.during in _REST)]
        for pain in since(self.all_pains, min(starts)) if starts else ():
            places = {(pain.site, one) for one in sides(pain.side)}
            if pain.score:
                waiting |= places if pain.during in _REST else set()
            elif places & waiting or any(pain.at >= unsettled.get(place, datetime.max) for place in places):
                waiting -= places
                yield pain


def _without(entries: Sequence[T], recent: Sequence[T]) -> Sequence[T]:
    return entries[: len(entries) - len(recent)]
