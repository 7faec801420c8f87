"""The way ahead as a path: the stages of the ladder with "you are here", or how the long run may grow to a goal."""

from datetime import date

import flet as ft

from planner.ui import dates, measures, theme
from planner.ui.model import Model
from planner.ui.parts.text import body, heading, small, with_icon
from planner.words.documents import GrowthDoc, PlanDoc, StepDoc, WayDoc

MARKS: dict[str, ft.IconData] = {
    "done": ft.Icons.CHECK_CIRCLE,
    "here": ft.Icons.PLACE,
    "ahead": ft.Icons.RADIO_BUTTON_UNCHECKED,
}


def path(model: Model, plan: PlanDoc, way: WayDoc) -> list[ft.Control]:
    """Nothing where nobody can tell: off the ladder without a goal, and while running is stopped."""
    lines: list[ft.Control] = [_step(model, step) for step in way["steps"]]
    lines += _growth(model, way["growth"])
    forecast = plan["assessment"].get("forecast")
    if forecast and forecast.get("weeks_max"):
        weeks = model.say("ui.path.forecast", least=forecast["weeks_min"], n=forecast["weeks_max"])
        lines.append(_alone(with_icon(ft.Icons.FLAG_OUTLINED, body(weeks), ft.Colors.PRIMARY)))
    if forecast and forecast.get("basis"):
        lines.append(_alone(small(forecast["basis"])))
    if not lines:
        return []
    if way["steps"]:
        lines.append(_alone(small(model.say("ui.path.no_date"))))
    title = model.say("ui.path.ladder" if way["steps"] else "ui.path.goal")
    return [heading(title, 2), theme.card(ft.Column(lines, spacing=theme.GAP_XS), key="path")]


def _alone(content: ft.Control) -> ft.Control:
    """One thing of a list for a screen reader; else its words would run into those around it."""
    return ft.Semantics(content=content, container=True)


def _step(model: Model, step: StepDoc) -> ft.Control:
    """One stage of the path; a screen reader hears it as one thing of a list."""
    is_here = step["state"] == "here"
    ink = theme.STRONG[1] if is_here else ft.Colors.ON_SURFACE
    name = model.say("ui.path.walks") if step["stage"] == "W" else model.say("ui.path.stage", stage=step["stage"])
    top = ft.Row(
        [
            ft.Text(name, theme_style=theme.H3, color=ink),
            small(_state(model, step), ink if is_here else ft.Colors.ON_SURFACE_VARIANT),
        ],
        wrap=True,
        spacing=theme.GAP_M,
        run_spacing=0,
    )
    lines: list[ft.Control] = [top, body(step["title"], ink)]
    mark = ft.Icon(
        MARKS[step["state"]], color=ft.Colors.ON_SURFACE_VARIANT if step["state"] == "ahead" else ft.Colors.PRIMARY
    )
    row = ft.Row(
        [mark, ft.Column(lines, spacing=0, expand=True)],
        spacing=theme.GAP_M,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
    here = ft.Container(
        row,
        bgcolor=theme.STRONG[0] if is_here else None,
        border_radius=theme.RADIUS_S,
        padding=ft.Padding.symmetric(horizontal=theme.GAP_S, vertical=theme.GAP_S),
    )
    return ft.MergeSemantics(_alone(here))


def _state(model: Model, step: StepDoc) -> str:
    if step["state"] == "ahead":
        return model.say("ui.path.ahead", n=step["weeks"])
    return model.say(f"ui.path.{step['state']}")


def _growth(model: Model, weeks: list[GrowthDoc]) -> list[ft.Control]:
    return [_week(model, week) for week in weeks]


def _week(model: Model, week: GrowthDoc) -> ft.Control:
    day = dates.day_of_month(date.fromisoformat(week["week_start"]), model.language)
    key = "ui.path.lighter" if week["lighter"] else "ui.path.longest"
    words: list[ft.Control] = [
        ft.Text(model.say("ui.path.week_of", day=day), theme_style=theme.H3),
        body(model.say(key, distance=measures.distance(model, week["km"]))),
    ]
    mark = ft.Icons.TRENDING_FLAT if week["lighter"] else ft.Icons.TRENDING_UP
    row = ft.Row(
        [ft.Icon(mark, color=ft.Colors.PRIMARY), ft.Column(words, spacing=0, expand=True)],
        spacing=theme.GAP_M,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
    return ft.MergeSemantics(_alone(ft.Container(row, padding=theme.GAP_S)))
