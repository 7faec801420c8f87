"""A score from 0 to 10 on a slider that says in words what the number means."""

from collections.abc import Callable

import flet as ft

from planner.ui import theme
from planner.ui.model import Model
from planner.ui.parts.text import small

TOP = 10


@ft.component
def Score(
    model: Model, name: str, scale: str, value: int | None, change: Callable[[int | None], None], lowest: int = 0
) -> ft.Control:
    """`scale` is the family of words (`ui.pain`, `ui.effort`); a `value` of None shows as not answered."""
    said = model.say("ui.score.unanswered")
    if value is not None:
        said = model.say("ui.score.of", score=value, top=TOP, words=model.say(f"{scale}.{value}"))

    def put(e: ft.Event[ft.Slider]) -> None:
        change(round(e.control.value or 0))

    slider = ft.Slider(
        value=lowest if value is None else value,
        min=lowest,
        max=TOP,
        divisions=TOP - lowest,
        on_change=put,
        # A tap on the place where it already stands changes nothing, and is an answer all the same.
        on_change_end=put,
        inactive_color=ft.Colors.OUTLINE_VARIANT,
    )
    words = ft.Text(said, theme_style=theme.LABEL, color=ft.Colors.PRIMARY)
    top = ft.Row(
        [ft.Text(name, theme_style=theme.H3), ft.Semantics(content=words, live_region=True, container=True)],
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
        wrap=True,
    )
    ends = ft.Row(
        [small(model.say(f"{scale}.{lowest}")), small(model.say(f"{scale}.{TOP}"))],
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
    )
    # A browser takes no name for a slider from Flutter, so the group around it carries the question.
    asked = ft.Semantics(content=ft.Container(slider, height=theme.TARGET), label=name, container=True)
    return ft.Column([top, asked, ends], spacing=theme.GAP_XS)
