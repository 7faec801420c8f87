"""The protocols of `plans/*.toml` as typed objects. A bad file names its line and key."""

from planner.protocols.asking import Asking, TestHow
from planner.protocols.basis import Basis, Leaf, leaves
from planner.protocols.emergency import Emergency
from planner.protocols.flag_rules import FlagRule, Flags, Health, Question
from planner.protocols.learning import Advice, Card, cards_for
from planner.protocols.limits import Caps, Row, TestGate
from planner.protocols.loading import protocols, read, tables
from planner.protocols.practices import Exercise, Extras, Fit, Hint, Practice, Routine
from planner.protocols.shapes import Protocols, Source
from planner.protocols.shaping import PlanFault
from planner.protocols.stages import Column, Intervals, Ladder, Stage
from planner.protocols.training import Prescribed, Programme, Training

__all__ = [
    "Advice", "Asking", "Basis", "Caps", "Card", "Column", "Emergency", "Exercise", "Extras", "Fit", "FlagRule", "Flags", "Health", "Hint",
    "Intervals", "Ladder", "Leaf", "PlanFault", "Practice", "Prescribed", "Programme", "Protocols", "Question", "Routine", "Row",
    "Source", "Stage", "TestGate", "TestHow", "Training", "cards_for", "leaves", "protocols", "read", "tables",
]  # fmt: skip
