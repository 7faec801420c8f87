"""(assessment, runner, protocols, week) -> WeekPlan, what changed against the last one, and what is due when."""

from planner.schedule.changes import Change
from planner.schedule.clinician import Seen
from planner.schedule.goal import Reach
from planner.schedule.items import Item
from planner.schedule.moving import can_move, possible_days, refusal
from planner.schedule.plan import Day, WeekPlan, monday, plan_week
from planner.schedule.repeats import may_advance, walk_gate
from planner.schedule.slots import Looked
from planner.schedule.way import Clean, Growth, SelfTest, Step, Way, way_ahead
from planner.schedule.week import WEEKS_AHEAD

__all__ = [
    "WEEKS_AHEAD", "Change", "Clean", "Day", "Growth", "Item", "Looked", "Reach", "Seen", "SelfTest", "Step", "Way",
    "WeekPlan", "can_move", "may_advance", "monday", "plan_week", "possible_days", "refusal", "walk_gate", "way_ahead",
]  # fmt: skip
