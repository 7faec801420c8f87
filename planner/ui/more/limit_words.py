"""A limit in words."""

from collections.abc import Mapping
from typing import Any

from planner.journal.vocabulary import HOLDS, WEEKDAYS
from planner.ui.model import Model
from planner.ui.start.days import weekdays
from planner.words import knows
from planner.words.limits import exercise_words


def limit_words(model: Model, limit: Mapping[str, Any]) -> str:
    kind, value = str(limit["kind"]), limit.get("value")
    match kind:
        case "no_hills":
            return model.say("ui.more.limit.no_hills")
        case "days_off" if isinstance(value, int | float):
            return model.say("ui.more.limit.rest_days", n=int(value))
        case "max_run_min" | "max_pain" if isinstance(value, int | float):
            return model.say(f"ui.more.limit.{kind}", n=int(value))
        case "exercises":
            given = value if isinstance(value, list | tuple) else [value]
            named = [exercise_words(each, model.desk.voice) for each in given]
            return model.say("ui.more.limit.exercises", what=model.desk.voice.listed(named))
        case "days_off" | "allow":
            named = [_named(model, kind, str(each)) for each in (value if isinstance(value, list | tuple) else [value])]
            return model.say(f"ui.more.limit.{kind}", what=model.desk.voice.listed(named))
        case _:
            return model.say(f"ui.more.limit.{kind}", what=value)


def _named(model: Model, kind: str, word: str) -> str:
    if kind == "days_off" and word in WEEKDAYS:
        return dict(weekdays(model.language))[word]
    if kind == "allow" and word in HOLDS:
        return model.say(f"ui.more.hold.{word}")
    key = f"kind.{word}"
    return model.say(key) if knows(key) else word
