"""One week as it leaves for a calendar, with what an earlier export had in it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from planner.share.calendar import calendar, revisions, withdrawn
from planner.words.documents import PlanDoc


def week_calendar(
    plan: PlanDoc, issued: Sequence[Mapping[str, object]], *, zone: str, stamp: datetime, language: str
) -> bytes:
    """The items of a plan as a calendar; `issued` are the plans that were shown before, the oldest first."""
    return calendar(
        plan["days"],
        zone=zone,
        stamp=stamp,
        revisions=revisions(issued),
        withdrawn=withdrawn(issued, plan),
        language=language,
    )
