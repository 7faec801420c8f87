"""(assessment, runner, protocols, week) -> WeekPlan, what changed against the last one, and what is due when."""

from planner.schedule.changes import Change
from planner.schedule.items import Item
from planner.schedule.plan import Day, WeekPlan, monday, plan_week

__all__ = ["Change", "Day", "Item", "WeekPlan", "monday", "plan_week"]
