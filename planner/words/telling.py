"""Reasons, items, flags and changes as text: the plan's JSON in the runner's language."""

from collections.abc import Mapping, Sequence
from datetime import date
from math import floor
from typing import Any, cast

from planner.assess import Assessment, Reason
from planner.protocols import Protocols
from planner.schedule import Change, Day, Item, Looked, Reach, Seen, WeekPlan, may_advance, walk_gate
from planner.words.catalogue import knows, say
from planner.words.documents import (
    AssessmentDoc,
    ChangeDoc,
    DayDoc,
    FlagDoc,
    ItemDoc,
    NotPlacedDoc,
    PlanDoc,
    ReasonDoc,
    TraceDoc,
)
from planner.words.flags import ask_for_flags, day_name, steps_to_see, tell_flag
from planner.words.forecast import tell_forecast

SCHEMA = 1
_SAID_OTHERWISE = frozenset({"ladder.held", "ladder.again_sleep", "ladder.again_time"})  # by what they wait for
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


def tell_plan(plan: WeekPlan, language: str, book: Protocols, *, trace: bool = False) -> PlanDoc:
    """The plan as the contract's JSON."""
    assessment = tell_assessment(plan.assessment, plan.seen, plan.reach, language, book, again=plan.again)
    told: PlanDoc = {
        "schema": SCHEMA,
        "rules_version": plan.rules_version,
        "today": plan.today.isoformat(),
        "week_start": plan.start.isoformat(),
        "assessment": assessment,
        "days": [_day(day, assessment["flags"], language, book) for day in plan.days],
        "not_placed": [_not_placed(kind, why, language) for kind, why in plan.not_placed],
        "changes": [_change(change, language) for change in plan.changes],
    }
    if trace:
        told["trace"] = [_looked(one, language) for one in plan.looked]
    return told


def _looked(one: Looked, language: str) -> TraceDoc:
    told: TraceDoc = {
        "rule": one.rule,
        "minutes": one.minutes,
        "bound": one.bound,
        "reason": tell(one.reason, language),
    }
    if one.day is not None:
        told["date"] = one.day.isoformat()
    return told


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


def _named(params: Mapping[str, object], language: str) -> dict[str, object]:
    """Parameters that are words of the vocabulary, in the language; numbers without needless zeros."""
    told: dict[str, object] = {}
    for key, value in params.items():
        if key in _NAMED and isinstance(value, str) and knows(f"{_NAMED[key]}.{value}", language):
            told[key] = say(f"{_NAMED[key]}.{value}", language)
        elif key == "exercises":
            told[key] = ", ".join(_exercise_name(str(one), language) for one in cast("Sequence[object]", value))
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


def _tell_all(reasons: Sequence[Reason], language: str) -> list[ReasonDoc]:
    return [tell(reason, language) for reason in reasons]


def _day(day: Day, flags: Sequence[FlagDoc], language: str, book: Protocols) -> DayDoc:
    if day.past:
        return {"date": day.date.isoformat(), "past": True, "items": [ItemDoc(**shown) for shown in day.shown]}
    return {"date": day.date.isoformat(), "items": [_item(item, flags, language, book) for item in day.items]}


def _item(item: Item, flags: Sequence[FlagDoc], language: str, book: Protocols) -> ItemDoc:
    if item.shown is not None:
        return ItemDoc(**item.shown)
    told: dict[str, Any] = {
        "id": item.id,
        "kind": item.kind,
        "title": _title(item, language),
        "at": f"{item.at:%H:%M}",
        "minutes": item.minutes,
        "dose": _plain(item.dose),
        "steps": [*_steps(item, flags, language, book), *_notes(item, language)],
    }
    if item.about:
        told["for"] = item.about
    told["reasons"] = _tell_all(item.reasons, language)
    return ItemDoc(**told)


def _plain(value: Any) -> Any:  # noqa: ANN401 - JSON
    """A dose for JSON: whole numbers without a decimal point."""
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in cast("Mapping[str, Any]", value).items()}
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in cast("Sequence[Any]", value)]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _title(item: Item, language: str) -> str:
    dose = _plain(item.dose)
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
    dose = _plain(item.dose)
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


def _exercise(exercise: Mapping[str, Any], language: str) -> str:
    name = _exercise_name(str(exercise["id"]), language)
    shapes = ("sets", "reps", "seconds", "times", "minutes", "metres")
    shape = "_".join(key for key in shapes if key in exercise)
    text = (
        say(f"dose.{shape}", language, name=name, **{k: exercise[k] for k in shapes if k in exercise})
        if shape
        else name
    )
    ways = [way for way in ("floor_only", "small_range") if exercise.get(way)]
    return " ".join([text, *(say(f"dose.{way}", language) for way in (*ways, *exercise.get("hints", ())))])


def _exercise_name(exercise: str, language: str) -> str:
    known = f"exercise.{exercise}"
    return say(known, language) if knows(known, language) else exercise


def _not_placed(kind: str, why: Reason, language: str) -> NotPlacedDoc:
    return {"kind": kind, "reasons": [tell(why, language)]}


def _change(change: Change, language: str) -> ChangeDoc:
    return {
        "what": change.what,
        "item": change.item,
        "kind": change.kind,
        "from": _plain(change.before),
        "to": _plain(change.after),
        "reasons": _tell_all(change.reasons, language),
    }


