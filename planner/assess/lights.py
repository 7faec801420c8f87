"""Traffic lights: each score against its row, each session as the worst of what was felt in and after it (decisions B)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import IntEnum
from functools import cached_property

from planner.assess.complaints import OTHER, Located, Where
from planner.assess.findings import BOTH, Finding
from planner.assess.frozen import frozen
from planner.journal import Run, Walk
from planner.protocols import Protocols, Row


class Light(IntEnum):
    """How a score or session is to be taken; the higher the worse."""

    GREEN = 0
    AMBER = 1
    RED = 2

    @property
    def word(self) -> str:
        """The light as the contract names it."""
        return self.name.lower()


@frozen
class Reading:
    """A judged finding: its light, and what it is about (during, after, morning, daily)."""

    finding: Finding
    row: str
    column: str
    light: Light
    over_usual: int | None = None


@dataclass(slots=True)
class Session:
    """A run or walk with everything that was felt in and after it. `run` None: told of only by a pain entry."""

    at: datetime
    kind: str
    log: Run | Walk | None
    readings: list[Reading] = field(default_factory=list[Reading])

    @property
    def day(self) -> date:
        """The local date."""
        return self.at.date()

    @property
    def id(self) -> str:
        """The id of the logged entry, or of the first pain entry that told of the session."""
        return self.log.id if self.log else self.readings[0].finding.entry


def band(score: int, limits: Sequence[int]) -> Light:
    """The light of a score against (highest green, highest amber)."""
    if score <= limits[0]:
        return Light.GREEN
    return Light.AMBER if score <= limits[1] else Light.RED


def worse(light: Light, row: Row) -> Light:
    """One colour worse; where the row has no amber, green turns red."""
    if light is Light.GREEN and row.during[0] < row.during[1]:
        return Light.AMBER
    return Light.RED


class Mornings:
    """The daily worst mornings at each site and side, and what is usual there."""

    def __init__(self, located: Sequence[Located], usual: Mapping[str, int], book: Protocols) -> None:
        """Keep the located findings; they are sorted when the first question comes."""
        self._located = located
        self._stated = usual
        self._book = book

    @cached_property
    def _worst(self) -> Mapping[Where, Mapping[int, int]]:
        """The worst morning score of each day, by site and side."""
        worst: dict[Where, dict[int, int]] = {}
        for one in self._located:
            finding = one.finding
            if finding.score is not None and finding.during in self._book.rows[one.row].morning_at:
                for side in finding.sides:
                    days = worst.setdefault((finding.site or OTHER, side), {})
                    day = finding.day.toordinal()
                    days[day] = max(finding.score, days.get(day, 0))
        return worst

    @cached_property
    def _scores(self) -> Mapping[Where, Sequence[tuple[datetime, int]]]:
        """All scores outside runs, by site and side."""
        scores: dict[Where, list[tuple[datetime, int]]] = {}
        for one in self._located:
            finding = one.finding
            if finding.score is not None and finding.during not in {"run", "after_run"}:
                for side in finding.sides:
                    scores.setdefault((finding.site or OTHER, side), []).append((finding.at, finding.score))
        return scores

    def usual(self, site: str, sides: Sequence[str], before: date) -> int | None:
        """The lower of the 7-day and 28-day medians before a day; None where it isn't known."""
        per_side = [self._usual(site, side, before) for side in sides]
        known = [score for score in per_side if score is not None]
        return min(known, default=None)

    def level_before(self, site: str, sides: Sequence[str], run: datetime) -> int | None:
        """The lower of the last score of the 24 hours before a run and the usual morning; None where neither is known.

        The lower, so that a worse score before a run never makes the run look better.
        """
        first = run - timedelta(hours=24)
        last = [
            next((score for at, score in reversed(self._scores.get((site, side), [])) if first <= at <= run), None)
            for side in sides
        ]
        known = [
            score for score in (*last, self.usual(site, sides, run.date() + timedelta(days=1))) if score is not None
        ]
        return min(known, default=None)

    def _usual(self, site: str, side: str, before: date) -> int | None:
        days = self._worst.get((site, side), {})
        long = self._since(days, before, self._book.caps.usual_long_days)
        if len(long) < self._book.caps.usual_least_mornings:
            return self._stated.get(site)
        short = self._since(days, before, self._book.caps.usual_short_days)
        return min(lower_median(scores) for scores in (short, long) if scores)

    @staticmethod
    def _since(days: Mapping[int, int], before: date, window: int) -> list[int]:
        last = before.toordinal()
        return [days[day] for day in range(last - window, last) if day in days]


def lower_median(scores: Sequence[int]) -> int:
    """The median; of an even count, the lower middle."""
    return sorted(scores)[(len(scores) - 1) // 2]


def score_light(
    finding: Finding, row: Row, mornings: Mornings, home: Session | None, book: Protocols
) -> tuple[Light, int | None]:
    """The light of one finding, and for a morning how far it is above the usual one (at most 0 where nothing hurts)."""
    if finding.score == 0 and not finding.signs and finding.course is None:
        return Light.GREEN, 0 if finding.during in row.morning_at else None
    light = Light.RED if _acute(finding, row, book) else Light.GREEN
    if finding.score is None:
        return max(light, worse(Light.GREEN, row) if finding.course == "rises" else light), None
    if finding.during in row.morning_at:
        return _morning_light(finding, row, mornings, home, light, book)
    limits = {"run": row.during, "after_run": row.after}.get(finding.during, row.daily)
    if finding.during == "after_run" and row.after_against_before:
        level = mornings.level_before(finding.site or OTHER, finding.sides, finding.at)
        limits = (max(level or 0, row.after[0]), 10)
    scored = band(finding.score, limits)
    if finding.course == "rises":
        scored = worse(scored, row)
    return max(light, scored), None


def _acute(finding: Finding, row: Row, book: Protocols) -> bool:
    """Tell whether its signs are red whatever the score. Both legs swollen at once is for a doctor, not for the limits of
    one spot.
    """
    acute = finding.signs & {*book.flags.acute_signs, *row.red_signs}
    return bool(acute - set(book.flags.acute_one_sided) if finding.sides == BOTH else acute)


def _morning_light(
    finding: Finding, row: Row, mornings: Mornings, home: Session | None, light: Light, book: Protocols
) -> tuple[Light, int | None]:
    score = finding.score or 0
    # The run's own morning is one of the usual ones; a morning never is its own measure
    before = min(home.day + timedelta(days=1), finding.day) if home else finding.day
    usual = 0 if row.usual_is_zero else mornings.usual(finding.site or OTHER, finding.sides, before)
    if usual is None:
        return max(light, Light.RED if score >= book.caps.unknown_morning_red else Light.GREEN), None
    return max(light, band(score - usual, row.morning)), score - usual


def session_light(readings: Sequence[Reading], book: Protocols) -> Light:
    """The worst of a session's readings, and of what they mean together."""
    light = max((reading.light for reading in readings), default=Light.GREEN)
    if light is Light.GREEN:
        return light
    by_row: dict[str, list[Reading]] = {}
    for reading in readings:
        by_row.setdefault(reading.row, []).append(reading)
    for key, ones in by_row.items():
        row = book.rows[key]
        worse_morning = any((one.over_usual or 0) >= 1 for one in ones)
        if not worse_morning:
            continue
        run_amber = any(one.finding.during == "run" and one.light is Light.AMBER for one in ones)
        after_amber = any(one.finding.during == "after_run" and one.light is Light.AMBER for one in ones)
        if (row.amber_run_and_morning_is_red and run_amber) or (row.after_against_before and after_amber):
            return Light.RED
    return light
