"""Plan: the week at a glance, a day opened, what changed and why, what comes next."""

from datetime import date

import flet as ft

from planner.ui import theme
from planner.ui.model import Model, week_start_of
from planner.ui.parts.keyed import keyed
from planner.ui.parts.message import JustHappened
from planner.ui.parts.text import heading, screen
from planner.ui.plan.address import asked_for, of_day, of_week
from planner.ui.plan.changes import Changes
from planner.ui.plan.day import OpenDay
from planner.ui.plan.gaps import gaps
from planner.ui.plan.path import path
from planner.ui.plan.strip import strip
from planner.ui.plan.unlock import unlocks
from planner.ui.plan.week import Week
from planner.ui.plan.weeks import week_bar
from planner.ui.today.flags import flag_banner
from planner.ui.today.standing import standing
from planner.words.documents import PlanDoc


@ft.component
def PlanScreen(model: Model) -> ft.Control:
    page = ft.context.page
    asked = asked_for(model, ft.use_route_params().get("day"))
    start, this_week = asked.start, week_start_of(model.today)
    plan = model.plan if start == this_week else model.week(start)
    shown = asked.day or (model.today if model.is_wide and start == this_week else None)

    def open_day(chosen: date) -> None:
        page.navigate(of_week(start, model.today) if chosen == asked.day else of_day(chosen))

    def go(week: date) -> None:
        page.navigate(of_week(week, model.today))

    way = model.desk.way()
    top = [*_top(model, plan), week_bar(model, start, go), strip(model, plan, shown, open_day)]
    changed = keyed(f"changes-{start}", Changes, model, start)
    week = keyed(f"week-{start}", Week, model, plan, shown, open_day, not model.is_wide)
    ahead = [*unlocks(model, plan, way), *path(model, plan, way)]
    if not model.is_wide:
        return screen([*top, changed, week, *gaps(model, plan), *ahead], "plan")
    day = next((each for each in plan["days"] if shown and each["date"] == shown.isoformat()), None)
    opened = [keyed(f"open-{day['date']}", OpenDay, model, day)] if day else []
    # Who opened a day looks for it at the top; else what is new comes first.
    right = [*opened, changed] if asked.day else [changed, *opened]
    # One group to a screen reader, so that it reads the week to its end before the day beside it.
    left = _column([week, *gaps(model, plan), *path(model, plan, way)])
    beside = ft.Row(
        [
            ft.Container(ft.Semantics(content=left, container=True), expand=5),
            ft.Container(_column([*right, *unlocks(model, plan, way)]), expand=6),
        ],
        spacing=theme.GAP_XL,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
    return screen([*top, beside], "plan", theme.PAGE_WIDTH)


def _column(content: list[ft.Control]) -> ft.Column:
    return ft.Column(content, spacing=theme.GAP_L, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _top(model: Model, plan: PlanDoc) -> list[ft.Control]:
    return [
        heading(model.say("ui.plan.title"), 1),
        *[flag_banner(model, flag) for flag in plan["assessment"]["flags"]],
        JustHappened(model),
        standing(model),
    ]
