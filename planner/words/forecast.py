"""How long it may take: an honest range of weeks, and plainly whether a goal can be reached by its date."""

from typing import Any

from planner.assess import Assessment
from planner.protocols import Protocols
from planner.schedule import Reach
from planner.words.catalogue import say
from planner.words.flags import day_name


def tell_forecast(a: Assessment, reach: Reach | None, language: str, book: Protocols) -> dict[str, Any] | None:
    """A range of weeks from the slowest of the diagnoses, else until the goal; None without both."""
    known = [book.rows[d.condition] for d in a.diagnoses if d.condition in book.rows]
    ranges = [row for row in known if row.weeks]
    goal = _goal(reach, language) if reach is not None else []
    if not ranges:
        if reach is None:
            return None
        return {"weeks_min": reach.weeks, "weeks_max": reach.slow_weeks, "basis": " ".join(goal)}
    slowest = max(ranges, key=lambda row: row.weeks or ())
    low, high = (slowest.weeks or (0, 0))[:2]
    basis = say("forecast.basis", language, source=book.sources[slowest.basis_of("weeks").source].title)
    return {"weeks_min": low, "weeks_max": high, "basis": " ".join([basis, *goal])}


def _goal(reach: Reach, language: str) -> list[str]:
    km, goal = _km(reach.longest_km), _km(reach.distance_km)
    if reach.weeks == 0:
        return [say("forecast.goal_reached", language, goal_km=goal, km=km)]
    first = "forecast.goal_ladder" if reach.ladder_weeks else "forecast.goal"
    told = [say(first, language, goal_km=goal, km=km, n=reach.weeks, ladder=reach.ladder_weeks)]
    if reach.by is not None:
        key = "forecast.in_time" if reach.in_time else "forecast.too_late"
        by, then = day_name(reach.by, language), _km(reach.by_then_km)
        told.append(say(key, language, by=by, n=reach.left, goal_km=goal, then_km=then))
    return told


def _km(value: float) -> float | int:
    """A distance to 0.1, without a needless zero."""
    return int(value) if float(value).is_integer() else round(value, 1)
