"""On which day something turned red, and when two ambers act as one red (decisions C)."""

from collections.abc import Sequence
from datetime import date, timedelta

from planner.assess.lights import Light, Reading
from planner.assess.sessions import Judged, Verdict
from planner.protocols import Protocols

Reds = Sequence[tuple[date, str]]  # a red day, and the entry that made it red


def red_days(judged: Sequence[Judged], loose: Sequence[Reading], book: Protocols) -> Reds:
    """Each day with a red reading, on the ladder or off it; two ambers in a row make the second day red."""
    red = (s for s in judged if s.light is Light.RED)
    reds = [(r.finding.day, r.finding.entry) for s in red for r in s.readings if r.light is Light.RED]
    reds.extend((r.finding.day, r.finding.entry) for r in loose if r.light is Light.RED)
    amber: Judged | None = None
    for session in judged:
        if session.light is Light.RED:
            reds.append((turned(session), session.id))
            amber = None
        elif session.light is Light.AMBER:
            if amber is not None and acts_as_red(amber, session, book):
                reds.append((turned(session), session.id))
                amber = None
            else:
                amber = session
        elif session.verdict is Verdict.CLEAN:
            amber = None
    return reds


def turned_late(session: Judged) -> date | None:
    """The first red day of a run that was still good the next morning: what follows from it, follows from that day."""
    if session.kind != "run" or session.light is not Light.RED:
        return None
    days = [r.finding.day for r in session.readings if r.light is Light.RED]
    first = min(days, default=session.day)
    return first if first > session.day + timedelta(days=1) else None


def turned(session: Judged) -> date:
    """The day on which a session got its light: of its last red reading, else when it was first amber, or what made it
    red came together.
    """
    reds = [r.finding.day for r in session.readings if r.light is Light.RED]
    if reds:
        return max(reds)
    together = [r.finding.day for r in session.readings if session.light is Light.RED and (r.over_usual or 0) >= 1]
    ambers = [r.finding.day for r in session.readings if r.light is Light.AMBER]
    return min(together or ambers, default=session.day)


def acts_as_red(first: Judged, second: Judged, book: Protocols) -> bool:
    rows = {r.row for one in (first, second) for r in one.readings if r.light is not Light.GREEN}
    if rows and all(book.rows[row].two_ambers_need_morning for row in rows):
        return first.morning_worse and second.morning_worse
    return True
