"""Answers that fill the width of the page: a thumb finds them with one eye open."""

from collections.abc import Callable

import flet as ft

from planner.journal.vocabulary import TOP_SCORE
from planner.ui import theme
from planner.ui.model import Model
from planner.ui.parts.text import body, small


def tile(
    words: str,
    act: Callable[[], object],
    key: str,
    *,
    more: str = "",
    icon: ft.IconData | None = None,
    chosen: bool = False,
) -> ft.Control:
    """One answer, with a line that explains it where it needs one; the one given before is marked."""
    back, ink = theme.CHOSEN if chosen else theme.CALM
    lines: list[ft.Control] = [ft.Text(words, theme_style=theme.H3, color=ink)]
    if more:
        lines.append(small(more, ink))
    row: list[ft.Control] = [ft.Column(lines, spacing=2, expand=True, alignment=ft.MainAxisAlignment.CENTER)]
    if icon:
        row.insert(0, ft.Icon(icon, color=ft.Colors.PRIMARY if not chosen else ink))
    if chosen:
        row.append(ft.Icon(ft.Icons.CHECK, color=ink))
    face = ft.Container(
        ft.Row(row, spacing=theme.GAP_M),
        key=key,
        ink=True,
        bgcolor=back,
        border=ft.Border.all(1, theme.LINE),
        border_radius=theme.RADIUS,
        # Grows with its words, and is never smaller than a thumb.
        padding=ft.Padding.symmetric(horizontal=theme.GAP_L, vertical=theme.GAP_M if more else theme.GAP_L),
        on_click=_pressed(act),
    )
    return ft.MergeSemantics(ft.Semantics(content=face, button=True, selected=chosen))


def score_tiles(model: Model, put: Callable[[int], object]) -> list[ft.Control]:
    """How much it hurts, from the least to the worst there is."""
    return [
        tile(_score(model, score), lambda score=score: put(score), f"score_{score}")
        for score in range(1, TOP_SCORE + 1)
    ]


def _score(model: Model, score: int) -> str:
    return model.say("ui.score.of", score=score, top=TOP_SCORE, words=model.say(f"ui.pain.{score}"))


def next_button(words: str, act: Callable[[], object], key: str = "next") -> ft.Control:
    return ft.FilledButton(words, key=key, icon=ft.Icons.ARROW_FORWARD, on_click=_pressed(act))


def _pressed(act: Callable[[], object]) -> Callable[[], None]:
    """Flet gives the event to whatever takes an argument, even one with a default."""

    def pressed() -> None:
        act()

    return pressed


def told(words: str) -> ft.Control:
    """A line that says what was answered already."""
    return ft.Row([ft.Icon(ft.Icons.CHECK, color=ft.Colors.PRIMARY), ft.Container(body(words), expand=True)])
