"""Exercises, routines, recovery items and habits (`plans/recovery.toml`)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


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
