"""An item of a day as text: its title, its steps and its dose."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from planner.protocols import Protocols
from planner.schedule import Item
from planner.words.catalogue import say
from planner.words.documents import FlagDoc, ItemDoc
from planner.words.flags import ask_for_flags, steps_to_see
from planner.words.reasons import exercise_name, tell, tell_all

_EXERCISES = frozenset({"strength", "mobility", "warm_up", "cool_down"})


def tell_item(item: Item, flags: Sequence[FlagDoc], language: str, book: Protocols) -> ItemDoc:
    if item.shown is not None:
        return ItemDoc(**item.shown)
    told: dict[str, Any] = {
        "id": item.id,
        "kind": item.kind,
        "title": _title(item, language),
        "at": f"{item.at:%H:%M}",
        "minutes": item.minutes,
        "dose": plain(item.dose),
        "steps": [*_steps(item, flags, language, book), *_notes(item, language)],
    }
    if item.about:
        told["for"] = item.about
    told["reasons"] = tell_all(item.reasons, language)
    return ItemDoc(**told)


def plain(value: Any) -> Any:  # noqa: ANN401 - JSON
    """A dose for JSON: whole numbers without a decimal point."""
    if isinstance(value, Mapping):
        return {key: plain(one) for key, one in cast("Mapping[str, Any]", value).items()}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in cast("Sequence[Any]", value)]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _title(item: Item, language: str) -> str:
    dose = plain(item.dose)
    if item.kind == "run":
        key = "title.run_walk" if any(s["walk_min"] for s in dose["segments"]) else "title.run"
        key = f"{key}_stage" if "stage" in dose else key
        return say(key, language, minutes=dose["run_min"], stage=dose.get("stage"))
    if item.kind == "check_in":
        return say(f"title.{item.reasons[0].rule}", language)
    return say(f"title.{item.kind}", language, minutes=item.minutes)


def _notes(item: Item, language: str) -> list[str]:
    """How to do it with what the runner told of their health."""
    return [tell(reason, language)["text"] for reason in item.reasons if reason.rule.startswith("note.")]


def _steps(item: Item, flags: Sequence[FlagDoc], language: str, book: Protocols) -> list[str]:
    dose = plain(item.dose)
    if item.kind == "run":
        return _run_steps(dose, language)
    if "exercises" in dose:
        return [*(_exercise(exercise, language) for exercise in dose["exercises"]), *_pain_limit(dose, language)]
    if item.kind == "see_clinician":
        return steps_to_see([flag for flag in flags if flag["id"] in dose["flags"]], language, book)
    if item.kind == "hydration":
        first = "steps.hydration.target" if "drink_ml" in dose else "steps.hydration.thirst"
        more = [say("steps.hydration.long", language, **dose)] if "most_l_per_h" in dose else []
        return [say(first, language, **dose), say("steps.hydration.2", language), *more]
    if item.kind == "nutrition":
        first = "steps.nutrition.grams" if "protein_meal_g" in dose else "steps.nutrition.palm"
        return [say(first, language, **dose), say("steps.nutrition.2", language)]
    if item.kind == "massage":
        return [say(f"steps.massage.{dose['tool']}", language, **dose), *_numbered(item, dose, language, book)]
    if item.kind == "check_in":
        asked = [say(f"steps.{asked}", language) for asked in dose["asks"] if asked != "red_flags"]
        return asked or ask_for_flags(book, language)
    return _numbered(item, dose, language, book)


def _pain_limit(dose: Mapping[str, Any], language: str) -> list[str]:
    """How much an exercise may hurt, where there is a limit."""
    if "pain_max" not in dose:
        return []
    key = "steps.strength.stop" if dose["pain_max"] else "steps.strength.painless"
    return [say(key, language, score=dose["pain_max"])]


def _numbered(item: Item, dose: Mapping[str, Any], language: str, book: Protocols) -> list[str]:
    """The steps of a practice, one sentence a number."""
    params = {key: value for key, value in dose.items() if isinstance(value, (int, float, str))}
    params.setdefault("minutes", item.minutes)
    count = book.practices[item.kind].steps
    most = [say("steps.walk.most", language, **params)] if "steps_max" in dose else []
    return [*(say(f"steps.{item.kind}.{n}", language, **params) for n in range(1, count + 1)), *most]


def _run_steps(dose: Mapping[str, Any], language: str) -> list[str]:
    steps: list[str] = []
    for segment in dose["segments"]:
        key = "steps.run.intervals" if segment["walk_min"] else "steps.run.whole"
        steps.append(say(key, language, **segment))
    steps.append(say("steps.run.easy", language, rpe=dose["rpe_max"]))
    if "pain_max" in dose:
        steps.append(say("steps.run.stop", language, score=dose["pain_max"]))
    if "strides" in dose:
        steps.append(say("steps.run.strides", language, n=dose["strides"], seconds=dose["stride_s"]))
    if "hills" in dose:
        steps.append(say("steps.run.flat", language))
    if "hint" in dose:
        steps.append(say(f"steps.hint.{dose['hint']}", language))
    return list(dict.fromkeys(steps))


def say_stop(kind: str, score: int, language: str) -> str:
    """What to do when it hurts in a run, a walk or an exercise, where it may be felt up to a score."""
    of = "strength" if kind in _EXERCISES else "run"
    return say(f"steps.{of}.stop" if score else f"steps.{of}.painless", language, score=score)


def _exercise(exercise: Mapping[str, Any], language: str) -> str:
    name = exercise_name(str(exercise["id"]), language)
    shapes = ("sets", "reps", "seconds", "times", "minutes", "metres")
    shape = "_".join(key for key in shapes if key in exercise)
    text = (
        say(f"dose.{shape}", language, name=name, **{k: exercise[k] for k in shapes if k in exercise})
        if shape
        else name
    )
    ways = [way for way in ("floor_only", "small_range") if exercise.get(way)]
    return " ".join([text, *(say(f"dose.{way}", language) for way in (*ways, *exercise.get("hints", ())))])
