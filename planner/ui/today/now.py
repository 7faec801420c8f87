"""Which item of a day comes first on the screen. A matter of showing only: the plan has already decided.

Whom to see is not among them: the banner above says it.
"""

from planner.ui.model import SESSIONS, Model
from planner.ui.screening.card import asks_for_flags
from planner.words.documents import DayDoc, ItemDoc

FIRST = ("run", "walk", "cross_training", "strength", "rest")


def main_item(day: DayDoc) -> ItemDoc | None:
    """The day's main thing: the first in rank that is still open, else the first in rank."""
    ranked = [item for kind in FIRST for item in day["items"] if item["kind"] == kind]
    return next((item for item in ranked if not item.get("outcome")), next(iter(ranked), None))


def planned_session(day: DayDoc) -> ItemDoc | None:
    """The run or walk of the day that is still open."""
    return next((item for item in day["items"] if item["kind"] in SESSIONS and not item.get("outcome")), None)


def asked_now(model: Model, day: DayDoc) -> list[ItemDoc]:
    """The questions that can be answered now; what was just run comes before the usual question of the morning."""
    asked = [
        item
        for item in day["items"]
        if item["kind"] == "check_in" and not item.get("outcome") and model.questions(item)
    ]
    return sorted(asked, key=lambda item: item["dose"].get("about") is None)


def other_items(day: DayDoc, shown: list[ItemDoc]) -> list[ItemDoc]:
    """The rest of the day, in order of time. The red-flag questions have a card of their own."""
    return [item for item in day["items"] if item not in shown and not asks_for_flags(item)]
