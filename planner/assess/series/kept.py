"""What became of what was planned, by the day."""

from collections import Counter
from datetime import date

from planner.assess.series.stretch import Planned
from planner.journal import Journal
from planner.journal.issued import History, IssuedItem

# Sleep, drinks and questions have figures of their own; what belongs to a run is done with it
COUNTED = frozenset(
    {
        "run", "walk", "cross_training", "rest", "strength", "mobility", "contrast_shower", "leg_elevation", "warm_bath",
        "cold_pack", "massage", "compression",
    }
)  # fmt: skip


class Kept:
    """What became of issued items, to ask for by the day."""

    def __init__(self, journal: Journal, history: History, today: date) -> None:
        """The last word on an item counts; a session logged for it is done."""
        self._history, self._today = history, today
        self._said = {done.item: done.outcome for done in journal.dones if done.outcome != "moved"}
        self._logged = {session.item for session in (*journal.runs, *journal.walks)}
        self._runs = {run.at.date() for run in journal.runs}
        self._walks = {walk.at.date() for walk in journal.walks}
        moves = {(done.at.date(), done.item) for done in journal.dones if done.outcome == "moved"}
        self._moves = Counter(day for day, item in moves if item in history.items())

    def on(self, day: date) -> Planned:
        """What became of the day's items; what is still to come today isn't counted, nor what nobody saw in its week."""
        items = self._history.items()
        found = [
            self._outcome(item, day)
            for item in self._history.on(day)
            if item.kind in COUNTED and items[item.id].date == day
        ]
        return Planned(found.count("done"), found.count("skipped"), found.count("missed"), self._moves[day])

    def _outcome(self, item: IssuedItem, day: date) -> str:
        said = self._said.get(item.id)
        if said is not None:
            return said
        if item.id in self._logged:
            return "done"
        if not self._history.was_current(day):
            return "open"  # looked at ahead, and the app stayed closed when its week came
        if self._was_done(item.kind, day):
            return "done"
        return "missed" if day < self._today else "open"

    def _was_done(self, kind: str, day: date) -> bool:
        """A run or walk of that day stands for the planned one; resting when told to is done by not running."""
        if kind == "rest":
            return day < self._today and day not in self._runs
        if kind == "walk":
            return day in self._walks or day in self._runs
        return kind == "run" and day in self._runs
