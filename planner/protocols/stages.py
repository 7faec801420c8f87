"""The ladder: its stages, and what moves a runner on it (`plans/ladder.toml`)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from planner.protocols.basis import Basis, basis_in


@dataclass(frozen=True, slots=True)
class Intervals:
    """A run/walk interval and how often it is repeated."""

    run_min: float
    walk_min: float
    times: int

    @property
    def total_run_min(self) -> float:
        """Running minutes of the session."""
        return self.run_min * self.times

    @property
    def total_min(self) -> float:
        """Minutes of the session."""
        return (self.run_min + self.walk_min) * self.times


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the ladder; `bone` replaces its intervals after a bone stress injury."""

    id: str
    run_min: float
    walk_min: float
    times: int
    bone_only: bool
    bone: Intervals | None = None

    def intervals(self, *, bone: bool) -> Intervals:
        """What is run at this stage."""
        if bone and self.bone is not None:
            return self.bone
        return Intervals(self.run_min, self.walk_min, self.times)


@dataclass(frozen=True, slots=True)
class Column:
    """What moves a runner on the ladder, by tissue. `gaps`: days since the last run -> highest stage left."""

    clean_to_advance: int
    most_gain: int
    red_days_off: int
    red_steps_back: int
    pain_free_days: int
    walks_to_pass: int
    fails_to_be_stuck: int
    fails_urgency: str
    gaps: Mapping[str, str]
    after_walks: str
    pace_from_min: int = 0
    basis: Mapping[str, Basis] = field(default_factory=dict[str, Basis])

    def after_gap(self, days: int) -> str | None:
        """The highest stage left after so many days without a run; None where the gap changes nothing."""
        cell = None
        for least, stage in sorted(self.gaps.items(), key=lambda pair: int(pair[0])):
            if days >= int(least):
                cell = stage
        return cell


@dataclass(frozen=True, slots=True)
class Rebuild:
    """After the last stage: what is raised one after the other. `strides`: at first and at most, of `stride_s` seconds."""

    source: str
    strength: str
    order: tuple[str, ...]
    hold_days: int
    strides: tuple[int, ...]
    stride_s: int


@dataclass(frozen=True, slots=True)
class Ladder:
    """The common ladder and its rules."""

    source: str
    strength: str
    rpe_max: int
    walk_min: int
    clean_from: float
    clean_to: float
    runs_a_week: int
    least_run_min: int
    gain_window_days: int
    sleep_needed_h: float
    stuck_window_days: int
    entry_window_days: int
    still_running_days: int
    replay_days: int
    amber_entry_steps_back: int
    green_days_to_leave: int
    stage_nine_step: float
    stage_nine_step_min: int
    rebuild: Rebuild
    stages: tuple[Stage, ...]
    columns: Mapping[str, Column]
    basis: Mapping[str, Basis] = field(default_factory=dict[str, Basis])

    def basis_of(self, key: str) -> Basis:
        """What a number of this file rests on."""
        return basis_in(self, key)

    def place(self, stage_id: str) -> int:
        """How far up the ladder a stage is, from 0."""
        return next(n for n, stage in enumerate(self.stages) if stage.id == stage_id)
