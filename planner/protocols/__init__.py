"""The protocols of `plans/*.toml` as typed objects. A bad file names its line and key."""

from planner.protocols.flag_rules import FlagRule, Flags, Health
from planner.protocols.limits import Caps, Row, TestGate
from planner.protocols.loading import protocols, read
from planner.protocols.practices import Exercise, Practice, Routine
from planner.protocols.shapes import Protocols, Source
from planner.protocols.shaping import PlanFault
from planner.protocols.stages import Column, Intervals, Ladder, Stage

__all__ = [
    "Caps", "Column", "Exercise", "FlagRule", "Flags", "Health", "Intervals", "Ladder", "PlanFault", "Practice",
    "Protocols", "Routine", "Row", "Source", "Stage", "TestGate", "protocols", "read",
]  # fmt: skip
