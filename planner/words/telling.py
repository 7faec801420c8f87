"""Reasons, items, flags and changes as text: the plan's JSON in the runner's language."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, cast

from babel.dates import format_date

from planner.assess import Assessment, Flag, Reason
from planner.protocols import Protocols
from planner.schedule import Change, Day, Item, WeekPlan
from planner.words.catalogue import knows, say, spoken
from planner.words.documents import (
    AssessmentDoc,
    ChangeDoc,
    DayDoc,
    FlagDoc,
    ItemDoc,
    NotPlacedDoc,
    PlanDoc,
    ReasonDoc,
)

SCHEMA = 1
_NAMED = {
    "site": "site",
    "side": "side",
    "health": "health",
    "flag": "flag",
    "kind": "kind",
    "phase": "phase",
    "test": "test",
}


def tell_plan(plan: WeekPlan, language: str, book: Protocols, *, trace: bool = False) -> PlanDoc:
    """The plan as the contract's JSON."""
    told: PlanDoc = {
        "schema": SCHEMA,
        "rules_version": plan.rules_version,
        "today": plan.today.isoformat(),
        "week_start": plan.start.isoformat(),
        "assessment": tell_assessment(plan.assessment, language, book),
        "days": [_day(day, language, book) for day in plan.days],
        "not_placed": [_not_placed(kind, why, language) for kind, why in plan.not_placed],
        "changes": [_change(change, language) for change in plan.changes],
    }
    if trace:
        told["trace"] = [{"rule": c.rule, "minutes": c.minutes, "reason": tell(c.reason, language)} for c in plan.caps]
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
        elif key == "site" and value is None:
            told[key] = say("site.unknown", language)
        elif isinstance(value, float) and value.is_integer():
            told[key] = int(value)
        elif isinstance(value, date):
            told[key] = _date(value, language)
        else:
            told[key] = value
    told.setdefault("site", say("site.unknown", language))
    told.setdefault("side", "")
    return told


def _date(day: date, language: str) -> str:
    return format_date(day, "EEE d MMM", locale=spoken(language))


def _tell_all(reasons: Sequence[Reason], language: str) -> list[ReasonDoc]:
    return [tell(reason, language) for reason in reasons]


def _day(day: Day, language: str, book: Protocols) -> DayDoc:
    if day.past:
        return {"date": day.date.isoformat(), "past": True, "items": [ItemDoc(**shown) for shown in day.shown]}
    return {"date": day.date.isoformat(), "items": [_item(item, language, book) for item in day.items]}


