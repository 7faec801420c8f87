"""Where a session stands: a fold over what was tapped and when.

No clock and no state of its own: a reload, a locked phone or a second tab works out the same from the same taps.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

START, PAUSE, RESUME, SKIP, FINISH = "start", "pause", "resume", "skip", "finish"
MINUTE_S = 60
TAPS = (START, PAUSE, RESUME, SKIP, FINISH)


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of a session: run, walk, warm, cool or still."""

    kind: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Tap:
    """`of`: the phase that a skip meant, so that two skips of one phase, or one too late, don't skip the next."""

    what: str
    at: datetime
    of: int | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """`index` is that of the phase now, or of none where it is over; `done` the seconds spent in each phase."""

    phases: tuple[Phase, ...]
    index: int
    into: float
    is_started: bool
    is_counting: bool
    done: tuple[float, ...]

    @property
    def is_over(self) -> bool:
        return self.index >= len(self.phases)

    @property
    def now(self) -> Phase | None:
        return None if self.is_over else self.phases[self.index]

    @property
    def following(self) -> Phase | None:
        return self.phases[self.index + 1] if self.index + 1 < len(self.phases) else None

    @property
    def left(self) -> float:
        """Seconds left of the phase."""
        return self.now.seconds - self.into if self.now else 0

    @property
    def left_in_all(self) -> float:
        """Seconds left of the session, unless something is skipped."""
        return self.left + sum(phase.seconds for phase in self.phases[self.index + 1 :])

    @property
    def number(self) -> tuple[int, int]:
        """Which of its kind the phase is, and of how many: 3 of 6."""
        kinds = [phase.kind for phase in self.phases]
        kind = self.now.kind if self.now else ""
        return kinds[: self.index + 1].count(kind), kinds.count(kind)

    def seconds(self, *kinds: str) -> float:
        """Seconds spent in phases of these kinds; in all without any."""
        return sum(done for phase, done in zip(self.phases, self.done, strict=True) if not kinds or phase.kind in kinds)


def position(phases: Sequence[Phase], taps: Sequence[Tap], now: datetime) -> Position:
    """Where the session stands. Taps that make no sense where they come, such as a second start, change nothing."""
    walk = _Walk(tuple(phases))
    for tap in taps:
        walk.until(tap.at)
        walk.take(tap)
    walk.until(now)
    return Position(walk.phases, walk.index, walk.into, walk.is_started, walk.since is not None, tuple(walk.done))


class _Walk:
    """The walk along the phases; `since` is the moment up to which time was counted, None while it stands still."""

    def __init__(self, phases: tuple[Phase, ...]) -> None:
        self.phases = phases
        self.index = 0
        self.into = 0.0
        self.done = [0.0] * len(phases)
        self.since: datetime | None = None
        self.is_started = False

    def until(self, moment: datetime) -> None:
        if self.since is None:
            return
        # A clock that was set back takes nothing away.
        self._go(max(0.0, (moment - self.since).total_seconds()))
        self.since = moment if self.index < len(self.phases) else None

    def take(self, tap: Tap) -> None:
        if tap.what == START and not self.is_started:
            self.is_started, self.since = True, tap.at
        elif tap.what == RESUME and self.is_started and self.index < len(self.phases):
            self.since = tap.at
        elif tap.what == PAUSE:
            self.since = None
        elif tap.what == SKIP and tap.of in {None, self.index} and self.is_started:
            self._to(min(self.index + 1, len(self.phases)))
        elif tap.what == FINISH and self.is_started:
            self._to(len(self.phases))

    def _go(self, seconds: float) -> None:
        while seconds > 0 and self.index < len(self.phases):
            left = self.phases[self.index].seconds - self.into
            self.done[self.index] += min(seconds, left)
            if seconds < left:
                self.into += seconds
                return
            seconds -= left
            self._to(self.index + 1)

    def _to(self, index: int) -> None:
        self.index, self.into = index, 0.0
        if index >= len(self.phases):
            self.since = None
