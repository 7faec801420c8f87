"""Strength by condition: exercises, programmes and how their dose grows (`plans/strength.toml`)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import ceil

from planner.protocols.basis import Basis
from planner.protocols.practices import Fit


@dataclass(frozen=True, slots=True)
class Prescribed:
    """An exercise of a phase with its full dose: sets of repetitions or of seconds."""

    id: str
    sets: int
    reps: int | None = None
    seconds: int | None = None
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Phase:
    """What is done from so many sessions on."""

    from_sessions: int
    exercises: tuple[Prescribed, ...]


@dataclass(frozen=True, slots=True)
class Programme:
    """A strength programme. `rows`: whom it is for; `sites`: only for complaints there, empty: anywhere."""

    id: str
    rows: tuple[str, ...]
    days_a_week: int
    minutes: int
    source: str
    strength: str
    phases: tuple[Phase, ...]
    sites: tuple[str, ...] = ()
    basis: Mapping[str, Basis] = field(default_factory=dict[str, Basis])

    def phase(self, sessions: int) -> Phase:
        """The phase that so many sessions have earned."""
        return [phase for phase in self.phases if phase.from_sessions <= sessions][-1]


@dataclass(frozen=True, slots=True)
class Training:
    """All programmes, and the rules that they share."""

    source: str
    strength: str
    start_share: float
    start_sets: int
    share_step: float
    seconds_by: int
    apart_days: int
    calf_before_longest_h: int
    before_run_min: int
    after_run_min: int
    at: tuple[str, ...]
    latest_end: str
    most_exercises: int
    minutes_by: int
    restart_after_days: int
    exercises: Mapping[str, Fit]
    programmes: tuple[Programme, ...]
    basis: Mapping[str, Basis] = field(default_factory=dict[str, Basis])

    @property
    def base(self) -> Programme:
        """The programme for whom no other is."""
        return self.programmes[-1]

    def dose(self, programme: Programme, one: Prescribed, sessions: int) -> Prescribed:
        """The dose of an exercise after so many sessions: first more sets, then more repetitions, up to the target."""
        weeks = sessions // programme.days_a_week
        sets = min(one.sets, self.start_sets + weeks)
        share = 1.0
        if programme.phase(sessions) is programme.phases[0]:
            beyond = max(0, weeks - max(0, one.sets - self.start_sets))
            share = min(1.0, self.start_share + self.share_step * beyond)
        return Prescribed(
            one.id, sets, _part(one.reps, share, 1), _part(one.seconds, share, self.seconds_by), one.hints
        )

    def minutes(self, programme: Programme, kept: int, wanted: int) -> int:
        """How long a session takes of whose exercises so many stayed."""
        return min(programme.minutes, self.minutes_by * ceil(programme.minutes * kept / wanted / self.minutes_by))


def _part(whole: int | None, share: float, by: int) -> int | None:
    """A share of a number, rounded up to a multiple of `by`."""
    return None if whole is None else by * ceil(round(whole * share / by, 6))
