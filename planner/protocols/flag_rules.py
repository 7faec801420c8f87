"""Red flags, and what a health state rules out (`plans/flags.toml`, `plans/health.toml`)."""

from collections.abc import Mapping
from dataclasses import dataclass


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
