"""What the runner wants to be reminded of, and when. A pause silences all of it."""

from datetime import time

import flet as ft

from planner.protocols import protocols
from planner.ui import theme
from planner.ui.log.hours import Hour, clock, clock_of
from planner.ui.model import Model
from planner.ui.more.fields import asked, turned
from planner.ui.more.frame import page_of
from planner.ui.more.saving import prefer
from planner.ui.parts.door import door, doors
from planner.ui.parts.keyed import keyed
from planner.ui.parts.text import body, fault_line, with_icon
from planner.ui.parts.tick import tick
from planner.ui.preferences import REMINDERS

KINDS = ("check_in", "session", "strength", "recovery", "drink", "bed")
QUIET = {"quiet_from": time(22), "quiet_until": time(7)}


@ft.component
def Reminders(model: Model) -> ft.Control:
    page = ft.context.page
    fault, set_fault = ft.use_state("")
    kept = model.preferences.get(REMINDERS)
    known: dict[str, object] = dict(kept) if isinstance(kept, dict) else {}
    kinds = known.get("kinds")
    chosen = [str(each) for each in kinds] if isinstance(kinds, list) else list(KINDS)
    offered = protocols().asking.reminders
    before = known.get("minutes_before", offered.usual_min)

    def put(**changed: object) -> None:
        set_fault(prefer(model, REMINDERS, {**known, **changed}))

    ink = theme.CAREFUL[1]
    today = theme.card(
        with_icon(ft.Icons.INFO_OUTLINE, body(model.say("ui.more.reminders.today"), ink), ink), theme.CAREFUL
    )
    content: list[ft.Control] = [
        today,
        doors(
            [
                _door(model, page, ft.Icons.CALENDAR_MONTH_OUTLINED, "calendar", "/more/sharing"),
                _door(model, page, ft.Icons.PAUSE_CIRCLE_OUTLINE, "pause", "/log/pause"),
            ]
        ),
        fault_line(fault),
        tick("on", known.get("on") is True, lambda on: put(on=on), label=model.say("ui.more.reminders.on")),
        asked(
            model.say("ui.more.reminders.what"),
            [(each, model.say(f"ui.more.reminders.kind.{each}")) for each in KINDS],
            chosen,
            lambda one: put(kinds=turned(chosen, one, KINDS)),
        ),
        asked(
            model.say("ui.more.reminders.before"),
            [(str(each), model.say("ui.minutes", n=each)) for each in offered.minutes_before],
            {str(before)},
            lambda one: put(minutes_before=int(one)),
        ),
        *[
            keyed(
                key,
                Hour,
                model,
                model.say(f"ui.more.reminders.{key}"),
                clock_of(str(known.get(key) or "")),
                lambda at, key=key: put(**{key: clock(at)}),
                shown,
            )
            for key, shown in QUIET.items()
        ],
    ]
    return page_of(model, "reminders", content)


def _door(model: Model, page: ft.Page, icon: ft.IconData, name: str, to: str) -> ft.Control:
    title, about = model.say(f"ui.more.reminders.to_{name}"), model.say(f"ui.more.reminders.to_{name}.about")
    return door(icon, title, about, lambda: page.navigate(to), name)
