"""The one main thing of the day."""

from collections.abc import Callable

import flet as ft

from planner.ui import icons, theme
from planner.ui.model import SESSIONS, Model
from planner.ui.parts.keyed import keyed
from planner.ui.parts.move import MoveTo
from planner.ui.parts.text import body, fault_line, heading, link
from planner.ui.session.phases import can_be_guided
from planner.ui.session.under_way import address_of, under_way
from planner.ui.today.details import Details
from planner.ui.today.ease import HowIsItNow, can_be_eased
from planner.ui.today.greeting import why_paused
from planner.ui.today.no_run import why_no_run
from planner.ui.today.when import when
from planner.words.documents import DayDoc, ItemDoc

INK = theme.STRONG[1]
INSTEAD = ("walk", "rest")


@ft.component
def MainThing(model: Model, item: ItemDoc, day: DayDoc) -> ft.Control:
    is_open, set_open = ft.use_state(False)
    is_asking, set_asking = ft.use_state(False)
    fault, set_fault = ft.use_state("")
    outcome = item.get("outcome")
    top = ft.Row(
        [
            ft.Icon(icons.of_kind(item["kind"]), color=INK, size=32),
            ft.Text(when(model, item), color=INK, theme_style=theme.LABEL, expand=True),
        ],
        spacing=theme.GAP_M,
    )
    lines: list[ft.Control] = [top, heading(item["title"], 2, INK)]
    if outcome:
        lines.append(ft.Text(model.say(f"ui.outcome.{outcome}"), theme_style=theme.H3, color=INK))
    no_run = why_no_run(model, day, INK)
    # A walk or a rest is there for the very reason that keeps the run off.
    if not no_run or item["kind"] not in INSTEAD:
        lines.append(body(item["reasons"][0]["text"], INK))
    lines += no_run
    links: list[ft.Control] = []
    if not outcome and can_be_eased(model, item):
        links.append(link(model.say("ui.now.ask"), lambda: set_asking(not is_asking), "how_now", INK))
    shown = model.say("ui.item.hide" if is_open else "ui.item.steps")
    links.append(link(shown, lambda: set_open(not is_open), "steps", INK))
    lines += [
        fault_line(fault),
        *(ft.Row(row, wrap=True, spacing=theme.GAP_S) for row in (_buttons(model, item, set_fault), links) if row),
    ]
    if is_asking and not outcome:
        lines.append(keyed("now", HowIsItNow, model, lambda: set_asking(False)))
    if is_open:
        lines += [keyed("details", Details, model, item, INK), keyed("move", MoveTo, model, item, model.today, INK)]
    return theme.card(ft.Column(lines, spacing=theme.GAP_S), theme.STRONG)


def _buttons(model: Model, item: ItemDoc, say_fault: Callable[[str], object]) -> list[ft.Control]:
    page = ft.context.page
    outcome = item.get("outcome")

    def log() -> None:
        model.start_session(item)
        page.navigate("/log/run")

    if outcome:
        # What is done because it was logged isn't taken back here: the run would still be in the journal.
        if model.is_logged(item):
            return []
        return [
            link(model.say("ui.item.take_back"), lambda: say_fault(model.untick(item) or ""), "take_back", INK),
        ]
    is_session = item["kind"] in SESSIONS
    is_guided = can_be_guided(item)
    started = under_way(model)
    buttons: list[ft.Control] = []
    if is_guided:
        goes_on = started is not None and started.item["id"] == item["id"]
        buttons.append(
            ft.FilledButton(
                model.say("ui.item.go_on" if goes_on else "ui.item.start"),
                icon=ft.Icons.PLAY_ARROW,
                key="start",
                on_click=lambda: page.navigate(address_of(item["id"])),
            )
        )
    if item["kind"] == "rest" and why_paused(model):
        return []
    words = model.say("ui.item.log_it" if is_session else "ui.item.done")
    act = log if is_session else lambda: say_fault(model.tick(item) or "")
    plain = ft.OutlinedButton if is_guided else ft.FilledButton
    style = ft.ButtonStyle(color=INK) if is_guided else None
    buttons.append(plain(words, key="do", style=style, on_click=act))
    return buttons
