"""The last page of the first start: the first plan."""

from datetime import date

import flet as ft

from planner.ui import dates, icons, theme
from planner.ui.model import Model
from planner.ui.parts.text import body, small
from planner.ui.start.page import Way, answer, question
from planner.ui.start.tiles import next_button
from planner.ui.today.flags import flag_banners
from planner.ui.today.now import main_item
from planner.words.documents import DayDoc


@ft.component
def Ready(model: Model, way: Way) -> ft.Control:
    """What the days to come hold, and why; a warning sign before everything else."""
    fault, set_fault = ft.use_state("")
    banners = flag_banners(model, may_be_cleared=False)
    days = [day for day in model.plan["days"] if not day.get("past")]
    content: list[ft.Control] = [*banners]
    first = main_item(model.day_of_today())
    if first and not banners:
        content.append(body(model.say("ui.start.ready.today", what=first["title"], why=first["reasons"][0]["text"])))
    content.append(theme.card(ft.Column([_day(model, day) for day in days], spacing=theme.GAP_M)))
    content.append(body(model.say("ui.start.ready.grows")))
    content.append(next_button(model.say("ui.start.ready.go"), lambda: set_fault(answer(model, way))))
    return question(model, way, model.say("ui.start.ready"), content, fault=fault)


def _day(model: Model, day: DayDoc) -> ft.Control:
    item = main_item(day)
    kind, title = (item["kind"], item["title"]) if item else ("rest", model.name("kind.rest"))
    words = ft.Column(
        [
            small(dates.day_and_date(date.fromisoformat(day["date"]), model.language)),
            ft.Text(title, theme_style=theme.H3),
        ],
        spacing=0,
        expand=True,
    )
    return ft.Row([ft.Icon(icons.of_kind(kind), color=ft.Colors.PRIMARY), words], spacing=theme.GAP_M)
