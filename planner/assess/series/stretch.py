"""A day or a longer stretch of days as sums that add up: the figures of a week are those of its days."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter


@dataclass(frozen=True, slots=True)
class Scores:
    """Pain at one moment: the worst score, on how many days there was one, and on how many of those with a painkiller."""

    worst: int
    days: int = 1
    masked: int = 0


@dataclass(frozen=True, slots=True)
class Amount:
    """Something counted on the days that tell of it; other days are unknown, not 0."""

    total: float = 0.0
    days: int = 0

    @property
    def mean(self) -> float | None:
        """The mean of the days that tell."""
        return self.total / self.days if self.days else None


@dataclass(frozen=True, slots=True)
class Running:
    """Runs and walks. The caps bound a single run: they are those of the day of the longest run, or of the last day.

    `estimated`: runs without a distance, whose km come from the usual pace; `over`: runs off the ladder above their cap.
    """

    runs: int = 0
    minutes: float = 0.0
    km: float = 0.0
    estimated: int = 0
    over: int = 0
    longest_min: float = 0.0
    longest_km: float = 0.0
    cap_min: int | None = None
    cap_km: float | None = None
    walks: int = 0
    walk_minutes: float = 0.0
    session_days: int = 0
    stage: str | None = None


@dataclass(frozen=True, slots=True)
class Planned:
    """What became of planned sessions, exercises and recovery. What was moved is counted again where it went."""

    done: int = 0
    skipped: int = 0
    missed: int = 0
    moved: int = 0

    @property
    def of(self) -> int:
        """How many were planned."""
        return self.done + self.skipped + self.missed


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some days in a row. `pain` by moment, where there was an answer; `sleep`: the nights before these days."""

    first: date
    last: date
    pain: Mapping[str, Scores] = field(default_factory=dict[str, Scores])
    running: Running = Running()
    sleep: Amount = Amount()
    quality: Amount = Amount()
    drink: Amount = Amount()
    planned: Planned = Planned()

    @property
    def days(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1


def merged(parts: Sequence[Stretch]) -> Stretch:
    """One stretch of several that follow one another."""
    return Stretch(
        parts[0].first,
        parts[-1].last,
        _pain([part.pain for part in parts]),
        _running([part.running for part in parts]),
        _amount([part.sleep for part in parts]),
        _amount([part.quality for part in parts]),
        _amount([part.drink for part in parts]),
        _planned([part.planned for part in parts]),
    )


def against(now: float | None, before: float | None, digits: int = 0) -> str | None:
    """Whether a figure is lower, the same or higher than before, as it is shown; None where one of them isn't known."""
    if now is None or before is None:
        return None
    difference = round(now, digits) - round(before, digits)
    return "same" if difference == 0 else "lower" if difference < 0 else "higher"


def _pain(parts: Sequence[Mapping[str, Scores]]) -> dict[str, Scores]:
    found: dict[str, Scores] = {}
    for part in parts:
        for moment, scores in part.items():
            known = found.get(moment)
            found[moment] = scores if known is None else _both(known, scores)
    return found


def _both(one: Scores, other: Scores) -> Scores:
    return Scores(max(one.worst, other.worst), one.days + other.days, one.masked + other.masked)


def _amount(parts: Sequence[Amount]) -> Amount:
    return Amount(sum(part.total for part in parts), sum(part.days for part in parts))


def _planned(parts: Sequence[Planned]) -> Planned:
    return Planned(
        sum(part.done for part in parts),
        sum(part.skipped for part in parts),
        sum(part.missed for part in parts),
        sum(part.moved for part in parts),
    )


def _running(parts: Sequence[Running]) -> Running:
    far = _longest(parts, attrgetter("longest_km"))
    long = _longest(parts, attrgetter("longest_min"))
    return Running(
        runs=sum(part.runs for part in parts),
        minutes=sum(part.minutes for part in parts),
        km=sum(part.km for part in parts),
        estimated=sum(part.estimated for part in parts),
        over=sum(part.over for part in parts),
        longest_min=long.longest_min,
        longest_km=far.longest_km,
        cap_min=long.cap_min,
        cap_km=far.cap_km,
        walks=sum(part.walks for part in parts),
        walk_minutes=sum(part.walk_minutes for part in parts),
        session_days=sum(part.session_days for part in parts),
        stage=next((part.stage for part in reversed(parts) if part.stage is not None), None),
    )


def _longest(parts: Sequence[Running], size: Callable[[Running], float]) -> Running:
    """The part with the longest run; the last one where there was no run."""
    best = max(parts, key=size)
    return best if size(best) else parts[-1]
