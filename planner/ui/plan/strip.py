"""The week at one look: a bar a day, as high as the day is long, and the same in a sentence."""

from collections.abc import Callable
from datetime import date

import flet as ft

from planner.ui import dates, icons, theme
from planner.ui.model import Model
from planner.ui.parts.text import small
from planner.ui.plan.weight import active_minutes, main_items, running_minutes, weight
from planner.words.documents import DayDoc, PlanDoc

BAR = 56
LEAST = 6
# Seven words beside each other can't grow without end: the sentence and the list below have them in full.
SCALE_AT_MOST = 150


def strip(model: Model, plan: PlanDoc, opened: date | None, open_day: Callable[[date], None]) -> ft.Control:
    """For the eye and the thumb. The sentence below tells a screen reader the same, and the list has the buttons."""
    longest = max((active_minutes(day) for day in plan["days"]), default=0)
    cells: list[ft.Control] = [_cell(model, day, longest, opened, open_day) for day in plan["days"]]
    row = ft.Row(cells, spacing=theme.GAP_XS, vertical_alignment=ft.CrossAxisAlignment.END)
    shown = ft.Column([ft.Semantics(content=row, exclude_semantics=True), *_told(model, plan)], spacing=theme.GAP_S)
    return theme.card(shown, key="strip")


def _cell(model: Model, day: DayDoc, longest: int, opened: date | None, open_day: Callable[[date], None]) -> ft.Control:
    when, minutes = date.fromisoformat(day["date"]), active_minutes(day)
    is_run, is_today = bool(running_minutes(day)), when == model.today
    main = next(iter(main_items(day)), None)
    ink = ft.Colors.ON_SURFACE if when >= model.today else ft.Colors.ON_SURFACE_VARIANT
    bar = ft.Container(
        height=max(LEAST, BAR * minutes / longest) if longest and minutes else LEAST,
        bgcolor=ft.Colors.PRIMARY if is_run else theme.LINE if minutes else theme.HAIRLINE,
        border_radius=ft.BorderRadius.only(top_left=theme.GAP_XS, top_right=theme.GAP_XS),
        margin=ft.Margin.symmetric(horizontal=theme.GAP_XS),
    )
    picture = ft.Icon(icons.of_kind(main["kind"]) if main else icons.OTHER, size=20, color=ink)
    number = str(minutes) if minutes else "–"
    lines: list[ft.Control] = [
        bar,
        ft.Row([picture], alignment=ft.MainAxisAlignment.CENTER),
        _word(model, number, ink),
        _word(model, dates.narrow_day(when, model.language), ft.Colors.PRIMARY if is_today else ink),
    ]
    face = ft.Container(
        ft.Column(lines, spacing=2, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        bgcolor=ft.Colors.SURFACE_CONTAINER_HIGHEST if when == opened else None,
        border=ft.Border.all(2, ft.Colors.PRIMARY if is_today else ft.Colors.TRANSPARENT),
        border_radius=theme.RADIUS_S,
        padding=ft.Padding.symmetric(vertical=theme.GAP_XS),
    )
    pressed = ft.GestureDetector(face, on_tap=lambda: open_day(when), mouse_cursor=ft.MouseCursor.CLICK)
    return ft.Container(pressed, expand=True)


def _word(model: Model, text: str, ink: ft.ColorValue) -> ft.Text:
    scale = min(theme.text_scale_of(model.preferences.get(theme.TEXT_SCALE)), SCALE_AT_MOST)
    size, _, weight_of = theme.TYPE["label_large"]
    return ft.Text(
        text, size=size * scale / 100, weight=weight_of, color=ink, no_wrap=True, text_align=ft.TextAlign.CENTER
    )


def _told(model: Model, plan: PlanDoc) -> list[ft.Control]:
    runs = [day for day in plan["days"] if running_minutes(day)]
    rests = [day for day in plan["days"] if weight(day, plan["days"]) == "rest"]
    said: list[str] = []
    if runs:
        minutes = round(sum(running_minutes(day) for day in runs))
        said.append(model.say("ui.plan.strip.runs", days=_names(model, runs), minutes=minutes))
    if rests:
        said.append(model.say("ui.plan.strip.rests", days=_names(model, rests)))
    return [small(" ".join(said))] if said else []


def _names(model: Model, days: list[DayDoc]) -> str:
    names = [dates.weekday(date.fromisoformat(day["date"]), model.language) for day in days]
    return model.desk.voice.listed(names)
