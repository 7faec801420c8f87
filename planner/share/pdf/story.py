"""What the report tells, as values: a page and a preview show the same ones. Pure; nothing is worded here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, cast

from planner.assess import Judged, Place, assess
from planner.assess.findings import BOTH, Finding, findings
from planner.assess.load import pace_of
from planner.desk.handed import Handed
from planner.protocols import Protocols
from planner.share.pdf.asked import Asked, asked
from planner.share.pdf.choice import Choice
from planner.share.pdf.limits import InForce, in_force
from planner.share.pdf.onset import Onset, onset
from planner.share.pdf.sessions import Session, Week, four_weeks, last_sessions
from planner.share.pdf.timeline import Timeline, timeline
from planner.share.pdf.until import until
from planner.words import Voice, WayDoc
from planner.words.documents import FlagDoc, PlanDoc

Raw = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Hurt:
    """A place with its highest score and how many scores were logged there; `signs` seen there."""

    place: Place
    worst: int
    scores: int
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Everything on the pages. `clearances` are entries; `profile` is the profile's JSON without what was left out."""

    choice: Choice
    voice: Voice
    today: date
    rules_version: str
    profile: Raw
    age: int | None
    asked: tuple[Asked, ...]
    flags: tuple[FlagDoc, ...]
    clearances: tuple[Raw, ...]
    onset: Onset | None
    hurts: tuple[Hurt, ...]
    timeline: Timeline
    sessions: tuple[Session, ...]
    weeks: tuple[Week, ...]
    limits: tuple[InForce, ...]
    plan: PlanDoc
    next_plan: PlanDoc
    way: WayDoc
    days: tuple[Raw, ...]
    edited: frozenset[str]


def story(handed: Handed, choice: Choice, book: Protocols) -> Story:
    """What a runner chose to tell.

    The dates bound answers, picture, chart and raw days. What is in force is of today; since when it hurts, the last
    sessions and the four weeks reach back as far as they need to.
    """
    journal = handed.journal if choice.last >= handed.today else until(handed.journal, choice.last)
    found = findings(journal, handed.history, book)
    pace = pace_of(journal.runs, choice.last, book) or book.caps.assumed_pace_min_per_km
    edited = frozenset(str(entry["id"]) for entry in handed.entries if entry.get("replaces"))
    in_days = [one for one in found if choice.first <= one.day <= choice.last]
    flags = handed.plan["assessment"]["flags"]
    return Story(
        choice=choice,
        voice=handed.voice,
        today=handed.today,
        rules_version=handed.plan["rules_version"],
        profile=shared_profile(handed.profile, choice),
        age=handed.runner.age(handed.today) if choice.has("person") else None,
        asked=asked(book.flags.screening.questions, journal, choice.last),
        flags=tuple(flags),
        clearances=tuple(entry for entry in handed.entries if entry.get("kind") == "clearance"),
        onset=onset(found, journal, pace, choice.last, book),
        hurts=_hurts(in_days),
        timeline=timeline(found, journal, handed.history, pace, choice, _flagged(handed, choice, flags), book),
        sessions=last_sessions(
            journal, handed.history, found, _judged(handed, choice, book, found), edited, choice.last, pace
        ) if choice.has("sessions") else (),
        weeks=four_weeks(journal.runs, choice.last, pace) if choice.has("load") else (),
        limits=in_force(handed.profile, handed.journal, found, choice.first, handed.today, pace)
        if choice.has("limits") else (),
        plan=handed.plan,
        next_plan=handed.next_plan,
        way=handed.way,
        days=tuple(entry for entry in handed.entries if is_told(entry, choice)) if choice.appendix else (),
        edited=edited,
    )  # fmt: skip


