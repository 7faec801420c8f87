"""Runs and walks on their days, before anything is put around them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from planner.assess import Reason
from planner.protocols import Intervals
from planner.schedule.caps import Target
from planner.schedule.week import Cap, Week


@dataclass(frozen=True, slots=True)
class Slot:
    """A run or walk on a day; minutes of running, and of the whole session."""

    day: date
    kind: str
    run_min: float
    segments: tuple[Intervals, ...]
    stage: str | None
    distance_km: float | None
    reasons: tuple[Reason, ...]

    @property
    def minutes(self) -> int:
        """Minutes of the session, without warm-up and cool-down."""
        return round(sum(segment.total_min for segment in self.segments))


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the same runner without symptoms might do in this week."""

    runs: int
    longest: float
    total: float


@dataclass(frozen=True, slots=True)
class Running:
    """The running layer: sessions, why a day has no run, what didn't fit, and every cap that was looked at."""

    slots: tuple[Slot, ...]
    blocked: Mapping[date, Reason]
    not_placed: tuple[tuple[str, Reason], ...]
    caps: tuple[Cap, ...]

    def bounds(self) -> Bounds:
        """How much this plan runs."""
        runs = [slot.run_min for slot in self.slots if slot.kind == "run"]
        return Bounds(len(runs), max(runs, default=0.0), sum(runs))


@dataclass(frozen=True, slots=True)
class Frame:
    """One week's search: what is wanted, on which days, under which caps."""

    week: Week
    want: Target | None
    wished: int
    runs: int
    gap: int
    caps: tuple[Cap, ...]
    bounds: Bounds | None
    blocked: Mapping[date, Reason]


def open_days(frame: Frame) -> list[date]:
    return [day for day in frame.week.open_days if day not in frame.blocked]
