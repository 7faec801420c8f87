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
from planner.journal.limits import Exercise, Limit, limit_json
from planner.journal.reading import read_entry
from planner.journal.reply import Reply, is_reply, read_reply, share_id
from planner.journal.runner import Diagnosis, Goal, HealthState, Runner, read_runner

__all__ = [
    "CheckIn", "Clearance", "Diagnosis", "Done", "Drink", "Entry", "Exercise", "Fault", "Faults", "Goal", "HealthState", "Issued",
    "Journal", "Limit", "Pain", "Pause", "ProfileChange", "Reply", "Run", "Runner", "Screen", "Sleep", "Test", "Walk",
    "canonical", "content_id", "fold", "is_reply", "limit_json", "profile", "read_entry", "read_reply", "read_runner",
    "share_id", "survivors", "with_more",
    "without_symptoms",
]  # fmt: skip
