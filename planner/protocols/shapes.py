"""What `plans/*.toml` holds, as types. Every number of the domain is a field here and a line there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Source:
    """Where a number comes from; `read`: primary, secondary, recalled or project."""

    title: str
    where: str
    read: str


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
    fails_urgency: str
    gaps: Mapping[str, str]
    after_walks: str

    def after_gap(self, days: int) -> str | None:
        """The highest stage left after so many days without a run; None where the gap changes nothing."""
        cell = None
        for least, stage in sorted(self.gaps.items(), key=lambda pair: int(pair[0])):
            if days >= int(least):
                cell = stage
        return cell


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
    fails_to_be_stuck: int
    stuck_window_days: int
    entry_window_days: int
    still_running_days: int
    amber_entry_steps_back: int
    green_days_to_leave: int
    stage_nine_step: float
    stage_nine_step_min: int
    stages: tuple[Stage, ...]
    columns: Mapping[str, Column]

    def place(self, stage_id: str) -> int:
        """How far up the ladder a stage is, from 0."""
        return next(n for n, stage in enumerate(self.stages) if stage.id == stage_id)


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


@dataclass(frozen=True, slots=True)
class FlagRule:
    """What a red flag does. `ended_by` None: no clearance is needed, it ends as decisions E says."""

    id: str
    urgency: str
    holds: str
    see: tuple[str, ...]
    source: str
    strength: str
    ended_by: str | None = None


@dataclass(frozen=True, slots=True)
class Flags:
    """The red flags and the thresholds of their patterns."""

    version: str
    signs_within_days: int
    rest_night_days: int
    rest_night_window_days: int
    rest_night_once: int
    daily_pain: int
    daily_pain_free_of_runs_days: int
    load_pain_days: int
    load_pain_window_days: int
    load_pain_once: int
    compartment_pain: int
    rest_once_hours: int
    rest_once_free_days: int
    elderly_new_age: int
    no_improvement_days: int
    no_improvement_points: int
    no_improvement_week_rise: float
    no_improvement_worse_days: int
    no_improvement_worse_to: int
    high_risk_sites: tuple[str, ...]
    clot_risks: tuple[str, ...]
    energy_risks: tuple[str, ...]
    tendon_drugs: tuple[str, ...]
    tendon_sites: tuple[str, ...]
    knee_sites: tuple[str, ...]
    foot_sites: tuple[str, ...]
    clinician_first: tuple[str, ...]
    flags: tuple[FlagRule, ...]
    due_days: Mapping[str, int]

    def rule(self, flag_id: str) -> FlagRule:
        """The rule of a flag."""
        return next(rule for rule in self.flags if rule.id == flag_id)


@dataclass(frozen=True, slots=True)
class Health:
    """Item kinds that a health state, or a flag, rules out."""

    source: str
    strength: str
    never: Mapping[str, tuple[str, ...]]
    held: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Exercise:
    """An exercise with its dose."""

    id: str
    impact: bool
    minutes: int | None = None
    sets: int | None = None
    reps: int | None = None
    seconds: int | None = None
    times: int | None = None
    needs: str | None = None
    green_only: bool = False
    from_stage: str | None = None
    leave_out_for: tuple[str, ...] = ()
    floor_only_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Routine:
    """Exercises in a row: warm-up, cool-down, strength."""

    minutes: int
    source: str
    strength: str
    exercises: tuple[Exercise, ...]
    walk_min: int = 0
    days_a_week: int = 0
    apart_days: int = 0


@dataclass(frozen=True, slots=True)
class Practice:
    """A recovery item or habit. `steps`: how many sentences of steps there are."""

    minutes: int
    at: str
    source: str
    strength: str
    dose: Mapping[str, Any]
    steps: int
    days_a_week: int = 0
    after_min: int = 0
    teen_target_h: float = 0.0
    drink_ml_female: int = 0
    drink_ml_male: int = 0
    thirst_source: str = ""


@dataclass(frozen=True, slots=True)
class Protocols:
    """Everything that `plans/` says."""

    sources: Mapping[str, Source]
    ladder: Ladder
    rows: Mapping[str, Row]
    caps: Caps
    flags: Flags
    health: Health
    routines: Mapping[str, Routine] = field(default_factory=dict[str, Routine])
    practices: Mapping[str, Practice] = field(default_factory=dict[str, Practice])
