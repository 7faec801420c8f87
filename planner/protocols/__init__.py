"""The protocols of `plans/*.toml` as typed objects. A bad file names its line and key."""

from planner.protocols.loading import protocols, read
from planner.protocols.shapes import (
    Caps,
    Column,
    Exercise,
    FlagRule,
    Flags,
    Health,
    Intervals,
    Ladder,
    Practice,
    Protocols,
    Routine,
    Row,
    Source,
    Stage,
    TestGate,
)
from planner.protocols.shaping import PlanFault

__all__ = [
    "Caps", "Column", "Exercise", "FlagRule", "Flags", "Health", "Intervals", "Ladder", "PlanFault", "Practice",
    "Protocols", "Routine", "Row", "Source", "Stage", "TestGate", "protocols", "read",
]  # fmt: skip
