"""Where a runner stands on the ladder, and what its replay has to know."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from planner.assess.lights import Light

SleptEnough = Callable[[date], bool]


@dataclass(frozen=True, slots=True)
class Setting:
    """What the replay needs to know about the runner. `walk_gates`: highest pain in a walk that lets running start."""

    column: str
    diagnosed: bool
    climbed: bool
    complaint: bool
    advances: bool
    walk_gate: int | None
    bone: bool
    light: Light
    today: date
    slept_enough: SleptEnough
    failed_test: str | None = None
    clear_from: date | None = None
    stuck_cleared: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the runner stands on the ladder. `stage` None: not on it."""

    stage: str | None
    column: str
    clean: int = 0
    clean_needed: int = 0
    walks: int = 0
    walks_needed: int = 0
    red_days: tuple[date, ...] = ()
    last_red: tuple[str, ...] = ()
    morning_due: bool = False
    walk_due: bool = False
    test_due: str | None = None
    stuck_since: date | None = None
    stuck_urgency: str = "routine"
    stuck_entries: tuple[str, ...] = ()
    reached_nine: date | None = None
    slept_too_little: bool = False
    gained_enough: bool = False
    entries: tuple[str, ...] = ()
