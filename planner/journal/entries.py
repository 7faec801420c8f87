"""What a runner logs: one frozen dataclass a kind. Times are the runner's wall clock, units are in the names."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Pain:
    """A pain score (NPRS, 0-10) at a site, with the signs seen there. No site: not told where."""

    id: str
    at: datetime
    site: str | None = None
    side: str = "both"
    score: int | None = None
    during: str = "daily"
    course: str | None = None
    signs: tuple[str, ...] = ()
    painkiller_24h: bool = False


@dataclass(frozen=True)
class Sleep:
    """A night's sleep, by the evening it began."""

    id: str
    night_of: date
    asleep_h: float | None = None
    quality: int | None = None


@dataclass(frozen=True)
class Drink:
    """Something drunk."""

    id: str
    at: datetime
    volume_ml: float = 0.0
    what: str = "water"


@dataclass(frozen=True)
class Run:
    """A run, from a device (`source`) or by hand; what wasn't answered is None."""

    id: str
    at: datetime
    distance_km: float | None = None
    duration_min: float | None = None
    run_min: float | None = None
    item: str | None = None
    stage: str | None = None
    rpe: int | None = None
    surface: str | None = None
    shoe: str | None = None
    site: str | None = None
    side: str = "both"
    pain_during: int | None = None
    course: str | None = None
    pain_1h: int | None = None
    limp: bool | None = None
    painkiller_24h: bool = False
    warm_up: bool | None = None
    cool_down: bool | None = None
    source: Mapping[str, object] | None = None

    @property
    def staged(self) -> bool:
        """Tell whether it was a session of the ladder: with a stage, or with walking between the running."""
        walked = self.run_min is not None and self.duration_min is not None and self.run_min < self.duration_min
        return self.stage is not None or walked


@dataclass(frozen=True)
class Walk:
    """A walk."""

    id: str
    at: datetime
    duration_min: float | None = None
    distance_km: float | None = None
    item: str | None = None
    site: str | None = None
    side: str = "both"
    pain_during: int | None = None
    pain_1h: int | None = None
    limp: bool | None = None
    painkiller_24h: bool = False
    source: Mapping[str, object] | None = None


@dataclass(frozen=True)
class CheckIn:
    """Answers about a run or walk (`about`: its id; missing: the latest one before)."""

    id: str
    at: datetime
    about: str | None = None
    pain_1h: int | None = None
    pain_morning: int | None = None
    limp: bool | None = None
    painkiller_24h: bool = False


@dataclass(frozen=True)
class Test:
    """A self-test: repetitions and the pain felt."""

    id: str
    at: datetime
    test: str | None = None
    side: str = "both"
    reps: int | None = None
    pain: int | None = None


@dataclass(frozen=True)
class Screen:
    """The red-flag questions, and the signs that were answered with yes."""

    id: str
    at: datetime
    signs: tuple[str, ...] = ()
    site: str | None = None
    side: str = "both"


@dataclass(frozen=True)
class Pause:
    """Days without plans; no `end`: until further notice."""

    id: str
    start: date
    end: date | None = None
    why: str = "other"


@dataclass(frozen=True)
class Done:
    """What became of a planned item."""

    id: str
    at: datetime
    item: str | None = None
    outcome: str = "done"
    why: str | None = None
    pain: int | None = None
    to: date | None = None


@dataclass(frozen=True)
class Clearance:
    """A clinician's word on flags. Without a time it covers no evidence, without `by` it has no authority."""

    id: str
    at: datetime | None
    by: str | None = None
    clears: tuple[str, ...] = ()
    site: str | None = None
    side: str = "both"
    outcome: str = "may_start"


@dataclass(frozen=True)
class ProfileChange:
    """A change of the profile, as logged: a value a key, None takes the key away."""

    id: str
    logged_at: str
    changes: Mapping[str, object]


@dataclass(frozen=True)
class Issued:
    """A plan as it was shown."""

    id: str
    logged_at: str
    plan: Mapping[str, object]


Entry = Pain | Sleep | Drink | Run | Walk | CheckIn | Test | Screen | Pause | Done | Clearance | ProfileChange | Issued
