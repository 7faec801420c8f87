"""Which pain limits a complaint falls under (decisions A): by diagnosis, or by site where there is none."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter

from planner.assess.findings import BOTH, Finding, at_site, sides
from planner.assess.frozen import frozen
from planner.assess.past import AT
from planner.journal import Diagnosis, Run, Runner
from planner.protocols import Protocols

Where = tuple[str, str]  # site, side
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Complaint:
    """A site and side with pain or a sign in the last 28 days; `row`: the strictest limits that apply to it."""

    site: str
    side: str
    row: str
    since: date
    last: date
    entries: tuple[str, ...]


@frozen
class Located:
    """A finding told where, with the row that judges it. `also`: it wasn't told where, and may belong here too."""

    finding: Finding
    row: str
    told: bool = True
    also: bool = False


def active_diagnoses(runner: Runner, today: date, excluded: frozenset[Diagnosis]) -> tuple[Diagnosis, ...]:
    """The diagnoses in force, without those that a clinician has ruled out."""
    return tuple(
        d
        for d in runner.diagnoses
        if (d.since is None or d.since <= today) and (d.until is None or d.until >= today) and d not in excluded
    )


class Judge:
    """Tells the row of each finding: which diagnosis, else bone, soreness or provisional."""

    def __init__(
        self, diagnoses: Sequence[Diagnosis], runs: Sequence[Run], found: Sequence[Finding], book: Protocols
    ) -> None:
        """Look up what the rows need: diagnoses by site, unusual runs, first-step pain at the heel."""
        self._rows = book.rows
        self._caps = book.caps
        self._diagnoses = diagnoses
        self._runs = runs
        self._first_steps = [
            f for f in found if f.site == "heel_sole" and f.during == "first_steps" and (f.score or 0) > 0
        ]
        self._diagnosed: dict[Where, str | None] = {}
        self._fixed: dict[tuple[str, tuple[str, ...]], str] = {}

    def diagnosed(self, site: str, side: str) -> str | None:
        """The strictest clinician's diagnosis at a site and side."""
        key = (site, side)
        if key not in self._diagnosed:
            rows = [
                d.condition
                for d in self._diagnoses
                if d.condition in self._rows
                and (d.given_by_clinician or d.condition == "bone_stress")
                and site in self._rows[d.condition].sites
                and side in sides(d.side)
            ]
            self._diagnosed[key] = min(rows, key=lambda row: self._rows[row].strictness, default=None)
        return self._diagnosed[key]

    def row(self, finding: Finding) -> str:
        """The row that judges a finding: the strictest of its sides."""
        site = finding.site or OTHER
        if site == "heel_sole" or site in self._rows["soreness"].sites:
            return self._strictest(finding, site)
        known = self._fixed.get((site, finding.sides))
        if known is None:
            known = self._fixed[(site, finding.sides)] = self._strictest(finding, site)
        return known

    def _strictest(self, finding: Finding, site: str) -> str:
        return min((self._row(finding, site, side) for side in finding.sides), key=lambda r: self._rows[r].strictness)

    def _row(self, finding: Finding, site: str, side: str) -> str:
        diagnosed = self.diagnosed(site, side)
        if diagnosed is not None:
            return diagnosed
        if self._is_soreness(finding, site):
            return "soreness"
        if site == "thigh_front" and finding.sides == BOTH:
            return "provisional"
        if site == "heel_sole" and self._has_first_step_pain(finding, side):
            return "provisional"
        return "bone" if site in self._rows["bone"].sites else "provisional"

    def _has_first_step_pain(self, finding: Finding, side: str) -> bool:
        """Only what was known before that day counts, so that one more painful score never loosens a limit."""
        if finding.during == "first_steps":
            return True
        return any(f.day < finding.day and side in f.sides for f in self._first_steps)

    def _is_soreness(self, finding: Finding, site: str) -> bool:
        if site not in self._rows["soreness"].sites or finding.sides != BOTH or finding.signs:
            return False
        if finding.about is not None or finding.during == "run":
            return False
        first = finding.at - timedelta(hours=self._caps.soreness_end_h)
        end = bisect_right(self._runs, finding.at, key=AT)
        start = bisect_left(self._runs, first, key=AT)
        return any(self._is_unusual(place) for place in range(start, end))

    def _is_unusual(self, place: int) -> bool:
        """Tell whether a run was hard, hilly, or much longer than those of the month before."""
        run, caps = self._runs[place], self._caps
        if (run.rpe or 0) >= caps.soreness_hard_rpe or run.surface == "hills":
            return True
        first = bisect_left(self._runs, run.at - timedelta(days=caps.cap_window_days), key=AT)
        for size in ("distance_km", "duration_min"):
            longest = max((getattr(r, size) or 0 for r in self._runs[first:place]), default=0)
            if longest and (getattr(run, size) or 0) > caps.soreness_unusual_factor * longest:
                return True
        return False


def locate(
    found: Sequence[Finding], judge: Judge, diagnoses: Iterable[Diagnosis], today: date, book: Protocols
) -> tuple[Located, ...]:
    """Give every finding a site and a row. What wasn't told where belongs to the strictest complaint, and is judged at
    the others too, so that one complaint more never makes an answer look better.
    """
    told = [Located(f, judge.row(f)) for f in found if f.site is not None]
    homes = _homes(told, diagnoses, today, book)
    located = list(told)
    for finding in found:
        if finding.site is None:
            for n, home in enumerate(homes):
                placed = at_site(finding, *home)
                located.append(Located(placed, judge.row(placed), told=False, also=n > 0))
    located.sort(key=attrgetter("finding.at", "finding.entry", "finding.during"))
    return tuple(located)


def _homes(
    told: Sequence[Located], diagnoses: Iterable[Diagnosis], today: date, book: Protocols
) -> list[tuple[str, tuple[str, ...]]]:
    """The complaints of the last 28 days and the diagnoses, the strictest first."""
    first = today - timedelta(days=book.caps.complaint_window_days)
    options = {
        (book.rows[one.row].strictness, one.finding.site or OTHER, one.finding.sides)
        for one in told
        if one.finding.hurts and one.finding.day > first and one.row != "soreness"
    }
    options |= {
        (book.rows[d.condition].strictness, book.rows[d.condition].sites[0], sides(d.side))
        for d in diagnoses
        if d.condition in book.rows
    }
    return list(dict.fromkeys((site, where) for _, site, where in sorted(options))) or [(OTHER, BOTH)]


def complaints(located: Sequence[Located], today: date, book: Protocols) -> tuple[Complaint, ...]:
    """The complaints of the last 28 days, the strictest first."""
    first = today - timedelta(days=book.caps.complaint_window_days)
    by_where: dict[Where, list[Located]] = {}
    for one in located:
        if one.finding.hurts and one.finding.day > first and not one.also:
            for side in one.finding.sides:
                by_where.setdefault((one.finding.site or OTHER, side), []).append(one)
    made = [
        Complaint(
            site,
            side,
            min((one.row for one in ones), key=lambda row: book.rows[row].strictness),
            ones[0].finding.day,
            ones[-1].finding.day,
            tuple(dict.fromkeys(one.finding.entry for one in ones)),
        )
        for (site, side), ones in by_where.items()
    ]
    return tuple(sorted(made, key=lambda c: (book.rows[c.row].strictness, c.site, c.side)))
