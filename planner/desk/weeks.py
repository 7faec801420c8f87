"""Plans of weeks: each made once from the journal as it stands, and saved as issued when it is shown."""

from datetime import date

from planner.desk.ledger import Ledger
from planner.protocols import protocols
from planner.schedule import WeekPlan, monday, plan_week
from planner.words import PlanDoc, tell_plan


class Weeks:
    """The plans that were made since the journal was last read."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._reading = 0
        self._told: dict[tuple[date, bool], PlanDoc] = {}
        self._made: dict[date, WeekPlan] = {}

    def told(self, start: date, *, trace: bool) -> PlanDoc:
        """The plan of a week as JSON, saved as issued where it differs from what was shown before."""
        with self._ledger.lock:
            state = self._ledger.state()
            if self._reading != self._ledger.reading:
                self._told.clear()
                self._reading = self._ledger.reading
            if (start, trace) not in self._told:
                week = plan_week(state.journal, state.runner, state.history, state.today, start, protocols())
                self._made[start] = week
                plan = tell_plan(week, state.voice, protocols(), trace=trace)
                plan["changes"] = plan["changes"] or state.shown_changes(start)
                self._issue(plan)
                self._told[(start, trace)] = plan
            return self._told[(start, trace)]

    def of(self, day: date) -> WeekPlan:
        """The week of a day as its plan was last made."""
        with self._ledger.lock:
            start = monday(day)
            self.told(start, trace=False)
            return self._made[start]

    def _issue(self, plan: PlanDoc) -> None:
        """Save the days that differ from what was issued, with what changed."""
        issued = self._ledger.state().to_issue(plan)
        if issued is not None:
            self._ledger.issue(issued)
