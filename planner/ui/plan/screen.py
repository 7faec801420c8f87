"""Plan: the week, a day opened, what changed and why, what comes next."""

from datetime import date, timedelta

import flet as ft

from planner.ui import dates, theme
from planner.ui.model import Model, week_start_of
from planner.ui.parts.choices import choices
from planner.ui.parts.keyed import keyed
from planner.ui.parts.message import JustHappened
from planner.ui.parts.text import heading, screen, small
from planner.ui.plan.ahead import not_placed, what_comes_next
from planner.ui.plan.changes import Changes
from planner.ui.plan.day import OpenDay
from planner.ui.plan.week import day_button
from planner.ui.today.flags import flag_banner
from planner.ui.today.standing import standing
from planner.words.documents import PlanDoc

WEEK = timedelta(days=7)
WIDE = 1120


@ft.component
def PlanScreen(model: Model) -> ft.Control:
    page = ft.context.page
    asked = ft.use_route_params().get("day")
    this_week = week_start_of(model.today)
    start = _week_of(asked) or this_week
    plan = model.plan if start == this_week else model.week(start)
    shown = asked or (model.today.isoformat() if model.is_wide else None)
    day = next((each for each in plan["days"] if each["date"] == shown), None)

    def open_day(chosen: str) -> None:
        page.navigate("/plan" if chosen == asked else f"/plan/{chosen}")

    head = _top(model, plan, start, page)
    story = [*what_comes_next(model, plan), *not_placed(model, plan)]
    days: list[ft.Control] = []
    for each in plan["days"]:
        days.append(day_button(model, each, each is day, open_day))
        if each is day and not model.is_wide:
            days.append(keyed(f"open-{each['date']}", OpenDay, model, each))
    week = ft.Column(days, spacing=theme.GAP_S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    if not model.is_wide:
        return screen([*head, week, *story], "plan")
    opened = [keyed(f"open-{day['date']}", OpenDay, model, day)] if day else []
    beside = ft.Row(
        [
            ft.Column([week], expand=2, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
            ft.Column(
                [*opened, *story], expand=3, spacing=theme.GAP_L, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
            ),
        ],
        spacing=theme.GAP_XL,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
    return screen([*head, beside], "plan", WIDE)


def _top(model: Model, plan: PlanDoc, start: date, page: ft.Page) -> list[ft.Control]:
    this_week = week_start_of(model.today)
    weeks = [
        ("", model.say("ui.plan.this_week")),
        ((this_week + WEEK).isoformat(), model.say("ui.plan.next_week")),
    ]
    span = dates.span(start, start + WEEK - timedelta(days=1), model.language)
    return [
        ft.Column([small(span), heading(model.say("ui.plan.title"), 1)], spacing=0),
        *[flag_banner(model, flag) for flag in plan["assessment"]["flags"]],
        JustHappened(model),
        standing(model),
        *([Changes(model)] if start == this_week else []),
        choices(
            weeks,
            {"" if start == this_week else start.isoformat()},
            lambda week: page.navigate(f"/plan/{week}" if week else "/plan"),
            model.say("ui.plan.weeks"),
        ),
    ]


def _week_of(asked: str | None) -> date | None:
    """The Monday of the day in the address; None where that is no day."""
    try:
        return week_start_of(date.fromisoformat(asked)) if asked else None
    except ValueError:
        return None
