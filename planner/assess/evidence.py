"""All located evidence, and what was there at one site and side when a finding was made: what patterns are looked for in."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property

from planner.assess.complaints import OTHER, Located, Where
from planner.assess.findings import BOTH, Finding
from planner.assess.past import AT
from planner.journal import Run
from planner.protocols import Protocols

SYSTEMIC = frozenset({"fever", "unwell", "breathless"})


@dataclass(frozen=True, slots=True)
class Sighting:
    """A pattern seen at a moment, at a site and side (None: not tied to one)."""

    flag: str
    site: str | None
    side: str | None
    at: datetime
    entries: tuple[str, ...]
    params: Mapping[str, object] = field(default_factory=dict[str, object])


@dataclass(frozen=True, slots=True)
class Window:
    """What was there at one site and side in the days up to a finding."""

    finding: Finding
    site: str
    side: str
    signs: frozenset[str]
    everywhere: frozenset[str]
    score: int
    legs_hurt: bool
    one_sided: bool
    fresh: bool
    entries: tuple[str, ...]

    def saw(self, flag: str) -> Sighting:
        """A sighting here."""
        return Sighting(flag, self.site, self.side, self.finding.at, self.entries)


class Evidence:
    """All located evidence by site and side, for looking back from any finding."""

    def __init__(self, located: Sequence[Located], runs: Sequence[Run], book: Protocols) -> None:
        """Keep the evidence; it is sorted when something in it is looked for."""
        self.book = book
        self.located = located
        self.runs = runs
        self.signed = [one.finding for one in located if one.finding.signs]
        self.hurts = any(one.finding.score for one in located)

    @cached_property
    def by_where(self) -> Mapping[Where, Sequence[Located]]:
        """The evidence by site and side."""
        found: dict[Where, list[Located]] = {}
        for one in self.located:
            for side in one.finding.sides:
                found.setdefault((one.finding.site or OTHER, side), []).append(one)
        return found

    @cached_property
    def _pains(self) -> Mapping[Where, Sequence[date]]:
        """The days with pain, by site and side."""
        return {where: [o.finding.day for o in ones if o.finding.score] for where, ones in self.by_where.items()}

    def windows(self) -> Iterator[Window]:
        """A window for each site and side of each finding that bears signs."""
        for one in self.located:
            if one.finding.signs:
                for side in one.finding.sides:
                    yield self.window(one, side)

    def window(self, one: Located, side: str) -> Window:
        """What was at the finding's site and side in the three days up to it."""
        finding = one.finding
        first = finding.at - timedelta(days=self.book.flags.signs_within_days)
        site = finding.site or OTHER
        here = [o.finding for o in self.by_where[(site, side)] if first <= o.finding.at <= finding.at]
        signed = [f for f in self.signed if first <= f.at <= finding.at]
        signs = frozenset[str]().union(*(f.signs for f in here))
        systemic = [f for f in signed if f.signs & SYSTEMIC]
        everywhere = frozenset[str]().union(*(f.signs for f in signed))
        legs = any(
            (o.finding.score or 0) > 0 and o.finding.site != "low_back"
            for o in self.located
            if first <= o.finding.at <= finding.at
        )
        entries = dict.fromkeys(f.entry for f in [*here, *systemic] if f.signs or f.score)
        return Window(
            finding, site, side, signs | (everywhere & SYSTEMIC), everywhere,
            max((f.score or 0 for f in here), default=0), legs, not one.told or finding.sides != BOTH,
            self.is_new(site, side, finding.day), tuple(entries),
        )  # fmt: skip

    def is_bone(self, finding: Finding) -> bool:
        """Tell whether a finding is at a bone site; both thighs at once are muscle."""
        if finding.site == "thigh_front" and finding.sides == BOTH:
            return False
        return finding.site in self.book.rows["bone"].sites

    def ran_between(self, first: datetime, last: datetime) -> bool:
        """Tell whether there was a run after one moment, up to another."""
        place = bisect_right(self.runs, last, key=AT)
        return place > 0 and self.runs[place - 1].at > first

    def bone_pain(self) -> Iterator[Finding]:
        """All pain and signs at bone sites."""
        return (one.finding for one in self.located if one.finding.hurts and self.is_bone(one.finding))

    def is_new(self, site: str, side: str, day: date) -> bool:
        """New pain: no score of 1 or more there 14 to 180 days earlier."""
        near, far = self.book.caps.new_pain_days
        return not any(near <= (day - earlier).days <= far for earlier in self._pains.get((site, side), ()))
