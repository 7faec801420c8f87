"""A recovery and prevention planner for runners."""
