"""The limits that a clinician has set: the plan keeps to them before all else. Taking one off is asked twice, and kept."""

from collections.abc import Mapping
from typing import Any

import flet as ft

from planner.ui import theme
from planner.ui.model import Model
from planner.ui.more.frame import actions, page_of
from planner.ui.more.limit_form import LimitForm
from planner.ui.more.limit_words import limit_words
from planner.ui.more.saving import change, records
from planner.ui.more.saying import full_date
from planner.ui.parts.keyed import keyed
from planner.ui.parts.text import body, fault_line, heading, link, small, with_icon
from planner.ui.parts.tick import tick
from planner.words.limits import named

KEY = "clinician_limits"


@ft.component
def Limits(model: Model) -> ft.Control:
    known = records(model, KEY, "kind")
    cards = [keyed(f"{n}-{each}", Limit, model, known, n) for n, each in enumerate(known)]
    content: list[ft.Control] = [
        *(cards or [small(model.say("ui.more.limits.none"))]),
        heading(model.say("ui.more.limits.add"), 2),
        keyed(f"form-{len(known)}", LimitForm, model, known),
        *_told(model),
    ]
    return page_of(model, "limits", content)


@ft.component
def Limit(model: Model, known: list[dict[str, object]], place: int) -> ft.Control:
    asks, set_asks = ft.use_state(False)
    confirmed, set_confirmed = ft.use_state(False)
    fault, set_fault = ft.use_state("")
    limit = known[place]
    words = limit_words(model, limit)

    def withdraw() -> None:
        if not confirmed:
            set_fault(model.say("ui.more.limits.unconfirmed"))
            return
        rest = [each for n, each in enumerate(known) if n != place]
        set_fault(change(model, {KEY: rest or None}, note=model.say("ui.more.limits.withdrawn", what=words)))

    lines: list[ft.Control] = [heading(words, 2, looks=3), *_about(model, limit)]
    if not asks:
        lines.append(actions([link(model.say("ui.more.limits.withdraw"), lambda: set_asks(True), f"withdraw_{place}")]))
        return theme.card(ft.Column(lines, spacing=theme.GAP_XS))
    ink = theme.CAREFUL[1]
    confirm = tick(f"confirm_{place}", confirmed, set_confirmed, label=model.say("ui.more.limits.confirm"))
    asked = [
        with_icon(ft.Icons.WARNING_AMBER, body(model.say("ui.more.limits.sure"), ink), ink),
        theme.card(confirm),
        fault_line(fault),
        actions(
            [
                ft.FilledButton(model.say("ui.more.limits.do_withdraw"), key=f"do_withdraw_{place}", on_click=withdraw),
                link(model.say("ui.more.limits.keep"), lambda: set_asks(False), f"keep_{place}", ink),
            ]
        ),
    ]
    lines.append(theme.card(ft.Column(asked, spacing=theme.GAP_S), theme.CAREFUL))
    return theme.card(ft.Column(lines, spacing=theme.GAP_S))


def _about(model: Model, limit: Mapping[str, Any]) -> list[ft.Control]:
    """Who set it until when; and their words."""
    lines: list[ft.Control] = [small(_set(model, limit))]
    if limit.get("note"):
        lines.append(small(str(limit["note"])))
    return lines


def _set(model: Model, limit: Mapping[str, Any]) -> str:
    who = named("see", limit["by"], model.desk.voice) if limit.get("by") else model.say("ui.more.limits.somebody")
    until = limit.get("until")
    if not until:
        return model.say("ui.more.limits.set_by", who=who)
    day = full_date(until, model.language)
    is_over = str(until)[:10] < model.today.isoformat()
    return model.say("ui.more.limits.set_over" if is_over else "ui.more.limits.set_until", who=who, day=day)


def _told(model: Model) -> list[ft.Control]:
    """What was set and withdrawn, and when."""
    notes = model.desk.notes()
    if not notes:
        return []
    said: list[ft.Control] = [
        small(
            model.say(
                "ui.more.limits.told", day=full_date(str(each["logged_at"])[:10], model.language), what=each["note"]
            )
        )
        for each in notes
    ]
    return [heading(model.say("ui.more.limits.history"), 2), theme.card(ft.Column(said, spacing=theme.GAP_S))]
