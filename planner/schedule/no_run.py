"""Why a day of a planned week has no run: the one line that a runner asks for."""

from datetime import date

from planner.assess import Reason
from planner.schedule.blocked import walk_instead
from planner.schedule.caps import reason, reserve
from planner.schedule.search import far_enough
from planner.schedule.slots import Running
from planner.schedule.week import rests_enough


def why_no_run(running: Running, day: date) -> Reason | None:
    """The strongest reason for a day from today on without a run; None where it has one."""
    frame = running.frame
    week, runs = frame.week, [slot.day for slot in running.slots if slot.kind == "run"]
    if day in runs or day not in week.open_days:
        return None
    stop = frame.blocked.get(day) or walk_instead(week)
    if stop is not None:
        return stop
    instead = [slot.reasons[0] for slot in running.slots if slot.day == day or not runs]
    missed = [why for kind, why in running.not_placed if kind == "run" and not runs]
    if instead or missed:
        return [*instead, *missed][0]
    needed = week.book.ladder.least_run_min + reserve(week)
    if week.minutes(day) < needed:
        return reason(week, "fit.minutes", minutes=week.minutes(day), needed=needed)
    if not far_enough(frame, sorted([*runs, day])):
        return reason(week, "ladder.days_apart", n=frame.gap - 1)
    return reason(week, "fit.between" if rests_enough(week, frozenset([*runs, day])) else "rest.seven")
