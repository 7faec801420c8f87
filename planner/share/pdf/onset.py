"""Since when it hurts, and what had changed in the running just before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from planner.assess import Place
from planner.assess.findings import Finding, sides
from planner.assess.load import cap_km, cap_min
from planner.assess.sessions import running_minutes
from planner.journal import Journal, Run
from planner.protocols import Protocols


@dataclass(frozen=True, slots=True)
class Shift:
    """What was one way before, and another so many days before the pain: longest_km, longest_min, week_km, surface, shoe."""

    what: str
    was: float | str | None
    became: float | str
    days_before: int


@dataclass(frozen=True, slots=True)
class Onset:
    """Where and since when; `shifts`: what changed, the nearest first. `looked_days`: how far before it was looked."""

    place: Place
    since: date
    score: int
    shifts: tuple[Shift, ...]
    looked_days: int


def onset(found: Sequence[Finding], journal: Journal, pace: float, last: date, book: Protocols) -> Onset | None:
    """Of the place that hurts most lately; None where nothing hurt while a complaint counts.

    It began with the first pain there that follows as long a time without any.
    """
    quiet = timedelta(days=book.caps.complaint_window_days)
    hurt = [one for one in found if (one.score or 0) > 0 and one.site is not None and one.day <= last]
    lately = [one for one in hurt if one.day > last - quiet]
    if not lately:
        return None
    worst = max(lately, key=lambda one: (one.score or 0, one.at))
    place = Place(str(worst.site), worst.sides[0] if len(worst.sides) == 1 else "both")
    here = [one for one in hurt if one.site == worst.site and set(one.sides) & set(worst.sides)]
    begun = here[0]
    for before, after in pairwise(here):
        if after.day - before.day > quiet:
            begun = after
    looked = book.caps.new_pain_days[0]
    shifts = _shifts(journal.runs, begun.day, pace, looked, book)
    return Onset(place, begun.day, max(one.score or 0 for one in here if one.day == begun.day), shifts, looked)


def _shifts(runs: Sequence[Run], since: date, pace: float, looked: int, book: Protocols) -> tuple[Shift, ...]:
    """Runs beyond the cap of their day, a surface or shoe that was new: those of the days before the pain, and of its day."""
    first = since - timedelta(days=looked)
    before = [run for run in runs if run.at.date() < first]
    near = [run for run in runs if first <= run.at.date() <= since]
    found = [
        _longest(runs, near, since, pace, book),
        *(_new(kind, before, near, since) for kind in ("surface", "shoe")),
    ]
    return tuple(sorted((one for one in found if one is not None), key=lambda one: one.days_before))


def _longest(runs: Sequence[Run], near: Sequence[Run], since: date, pace: float, book: Protocols) -> Shift | None:
    """The run that was furthest above the longest of the 30 days before it, where it was above its cap."""
    best: tuple[float, Shift] | None = None
    for run in near:
        day = run.at.date()
        window = [
            one for one in runs if day - timedelta(days=book.caps.cap_window_days) <= one.at.date() and one.at < run.at
        ]
        in_km = run.distance_km is not None
        was = max((_size(one, pace, in_km=in_km) for one in window), default=0.0)
        became = _size(run, pace, in_km=in_km)
        cap = cap_km(was, book) if in_km else cap_min(was, book)
        if was and became > cap and (best is None or became / was > best[0]):
            what = "longest_km" if in_km else "longest_min"
            best = became / was, Shift(what, round(was, 1), round(became, 1), (since - day).days)
    return best[1] if best else None


def _size(run: Run, pace: float, *, in_km: bool) -> float:
    minutes = running_minutes(run, pace)
    if not in_km:
        return minutes
    return run.distance_km if run.distance_km is not None else minutes / pace


def _new(kind: str, before: Sequence[Run], near: Sequence[Run], since: date) -> Shift | None:
    """The first run on a surface, or in a shoe, that no run before tells of."""
    known = {getattr(run, kind) for run in before} - {None}
    first = next((run for run in near if getattr(run, kind) not in (None, *known)), None)
    if first is None or not known:
        return None
    return Shift(kind, None, getattr(first, kind), (since - first.at.date()).days)


def is_at(finding: Finding, place: Place) -> bool:
    """Whether a score was told of a place, or of one side of it."""
    return finding.site == place.site and bool(set(finding.sides) & set(sides(place.side)))
