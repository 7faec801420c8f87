"""What a runner is and what they log: frozen dataclasses, units, validation. Imports nothing of ours."""

from planner.journal.entries import (
    CheckIn,
    Clearance,
    Done,
    Drink,
    Entry,
    Issued,
    Pain,
    Pause,
    ProfileChange,
    Run,
    Screen,
    Sleep,
    Test,
    Walk,
)
from planner.journal.faults import Fault, Faults
from planner.journal.fold import Journal, canonical, content_id, fold, profile, survivors, with_more, without_symptoms
from planner.journal.reading import read_entry
from planner.journal.runner import Diagnosis, Goal, HealthState, Limit, Runner, read_runner

__all__ = [
    "CheckIn", "Clearance", "Diagnosis", "Done", "Drink", "Entry", "Fault", "Faults", "Goal", "HealthState", "Issued",
    "Journal", "Limit", "Pain", "Pause", "ProfileChange", "Run", "Runner", "Screen", "Sleep", "Test", "Walk",
    "canonical", "content_id", "fold", "profile", "read_entry", "read_runner", "survivors", "with_more",
    "without_symptoms",
]  # fmt: skip
