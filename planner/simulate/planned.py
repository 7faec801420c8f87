"""The planner's arm: each morning a plan from all that was written down and issued so far, as the app makes it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from planner.cases import read_case
from planner.journal.issued import History, read_issued
from planner.protocols import protocols
from planner.schedule import monday, plan_week
from planner.simulate import checks, diary
from planner.simulate.body import Lived, Session
from planner.simulate.clinician import Clinician
from planner.simulate.runners import Draws, Runner
from planner.simulate.tissue import State
from planner.words import DayDoc, PlanDoc, tell_plan, voice_of


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan as it was made on a day, and what is wrong with it."""

    doc: PlanDoc
    replanned: bool
    breaks: tuple[str, ...]


class ByPlan:
    """Do what today's plan says, answer what it asks, see the clinician it names."""

    def __init__(self, runner: Runner) -> None:
        self._runner = runner
        self._clinician = Clinician(runner, protocols())
        self._history = History()
        self.profile = diary.profile_of(runner)
        self.entries = diary.past(runner)
        self.plan: Planned | None = None

    def wants(self, day: int, morning: int, state: State, luck: Draws) -> Session | None:
        """Log the morning, plan, see the clinician where that is due, and read today's run or walk."""
        today = diary.date_of(day)
        self.entries += diary.morning(self._runner, day, morning, self._session_of(day - 1), luck)
        doc = self._make(today)
        visit = self._clinician.see(doc["assessment"]["flags"], self.profile, state, today)
        self.entries += visit.entries
        self.profile |= visit.profile
        items = next(one["items"] for one in doc["days"] if one["date"] == today.isoformat())
        sessions = [item for item in items if item["kind"] in {"run", "walk"} and not item.get("outcome")]
        return diary.planned_session(dict(sessions[0])) if sessions else None

    def free(self) -> bool:
        """A flag that holds impact or all rules extra runs out."""
        flags = self.plan.doc["assessment"]["flags"] if self.plan else []
        return not any(flag["holds"] in {"all", "impact"} for flag in flags)

    def learn(self, lived: Lived, luck: Draws) -> None:
        """Write the day down."""
        self.entries += diary.evening(self._runner, lived, luck)

    def case(self, today: date) -> dict[str, Any]:
        """The contract's case of that day, to look at with other tools."""
        plans = [
            {"today": plan.today.isoformat(), "week_start": plan.week_start.isoformat(),
             "days": [{"date": on.isoformat(), "items": [dict(item.json) for item in items]}
                      for on, items in plan.days.items()]}
            for plan in self._history.plans
        ]  # fmt: skip
        return {
            "schema": 1, "today": today.isoformat(), "runner": self.profile, "issued": plans, "journal": self.entries,
        }  # fmt: skip

    def _session_of(self, day: int) -> str | None:
        """The id of that day's session, where it was written down."""
        on = diary.date_of(day)
        wanted = {f"run-{on}", f"walk-{on}"}
        return next((entry["id"] for entry in reversed(self.entries[-12:]) if entry["id"] in wanted), None)

    def _make(self, today: date) -> PlanDoc:
        journal, runner, _ = read_case(self.entries, self.profile, (), today)
        week = plan_week(journal, runner, self._history, today, monday(today), protocols())
        doc = tell_plan(week, voice_of(runner), protocols())
        replanned = bool(self._history.on(today))
        self.plan = Planned(doc, replanned, tuple(checks.broken(doc, journal, runner)))
        self._issue(doc)
        return doc

    def _issue(self, doc: PlanDoc) -> None:
        """Keep the days that differ from what was issued, as the desk does."""
        new = [day for day in doc["days"] if not day.get("past") and self._differs(day)]
        if new:
            plan = {"today": doc["today"], "week_start": doc["week_start"], "days": new, "changes": doc["changes"]}
            self._history = History((*self._history.plans, *read_issued([plan]).plans))

    def _differs(self, day: DayDoc) -> bool:
        issued = [item.json for item in self._history.on(date.fromisoformat(day["date"]))]
        return _contents(day["items"]) != _contents(issued)


def _contents(items: Sequence[Mapping[str, Any]]) -> list[tuple[object, ...]]:
    return [tuple(item.get(key) for key in ("id", "kind", "at", "minutes", "dose", "for")) for item in items]
