"""Runs and walks by the day, with the cap for a single run that held on each."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from planner.assess.load import cap_km, cap_min
from planner.assess.series.stretch import Running
from planner.assess.sessions import running_minutes
from planner.journal import Journal, Run
from planner.journal.issued import IssuedItem
from planner.protocols import Protocols


@dataclass(frozen=True, slots=True)
class _Measured:
    """A run in the figures that the plan reckons with too."""

    day: date
    run: Run
    minutes: float
    km: float


class Load:
    """Runs and walks to ask for by the day."""

    def __init__(self, journal: Journal, issued: Mapping[str, IssuedItem], pace: float, book: Protocols) -> None:
        """`pace` in min/km stands in where a run has no duration or no distance."""
        self._book, self._issued = book, issued
        self._runs = [_measured(run, pace) for run in journal.runs]
        self._days = [one.day for one in self._runs]
        self._by_day = {day: list(runs) for day, runs in groupby(self._runs, lambda one: one.day)}
        self._walks = {
            day: [walk.duration_min or 0.0 for walk in walks]
            for day, walks in groupby(journal.walks, lambda walk: walk.at.date())
        }

    def on(self, day: date) -> Running:
        """The runs and walks of a day."""
        runs, walks = self._by_day.get(day, ()), self._walks.get(day, ())
        caps = self._caps(day)
        return Running(
            runs=len(runs),
            minutes=sum(one.minutes for one in runs),
            km=sum(one.km for one in runs),
            estimated=sum(one.run.distance_km is None for one in runs),
            over=sum(_is_over(one, *caps) for one in runs),
            longest_min=max((one.minutes for one in runs), default=0.0),
            longest_km=max((one.km for one in runs), default=0.0),
            cap_min=caps[0],
            cap_km=caps[1],
            walks=len(walks),
            walk_minutes=sum(walks),
            session_days=1 if runs or walks else 0,
            stage=next((stage for one in reversed(runs) if (stage := self._stage(one.run)) is not None), None),
        )

    def _caps(self, day: date) -> tuple[int | None, float | None]:
        """The caps on the morning of a day, in minutes and km; None where no run of 30 days tells."""
        first = bisect_left(self._days, day - timedelta(days=self._book.caps.cap_window_days - 1))
        before: Sequence[_Measured] = self._runs[first : bisect_left(self._days, day)]
        if not before:
            return None, None
        return (
            cap_min(max(one.minutes for one in before), self._book),
            cap_km(max(one.km for one in before), self._book),
        )

    def _stage(self, run: Run) -> str | None:
        """The stage as logged, else as it was planned."""
        item = self._issued.get(run.item or "")
        planned = item.json["dose"].get("stage") if item and item.json.get("dose") else None
        return run.stage or (str(planned) if planned else None)


def _measured(run: Run, pace: float) -> _Measured:
    minutes = running_minutes(run, pace)
    return _Measured(run.at.date(), run, minutes, minutes / pace if run.distance_km is None else run.distance_km)


def _is_over(one: _Measured, most_min: int | None, most_km: float | None) -> bool:
    """Tell whether a run was longer than its cap. On the ladder the stage bounds a run, not the cap."""
    if one.run.staged or most_min is None or most_km is None:
        return False
    return one.minutes > most_min if one.run.distance_km is None else one.run.distance_km > most_km
