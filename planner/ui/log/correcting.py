"""A form filled in from an entry, to correct it."""

from collections.abc import Callable, Mapping
from typing import Any

from planner.journal.units import km_to_miles, ml_to_fluid_ounces
from planner.ui.log.drafts import Draft, DrinkDraft, PainDraft, Place, SleepDraft
from planner.ui.log.sessions import CheckInDraft, PauseDraft, SelfTestDraft, SessionDraft

Entry = Mapping[str, Any]


def form_of(kind: object) -> str | None:
    """Which form an entry of that kind is corrected in; None where there is none."""
    return "run" if kind == "walk" else str(kind) if kind in _FROM else None


def draft_of(entry: Entry, *, in_imperial: bool) -> Draft:
    """The form as it would have been filled in to make that entry."""
    draft = _FROM[str(form_of(entry["kind"]))](entry, in_imperial)
    draft.when = str(entry.get("at") or "")
    draft.note = str(entry.get("note") or "")
    draft.replaces = str(entry["id"])
    return draft


def _pain(entry: Entry, _imperial: bool) -> Draft:
    return PainDraft(
        places=_places(entry),
        score=entry.get("score"),
        during=entry.get("during"),
        course=entry.get("course"),
        signs=list(entry.get("signs") or ()),
        painkiller=bool(entry.get("painkiller_24h")),
    )


def _sleep(entry: Entry, _imperial: bool) -> Draft:
    bed, wake = entry.get("bed"), entry.get("wake")
    by_hours = entry.get("asleep_h") is not None
    return SleepDraft(
        night=str(entry.get("night_of") or "")[:10],
        bed=str(bed or ""),
        wake=str(wake or ""),
        by_hours=by_hours,
        hours=_text(entry.get("asleep_h")),
        quality=entry.get("quality"),
    )


def _drink(entry: Entry, imperial: bool) -> Draft:
    ml = entry.get("volume_ml")
    return DrinkDraft(
        volume=_text(ml_to_fluid_ounces(ml) if imperial and ml is not None else ml),
        what=str(entry.get("what") or ""),
        in_ounces=imperial,
    )


def _session(entry: Entry, imperial: bool) -> Draft:
    km = entry.get("distance_km")
    return SessionDraft(
        kind=str(entry["kind"]),
        distance=_text(km_to_miles(km) if imperial and km is not None else km),
        duration=_text(entry.get("duration_min")),
        running=_text(entry.get("run_min")),
        effort=entry.get("rpe"),
        pain=entry.get("pain_during"),
        places=_places(entry),
        course=entry.get("course"),
        limp=bool(entry.get("limp")),
        painkiller=bool(entry.get("painkiller_24h")),
        warm_up=_yes_or_no(entry.get("warm_up")),
        cool_down=_yes_or_no(entry.get("cool_down")),
        surface=str(entry.get("surface") or ""),
        shoe=str(entry.get("shoe") or ""),
        in_miles=imperial,
    )


def _check_in(entry: Entry, _imperial: bool) -> Draft:
    return CheckInDraft(
        about=entry.get("about"),
        pain_1h=entry.get("pain_1h"),
        pain_morning=entry.get("pain_morning"),
        limp=bool(entry.get("limp")),
        painkiller=bool(entry.get("painkiller_24h")),
    )


def _pause(entry: Entry, _imperial: bool) -> Draft:
    return PauseDraft(first=str(entry.get("from") or ""), last=str(entry.get("to") or ""), why=entry.get("why"))


def _test(entry: Entry, _imperial: bool) -> Draft:
    return SelfTestDraft(
        test=entry.get("test"), side=entry.get("side"), reps=_text(entry.get("reps")), pain=entry.get("pain")
    )


def _places(entry: Entry) -> list[Place]:
    site, side = entry.get("site"), entry.get("side")
    return [Place(str(site), str(side or "both"))] if site else []


def _text(value: float | None) -> str:
    return "" if value is None else f"{round(value, 2):g}"


def _yes_or_no(value: object) -> str | None:
    return None if value is None else "yes" if value else "no"


_FROM: dict[str, Callable[[Entry, bool], Draft]] = {
    "pain": _pain,
    "sleep": _sleep,
    "drink": _drink,
    "run": _session,
    "check_in": _check_in,
    "pause": _pause,
    "test": _test,
}
