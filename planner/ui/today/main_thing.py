"""The one main thing of the day."""

import flet as ft

from planner.ui import icons, theme
from planner.ui.model import SESSIONS, Model
from planner.ui.parts.text import body, fault_line, heading, link
from planner.ui.today.details import Details
from planner.ui.today.when import when
from planner.words.documents import ItemDoc


@ft.component
def MainThing(model: Model, item: ItemDoc, why_no_run: str | None) -> ft.Control:
    is_open, set_open = ft.use_state(False)
    fault, set_fault = ft.use_state("")
    page = ft.context.page
    ink = theme.STRONG[1]
    outcome = item.get("outcome")
    why = model.say("ui.today.why_no_run", why=why_no_run) if why_no_run else _first_reason(item)

    def do() -> None:
        if outcome:
            set_fault(model.untick(item) or "")
        elif item["kind"] in SESSIONS:
            model.start_session(item)
            page.navigate("/log/run")
        else:
            set_fault(model.tick(item) or "")

    # What is done because it was logged isn't taken back here: the run would still be in the journal.
    is_fixed = bool(outcome) and model.is_logged(item)
    label = "ui.item.take_back" if outcome else "ui.item.log_it" if item["kind"] in SESSIONS else "ui.item.done"
    top = ft.Row(
        [ft.Icon(icons.of_kind(item["kind"]), color=ink, size=32), ft.Text(when(model, item), color=ink)],
        spacing=theme.GAP_M,
    )
    buttons = ft.Row(
        [
            *([] if is_fixed else [ft.FilledButton(model.say(label), key="do", height=theme.TARGET, on_click=do)]),
            link(
                model.say("ui.item.hide" if is_open else "ui.item.steps"), lambda: set_open(not is_open), "steps", ink
            ),
        ],
        wrap=True,
    )
    lines: list[ft.Control] = [top, heading(item["title"], 2, ink)]
    if outcome:
        lines.append(ft.Text(model.say(f"ui.outcome.{outcome}"), theme_style=theme.H3, color=ink))
    lines += [body(why, ink), fault_line(fault), buttons]
    if is_open:
        lines.append(Details(model, item, ink))
    return theme.card(ft.Column(lines, spacing=theme.GAP_S), theme.STRONG)


def _first_reason(item: ItemDoc) -> str:
    return item["reasons"][0]["text"]
