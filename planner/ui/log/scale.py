"""A score from 0 to 10 as eleven buttons; the word for the chosen one is said."""

from collections.abc import Callable

import flet as ft

from planner.journal.vocabulary import TOP_SCORE
from planner.ui import theme
from planner.ui.model import Model
from planner.ui.parts.text import heading


def scale(
    model: Model, name: str, words: str, value: int | None, put: Callable[[int], object], wrong: list[ft.Control]
) -> ft.Control:
    """`words` is the family of words (`ui.pain`, `ui.effort`); a `value` of None shows as not answered."""
    said = model.say("ui.score.unanswered")
    if value is not None:
        said = model.say("ui.score.of", score=value, top=TOP_SCORE, words=model.say(f"{words}.{value}"))
    top = ft.Row(
        [
            heading(name, 2, looks=3),
            ft.Semantics(
                content=ft.Text(said, theme_style=theme.LABEL, color=ft.Colors.PRIMARY),
                live_region=True,
                container=True,
            ),
        ],
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
        wrap=True,
    )
    buttons: list[ft.Control] = [_button(model, words, score, score == value, put) for score in range(TOP_SCORE + 1)]
    row = ft.Row(buttons, wrap=True, spacing=theme.GAP_XS, run_spacing=theme.GAP_XS)
    return ft.Column([top, ft.Semantics(content=row, label=name, container=True), *wrong], spacing=theme.GAP_S)


def _button(model: Model, words: str, score: int, is_chosen: bool, put: Callable[[int], object]) -> ft.Control:
    named = model.say("ui.log.score", score=score, words=model.say(f"{words}.{score}"))
    back, ink = (ft.Colors.PRIMARY, ft.Colors.ON_PRIMARY) if is_chosen else theme.CALM
    face = ft.Container(
        ft.Text(str(score), theme_style=theme.H3, color=ink, semantics_label=named),
        key=str(score),
        bgcolor=back,
        border=ft.Border.all(3 if is_chosen else 1, ft.Colors.ON_SURFACE if is_chosen else theme.LINE),
        border_radius=theme.RADIUS_S,
        padding=theme.GAP_XS,
        alignment=ft.Alignment.CENTER,
        ink=True,
        width=theme.TARGET,
        height=theme.TARGET,
        on_click=lambda: put(score),
    )
    return ft.MergeSemantics(ft.Semantics(content=face, button=True, selected=is_chosen))
