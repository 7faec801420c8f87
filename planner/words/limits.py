"""A clinician's limits and exercises in words, from the profile's JSON."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, cast

from babel.dates import format_date

from planner.journal.vocabulary import HOLDS, WEEKDAYS
from planner.words.catalogue import knows, spoken
from planner.words.voice import Voice

_MONDAY = date(2024, 1, 1)


def named(family: str, word: object, voice: Voice) -> str:
    """The name of a word of the vocabulary; the word itself where a person wrote one of their own."""
    key = f"{family}.{word}"
    return voice.say(key) if knows(key) else str(word)


def limit_words(limit: Mapping[str, Any], voice: Voice) -> str:
    """A limit as a sentence without its end."""
    kind, value = str(limit["kind"]), limit.get("value")
    match kind:
        case "no_hills":
            return voice.say("pdf.limit.no_hills")
        case "days_off" if isinstance(value, int | float):
            return voice.say("pdf.limit.rest_days", n=int(value))
        case "max_run_min" | "max_pain":
            return voice.say(f"pdf.limit.{kind}", what=value)
        case "exercises":
            given = _several(value)
            return voice.say("pdf.limit.exercises", what=voice.listed([exercise_words(each, voice) for each in given]))
        case "days_off" | "allow":
            words = [_named(kind, str(each), voice) for each in _several(value)]
            return voice.say(f"pdf.limit.{kind}", what=voice.listed(words))
        case _:
            return voice.say(f"pdf.limit.{kind}", what=value)


def _several(value: object) -> Sequence[object]:
    return cast("Sequence[object]", value) if isinstance(value, list | tuple) else [value]


def _named(kind: str, word: str, voice: Voice) -> str:
    if kind == "days_off" and word in WEEKDAYS:
        there = _MONDAY.replace(day=_MONDAY.day + WEEKDAYS.index(word))
        return format_date(there, "EEEE", locale=spoken(voice.language))
    if kind == "allow" and word in HOLDS:
        return voice.say(f"pdf.hold.{word}")
    return named("kind", word, voice)


def exercise_words(one: object, voice: Voice) -> str:
    """An exercise, with its dose where it has one: step heel raise (3 × 12, 10 kg, 3 times a week)."""
    if not isinstance(one, Mapping):
        return named("exercise", one, voice)
    told = cast("Mapping[str, Any]", one)
    name, dose = named("exercise", told.get("id"), voice), _dose(told, voice)
    return voice.say("pdf.exercise.dosed", name=name, dose=", ".join(dose)) if dose else name


def _dose(told: Mapping[str, Any], voice: Voice) -> list[str]:
    sets, reps, seconds, load, weekly = map(told.get, ("sets", "reps", "seconds", "load_kg", "per_week"))
    said: list[str] = []
    if sets and reps:
        said.append(voice.say("pdf.exercise.sets_reps", sets=sets, reps=reps))
    elif sets:
        said.append(voice.say("pdf.exercise.sets", n=sets))
    elif reps:
        said.append(voice.say("pdf.exercise.reps", n=reps))
    if seconds:
        said.append(voice.say("pdf.exercise.seconds", n=seconds))
    if isinstance(load, int | float):
        said.append(voice.say("pdf.exercise.load", load_kg=float(load)))
    if weekly:
        said.append(voice.say("pdf.exercise.weekly", n=weekly))
    return said
