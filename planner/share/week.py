"""Plans as they leave for a calendar, with what an earlier export had in them."""

from collections.abc import Iterable, Mapping, Sequence

from planner.share.calendar import calendar
from planner.share.calendar_alarms import Alarms
from planner.share.calendar_versions import versions
from planner.words.documents import PlanDoc


def week_calendar(
    plans: Sequence[PlanDoc],
    logged: Iterable[Mapping[str, object]],
    *,
    zone: str,
    language: str,
    alarms: Alarms,
    past: bool = False,
) -> bytes:
    """The items of these plans as a calendar; `logged` is the journal as it was logged, with the plans that were issued."""
    days = [day for plan in plans for day in plan["days"]]
    known = versions(logged, min((day["date"] for day in days), default=""))
    return calendar(days, zone=zone, versions=known, language=language, alarms=alarms, past=past)
