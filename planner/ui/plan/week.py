"""The week at a glance: seven days, each a button that opens it."""

from collections.abc import Callable
from datetime import date

import flet as ft

from planner.ui import dates, theme
from planner.ui.model import Model
from planner.ui.plan.weight import summary, weight
from planner.words.documents import DayDoc


def day_button(model: Model, day: DayDoc, is_open: bool, open_day: Callable[[str], None]) -> ft.Control:
    when = date.fromisoformat(day["date"])
    is_today = when == model.today
    name = dates.day_and_date(when, model.language)
    top = ft.Row(
        [
            ft.Text(name, theme_style=theme.H3),
            ft.Text(_mark(model, day, is_today), theme_style=theme.LABEL, color=ft.Colors.PRIMARY),
        ],
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
        wrap=True,
    )
    content = summary(model, day) if day["items"] else ft.Text(model.say("ui.plan.day.empty"))
    face = ft.Container(
        ft.Column([top, content], spacing=theme.GAP_XS),
        key=day["date"],
        bgcolor=ft.Colors.SURFACE_CONTAINER_HIGHEST if is_open else theme.CALM[0],
        border=ft.Border.all(2, ft.Colors.PRIMARY) if is_today else None,
        border_radius=theme.RADIUS,
        padding=theme.GAP_M,
        ink=True,
        on_click=lambda: open_day(day["date"]),
    )
    return ft.Semantics(content=face, button=True, expanded=is_open)


def _mark(model: Model, day: DayDoc, is_today: bool) -> str:
    if is_today:
        return model.say("ui.plan.today_mark", weight=weight(model, day))
    return model.say("ui.plan.past_mark") if day.get("past") else weight(model, day)
