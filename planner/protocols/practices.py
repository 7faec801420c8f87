"""Exercises, routines, recovery items and habits (`plans/recovery.toml`), and hints on runs (`plans/hints.toml`)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from planner.protocols.basis import Basis, basis_in


@dataclass(frozen=True, slots=True)
class Fit:
    """Who does an exercise, and who does it differently. Sites are those of complaints without a diagnosis."""

    impact: bool = False
    running: bool = False
    needs: str | None = None
    leave_out_for: tuple[str, ...] = ()
    leave_out_sites: tuple[str, ...] = ()
    floor_only_for: tuple[str, ...] = ()
    small_range_for: tuple[str, ...] = ()
    small_range_sites: tuple[str, ...] = ()
    not_fresh: bool = False
    calf: bool = False


@dataclass(frozen=True, slots=True)
class Exercise:
    """An exercise of a routine with its dose. `work_s`: seconds it takes; `fills`: it takes what the others leave."""

    id: str
    impact: bool = False
    running: bool = False
    reps: int | None = None
    seconds: int | None = None
    times: int | None = None
    metres: int | None = None
    work_s: int = 0
    fills: bool = False
    leave_out_for: tuple[str, ...] = ()
    leave_out_sites: tuple[str, ...] = ()
    floor_only_for: tuple[str, ...] = ()
    small_range_for: tuple[str, ...] = ()
    small_range_sites: tuple[str, ...] = ()

    @property
    def fit(self) -> Fit:
        """Who does it."""
        return Fit(
            self.impact, self.running, None, self.leave_out_for, self.leave_out_sites, self.floor_only_for,
            self.small_range_for, self.small_range_sites,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Routine:
    """Exercises in a row: warm-up, cool-down, mobility."""

    minutes: int
    source: str
    strength: str
    exercises: tuple[Exercise, ...]
    least_walk_min: int = 0
    days_a_week: int = 0
    at: str = "12:00"
    basis: Mapping[str, Basis] = field(default_factory=dict[str, Basis])

    def basis_of(self, key: str) -> Basis:
        """What a number of this routine rests on."""
        return basis_in(self, key)


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
    child_dose: Mapping[str, Any] = field(default_factory=dict[str, Any])
    needs: tuple[str, ...] = ()
    tool: str | None = None
    not_fresh: bool = False
    not_venous: bool = False
    not_for: tuple[str, ...] = ()
    teen_target_h: float = 0.0
    drink_ml_female: int = 0
    drink_ml_male: int = 0
    pregnancy_extra_ml: int = 0
    most_l_per_h: float = 0.0
    hottest_c: float = 0.0
    long_run_min: int = 0
    g_per_kg: float = 0.0
    least_g: int = 0
    most_g: int = 0
    day_g_per_kg: tuple[float, ...] = ()
    no_numbers_with: tuple[str, ...] = ()
    doctor_with: tuple[str, ...] = ()
    basis: Mapping[str, Basis] = field(default_factory=dict[str, Basis])

    def basis_of(self, key: str) -> Basis:
        """What a number of this practice rests on."""
        return basis_in(self, key)


@dataclass(frozen=True, slots=True)
class Extras:
    """How recovery items share the days: at most so many a day, the one that helps most first."""

    source: str
    strength: str
    most_a_day: int
    least_a_week: tuple[str, ...]
    by_benefit: tuple[str, ...]
    latest: str
    early: str
    cold: tuple[str, ...]
    cold_after_strength_h: int
    fresh_h: int
    fresh_signs: tuple[str, ...]
    fresh_conditions: tuple[str, ...]
    child_below: int
    child_without: tuple[str, ...]
    long_run_min: int
    hard_rpe: int
    sore_days: int
    basis: Mapping[str, Basis] = field(default_factory=dict[str, Basis])

    def basis_of(self, key: str) -> Basis:
        """What a number of the sharing rests on."""
        return basis_in(self, key)


@dataclass(frozen=True, slots=True)
class Hint:
    """One more thing to know on a run, and the numbers that bring it."""

    source: str
    strength: str
    rows: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    not_with: tuple[str, ...] = ()
    surfaces: tuple[str, ...] = ()
    days: int = 0
    runs: int = 0
    km: float = 0.0
    months: int = 0
    share: float = 0.0
    percent: int = 0