LEFT_OUT_KEYS: Mapping[str, tuple[str, ...]] = {
    "person": ("birth_year", "sex", "height_cm", "mass_kg", "country", "bedtime", "wake"),
    "health": ("health", "diagnoses"),
    "load": ("usual_week_km", "goal"),
    "limits": ("clinician_limits",),
}
LEFT_OUT_KINDS: Mapping[str, tuple[str, ...]] = {"sleep": ("sleep",), "drinks": ("drink",), "plan": ("issued", "done")}
# What stays true after its day: whoever reads the safety box needs it, whenever it was
STANDING = frozenset({"clearance"})


def shared_profile(profile: Raw, choice: Choice) -> Raw:
    """The profile without what was left out, and without what was noted with it where notes were."""
    hidden = {key for part, keys in LEFT_OUT_KEYS.items() if not choice.has(part) for key in keys}
    kept = {key: value for key, value in profile.items() if key not in hidden}
    return kept if choice.has("notes") else {key: _without_notes(value) for key, value in kept.items()}


def _without_notes(value: object) -> object:
    """A list of records without their notes; anything else as it is."""
    if not isinstance(value, list):
        return value
    records = cast("list[object]", value)
    return [
        {key: one for key, one in cast("Raw", record).items() if key != "note"}
        if isinstance(record, Mapping)
        else record
        for record in records
    ]


def is_told(entry: Raw, choice: Choice) -> bool:
    """Whether an entry is of the chosen days and parts."""
    kind = entry.get("kind")
    if any(not choice.has(part) and kind in kinds for part, kinds in LEFT_OUT_KINDS.items()):
        return False
    if kind == "issued" and not choice.has_reasons:
        return False
    if kind in STANDING:
        return True
    first, last = span_of(entry)
    return first <= choice.last.isoformat() and last >= choice.first.isoformat()


def span_of(entry: Raw) -> tuple[str, str]:
    """The first and the last day that an entry is about; a pause without an end goes on."""
    if entry.get("kind") == "pause":
        return str(entry.get("from", ""))[:10], str(entry.get("to") or "9999")[:10]
    if entry.get("kind") == "issued":
        day = str(entry.get("plan", {}).get("today", ""))[:10]
        return day, day
    day = str(entry.get("at") or entry.get("night_of") or entry.get("on") or entry.get("logged_at") or "")[:10]
    return day, day


def _judged(handed: Handed, choice: Choice, book: Protocols, found: Sequence[Finding]) -> tuple[Judged, ...]:
    """How the sessions up to the last day were judged on that day."""
    if not found:
        return ()
    journal = handed.journal if choice.last >= handed.today else until(handed.journal, choice.last)
    return assess(journal, handed.runner, handed.history, choice.last, book).sessions


def _flagged(handed: Handed, choice: Choice, flags: Sequence[FlagDoc]) -> frozenset[date]:
    """The days on which a flag in force was first seen, and those whose plan, as it was shown, sent to a clinician."""
    first, days = choice.first, choice.days
    told = {
        day
        for day in (first + timedelta(days=n) for n in range(days))
        if any(item.kind == "see_clinician" for item in handed.history.on(day))
    }
    return frozenset(told | {date.fromisoformat(flag["since"]) for flag in flags})


def _hurts(found: Sequence[Finding]) -> tuple[Hurt, ...]:
    """The places with pain or a sign, those that hurt most first."""
    scores: dict[Place, list[int]] = {}
    signs: dict[Place, set[str]] = {}
    for one in found:
        if one.site is None or (one.score is None and not one.signs):
            continue
        place = Place(one.site, "both" if one.sides == BOTH else one.sides[0])
        if one.score is not None:
            scores.setdefault(place, []).append(one.score)
        signs.setdefault(place, set()).update(one.signs)
    made = [
        Hurt(place, max(scores.get(place, [0])), len(scores.get(place, ())), tuple(sorted(seen)))
        for place, seen in signs.items()
        if seen or any(scores.get(place, ()))
    ]
    return tuple(sorted(made, key=lambda one: (-one.worst, one.place)))
