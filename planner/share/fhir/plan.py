"""A week's plan as a CarePlan, and what a clinician has named as Conditions."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, timedelta
from typing import Any

from planner.journal.fields import day
from planner.share.fhir.codes import CLINICAL, Json
from planner.share.fhir.parts import About, coding, concept, noted, reference, resource
from planner.words import DayDoc, ItemDoc, PlanDoc

_STATUS = {"done": "completed", "skipped": "cancelled", "moved": "cancelled"}


def conditions(runner: Mapping[str, Any], about: About, today: date) -> list[Json]:
    """What the runner says that a clinician has found; what nobody found is no Condition."""
    given = [one for one in runner.get("diagnoses") or () if isinstance(one, Mapping)]
    found = [_condition(one, about, today) for one in given if one.get("given_by_clinician") and _is_named(one)]
    return list({str(one["id"]): one for one in found}.values())


def _is_named(given: Mapping[str, Any]) -> bool:
    return given.get("condition") not in {None, "unknown"}


def _condition(given: Mapping[str, Any], about: About, today: date) -> Json:
    since, until = (day(given[key]) if given.get(key) else None for key in ("since", "until"))
    is_over = until is not None and until < today
    side = given.get("side") or "both"
    clinical = (CLINICAL, "resolved", "Resolved") if is_over else (CLINICAL, "active", "Active")
    return resource(
        "Condition", about.id("condition", given["condition"], side, str(since)), about,
        clinicalStatus={"coding": [coding(clinical)]}, code=concept(about.say(f"condition.{given['condition']}")),
        bodySite=[concept(about.say(f"side.{side}"))], subject=about.patient, asserter=about.patient,
        onsetDateTime=since and since.isoformat(), abatementDateTime=until.isoformat() if is_over and until else None,
        note=noted(about.say("fhir.told"), given.get("by"), given.get("note")),
    )  # fmt: skip


def care_plan(plan: PlanDoc, withdrawn: Sequence[DayDoc], addressed: Sequence[Json], about: About) -> Json:
    """The week's items as activities; `withdrawn` were planned once and are no longer."""
    start = day(plan["week_start"])
    activities = [_activity(one, item, about) for one in plan["days"] for item in one["items"]]
    gone = [_activity(one, item, about, is_gone=True) for one in withdrawn for item in one["items"]]
    return resource(
        "CarePlan", about.id("plan", plan["week_start"]), about,
        status="active", intent="plan", title=about.say("fhir.plan.title", date=about.date_told(start)),
        description=about.say("fhir.plan.about", version=plan["rules_version"]), subject=about.patient,
        period={"start": start.isoformat(), "end": (start + timedelta(days=6)).isoformat()}, created=plan["today"],
        addresses=[reference(str(one["id"])) for one in addressed],
        activity=[*activities, *gone],
    )  # fmt: skip


def _activity(of_day: DayDoc, item: ItemDoc, about: About, *, is_gone: bool = False) -> Json:
    outcome = "withdrawn" if is_gone else item.get("outcome")
    why = None if outcome in {None, "done"} else concept(about.say(f"fhir.plan.{outcome}"))
    lines = [*item.get("steps", []), *(about.say("fhir.plan.why", why=reason["text"]) for reason in item["reasons"])]
    detail = {
        "code": concept(item["title"]),
        "status": _status(of_day, item, is_gone=is_gone),
        **({"statusReason": why} if why else {}),
        "scheduledPeriod": _period(day(of_day["date"]), item, about),
        "performer": [about.patient],
        **({"description": "\n".join(lines)} if lines else {}),
    }
    return {"id": item["id"], "detail": detail}


def _status(of_day: DayDoc, item: ItemDoc, *, is_gone: bool) -> str:
    outcome = item.get("outcome")
    if is_gone:
        return "cancelled"
    if outcome:
        return _STATUS[outcome]
    # What was planned for a day that is over, and nobody told of
    return "unknown" if of_day.get("past") else "scheduled"


def _period(when: date, item: ItemDoc, about: About) -> Json:
    if "at" not in item:
        return {"start": when.isoformat(), "end": when.isoformat()}
    start = about.at_clock(when, item["at"])
    end = (start.astimezone(UTC) + timedelta(minutes=item.get("minutes") or 0)).astimezone(about.zone)
    return {"start": about.instant(start), "end": about.instant(end)}