def _item(item: Item, language: str, book: Protocols) -> ItemDoc:
    if item.shown is not None:
        return ItemDoc(**item.shown)
    told: dict[str, Any] = {
        "id": item.id,
        "kind": item.kind,
        "title": _title(item, language),
        "at": f"{item.at:%H:%M}",
        "minutes": item.minutes,
        "dose": _plain(item.dose),
        "steps": _steps(item, language, book),
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


def _steps(item: Item, language: str, book: Protocols) -> list[str]:
    dose = _plain(item.dose)
    if item.kind == "run":
        return _run_steps(dose, language)
    if "exercises" in dose:
        return [_exercise(exercise, language) for exercise in dose["exercises"]]
    if item.kind == "see_clinician":
        return _clinician_steps(dose, language)
    if item.kind == "hydration":
        first = "steps.hydration.target" if "drink_ml" in dose else "steps.hydration.thirst"
        return [say(first, language, **dose), say("steps.hydration.2", language)]
    params = {key: value for key, value in dose.items() if isinstance(value, (int, float, str))}
    params.setdefault("minutes", item.minutes)
    count = book.practices[item.kind].steps
    if item.kind == "check_in":
        return [say(f"steps.{asked}", language) for asked in dose["asks"]]
    return [say(f"steps.{item.kind}.{n}", language, **params) for n in range(1, count + 1)]


def _run_steps(dose: Mapping[str, Any], language: str) -> list[str]:
    steps: list[str] = []
    for segment in dose["segments"]:
        key = "steps.run.intervals" if segment["walk_min"] else "steps.run.whole"
        steps.append(say(key, language, **segment))
    steps.append(say("steps.run.easy", language, rpe=dose["rpe_max"]))
    if "pain_max" in dose:
        steps.append(say("steps.run.stop", language, score=dose["pain_max"]))
    if "hills" in dose:
        steps.append(say("steps.run.flat", language))
    return steps


def _exercise(exercise: Mapping[str, Any], language: str) -> str:
    known = f"exercise.{exercise['id']}"
    name = say(known, language) if knows(known, language) else str(exercise["id"])
    shapes = ("sets", "reps", "seconds", "times", "minutes")
    shape = "_".join(key for key in shapes if key in exercise)
    text = (
        say(f"dose.{shape}", language, name=name, **{k: exercise[k] for k in shapes if k in exercise})
        if shape
        else name
    )
    return f"{text} {say('dose.floor_only', language)}" if exercise.get("floor_only") else text


def _clinician_steps(dose: Mapping[str, Any], language: str) -> list[str]:
    see = ", ".join(say(f"see.{who}", language) for who in dose["see"])
    steps = [say(f"steps.see.{dose['urgency']}", language, see=see, by=_date(date.fromisoformat(dose["by"]), language))]
    steps.extend(say(f"advice.{flag}", language) for flag in dose["flags"])
    steps.append(say("steps.see.log", language))
    return steps


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


def _flag(flag: Flag, language: str) -> FlagDoc:
    see = ", ".join(say(f"see.{who}", language) for who in flag.see)
    return {
        "id": flag.id,
        "title": say(f"flag.{flag.id}", language),
        "advice": say(f"steps.see.{flag.urgency}", language, see=see, by=_date(flag.by, language)),
        "urgency": flag.urgency,
        "holds": flag.holds,
        "see": list(flag.see),
        "by": flag.by.isoformat(),
        "since": flag.since.isoformat(),
        "site": flag.site,
        "side": flag.side,
        "reasons": _tell_all(flag.reasons, language),
    }


def tell_assessment(a: Assessment, language: str, book: Protocols) -> AssessmentDoc:
    """Where the runner stands, as the contract's JSON."""
    stage = None if a.phase == "stopped" else a.standing.stage
    return {
        "phase": a.phase,
        "stage": stage,
        "light": a.light.word,
        "conditions": sorted({d.condition for d in a.diagnoses}),
        "flags": [_flag(flag, language) for flag in a.flags],
        "cleared_flags": [{"id": c.id, "by": c.by, "at": c.at.isoformat(timespec="minutes")} for c in a.cleared],
        "load": {
            "last_7d_km": round(a.load.last_7d_km, 1),
            "last_28d_km": round(a.load.last_28d_km, 1),
            "longest_30d_km": round(a.load.longest_30d_km, 2),
            "run_cap_km": a.load.cap_km,
            "run_cap_min": a.load.cap_min,
        },
        "recovery": {
            "sleep_7d_h": _rounded(a.recovery.sleep_7d_h, 1),
            "drink_7d_ml": _rounded(a.recovery.drink_7d_ml, 0),
            "pain_7d_mean": _rounded(a.recovery.pain_7d_mean, 1),
        },
        "next": _next(a, language, book),
        "forecast": _forecast(a, language, book),
    }


def _rounded(value: float | None, digits: int) -> float | int | None:
    if value is None:
        return None
    return round(value, digits) if digits else round(value)


def _next(a: Assessment, language: str, book: Protocols) -> dict[str, Any]:
    """The next stage and what it needs."""
    standing, ladder = a.standing, book.ladder
    if a.phase == "stopped":
        return {"stage": None, "needs": [say("needs.clearance", language)]}
    if standing.stage is None:
        return {"stage": None, "needs": [say("needs.keep_going", language)]}
    gates = _gates(a, language, book)
    if standing.stage == "W":
        left = max(0, standing.walks_needed - standing.walks)
        walks = say("needs.walks", language, n=left, minutes=ladder.walk_min)
        return {"stage": ladder.columns[standing.column].after_walks, "needs": [*gates, walks]}
    if standing.stage == "9":
        return {"stage": None, "needs": [*gates, say("needs.green_days", language, n=ladder.green_days_to_leave)]}
    place = ladder.place(standing.stage)
    following = next(s.id for s in ladder.stages[place + 1 :] if standing.column == "bone" or not s.bone_only)
    needs = [*gates, *_to_advance(a, language, book)]
    return {"stage": following, "needs": needs or [say("needs.clean", language, n=1)]}


def _gates(a: Assessment, language: str, book: Protocols) -> list[str]:
    """What has to be told or done before the next run."""
    standing = a.standing
    needs: list[str] = []
    if a.phase == "rest":
        needs.append(say("needs.calm", language))
    if standing.morning_due:
        needs.append(say("needs.morning", language))
    if standing.walk_due:
        needs.append(say("needs.walk", language, minutes=book.ladder.walk_min))
    if standing.test_due is not None:
        needs.append(say("needs.test", language, test=say(f"test.{standing.test_due}", language)))
    return needs


def _to_advance(a: Assessment, language: str, book: Protocols) -> list[str]:
    """What has to be shown at this stage."""
    standing = a.standing
    needs: list[str] = []
    left = standing.clean_needed - standing.clean
    if left > 0:
        needs.append(say("needs.clean", language, n=left))
    if standing.slept_too_little:
        needs.append(say("needs.sleep", language, hours=book.ladder.sleep_needed_h))
    if standing.gained_enough:
        needs.append(say("needs.time", language))
    if a.held == "progress":
        needs.append(say("needs.clearance", language))
    return needs


def _forecast(a: Assessment, language: str, book: Protocols) -> dict[str, Any] | None:
    """An honest range of weeks, from the slowest of the diagnoses; None without one."""
    known = [book.rows[d.condition] for d in a.diagnoses if d.condition in book.rows]
    ranges = [row for row in known if row.weeks]
    if not ranges:
        return None
    slowest = max(ranges, key=lambda row: row.weeks or ())
    low, high = (slowest.weeks or (0, 0))[:2]
    basis = say("forecast.basis", language, source=book.sources[slowest.weeks_source].title)
    return {"weeks_min": low, "weeks_max": high, "basis": basis}


def day_of(plan: PlanDoc, day: date) -> DayDoc:
    """One day of a plan; empty where the plan doesn't hold it."""
    found = next((one for one in plan["days"] if one["date"] == day.isoformat()), None)
    return found or {"date": day.isoformat(), "items": []}
