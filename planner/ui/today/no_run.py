"""Why there is no run today, what changes that, and when the next one is."""

from datetime import date

import flet as ft

from planner.ui import dates
from planner.ui.model import Model
from planner.ui.parts.text import body, small, with_icon
from planner.words.documents import DayDoc, ReasonDoc

PAUSED = "fit.pause"


def why_no_run(model: Model, day: DayDoc, ink: ft.ColorValue | None = None) -> list[ft.Control]:
    """The lines that answer it; none on a day with a run, and none beside a warning sign, which says it all."""
    if model.plan["assessment"]["flags"] or any(item["kind"] == "run" for item in day["items"]):
        return []
    why = model.desk.why_no_run()
    if why is None:
        return []
    lines: list[ft.Control] = [body(model.say("ui.today.why_no_run", why=why["text"]), ink)]
    again = [small(each, ink) for each in _until(model, why) or _looked_at_again(model, why.get("lifts"))]
    return [*lines, *(with_icon(ft.Icons.EVENT_REPEAT, each, ink) for each in again)]


def _until(model: Model, why: ReasonDoc) -> list[str]:
    """A pause says when it ends, and asks for nothing before."""
    last = (model.latest("pause") or {}).get("to") if why["rule"] == PAUSED else None
    if last is None:
        return []
    return [model.say("ui.today.pause_until", day=dates.day_and_date(date.fromisoformat(str(last)), model.language))]


def _looked_at_again(model: Model, lifts: str | None) -> list[str]:
    """What would change it, and the next day with a run; else that each morning is looked at anew."""
    said = [model.say("ui.reason.lifts", lifts=lifts)] if lifts else []
    days = [date.fromisoformat(day["date"]) for day in model.plan["days"] if _has_run(day)]
    later = next((day for day in days if day > model.today), None)
    if later:
        said.append(model.say("ui.today.next_run", day=dates.day_and_date(later, model.language)))
    return said or [model.say("ui.today.looked_at_again")]


def _has_run(day: DayDoc) -> bool:
    return any(item["kind"] == "run" for item in day["items"])
