"""Which item of a day comes first on the screen. A matter of showing only: the plan has already decided.

Whom to see is not among them: the banner above says it.
"""

from planner.ui.model import SESSIONS
from planner.words.documents import DayDoc, ItemDoc, PlanDoc, ReasonDoc

FIRST = ("run", "walk", "cross_training", "strength", "rest")


def main_item(day: DayDoc) -> ItemDoc | None:
    """The day's main thing: the first in rank that is still open, else the first in rank."""
    ranked = [item for kind in FIRST for item in day["items"] if item["kind"] == kind]
    return next((item for item in ranked if not item.get("outcome")), next(iter(ranked), None))


def planned_session(day: DayDoc) -> ItemDoc | None:
    """The run or walk of the day that is still open."""
    return next((item for item in day["items"] if item["kind"] in SESSIONS and not item.get("outcome")), None)


def other_items(day: DayDoc) -> list[ItemDoc]:
    main = main_item(day)
    return [item for item in day["items"] if item is not main]


def why_no_run(plan: PlanDoc, day: DayDoc) -> ReasonDoc | None:
    """The plan's own reason for a day without a run; None where there is one."""
    if any(item["kind"] == "run" for item in day["items"]):
        return None
    missed = [reason for gap in plan["not_placed"] if gap["kind"] == "run" for reason in gap["reasons"]]
    main = main_item(day)
    return next(iter(missed or (main["reasons"] if main else [])), None)
