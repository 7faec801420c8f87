"""Pain limits by condition and load limits (`plans/conditions.toml`, `plans/caps.toml`)."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TestGate:
    """What a self-test has to show before running starts, where it was done."""

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
    weeks_source: str = ""
    after_against_before: bool = False
    two_ambers_need_morning: bool = False
    amber_run_and_morning_is_red: bool = False
    tests: Mapping[str, TestGate] = field(default_factory=dict[str, TestGate])


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
    first_week_source: str
    assumed_pace_min_per_km: float
    less_load_factor: float
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
    sleep_source: str
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
