"""A reason as a sentence, with the words of the vocabulary in the runner's language."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import cast

from planner.assess import Reason
from planner.words.catalogue import knows
from planner.words.documents import ReasonDoc
from planner.words.flags import day_name
from planner.words.voice import Voice

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


def tell(reason: Reason, voice: Voice) -> ReasonDoc:
    """A reason with its sentence."""
    params = _named(reason.params, voice)
    told: ReasonDoc = {
        "rule": reason.rule,
        "text": " ".join([voice.say(f"reason.{reason.rule}", **params).strip(), *_set_by(reason, voice)]),
        "entries": list(reason.entries),
        "source": reason.source,
        "strength": reason.strength,
    }
    if reason.lifts is not None:
        told["lifts"] = voice.say(reason.lifts, **params)
    return told


def _set_by(reason: Reason, voice: Voice) -> list[str]:
    """Who set a limit, and its last day, as far as they are known."""
    if not reason.rule.startswith("limit."):
        return []
    by, until = str(reason.params.get("by") or ""), reason.params.get("until")
    keys = "_".join(key for key, value in (("by", by), ("until", until)) if value)
    if not keys:
        return []
    who = voice.say(f"see.{by}") if knows(f"see.{by}", voice.language) else by
    return [voice.say(f"limit.set_{keys}", by=who, until=day_name(until, voice) if isinstance(until, date) else "")]


def tell_all(reasons: Sequence[Reason], voice: Voice) -> list[ReasonDoc]:
    return [tell(reason, voice) for reason in reasons]


def _named(params: Mapping[str, object], voice: Voice) -> dict[str, object]:
    """Parameters that are words of the vocabulary, in the language; numbers without needless zeros."""
    told: dict[str, object] = {}
    for key, value in params.items():
        if key in _NAMED and isinstance(value, str) and knows(f"{_NAMED[key]}.{value}", voice.language):
            told[key] = voice.say(f"{_NAMED[key]}.{value}")
        elif key == "exercises":
            told[key] = ", ".join(exercise_name(str(one), voice) for one in cast("Sequence[object]", value))
        elif key == "site" and value is None:
            told[key] = voice.say("site.unknown")
        elif isinstance(value, float) and value.is_integer():
            told[key] = int(value)
        elif isinstance(value, date):
            told[key] = day_name(value, voice)
        else:
            told[key] = value
    told.setdefault("site", voice.say("site.unknown"))
    told.setdefault("side", "")
    return told


def exercise_name(exercise: str, voice: Voice) -> str:
    known = f"exercise.{exercise}"
    return voice.say(known) if knows(known, voice.language) else exercise
