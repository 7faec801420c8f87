"""What a runner off the ladder, or past it, would run in a week: how often, how long, and one longer run (decisions H)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from math import floor

from planner.assess import Judged, Reason
from planner.assess.sessions import running_minutes
from planner.schedule.caps import intervals, km_of, reason
from planner.schedule.goal import goal_minutes, goal_of
from planner.schedule.rebuild import Raise, raised
from planner.schedule.week import Week


@dataclass(frozen=True, slots=True)
class Target:
    """What the runner would do without other bounds: runs a week, minutes of most runs and of the longest one."""

    runs: int
    base_min: int
    long_min: int
    reasons: tuple[Reason, ...]
    long_reasons: tuple[Reason, ...] = ()
    raised: Raise | None = None


def target(week: Week) -> Target:
    """What a runner off the ladder, or on its last stage, would run in a week (decisions H)."""
    load, caps = week.assessment.load, week.book.caps
    entries = (load.longest_entry,) if load.longest_entry else ()
    runs = min(caps.most_runs_a_week, max(caps.least_runs_a_week, floor(load.runs_28d / 4 + 0.5)))
    cap = load.cap_min or 0
    if week.assessment.phase == "rebuild":
        return _toward_goal(week, _rebuilding(week, cap))
    if load.days_since_run is not None and load.days_since_run >= caps.gap_days:
        less = floor(load.longest_30d_min * caps.gap_factor)
        why = reason(week, "load.gap", entries, "lifts.run", days=load.days_since_run, minutes=less)
        return Target(runs, less, less, (why,))
    if load.runs_30d < caps.few_runs:
        share = floor(_longest_known(week) * caps.few_runs_factor)
        why = reason(week, "load.few_runs", entries, "lifts.run", n=load.runs_30d, minutes=share)
        return Target(runs, min(cap, share), min(cap, share), (why, longest_reason(week)))
    base = min(cap, round(load.median_min))
    habit = reason(week, "load.habit", (), None, runs=runs, minutes=base)
    return _toward_goal(week, Target(runs, base, cap, (habit, longest_reason(week))))


def _longest_known(week: Week) -> float:
    """Minutes of the longest of all runs."""
    pace = week.assessment.load.pace or week.book.caps.assumed_pace_min_per_km
    return max((running_minutes(run, pace) for run in week.journal.runs), default=0.0)


def longest_reason(week: Week) -> Reason:
    """The cap on a single run, by the longest of 30 days."""
    load, caps = week.assessment.load, week.book.caps
    rule = "load.cap_step" if load.longest_30d_min < caps.short_min else "load.cap"
    return reason(
        week, rule, (load.longest_entry,) if load.longest_entry else (), None, minutes=load.cap_min or 0,
        km=load.cap_km or 0, longest_km=round(load.longest_30d_km, 1), longest_min=round(load.longest_30d_min),
    )  # fmt: skip


def _rebuilding(week: Week, cap: int) -> Target:
    a, ladder = week.assessment, week.book.ladder
    base = min(cap, floor(max(a.load.median_min, min(a.load.longest_30d_min, _last_stage(week)))))
    step = raised(week)
    why = reason(week, "ladder.rebuild", a.standing.entries, None, minutes=base)
    long_min = _stage_nine(week, cap, grows=step.variable == "minutes")
    return Target(ladder.runs_a_week, base, long_min, (why, longest_reason(week), step.reason), (), step)


def _last_stage(week: Week) -> float:
    return intervals(week, "8").total_run_min


def _stage_nine(week: Week, cap: int, *, grows: bool) -> int:
    """Longer by 10 % or 3 minutes, whichever is more, once in seven days, within the cap; or as long as lately."""
    ladder = week.book.ladder
    runs = _past_the_ladder(week)
    first = week.today - timedelta(days=7)
    before = max((s.run_min for s in runs if s.day <= first), default=0.0)
    lately = max((s.run_min for s in runs if s.day > first), default=0.0)
    reference = max(before, lately, _last_stage(week))
    if not grows or (lately > before and lately > _last_stage(week) and runs[0].day <= first):
        return min(cap, floor(reference))
    step = max(reference * ladder.stage_nine_step, ladder.stage_nine_step_min)
    return min(cap, floor(reference + step))


def _past_the_ladder(week: Week) -> Sequence[Judged]:
    """The runs of the cap's window since the last one on a stage below the last."""
    first = week.today - timedelta(days=week.book.caps.cap_window_days)
    found: list[Judged] = []
    for session in reversed(week.assessment.runs):
        if session.day <= first or (session.stated and session.stage != "9"):
            break
        found.insert(0, session)
    return found


def _toward_goal(week: Week, want: Target) -> Target:
    """The longest run grows to the goal and no further."""
    most, goal = goal_minutes(week), goal_of(week.runner, week.today)
    if most is None or goal is None or goal.distance_km is None:
        return want
    longest = week.assessment.load.longest_30d_km
    long_min = max(want.base_min, min(want.long_min, most))
    if longest >= goal.distance_km:
        why = reason(week, "goal.reached", (), None, goal_km=goal.distance_km, km=round(longest, 1))
    else:
        why = reason(week, "goal.build", (), None, goal_km=goal.distance_km, km=km_of(week, long_min) or 0)
    return replace(want, long_min=long_min, long_reasons=(why,))


def first_week_minutes(week: Week) -> int | None:
    """Running minutes left in a new or heavier runner's first week; None where it doesn't apply."""
    load, caps = week.assessment.load, week.book.caps
    if not load.first_week:
        return None
    left = max(0.0, caps.first_week_km - load.last_7d_km)
    return floor(left * (load.pace or caps.assumed_pace_min_per_km))
