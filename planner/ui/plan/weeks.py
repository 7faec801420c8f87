"""Which week is shown, and the way to the ones before and after it."""

from collections.abc import Callable
from datetime import date, timedelta

import flet as ft

from planner.ui import dates, theme
from planner.ui.model import Model, week_start_of
from planner.ui.parts.icon_button import icon_button
from planner.ui.parts.text import heading, link, small
from planner.ui.plan.address import WEEK


def week_bar(model: Model, start: date, go: Callable[[date], None]) -> ft.Control:
    """The name of the week between two arrows; from another week a way back to this one."""
    first, last = model.desk.weeks()
    before, after = start - WEEK, start + WEEK
    span = dates.span(start, after - timedelta(days=1), model.language)
    names = ft.Column(
        [heading(_name(model, start) or span, 2), *([small(span)] if _name(model, start) else [])],
        spacing=0,
        expand=not model.is_wide,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )
    row = ft.Row(
        [
            _arrow(model, ft.Icons.CHEVRON_LEFT, before, before >= first, go),
            names,
            _arrow(model, ft.Icons.CHEVRON_RIGHT, after, after <= last, go),
        ],
        alignment=ft.MainAxisAlignment.CENTER,
    )
    this = week_start_of(model.today)
    home = link(model.say("ui.plan.back_to_this_week"), lambda: go(this), "this_week")
    rows: list[ft.Control] = [row]
    if start != this:
        rows.append(ft.Row([home], alignment=ft.MainAxisAlignment.CENTER))
    return ft.Column(rows, spacing=0)


def _arrow(model: Model, icon: ft.IconData, start: date, is_there: bool, go: Callable[[date], None]) -> ft.Control:
    name = _name(model, start) or dates.span(start, start + WEEK - timedelta(days=1), model.language)
    if not is_there:
        return ft.Container(width=theme.TARGET)
    return icon_button(icon, name, lambda: go(start), f"week-{start.isoformat()}")


def _name(model: Model, start: date) -> str | None:
    this = week_start_of(model.today)
    names = {this - WEEK: "ui.plan.last_week", this: "ui.plan.this_week", this + WEEK: "ui.plan.next_week"}
    return model.say(names[start]) if start in names else None
