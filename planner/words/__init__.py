"""(rule id, parameters, language) -> sentence: the only place that turns reasons and items into text."""

from planner.words.catalogue import knows, languages, say
from planner.words.documents import (
    AssessmentDoc,
    ChangeDoc,
    DayDoc,
    FlagDoc,
    ItemDoc,
    NotPlacedDoc,
    PlanDoc,
    ReasonDoc,
    WayDoc,
)
from planner.words.items import say_stop
from planner.words.reasons import tell
from planner.words.saying_faults import say_faults
from planner.words.standing import tell_assessment
from planner.words.telling import day_of, tell_plan
from planner.words.way import tell_way

__all__ = [
    "AssessmentDoc", "ChangeDoc", "DayDoc", "FlagDoc", "ItemDoc", "NotPlacedDoc", "PlanDoc", "ReasonDoc", "WayDoc",
    "day_of", "knows", "languages", "say", "say_faults", "say_stop", "tell", "tell_assessment", "tell_plan",
    "tell_way",
]  # fmt: skip
