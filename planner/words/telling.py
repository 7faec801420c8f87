"""The plan's JSON in the runner's language: its days, what was not placed, what changed, and the trace."""

from collections.abc import Sequence
from datetime import date

from planner.assess import Reason
from planner.protocols import Protocols
from planner.schedule import Change, Day, Looked, WeekPlan
from planner.words.documents import ChangeDoc, DayDoc, FlagDoc, ItemDoc, NotPlacedDoc, PlanDoc, TraceDoc
from planner.words.items import plain, tell_item
from planner.words.reasons import tell, tell_all
from planner.words.standing import tell_assessment
from planner.words.voice import Voice

SCHEMA = 1


def tell_plan(plan: WeekPlan, voice: Voice, book: Protocols, *, trace: bool = False) -> PlanDoc:
    """The plan as the contract's JSON."""
    assessment = tell_assessment(plan.assessment, plan.seen, plan.reach, voice, book, again=plan.again)
    told: PlanDoc = {
        "schema": SCHEMA,
        "rules_version": plan.rules_version,
        "today": plan.today.isoformat(),
        "week_start": plan.start.isoformat(),
        "assessment": assessment,
        "days": [_day(day, assessment["flags"], voice, book) for day in plan.days],
        "not_placed": [_not_placed(kind, why, voice) for kind, why in plan.not_placed],
        "changes": [_change(change, voice) for change in plan.changes],
    }
    if trace:
        told["trace"] = [_looked(one, voice) for one in plan.looked()]
    return told


def _looked(one: Looked, voice: Voice) -> TraceDoc:
    told: TraceDoc = {
        "rule": one.rule,
        "minutes": one.minutes,
        "bound": one.bound,
        "reason": tell(one.reason, voice),
    }
    if one.day is not None:
        told["date"] = one.day.isoformat()
    return told


def _day(day: Day, flags: Sequence[FlagDoc], voice: Voice, book: Protocols) -> DayDoc:
    if day.past:
        return {"date": day.date.isoformat(), "past": True, "items": [ItemDoc(**shown) for shown in day.shown]}
    return {"date": day.date.isoformat(), "items": [tell_item(item, flags, voice, book) for item in day.items]}


def _not_placed(kind: str, why: Reason, voice: Voice) -> NotPlacedDoc:
    return {"kind": kind, "reasons": [tell(why, voice)]}


def _change(change: Change, voice: Voice) -> ChangeDoc:
    return {
        "what": change.what,
        "item": change.item,
        "kind": change.kind,
        "from": plain(change.before),
        "to": plain(change.after),
        "reasons": tell_all(change.reasons, voice),
    }


def day_of(plan: PlanDoc, day: date) -> DayDoc:
    """One day of a plan; empty where the plan doesn't hold it."""
    found = next((one for one in plan["days"] if one["date"] == day.isoformat()), None)
    return found or {"date": day.isoformat(), "items": []}
