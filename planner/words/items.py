"""An item of a day as text: its title, its steps and its dose."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from planner.protocols import Protocols
from planner.schedule import Item
from planner.words.documents import FlagDoc, ItemDoc
from planner.words.flags import ask_for_flags, steps_to_see
from planner.words.reasons import exercise_name, tell, tell_all
from planner.words.voice import Voice

_EXERCISES = frozenset({"strength", "mobility", "warm_up", "cool_down"})


def tell_item(item: Item, flags: Sequence[FlagDoc], voice: Voice, book: Protocols) -> ItemDoc:
    if item.shown is not None:
        return ItemDoc(**item.shown)
    told: dict[str, Any] = {
        "id": item.id,
        "kind": item.kind,
        "title": _title(item, voice),
        "at": f"{item.at:%H:%M}",
        "minutes": item.minutes,
        "dose": plain(item.dose),
        "steps": [*_steps(item, flags, voice, book), *_notes(item, voice)],
    }
    if item.about:
        told["for"] = item.about
    told["reasons"] = tell_all(item.reasons, voice)
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


def _title(item: Item, voice: Voice) -> str:
    dose = plain(item.dose)
    if item.kind == "run":
        key = "title.run_walk" if any(s["walk_min"] for s in dose["segments"]) else "title.run"
        key = f"{key}_stage" if "stage" in dose else key
        return voice.say(key, minutes=dose["run_min"], stage=dose.get("stage"))
    if item.kind == "check_in":
        return voice.say(f"title.{item.reasons[0].rule}")
    return voice.say(f"title.{item.kind}", minutes=item.minutes)


def _notes(item: Item, voice: Voice) -> list[str]:
    """How to do it with what the runner told of their health."""
    return [tell(reason, voice)["text"] for reason in item.reasons if reason.rule.startswith("note.")]


def _steps(item: Item, flags: Sequence[FlagDoc], voice: Voice, book: Protocols) -> list[str]:
    dose = plain(item.dose)
    if item.kind == "run":
        return _run_steps(dose, voice)
    if "exercises" in dose:
        return [*(_exercise(exercise, voice) for exercise in dose["exercises"]), *_pain_limit(dose, voice)]
    if item.kind == "see_clinician":
        return steps_to_see([flag for flag in flags if flag["id"] in dose["flags"]], voice, book)
    if item.kind == "hydration":
        first = "steps.hydration.target" if "drink_ml" in dose else "steps.hydration.thirst"
        more = [voice.say("steps.hydration.long", **dose)] if "most_l_per_h" in dose else []
        return [voice.say(first, **dose), voice.say("steps.hydration.2"), *more]
    if item.kind == "nutrition":
        first = "steps.nutrition.grams" if "protein_meal_g" in dose else "steps.nutrition.palm"
        return [voice.say(first, **dose), voice.say("steps.nutrition.2")]
    if item.kind == "massage":
        return [voice.say(f"steps.massage.{dose['tool']}", **dose), *_numbered(item, dose, voice, book)]
    if item.kind == "check_in":
        asked = [voice.say(f"steps.{asked}") for asked in dose["asks"] if asked != "red_flags"]
        return asked or ask_for_flags(book, voice)
    return _numbered(item, dose, voice, book)


def _pain_limit(dose: Mapping[str, Any], voice: Voice) -> list[str]:
    """How much an exercise may hurt, where there is a limit."""
    if "pain_max" not in dose:
        return []
    key = "steps.strength.stop" if dose["pain_max"] else "steps.strength.painless"
    return [voice.say(key, score=dose["pain_max"])]


def _numbered(item: Item, dose: Mapping[str, Any], voice: Voice, book: Protocols) -> list[str]:
    """The steps of a practice, one sentence a number."""
    params = {key: value for key, value in dose.items() if isinstance(value, (int, float, str))}
    practice = book.practices[item.kind]
    params = {"minutes": item.minutes, "hottest_c": practice.hottest_c, **params}
    most = [voice.say("steps.walk.most", **params)] if "steps_max" in dose else []
    return [*(voice.say(f"steps.{item.kind}.{n}", **params) for n in range(1, practice.steps + 1)), *most]


def _run_steps(dose: Mapping[str, Any], voice: Voice) -> list[str]:
    steps: list[str] = []
    for segment in dose["segments"]:
        key = "steps.run.intervals" if segment["walk_min"] else "steps.run.whole"
        steps.append(voice.say(key, **segment))
    steps.append(voice.say("steps.run.easy", rpe=dose["rpe_max"]))
    if "pain_max" in dose:
        steps.append(voice.say("steps.run.stop", score=dose["pain_max"]))
    if "strides" in dose:
        steps.append(voice.say("steps.run.strides", n=dose["strides"], seconds=dose["stride_s"]))
    if "hills" in dose:
        steps.append(voice.say("steps.run.flat"))
    if "hint" in dose:
        steps.append(voice.say(f"steps.hint.{dose['hint']}"))
    return list(dict.fromkeys(steps))


def say_stop(kind: str, score: int, voice: Voice) -> str:
    """What to do when it hurts in a run, a walk or an exercise, where it may be felt up to a score."""
    of = "strength" if kind in _EXERCISES else "run"
    return voice.say(f"steps.{of}.stop" if score else f"steps.{of}.painless", score=score)


def _exercise(exercise: Mapping[str, Any], voice: Voice) -> str:
    name = exercise_name(str(exercise["id"]), voice)
    shapes = ("sets", "reps", "seconds", "times", "minutes", "metres")
    shape = "_".join(key for key in shapes if key in exercise)
    text = voice.say(f"dose.{shape}", name=name, **{k: exercise[k] for k in shapes if k in exercise}) if shape else name
    if "load_kg" in exercise:
        text = f"{text} {voice.say('dose.load', load_kg=exercise['load_kg'])}"
    ways = [way for way in ("floor_only", "small_range") if exercise.get(way)]
    return " ".join([text, *(voice.say(f"dose.{way}") for way in (*ways, *exercise.get("hints", ())))])
