"""A day that the runner can't give this once: a pause of one day, and the way back from it."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

import flet as ft

from planner.ui import dates, theme
from planner.ui.model import Model
from planner.ui.parts.choices import choices
from planner.ui.parts.text import body, fault_line, link, with_icon

WHYS = ("other", "holiday", "illness")

Pause = Mapping[str, Any]


@ft.component
def Busy(model: Model, day: date) -> ft.Control:
    is_asking, ask = ft.use_state(False)
    fault, set_fault = ft.use_state("")
    page = ft.context.page
    pause = pause_on(model, day)
    if day < model.today:
        return ft.Container(visible=False)
    name = dates.weekday(day, model.language)
    lines: list[ft.Control] = []
    if pause:
        lines.append(with_icon(ft.Icons.EVENT_BUSY, body(_told(model, pause))))
        key = "ui.busy.free_again" if _is_one_day(pause) else "ui.busy.end_before"
        lines.append(_button(model.say(key, day=name), lambda: set_fault(free_again(model, pause, day)), "free_again"))
    else:
        words = model.say("ui.busy.not_after_all" if is_asking else "ui.busy.cannot", day=name)
        lines.append(_button(words, lambda: ask(not is_asking), "cannot"))
    if is_asking and not pause:
        whys = [(why, model.say(f"ui.busy.why.{why}")) for why in WHYS]
        lines.append(choices(whys, (), lambda why: set_fault(mark(model, day, why)), model.say("ui.busy.why")))
        longer = link(model.say("ui.busy.longer"), lambda: page.navigate("/log/pause"), "longer")
        usual = link(model.say("ui.busy.usual"), lambda: page.navigate("/more/days"), "usual")
        lines.append(ft.Row([longer, usual], wrap=True, spacing=theme.GAP_S))
    lines.append(fault_line(fault))
    return ft.Column(lines, spacing=theme.GAP_XS)


def _button(words: str, act: Callable[[], object], key: str) -> ft.Control:
    icon = ft.Icons.EVENT_BUSY if key == "cannot" else ft.Icons.EVENT_AVAILABLE
    return ft.Row([ft.OutlinedButton(words, icon=icon, key=key, on_click=act)], wrap=True)


def pause_on(model: Model, day: date) -> Pause | None:
    """The pause that the runner told for a day."""
    told = day.isoformat()
    found = [p for p in model.desk.journal(kind="pause") if p["from"] <= told <= (p.get("to") or told)]
    return found[-1] if found else None


def mark(model: Model, day: date, why: str) -> str:
    """Keeps a day free; returns what went wrong, or nothing."""
    one = {"kind": "pause", "from": day.isoformat(), "to": day.isoformat(), "why": why}
    said = dates.weekday(day, model.language)
    return model.write(lambda: model.desk.log(one), lambda: model.say("ui.busy.marked", day=said)) or ""


def free_again(model: Model, pause: Pause, day: date) -> str:
    """Ends a pause before a day; one that began with it is taken back."""
    said = dates.weekday(day, model.language)
    eve = (day - timedelta(days=1)).isoformat()

    def end() -> None:
        if pause["from"] >= day.isoformat():
            model.desk.delete(pause["id"])
        else:
            model.desk.edit(pause["id"], {"to": eve})

    return model.write(end, lambda: model.say("ui.busy.freed", day=said)) or ""


def _is_one_day(pause: Pause) -> bool:
    return pause["from"] == pause.get("to")


def _told(model: Model, pause: Pause) -> str:
    why = model.say(f"why.{pause.get('why', 'other')}")
    if _is_one_day(pause):
        return model.say("ui.busy.one_day", why=why)
    start = dates.day_of_month(date.fromisoformat(pause["from"]), model.language)
    if not pause.get("to"):
        return model.say("ui.busy.open", start=start, why=why)
    end = dates.day_of_month(date.fromisoformat(pause["to"]), model.language)
    return model.say("ui.busy.stretch", start=start, end=end, why=why)
