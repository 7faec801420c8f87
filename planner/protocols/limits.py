"""Pain limits by condition and load limits (`plans/conditions.toml`, `plans/caps.toml`)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from planner.protocols.basis import Basis, basis_in


@dataclass(frozen=True, slots=True)
class TestGate:
    """What a self-test has to show before running starts, where it was done."""

    source: str
    strength: str
    least_reps: int = 0
    most_pain: int = 10


@dataclass(frozen=True, slots=True)
class Row:
    """The pain limits of a condition, or of a complaint without diagnosis. Bands: (highest green, highest amber)."""

    diagnosable: bool
    column: str
    strictness: int
    sites: tuple[str, ...]
    during: tuple[int, ...]
    after: tuple[int, ...]
    morning: tuple[int, ...]
    daily: tuple[int, ...]
    morning_at: tuple[str, ...]
    usual_is_zero: bool
    advances: bool
    red_signs: tuple[str, ...]
    source: str
    strength: str
    walk_gate: int | None = None
    weeks: tuple[int, ...] | None = None
    after_against_before: bool = False
    two_ambers_need_morning: bool = False
    amber_run_and_morning_is_red: bool = False
    rest_days_after_amber: int = 0
    tests: Mapping[str, TestGate] = field(default_factory=dict[str, TestGate])
    basis: Mapping[str, Basis] = field(default_factory=dict[str, Basis])

    def basis_of(self, key: str) -> Basis:
        """What a number of this row rests on."""
        return basis_in(self, key)


@dataclass(frozen=True, slots=True)
class StepBack:
    """A lighter week after building ones. `rise`: the last building week against the first; `share` of the week before."""

    source: str
    strength: str
    building_weeks: int
    rise: float
    share: float


@dataclass(frozen=True, slots=True)
class HardEasy:
    """What makes a run hard (`rpe`) or long (`long_factor` of the usual run), so that the day after is not."""

    source: str
    strength: str
    rpe: int
    long_factor: float


@dataclass(frozen=True, slots=True)
class WeekJump:
    """From which share of the mean of the last `weeks` a week is told to be a jump."""

    source: str
    strength: str
    factor: float
    weeks: int


@dataclass(frozen=True, slots=True)
class WalkingFirst:
    """The upper goal of steps a day for a new or heavier runner."""

    source: str
    strength: str
    steps_max: int


@dataclass(frozen=True, slots=True)
class Now:
    """How an amber score before a run eases it: a share of the usual run, or stages."""

    source: str
    strength: str
    factor: float
    steps_back: int


@dataclass(frozen=True, slots=True)
class SessionLoad:
    """Session-RPE. `least_days` with a load for a monotony."""

    source: str
    strength: str
    least_days: int


@dataclass(frozen=True, slots=True)
class GoalPace:
    """How soon a goal can be reached. `slow_factor`: weeks of those who take it slower, against the fewest."""

    source: str
    strength: str
    slow_factor: float


@dataclass(frozen=True, slots=True)
class Caps:
    """Load limits and the windows of the assessment."""

    source: str
    strength: str
    cap_factor: float
    cap_window_days: int
    short_km: float
    short_step_km: float
    short_min: float
    short_step_min: float
    few_runs: int
    few_runs_factor: float
    gap_days: int
    gap_factor: float
    least_runs_a_week: int
    most_runs_a_week: int
    habit_window_days: int
    amber_factor: float
    hold_window_days: int
    first_week_km: float
    first_week_bmi: float
    assumed_pace_min_per_km: float
    less_load_factor: float
    pace_least_km: float
    pace_least_min: float
    warm_up_reserve_min: int
    cool_down_reserve_min: int
    rpe_max: int
    complaint_window_days: int
    niggle_window_days: int
    light_window_days: int
    standing_days: int
    sleep_target_h: float
    sleep_short_h: float
    sleep_short_nights: int
    sleep_least_nights: int
    two_ambers_window_days: int
    usual_short_days: int
    usual_long_days: int
    usual_least_mornings: int
    unknown_morning_red: int
    soreness_window_h: int
    soreness_end_h: int
    soreness_unusual_factor: float
    soreness_hard_rpe: int
    soreness_walk_above: int
    new_pain_days: tuple[int, ...]
    step_back: StepBack
    hard_easy: HardEasy
    week_jump: WeekJump
    walking_first: WalkingFirst
    now: Now
    session_load: SessionLoad
    goal: GoalPace
    basis: Mapping[str, Basis] = field(default_factory=dict[str, Basis])

    def basis_of(self, key: str) -> Basis:
        """What a number of this file rests on."""
        return basis_in(self, key)
