"""Runs and walks on their days, before anything is put around them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from planner.assess import Reason
from planner.protocols import Intervals
from planner.schedule.target import Target
from planner.schedule.week import Cap, Week


@dataclass(frozen=True, slots=True)
class Slot:
    """A run or walk on a day; minutes of running, and of the whole session. `dose`: what its dose has besides."""

    day: date
    kind: str
    run_min: float
    segments: tuple[Intervals, ...]
    stage: str | None
    distance_km: float | None
    reasons: tuple[Reason, ...]
    dose: Mapping[str, Any] = field(default_factory=dict[str, Any])

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
class Looked:
    """A rule on running that was looked at. `minutes` None: it bounds something else, or nothing here.

    `bound`: it decided; `day`: where it holds for one day alone.
    """

    rule: str
    reason: Reason
    minutes: int | None = None
    bound: bool = False
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Running:
    """The running layer: the search and its sessions, and what didn't fit."""

    frame: "Frame"
    slots: tuple[Slot, ...]
    not_placed: tuple[tuple[str, Reason], ...]

    @property
    def blocked(self) -> Mapping[date, Reason]:
        """Why a day has no run."""
        return self.frame.blocked

    def bounds(self) -> Bounds:
        """How much this plan runs."""
        runs = [slot.run_min for slot in self.slots if slot.kind == "run"]
        return Bounds(len(runs), max(runs, default=0.0), sum(runs))


@dataclass(frozen=True, slots=True)
class Frame:
    """One week's search: what is wanted, on which days, under which caps, within which `budgets` for the whole week.

    `runs`: how many may be placed, `wished`: how many would be; `pinned`: the days that the runner moved runs to.
    """

    week: Week
    want: Target | None
    wished: int
    runs: int
    gap: int
    caps: tuple[Cap, ...]
    bounds: Bounds | None
    blocked: Mapping[date, Reason]
    budgets: tuple[Cap, ...]
    pinned: frozenset[date]

    @property
    def budget(self) -> Cap | None:
        """The lowest bound on the minutes of the whole week."""
        return min(self.budgets, key=lambda cap: cap.minutes, default=None)


def open_days(frame: Frame) -> list[date]:
    return [day for day in frame.week.open_days if day not in frame.blocked]
