"""How long it may take: an honest range of weeks, and plainly whether a goal can be reached by its date."""

from typing import Any

from planner.assess import Assessment
from planner.protocols import Protocols
from planner.schedule import Reach
from planner.words.flags import day_name
from planner.words.voice import Voice


def tell_forecast(a: Assessment, reach: Reach | None, voice: Voice, book: Protocols) -> dict[str, Any] | None:
    """A range of weeks from the slowest of the diagnoses, else until the goal; None without both."""
    known = [book.rows[d.condition] for d in a.diagnoses if d.condition in book.rows]
    ranges = [row for row in known if row.weeks]
    goal = _goal(reach, voice) if reach is not None else []
    if not ranges:
        if reach is None:
            return None
        return {"weeks_min": reach.weeks, "weeks_max": reach.slow_weeks, "basis": " ".join(goal)}
    slowest = max(ranges, key=lambda row: row.weeks or ())
    low, high = (slowest.weeks or (0, 0))[:2]
    basis = voice.say("forecast.basis", source=book.sources[slowest.basis_of("weeks").source].title)
    return {"weeks_min": low, "weeks_max": high, "basis": " ".join([basis, *goal])}


def _goal(reach: Reach, voice: Voice) -> list[str]:
    if reach.weeks == 0:
        return [voice.say("forecast.goal_reached", goal_km=reach.distance_km, km=reach.longest_km)]
    first = "forecast.goal_ladder" if reach.ladder_weeks else "forecast.goal"
    told = [voice.say(first, goal_km=reach.distance_km, km=reach.longest_km, n=reach.weeks, ladder=reach.ladder_weeks)]
    if reach.by is not None:
        key = "forecast.in_time" if reach.in_time else "forecast.too_late"
        by = day_name(reach.by, voice)
        told.append(voice.say(key, by=by, n=reach.left, goal_km=reach.distance_km, then_km=reach.by_then_km))
    return told
