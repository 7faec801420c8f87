"""The days of a week: each opens, and takes what is dropped on it."""

from collections.abc import Callable
from datetime import date, timedelta

import flet as ft

from planner.ui import dates, theme
from planner.ui.model import Model
from planner.ui.parts.keyed import keyed
from planner.ui.parts.text import small
from planner.ui.plan.day import OpenDay
from planner.ui.plan.moving import GROUP, MoveHandle, Moves, drop, movable, refused_line
from planner.ui.plan.weight import summary
from planner.words.documents import DayDoc, ItemDoc, PlanDoc

OpenDate = Callable[[date], None]
NOWHERE: tuple[str, str] = ("", "")
"""The day that refused what was dropped on it, and why."""
STEPS = {"Arrow Down": 1, "Arrow Up": -1}


@ft.component
def Week(model: Model, plan: PlanDoc, opened: date | None, open_day: OpenDate, in_place: bool) -> ft.Control:
    """`in_place`: the opened day stands below its row, and not beside the week."""
    refused, set_refused = ft.use_state(NOWHERE)
    moving, set_moving = ft.use_state("")
    in_hand = ft.use_ref()

    def take(item: ItemDoc) -> None:
        in_hand.current = item

    def put(to: date) -> None:
        if in_hand.current is not None:
            set_refused((to.isoformat(), drop(model, in_hand.current, to)))

    def step(event: ft.KeyDownEvent) -> None:
        start = date.fromisoformat(plan["week_start"])
        following = (opened or start - timedelta(days=1)) + timedelta(days=STEPS.get(event.key, 0))
        if event.key in STEPS and start <= following < start + timedelta(days=7):
            open_day(following)

    rows: list[ft.Control] = []
    for day in plan["days"]:
        when = date.fromisoformat(day["date"])
        item = movable(model, day)
        rows.append(keyed(day["date"], DayRow, model, day, plan, when == opened, open_day, take, put, set_moving))
        if refused[0] == day["date"] and refused[1]:
            rows.append(refused_line(refused[1]))
        if item and moving == item["id"]:
            rows.append(keyed(f"moves-{day['date']}", Moves, model, item, when, lambda: set_moving("")))
        if when == opened and in_place:
            rows.append(keyed(f"open-{day['date']}", OpenDay, model, day))
    days = ft.Column(rows, spacing=theme.GAP_S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    named = ft.Semantics(content=days, label=model.say("ui.plan.days"), container=True)
    return ft.KeyboardListener(named, on_key_down=step)


@ft.component
def DayRow(
    model: Model,
    day: DayDoc,
    plan: PlanDoc,
    is_open: bool,
    open_day: OpenDate,
    take: Callable[[ItemDoc], None],
    put: Callable[[date], None],
    ask: Callable[[str], None],
) -> ft.Control:
    is_over, set_over = ft.use_state(False)
    when = date.fromisoformat(day["date"])
    item = movable(model, day)

    def accept() -> None:
        set_over(False)
        put(when)

    face = ft.Container(
        _face(model, day, plan, when, is_open),
        key="open",
        ink=True,
        border_radius=theme.RADIUS,
        padding=theme.GAP_M,
        on_click=lambda: open_day(when),
    )
    row = ft.Row(
        [
            ft.Container(ft.Semantics(content=face, button=True, expanded=is_open), expand=True),
            # The place of the handle is kept, so that the signs of all days stand below one another.
            keyed(item["id"], MoveHandle, model, item, take, ask) if item else ft.Container(width=theme.TARGET),
        ],
        spacing=0,
    )
    is_today = when == model.today
    edge = ft.Colors.TERTIARY if is_over else ft.Colors.PRIMARY if is_today else ft.Colors.TRANSPARENT
    target = ft.Container(
        row,
        bgcolor=theme.CHOSEN[0] if is_open else theme.CALM[0],
        border=ft.Border.all(2, edge),
        border_radius=theme.RADIUS,
    )
    return ft.DragTarget(
        target,
        group=GROUP,
        on_will_accept=lambda: set_over(True),
        on_leave=lambda: set_over(False),
        on_accept=accept,
    )


def _face(model: Model, day: DayDoc, plan: PlanDoc, when: date, is_open: bool) -> ft.Control:
    top: list[ft.Control] = [ft.Text(dates.day_and_date(when, model.language), theme_style=theme.H3)]
    if when == model.today:
        top.append(ft.Text(model.say("ui.plan.today_mark"), theme_style=theme.LABEL, color=ft.Colors.PRIMARY))
    elif day.get("past"):
        top.append(small(model.say("ui.plan.past_mark")))
    name = ft.Row(top, wrap=True, spacing=theme.GAP_S, run_spacing=0, expand=True)
    # Beside the week the day opens to the side; on a phone below its row.
    closed, opened = ft.Icons.EXPAND_MORE, ft.Icons.EXPAND_LESS
    sign = ft.Icons.CHEVRON_RIGHT if model.is_wide else opened if is_open else closed
    arrow = ft.Icon(sign, color=ft.Colors.ON_SURFACE_VARIANT)
    said = summary(model, day, plan["days"]) if day["items"] else [small(model.say("ui.plan.day.empty"))]
    return ft.Column([ft.Row([name, arrow]), *said], spacing=theme.GAP_XS)
