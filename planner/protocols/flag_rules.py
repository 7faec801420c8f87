"""Red flags, the questions that look for them, and what a health state rules out (`plans/flags.toml`, `health.toml`)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from planner.protocols.basis import Basis, basis_in


@dataclass(frozen=True, slots=True)
class FlagRule:
    """What a red flag does. `ended_by` None: no clearance is needed, it ends as decisions E says.

    `refer`: whom those in `see` may send the runner on to. `meanwhile`: what not to do until then. `tell`: the health
    states that those who are seen should hear of. `has_place`: it is about the place where it was seen.
    """

    id: str
    urgency: str
    holds: str
    see: tuple[str, ...]
    source: str
    strength: str
    ended_by: str | None = None
    refer: tuple[str, ...] = ()
    meanwhile: tuple[str, ...] = ()
    tell: tuple[str, ...] = ()
    has_place: bool = True

    @property
    def may_be_cleared(self) -> bool:
        """Whether a clinician's word ends it."""
        return self.ended_by is not None


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the screening, and the signs that a yes may mean. `has_place`: they are somewhere on the body.

    `with_leg`: signs that it asks for together with a leg that hurts or swells.
    """

    id: str
    signs: tuple[str, ...]
    has_place: bool = True
    with_leg: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Screening:
    """When the red-flag questions are asked, and what they ask."""

    source: str
    strength: str
    minutes: int
    every_days: int
    jump_points: int
    jump_mean_days: int
    new_pain: int
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Flags:
    """The red flags and the thresholds of their patterns."""

    version: str
    source: str
    strength: str
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
    acute_signs: tuple[str, ...]
    acute_one_sided: tuple[str, ...]
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
    screening: Screening
    basis: Mapping[str, Basis] = field(default_factory=dict[str, Basis])

    def basis_of(self, key: str) -> Basis:
        """What a number of this file rests on, outside the flags' own tables."""
        return basis_in(self, key)

    def rule(self, flag_id: str) -> FlagRule:
        """The rule of a flag."""
        return next(rule for rule in self.flags if rule.id == flag_id)


@dataclass(frozen=True, slots=True)
class Health:
    """Item kinds that a health state, or a flag, rules out. `notes`: health state -> kind -> how to do it then."""

    source: str
    strength: str
    never: Mapping[str, tuple[str, ...]]
    held: Mapping[str, tuple[str, ...]]
    notes: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])
    basis: Mapping[str, Basis] = field(default_factory=dict[str, Basis])
