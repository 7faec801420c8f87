"""A reason as a sentence, with the words of the vocabulary in the runner's language."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import cast

from planner.assess import Reason
from planner.words.catalogue import knows, say
from planner.words.documents import ReasonDoc
from planner.words.flags import day_name

_NAMED = {
    "site": "site",
    "side": "side",
    "health": "health",
    "flag": "flag",
    "kind": "kind",
    "phase": "phase",
    "test": "test",
    "row": "row",
    "surface": "surface",
    "light": "light",
}


def tell(reason: Reason, language: str) -> ReasonDoc:
    """A reason with its sentence."""
    params = _named(reason.params, language)
    told: ReasonDoc = {
        "rule": reason.rule,
        "text": say(f"reason.{reason.rule}", language, **params),
        "entries": list(reason.entries),
        "source": reason.source,
        "strength": reason.strength,
    }
    if reason.lifts is not None:
        told["lifts"] = say(reason.lifts, language, **params)
    return told


def tell_all(reasons: Sequence[Reason], language: str) -> list[ReasonDoc]:
    return [tell(reason, language) for reason in reasons]


def _named(params: Mapping[str, object], language: str) -> dict[str, object]:
    """Parameters that are words of the vocabulary, in the language; numbers without needless zeros."""
    told: dict[str, object] = {}
    for key, value in params.items():
        if key in _NAMED and isinstance(value, str) and knows(f"{_NAMED[key]}.{value}", language):
            told[key] = say(f"{_NAMED[key]}.{value}", language)
        elif key == "exercises":
            told[key] = ", ".join(exercise_name(str(one), language) for one in cast("Sequence[object]", value))
        elif key == "site" and value is None:
            told[key] = say("site.unknown", language)
        elif isinstance(value, float) and value.is_integer():
            told[key] = int(value)
        elif isinstance(value, date):
            told[key] = day_name(value, language)
        else:
            told[key] = value
    told.setdefault("site", say("site.unknown", language))
    told.setdefault("side", "")
    return told


def exercise_name(exercise: str, language: str) -> str:
    known = f"exercise.{exercise}"
    return say(known, language) if knows(known, language) else exercise
