"""Pain by the day and the moment: during a run or walk, an hour after, the next morning, at other times."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from planner.assess.findings import BOTH, Finding, Sessions, sides
from planner.assess.series.stretch import Scores
from planner.journal import Journal, Run, Walk

MOMENTS = ("during", "after", "morning", "other")
_MOMENT_OF = {"run": "during", "after_run": "after", "next_morning": "morning", "first_steps": "morning"}
_WORKS = timedelta(hours=24)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where it hurts, as it was logged."""

    site: str
    side: str


def scores_by_day(
    findings: Iterable[Finding], masks: "Masks", place: Place | None
) -> Mapping[date, Mapping[str, Scores]]:
    """The worst score of each day at each moment; of one place, or of all."""
    found: dict[date, dict[str, Scores]] = {}
    for finding in findings:
        if finding.score is None or (place is not None and not _is_of(finding, place)):
            continue
        day = found.setdefault(finding.day, {})
        moment = _moment(finding)
        known = day.get(moment, Scores(0))
        masked = 1 if known.masked or masks.hide(finding) else 0
        day[moment] = Scores(max(known.worst, finding.score), masked=masked)
    return found


def places(findings: Iterable[Finding], first: date) -> tuple[Place, ...]:
    """The places with a score from a day on, those that hurt most first."""
    worst: dict[Place, int] = {}
    for finding in findings:
        if finding.site is not None and finding.score is not None and finding.day >= first:
            place = Place(finding.site, "both" if finding.sides == BOTH else finding.sides[0])
            worst[place] = max(finding.score, worst.get(place, 0))
    return tuple(sorted(worst, key=lambda place: (-worst[place], place)))


def _moment(finding: Finding) -> str:
    if finding.during == "walking" and finding.about is not None:
        return "during"
    return _MOMENT_OF.get(finding.during, "other")


def _is_of(finding: Finding, place: Place) -> bool:
    """A 0 that wasn't told where says that nothing hurt, at any place."""
    if finding.site is None:
        return finding.score == 0
    return finding.site == place.site and set(sides(place.side)) <= set(finding.sides)


class Masks:
    """Which scores a painkiller may have lowered: those logged with one, and all of a session that had one (decisions B)."""

    def __init__(self, journal: Journal) -> None:
        """Find what was logged with a painkiller, and the sessions that this covers."""
        logged = (*journal.pains, *journal.runs, *journal.walks, *journal.check_ins)
        self._entries = {entry.id for entry in logged if entry.painkiller_24h}
        checks = [check for check in journal.check_ins if check.painkiller_24h]
        known = Sessions(journal) if checks else None
        about = (known.of(check) for check in checks) if known else ()
        self._sessions = {session.id for session in about if session is not None}
        taken = sorted(pain.at for pain in journal.pains if pain.painkiller_24h)
        if taken:
            self._sessions |= {s.id for s in (*journal.runs, *journal.walks) if _soon_after(s, taken)}

    def hide(self, finding: Finding) -> bool:
        """Tell whether a painkiller may have hidden some of it."""
        return bool({finding.entry, finding.about} & (self._entries | self._sessions))


def _soon_after(session: Run | Walk, taken: list[datetime]) -> bool:
    """Tell whether a painkiller was told of on the session's day or in the 24 hours after it."""
    place = bisect_left(taken, datetime.combine(session.at.date(), time.min))
    return place < len(taken) and taken[place] - session.at <= _WORKS
