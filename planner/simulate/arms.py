"""What a runner goes by: a rule of thumb, or (in `planned.py`) the planner."""

from typing import Protocol

from planner.simulate.body import Lived, Session
from planner.simulate.runners import Draws, Runner
from planner.simulate.tissue import State

PAIN_FREE_DAYS = 7
# Pain in a run, or an hour after, that sends a resting runner back to rest.
STOPS_AT = 3
WEEKLY = 1.1
# A week of nothing grows by nothing; this much starts it again.
FIRST_WEEK_MIN = 20.0


class Arm(Protocol):
    """A way of deciding, day by day."""

    def wants(self, day: int, morning: int, state: State, luck: Draws) -> Session | None:
        """What is to be done today, after a morning of that score."""
        ...

    def free(self) -> bool:
        """Tell whether an extra run isn't ruled out today."""
        ...

    def learn(self, lived: Lived, luck: Draws) -> None:
        """Take in how the day went."""
        ...


def straight(minutes: float) -> Session:
    """A run without walking in it."""
    return Session(minutes, longest=minutes)


class RestFirst:
    """Rest until pain-free for seven days, then run as before; back to rest when a run hurts."""

    def __init__(self, runner: Runner) -> None:
        self._runner = runner
        self._resting = runner.condition.hurt
        self._quiet = 0

    def wants(self, day: int, morning: int, state: State, luck: Draws) -> Session | None:  # noqa: ARG002 an Arm's
        """A usual run on the usual days, unless resting."""
        if self._resting or day % 7 not in self._runner.run_days:
            return None
        return straight(self._runner.usual_min)

    def free(self) -> bool:
        """Resting rules out extra runs."""
        return not self._resting

    def learn(self, lived: Lived, luck: Draws) -> None:  # noqa: ARG002 an Arm's
        """Count days without pain; a run that hurts begins a rest."""
        worst = max(lived.pain_run or 0, lived.pain_after or 0, lived.pain_morning, lived.pain_daily)
        self._quiet = self._quiet + 1 if worst == 0 else 0
        if max(lived.pain_run or 0, lived.pain_after or 0) >= STOPS_AT:
            self._resting = True
        elif self._resting and self._quiet >= PAIN_FREE_DAYS:
            self._resting = False


class TenPercent:
    """Each week ten percent more than was done in the week before, up to the usual week, whatever hurts."""

    def __init__(self, runner: Runner) -> None:
        self._runner = runner
        self._usual_week = float(runner.usual_min * len(runner.run_days))
        share = 1.0 if not runner.condition.hurt else 0.5 if runner.ran_on else 0.0
        self._last_week = self._usual_week * share
        self._this_week = 0.0

    def wants(self, day: int, morning: int, state: State, luck: Draws) -> Session | None:  # noqa: ARG002 an Arm's
        """An even share of the week on each usual day."""
        if day % 7 not in self._runner.run_days:
            return None
        week = min(self._usual_week, max(FIRST_WEEK_MIN, self._last_week * WEEKLY))
        return straight(round(week / len(self._runner.run_days)))

    def free(self) -> bool:
        """Nothing rules out an extra run."""
        return True

    def learn(self, lived: Lived, luck: Draws) -> None:  # noqa: ARG002 an Arm's
        """Add up the week."""
        self._this_week += lived.done.run_min if lived.done else 0.0
        if lived.day % 7 == 6:
            self._last_week, self._this_week = self._this_week, 0.0
