"""What was logged, by days, the newest first; each entry can be corrected and taken out."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any

import flet as ft

from planner.ui import dates, icons, theme
from planner.ui.log.buttons import icon_button
from planner.ui.log.correcting import form_of
from planner.ui.log.said import details, title
from planner.ui.log.when import moment_of
from planner.ui.model import Model
from planner.ui.parts.back import back
from planner.ui.parts.keyed import keyed
from planner.ui.parts.message import JustHappened
from planner.ui.parts.states import empty
from planner.ui.parts.text import fault_line, heading, screen, small

FIRST_SHOWN = timedelta(days=7)
MORE = timedelta(days=28)
ICONS = {"pain": icons.PAIN, "sleep": icons.SLEEP, "drink": icons.DRINK, "run": icons.RUN}
DATED = ("at", "night_of", "on", "from")

Entry = Mapping[str, Any]


@ft.component
def JournalScreen(model: Model) -> ft.Control:
    reach, set_reach = ft.use_state(FIRST_SHOWN)
    fault, set_fault = ft.use_state("")
    since = model.today - reach
    found = model.desk.journal(since)
    days = groupby(sorted(found, key=_when, reverse=True), key=lambda entry: _when(entry).date())
    content: list[ft.Control] = [
        back(model, model.say("ui.journal.title"), "/log", model.say("ui.nav.log")),
        JustHappened(model),
        fault_line(fault),
    ]
    for day, entries in days:
        lines = [keyed(str(entry["id"]), Line, model, entry, set_fault) for entry in entries]
        content += [heading(_day(model, day), 2), theme.card(ft.Column(lines, spacing=theme.GAP_S))]
    if not found:
        content.append(empty(ft.Icons.EDIT_NOTE, model.say("ui.journal.empty"), model.say("ui.journal.empty.about")))
    older = ft.OutlinedButton(
        model.say("ui.journal.older"), icon=ft.Icons.EXPAND_MORE, key="older", on_click=lambda: set_reach(reach + MORE)
    )
    if len(found) < len(model.desk.journal()):
        content.append(ft.Row([older], wrap=True))
    return screen(content, "journal")


@ft.component
def Line(model: Model, entry: Entry, fail: Any) -> ft.Control:  # noqa: ANN401 - what sets a state
    page = ft.context.page
    name = title(model, entry)
    about = details(model, entry)
    whole = model.say("ui.journal.entry", what=name, at=_clock(entry)) if _clock(entry) else name
    named = model.say("ui.journal.entry", what=whole, at=dates.short_day(_when(entry).date(), model.language))

    def correct() -> None:
        kind = model.drafts.correct(entry)
        page.navigate(f"/log/{kind}")

    def delete() -> None:
        def withdraw() -> tuple[Any, ...]:
            model.desk.delete(str(entry["id"]))
            return (lambda: model.desk.put_back(entry),)

        fail(model.write(withdraw, lambda: model.say("ui.journal.deleted", what=name)) or "")

    buttons: list[ft.Control] = []
    if form_of(entry["kind"]):
        buttons.append(icon_button(ft.Icons.EDIT_OUTLINED, model.say("ui.journal.correct", what=named), correct))
    buttons.append(icon_button(ft.Icons.DELETE_OUTLINE, model.say("ui.journal.delete", what=named), delete))
    words: list[ft.Control] = [ft.Text(whole, theme_style=theme.H3), *([small(about)] if about else [])]
    return ft.Row(
        [
            ft.Icon(ICONS.get(str(entry["kind"]), icons.of_kind(str(entry["kind"]))), color=ft.Colors.PRIMARY),
            ft.Column(words, spacing=2, expand=True),
            ft.Row(buttons, spacing=0, tight=True),
        ],
        spacing=theme.GAP_M,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def _when(entry: Entry) -> datetime:
    """Its place in the list; a night stands on the morning after it."""
    said = next((str(entry[key]) for key in DATED if entry.get(key) is not None), "")
    at = moment_of(said) or datetime.min
    return at + timedelta(days=1) if entry["kind"] == "sleep" and "at" not in entry else at


def _clock(entry: Entry) -> str:
    at = moment_of(str(entry.get("at") or ""))
    return f"{at:%H:%M}" if at else ""


def _day(model: Model, day: date) -> str:
    if day == model.today:
        return model.say("ui.when.today_title")
    return dates.day_and_date(day, model.language)
