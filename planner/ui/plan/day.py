"""A day opened: its items in order of time, each with its steps and reasons, and whether the runner has that day."""

from datetime import date

import flet as ft

from planner.ui import dates, icons, theme
from planner.ui.model import Model
from planner.ui.parts.keyed import keyed
from planner.ui.parts.move import MoveTo
from planner.ui.parts.text import heading, small
from planner.ui.plan.busy import Busy
from planner.ui.today.details import Details
from planner.ui.today.when import when
from planner.words.documents import DayDoc, ItemDoc


@ft.component
def OpenDay(model: Model, day: DayDoc) -> ft.Control:
    this = date.fromisoformat(day["date"])
    name = dates.day_and_date(this, model.language)
    cards = [keyed(item["id"], PlannedItem, model, item, this) for item in day["items"]]
    opened = ft.Column(
        [heading(model.say("ui.plan.day_title", day=name), 2), keyed("busy", Busy, model, this), *cards],
        spacing=theme.GAP_S,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    return opened if model.is_wide else ft.Container(opened, padding=ft.Padding.symmetric(vertical=theme.GAP_S))


@ft.component
def PlannedItem(model: Model, item: ItemDoc, day: date) -> ft.Control:
    is_open, set_open = ft.use_state(False)
    outcome = item.get("outcome")
    words: list[ft.Control] = [ft.Text(item["title"], theme_style=theme.H3), small(when(model, item))]
    if outcome:
        words.append(ft.Text(model.say(f"ui.outcome.{outcome}"), theme_style=theme.LABEL))
    if item["reasons"]:
        words.append(small(item["reasons"][0]["text"]))
    row = ft.Row(
        [
            ft.Icon(icons.of_kind(item["kind"]), color=ft.Colors.PRIMARY),
            ft.Column(words, spacing=2, expand=True),
            ft.Icon(ft.Icons.EXPAND_LESS if is_open else ft.Icons.EXPAND_MORE),
        ],
        spacing=theme.GAP_M,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
    face = ft.Container(row, key="open", ink=True, border_radius=theme.RADIUS_S, on_click=lambda: set_open(not is_open))
    lines: list[ft.Control] = [ft.Semantics(content=face, button=True, expanded=is_open)]
    if is_open:
        lines.append(Details(model, item, may_skip=day == model.today))
        if day >= model.today:
            lines.append(MoveTo(model, item, day))
    return theme.card(ft.Column(lines, spacing=theme.GAP_M))