def tell_assessment(
    a: Assessment,
    seen: Sequence[Seen],
    reach: Reach | None,
    language: str,
    book: Protocols,
    *,
    again: Reason | None = None,
) -> AssessmentDoc:
    """Where the runner stands, as the contract's JSON.

    `reach`: how soon the goal can be reached; `again`: why the runner's stage comes again.
    """
    stage = None if a.phase == "stopped" else a.standing.stage
    return {
        "phase": a.phase,
        "stage": stage,
        "light": a.light.word,
        "conditions": sorted({d.condition for d in a.diagnoses}),
        "flags": [tell_flag(one, _tell_all(one.flag.reasons, language), language, book) for one in seen],
        "cleared_flags": [{"id": c.id, "by": c.by, "at": c.at.isoformat(timespec="minutes")} for c in a.cleared],
        "load": {
            "last_7d_km": round(a.load.last_7d_km, 1),
            "last_28d_km": round(a.load.last_28d_km, 1),
            "longest_30d_km": round(a.load.longest_30d_km, 2),
            "run_cap_km": a.load.cap_km,
            "run_cap_min": a.load.cap_min,
            "srpe_7d": _rounded(a.load.srpe_7d, 0),
            "monotony_7d": _rounded(a.load.monotony_7d, 2),
            "strain_7d": _rounded(a.load.strain_7d, 0),
        },
        "recovery": {
            "sleep_7d_h": _not_rounded_up(a.recovery.sleep_7d_h),
            "drink_7d_ml": _rounded(a.recovery.drink_7d_ml, 0),
            "pain_7d_mean": _rounded(a.recovery.pain_7d_mean, 1),
        },
        "next": _next(a, again, language, book),
        "forecast": tell_forecast(a, reach, language, book),
    }


def _rounded(value: float | None, digits: int) -> float | int | None:
    if value is None:
        return None
    return round(value, digits) if digits else round(value)


def _not_rounded_up(hours: float | None) -> float | None:
    """Hours of sleep to 0.1: a little less than what is needed must not look like enough."""
    return None if hours is None else floor(round(hours * 10, 6)) / 10


def _next(a: Assessment, again: Reason | None, language: str, book: Protocols) -> dict[str, Any]:
    """The next stage and what it needs."""
    standing, ladder = a.standing, book.ladder
    if a.phase == "stopped":
        return {"stage": None, "needs": [say("needs.clearance", language)]}
    if standing.stage is None:
        return {"stage": None, "needs": [say("needs.keep_going", language)]}
    gates = _gates(a, language, book)
    if standing.stage == "W":
        return {"stage": ladder.columns[standing.column].after_walks, "needs": [*gates, _walks(a, language, book)]}
    if standing.stage == "9":
        return {"stage": None, "needs": [*gates, say("needs.green_days", language, n=ladder.green_days_to_leave)]}
    place = ladder.place(standing.stage)
    following = next(s.id for s in ladder.stages[place + 1 :] if standing.column == "bone" or not s.bone_only)
    needs = [*gates, *_to_advance(a, again, language, book)]
    return {"stage": following, "needs": needs or [say("needs.clean", language, n=1)]}


def _walks(a: Assessment, language: str, book: Protocols) -> str:
    """What opens the first running stage."""
    if not may_advance(a, book):
        return say("needs.unnamed", language, days=book.caps.complaint_window_days)
    gate, left = walk_gate(a, book), a.standing.walks_needed - a.standing.walks
    key = "needs.walks" if gate is None else "needs.walks_gate" if gate else "needs.walks_painless"
    return say(key, language, n=left, minutes=book.ladder.walk_min, gate=gate)


def _gates(a: Assessment, language: str, book: Protocols) -> list[str]:
    """What has to be told or done before the next run."""
    standing = a.standing
    needs: list[str] = []
    if a.phase == "rest":
        needs.append(say("needs.calm", language))
    if standing.morning_due:
        needs.append(say("needs.morning", language))
    if standing.walk_due:
        gate = walk_gate(a, book)
        key = "needs.walk" if gate else "needs.walk_painless"
        needs.append(say(key, language, minutes=book.ladder.walk_min, gate=gate))
    if standing.test_due is not None:
        key = "needs.test_hop" if standing.test_due == "hop" else "needs.test"
        needs.append(say(key, language, test=say(f"test.{standing.test_due}", language)))
    return needs


def _to_advance(a: Assessment, again: Reason | None, language: str, book: Protocols) -> list[str]:
    """What has to be shown at this stage, and what kept the last run from showing it."""
    standing = a.standing
    needs: list[str] = []
    left = standing.clean_needed - standing.clean
    if left > 0 and may_advance(a, book):
        needs.append(say("needs.clean", language, n=left))
    if again is not None and again.rule not in _SAID_OTHERWISE:
        needs.append(say(f"needs.{again.rule.removeprefix('ladder.')}", language, **again.params))
    if standing.slept_too_little:
        needs.append(say("needs.sleep", language, hours=book.ladder.sleep_needed_h))
    if standing.gained_enough:
        needs.append(say("needs.time", language))
    if a.held == "progress":
        needs.append(say("needs.clearance", language))
    return needs


def day_of(plan: PlanDoc, day: date) -> DayDoc:
    """One day of a plan; empty where the plan doesn't hold it."""
    found = next((one for one in plan["days"] if one["date"] == day.isoformat()), None)
    return found or {"date": day.isoformat(), "items": []}
