"""A goal: how far the long run grows toward it, and how soon it can be reached (clinical 3.2, decisions H)."""

from dataclasses import dataclass
from datetime import date
from math import ceil

from planner.assess import Assessment
from planner.assess.load import cap_km
from planner.journal import Goal, Runner
from planner.protocols import Protocols
from planner.schedule.week import Week


@dataclass(frozen=True, slots=True)
class Reach:
    """What is known of a goal. Kilometres; weeks from today.

    `longest_km`: the longest run now, or where the ladder ends; `ladder_weeks`: the fewest until then; `weeks`: the fewest
    until the goal, of them; `left`: weeks until the date, None without one; `by_then_km`: the longest run until then.
    """

    distance_km: float
    longest_km: float
    ladder_weeks: int
    weeks: int
    slow_weeks: int
    by: date | None
    left: int | None
    by_then_km: float

    @property
    def in_time(self) -> bool:
        """Tell whether the goal can be reached by its date."""
        return self.left is None or self.weeks <= self.left


def goal_of(runner: Runner, today: date) -> Goal | None:
    """The goal that counts: one with a distance whose date has not passed."""
    goal = runner.goal
    if goal is None or not goal.distance_km or (goal.by is not None and goal.by < today):
        return None
    return goal


def fewest_weeks(longest_km: float, distance_km: float, book: Protocols) -> int:
    """Weeks until the long run has grown to a distance: by the cap once a week, and not in a step-back week."""
    every = book.caps.step_back.building_weeks + 1
    weeks = 0
    while longest_km < distance_km:
        weeks += 1
        if weeks % every:
            longest_km = cap_km(longest_km, book)
    return weeks


def longest_after(longest_km: float, weeks: int, distance_km: float, book: Protocols) -> float:
    """The long run after so many weeks of growing by the cap, at most the distance."""
    every = book.caps.step_back.building_weeks + 1
    for week in range(1, weeks + 1):
        if week % every and longest_km < distance_km:
            longest_km = cap_km(longest_km, book)
    return min(longest_km, distance_km)


def reach(a: Assessment, runner: Runner, book: Protocols) -> Reach | None:
    """How soon the goal can be reached; None without a goal, and while running is held back by what comes first."""
    goal = goal_of(runner, a.today)
    if goal is None or not goal.distance_km or a.phase not in {"healthy", "rebuild", "walking", "return_to_run"}:
        return None
    pace = a.load.pace or book.caps.assumed_pace_min_per_km
    ladder = _ladder_weeks(a, book)
    longest = a.load.longest_30d_km
    if a.standing.stage not in {None, "9"}:
        longest = book.ladder.stages[-1].intervals(bone=False).total_run_min / pace
    weeks = ladder + fewest_weeks(longest, goal.distance_km, book)
    left = (goal.by - a.today).days // 7 if goal.by is not None else None
    until = max(0, left - ladder) if left is not None else weeks
    return Reach(
        goal.distance_km, longest, ladder, weeks, ceil(weeks * book.caps.goal.slow_factor), goal.by, left,
        longest_after(longest, until, goal.distance_km, book),
    )  # fmt: skip


def _ladder_weeks(a: Assessment, book: Protocols) -> int:
    """The fewest weeks until the last stage: as many stages a week as may be gained, the walking gate among them."""
    standing, ladder = a.standing, book.ladder
    if standing.stage is None:
        return 0
    column = ladder.columns[standing.column]
    usable = [s.id for s in ladder.stages if standing.column == "bone" or not s.bone_only]
    walking = standing.stage == "W"
    steps = walking + len(usable) - 1 - usable.index(column.after_walks if walking else standing.stage)
    return ceil(steps / column.most_gain)


def goal_minutes(week: Week) -> int | None:
    """Where the long run stops growing: the goal's distance at the runner's pace, or the longest run if that is longer.

    None without a goal, or where the pace isn't known.
    """
    goal, load = goal_of(week.runner, week.today), week.assessment.load
    if goal is None or not goal.distance_km or load.pace is None:
        return None
    return max(ceil(round(goal.distance_km * load.pace, 6)), int(load.longest_30d_min))
