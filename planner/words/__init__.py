"""(rule id, parameters, language) -> sentence: the only place that turns reasons and items into text."""

from planner.words.catalogue import knows, languages, say
from planner.words.documents import (
    AssessmentDoc,
    ChangeDoc,
    DayDoc,
    FlagDoc,
    HowToDoc,
    ItemDoc,
    NotPlacedDoc,
    PlanDoc,
    ReasonDoc,
    WayDoc,
)
from planner.words.items import say_stop
from planner.words.lately import as_one
from planner.words.reasons import tell
from planner.words.replies import limit_until, reply_head, say_difference, say_reply
from planner.words.saying_faults import say_faults
from planner.words.standing import tell_assessment
from planner.words.telling import day_of, tell_plan
from planner.words.voice import Voice, listed, voice_of
from planner.words.way import how_to_test, tell_way

__all__ = [
    "AssessmentDoc", "ChangeDoc", "DayDoc", "FlagDoc", "HowToDoc", "ItemDoc", "NotPlacedDoc", "PlanDoc", "ReasonDoc", "Voice", "WayDoc",
    "as_one", "day_of", "how_to_test", "knows", "languages", "limit_until", "listed", "reply_head", "say", "say_difference", "say_faults", "say_reply", "say_stop", "tell", "tell_assessment", "tell_plan",
    "tell_way", "voice_of",
]  # fmt: skip
