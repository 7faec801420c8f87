"""What of a long journal still counts: all of the last weeks, and of earlier days what can still raise or hold a flag.

The cost of an assessment depends on these, not on how long the journal is.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from operator import attrgetter
from typing import TypeVar

from planner.assess.findings import sides
from planner.journal import CheckIn, Journal, Pain, Run, Runner, Walk
from planner.journal.symptoms import Where, answered
from planner.protocols import Protocols

T = TypeVar("T")
Session = Run | Walk

AT = attrgetter("at")
_NIGHT = attrgetter("night_of")
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
_REST = frozenset({"rest", "night"})


def since(entries: Sequence[T], first: datetime) -> Sequence[T]:
    """The entries from a moment on, of entries in the order of time."""
    return entries[bisect_left(entries, first, key=AT) :]


def on_day(entries: Sequence[T], day: date) -> Sequence[T]:
    """The entries of a day, of entries in the order of time."""
    start = datetime.combine(day, time.min)
    first = bisect_left(entries, start, key=AT)
    return entries[first : bisect_left(entries, start + _DAY, lo=first, key=AT)]


def start_of(first_day: date, book: Protocols) -> datetime:
    """The moment from which all counts: so many days before the first session that counts that its usual mornings are
    known.
    """
    return datetime.combine(first_day - timedelta(days=book.caps.usual_long_days), time.min)


def lately(journal: Journal, first: datetime) -> Journal:
    """The journal from a moment on; pauses, clearances and plans whole."""
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


def earlier(journal: Journal, start: datetime, runner: Runner, book: Protocols) -> Journal:
    """What was logged before a moment and still tells of a flag: signs with what was around them, pain that a
    clinician should have seen, and pain that never settled.
    """
    return _Old(journal, start).that_count(runner, book)


class _Old:
    """The entries before a moment that tell of pain or a sign; the others have nothing more to say."""

    def __init__(self, journal: Journal, start: datetime) -> None:
        told = journal.symptoms
        self.journal = journal
        self.start = start
        self._pains = _before(journal.pains, start)
        self._runs = _before(journal.runs, start)
        self._walks = _before(journal.walks, start)
        self.pains = _before(told.pains, start)
        self.hurt = (*_before(told.runs, start), *_before(told.walks, start))
        self.answers = self._of_old_sessions(told.answers)
        self.screens = _before(told.screens, start)
        self.tests = _before(told.tests, start)
        times = {where: hurting[: bisect_left(hurting, start)] for where, hurting in told.hurting.items()}
        self.hurting = {where: before for where, before in times.items() if before}

    def _of_old_sessions(self, answers: Sequence[tuple[CheckIn, Session]]) -> Sequence[tuple[CheckIn, Session]]:
        return [(c, s) for c, s in _before(answers, self.start, key=_checked) if s.at < self.start]

    def that_count(self, runner: Runner, book: Protocols) -> Journal:
        watched = self._watched_sites(runner, book)
        around = self._moments(book)
        near = timedelta(days=book.flags.daily_pain_free_of_runs_days)
        counting = {where: self._last_calm_week(where, times) for where, times in self.hurting.items()}
        start = min(counting.values(), default=datetime.max)

        def counts(at: datetime, site: str | None, side: str) -> bool:
            place = bisect_left(around, at - near)
            if site in watched or (place < len(around) and around[place] <= at + near):
                return True
            return any(at >= counting.get((site, one), datetime.max) for one in sides(side))

        checked = self._of_old_sessions(answered(self.journal, since(self.journal.check_ins, start)))
        felt = [*since(self._runs, start), *since(self._walks, start)]
        hurting = since(self.pains, start)
        if around or any(site in watched for site, _ in self.hurting):
            checked, felt, hurting = [*self.answers, *checked], [*self.hurt, *felt], self.pains
        known = {c.id: (c, s) for c, s in checked}
        answers = [(c, s) for c, s in known.values() if counts(c.at, s.site, s.side)]
        told = {s.id: s for _, s in answers} | {s.id: s for s in felt if counts(s.at, s.site, s.side)}
        sessions = sorted(told.values(), key=AT)
        pains = {p.id: p for p in hurting if counts(p.at, p.site, p.side)}
        pains |= {p.id: p for p in self._calm(counting)}
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
        watched.update(p.site for p in self.journal.symptoms.pains if "heel_raise_lost" in p.signs)
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

    def _last_calm_week(self, where: Where, hurting: Sequence[datetime]) -> datetime:
        """The last logged 0 with no pain in the week before it, whose 0 says that it settled; the first of all moments
        where it never did.
        """

        def calm(one: Pain | Session) -> bool:
            if one.site != where[0] or where[1] not in sides(one.side):
                return False
            place = bisect_right(hurting, one.at)
            return place == 0 or one.at - hurting[place - 1] >= _WEEK

        last = next((p.at for p in reversed(self._pains) if p.score == 0 and not p.signs and calm(p)), datetime.min)
        for sessions in (since(self._runs, last), since(self._walks, last)):
            last = next((s.at for s in reversed(sessions) if s.pain_during == 0 and calm(s)), last)
        return last

    def _calm(self, counting: Mapping[Where, datetime]) -> Iterator[Pain]:
        """The zeros since the last calm week, and the first one after each night's pain."""
        waiting: set[Where] = set()
        starts = [*counting.values(), *(p.at for p in self.pains if p.during in _REST)]
        for pain in since(self._pains, min(starts)) if starts else ():
            places = {(pain.site, one) for one in sides(pain.side)}
            if pain.score:
                waiting |= places if pain.during in _REST else set()
            elif places & waiting or any(pain.at >= counting.get(place, datetime.max) for place in places):
                waiting -= places
                yield pain


def _checked(answer: tuple[CheckIn, Session]) -> datetime:
    return answer[0].at


def _before(entries: Sequence[T], moment: datetime, key: Callable[[T], datetime] = AT) -> Sequence[T]:
    """The entries before a moment, of entries in the order of time."""
    return entries[: bisect_left(entries, moment, key=key)]
