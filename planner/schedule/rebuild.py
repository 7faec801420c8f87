"""After the last stage: one variable at a time, in the order of `plans/ladder.toml` (decisions C, clinical 3.2 R5).

What was raised in earlier weeks is told by the runs issued for them that were run.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from planner.assess import Light, Reason
from planner.journal.issued import IssuedItem
from planner.schedule.goal import goal_of
from planner.schedule.week import Week


@dataclass(frozen=True, slots=True)
class Raise:
    """What may change this week. `variable` None: nothing; `opened`: what was raised earlier, and stays."""

    variable: str | None
    opened: frozenset[str]
    strides: int
    reason: Reason

    def allows(self, variable: str) -> bool:
        """Tell whether a variable is, or was, raised."""
        return variable == self.variable or variable in self.opened


def raised(week: Week) -> Raise:
    """The one variable of this week, for a runner past the ladder."""
    a, rule = week.assessment, week.book.ladder.rebuild
    done = _raised_before(week)
    before = [item for item in done if item.date < week.start]
    opened = frozenset(str(item.json["dose"]["raised"]) for item in before)
    strided = sum("strides" in item.json["dose"] for item in before)
    strides = min(rule.strides[-1], rule.strides[0] + strided)
    held = [s.id for s in a.sessions if s.day > a.today - timedelta(days=rule.hold_days) and s.light is not Light.GREEN]
    if held or a.light is not Light.GREEN or a.held == "progress":
        why = Reason(
            "rebuild.hold", rule.source, rule.strength, {"days": rule.hold_days}, tuple(held), "lifts.green_week"
        )
        return Raise(None, opened, strides, why)
    this_week = [str(item.json["dose"]["raised"]) for item in done if item.date >= week.start]
    variable = this_week[0] if this_week else _next(week, opened)
    key = f"rebuild.{variable or 'done'}"
    why = Reason(
        key, rule.source, rule.strength, {"n": strides, "seconds": rule.stride_s} if variable == "pace" else {}
    )
    return Raise(variable, opened, strides, why)


def _raised_before(week: Week) -> list[IssuedItem]:
    """Issued runs that said what was raised, on days with a run, since the last stage was reached."""
    since = week.assessment.standing.reached_nine or date.min
    return [
        item
        for item in week.history.runs
        if since <= item.date <= week.today and week.ran_on(item.date)
        if "raised" in (item.json.get("dose") or {})
    ]


def _next(week: Week, opened: frozenset[str]) -> str | None:
    """The first variable of the order that is neither raised nor out of place."""
    for variable in week.book.ladder.rebuild.order:
        if variable == "minutes":
            if not _far_enough(week):
                return variable
        elif variable not in opened and not _out_of_place(week, variable):
            return variable
    return None


def _far_enough(week: Week) -> bool:
    """Minutes have grown enough: the goal's distance, or the usual week before it all began, has been run."""
    goal, load = goal_of(week.runner, week.today), week.assessment.load
    if goal is not None and goal.distance_km:
        return load.longest_30d_km >= goal.distance_km
    usual = week.runner.usual_week_km
    return usual is not None and 0 < usual <= load.last_7d_km


def _out_of_place(week: Week, variable: str) -> bool:
    """Faster running before a long enough run, and hills against the clinician."""
    if variable == "hills":
        return bool(week.limit(max(week.today, week.start), "no_hills"))
    column = week.book.ladder.columns[week.assessment.standing.column]
    return variable == "pace" and week.assessment.load.longest_30d_min < column.pace_from_min
