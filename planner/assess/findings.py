"""Every score and sign in the journal, whatever it was logged with, as one kind of evidence."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from operator import attrgetter

from planner.assess.frozen import frozen
from planner.journal import CheckIn, Journal, Run, Walk
from planner.journal.issued import History
from planner.protocols import Protocols

BOTH = ("left", "right")
NO_SIGNS: frozenset[str] = frozenset()


@frozen
class Finding:
    """A score or signs at a moment. `site` None: not told where. `about`: id of the run or walk it belongs to."""

    at: datetime
    site: str | None
    sides: tuple[str, ...]
    score: int | None
    during: str
    signs: frozenset[str]
    entry: str
    course: str | None = None
    about: str | None = None

    @property
    def day(self) -> date:
        """The local date."""
        return self.at.date()

    @property
    def hurts(self) -> bool:
        """Tell whether there is pain or a sign."""
        return bool(self.signs) or (self.score or 0) > 0


def sides(side: str) -> tuple[str, ...]:
    """The sides that a side names."""
    return BOTH if side == "both" else (side,)


class Sessions:
    """Runs and walks, to find the one that a check-in is about."""

    def __init__(self, journal: Journal) -> None:
        """Look the sessions up by id and by time."""
        self._journal = journal
        self._in_time = sorted((*journal.runs, *journal.walks), key=lambda s: (s.at, s.id))
        self._by_id = {session.id: session for session in self._in_time}

    def of(self, check_in: CheckIn) -> Run | Walk | None:
        """The run or walk a check-in is about: the one it names, or else the latest one before it."""
        about = self._journal.id_of(check_in.about)
        if about is not None:
            return self._by_id.get(about)
        place = bisect_right(self._in_time, check_in.at, key=attrgetter("at"))
        return self._in_time[place - 1] if place else None


def findings(journal: Journal, history: History, book: Protocols) -> tuple[Finding, ...]:
    """All evidence, oldest first. `history` tells what a score that was logged with a tick is about."""
    found: list[Finding] = []
    for pain in journal.pains:
        signs = frozenset(pain.signs) if pain.signs else NO_SIGNS
        found.append(
            Finding(pain.at, pain.site, sides(pain.side), pain.score, pain.during, signs, pain.id, pain.course)
        )
    for run in journal.runs:
        found.extend(_of_session(run, "run"))
    for walk in journal.walks:
        found.extend(_of_session(walk, "walking"))
    found.extend(_of_check_ins(journal))
    for screen in journal.screens:
        if screen.signs:
            signs = frozenset(screen.signs)
            found.append(Finding(screen.at, screen.site, sides(screen.side), None, "daily", signs, screen.id))
    for done in journal.dones:
        if done.pain is not None:
            item = history.items().get(done.item or "")
            during = {"run": "run", "walk": "walking"}.get(item.kind if item else "", "daily")
            found.append(Finding(done.at, None, BOTH, done.pain, during, NO_SIGNS, done.id))
    found.extend(_of_tests(journal, book))
    found.sort(key=attrgetter("at", "entry", "during"))
    return tuple(found)


def _of_session(session: Run | Walk, during: str) -> Iterator[Finding]:
    at = session.at
    course = session.course if isinstance(session, Run) else None
    limp = bool(session.limp)
    if session.pain_during is not None or course is not None or limp:
        yield Finding(
            at, session.site, sides(session.side), session.pain_during, during,
            frozenset({"limp"}) if limp else NO_SIGNS, session.id, course, session.id,
        )  # fmt: skip
    if session.pain_1h is not None:
        yield Finding(
            at, session.site, sides(session.side), session.pain_1h, "after_run", NO_SIGNS, session.id,
            about=session.id,
        )  # fmt: skip


def _of_check_ins(journal: Journal) -> Iterator[Finding]:
    sessions = Sessions(journal)
    for check in journal.check_ins:
        session = sessions.of(check)
        site = session.site if session else None
        where = sides(session.side) if session else BOTH
        late = session is not None and check.about is None and check.at.date() > session.at.date() + timedelta(days=1)
        about = session.id if session and not late else None
        if check.pain_1h is not None:
            at = session.at if session else check.at
            yield Finding(at, site, where, check.pain_1h, "after_run", NO_SIGNS, check.id, about=about)
        if check.pain_morning is not None:
            yield Finding(check.at, site, where, check.pain_morning, "next_morning", NO_SIGNS, check.id, about=about)
        if check.limp:
            yield Finding(check.at, site, where, None, "walking", frozenset({"limp"}), check.id, about=about)


def _of_tests(journal: Journal, book: Protocols) -> Iterator[Finding]:
    """A painful hop or a painful spot is a sign at the site that the latest complaint on that side names."""
    signs = {"hop": "hop_pain", "bone_press": "focal_bone_spot"}
    for test in journal.tests:
        sign = signs.get(test.test or "")
        if sign is None or not test.pain:
            continue
        where = sides(test.side)
        lately = test.at - timedelta(days=book.caps.complaint_window_days)
        site = next(
            (
                p.site
                for p in reversed(journal.pains)
                if lately <= p.at <= test.at and p.score and set(sides(p.side)) & set(where)
            ),
            None,
        )
        yield Finding(test.at, site, where, None, "daily", frozenset({sign}), test.id)


def at_site(finding: Finding, site: str, where: tuple[str, ...]) -> Finding:
    """The same evidence, told where."""
    return replace(finding, site=site, sides=where)
