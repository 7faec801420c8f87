"""(assessment, runner, protocols, week) -> WeekPlan, what changed against the last one, and what is due when."""

from planner.schedule.changes import Change
from planner.schedule.clinician import Seen
from planner.schedule.goal import Reach
from planner.schedule.items import Item
from planner.schedule.moving import possible_days, refusal
from planner.schedule.plan import Day, WeekPlan, monday, plan_week
from planner.schedule.repeats import may_advance, walk_gate
from planner.schedule.slots import Looked

__all__ = [
    "Change", "Day", "Item", "Looked", "Reach", "Seen", "WeekPlan", "may_advance", "monday", "plan_week",
    "possible_days", "refusal", "walk_gate",
]  # fmt: skip
