"""Chips to choose from."""

from collections.abc import Callable, Collection, Sequence

import flet as ft

from planner.ui import theme


def choices(
    options: Sequence[tuple[str, str]], chosen: Collection[str], choose: Callable[[str], None], name: str
) -> ft.Control:
    """One chip for each (id, words); tapping one calls `choose` with its id."""
    chips: list[ft.Control] = [_chip(option, words, option in chosen, choose) for option, words in options]
    row = ft.Row(chips, wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S)
    return ft.Semantics(content=row, label=name, container=True)


def _chip(option: str, words: str, is_chosen: bool, choose: Callable[[str], None]) -> ft.Control:
    """Flutter's own chip keeps its words in one line, and fades what doesn't fit."""
    back, ink = theme.CHOSEN if is_chosen else (None, ft.Colors.ON_SURFACE_VARIANT)
    shown: list[ft.Control] = [ft.Text(words, theme_style=theme.LABEL, color=ink, expand=True, expand_loose=True)]
    if is_chosen:
        shown.insert(0, ft.Icon(ft.Icons.CHECK, color=ft.Colors.PRIMARY, size=theme.BUTTON_ICON))
    # A word of two letters would leave less room than a thumb needs
    strut = ft.Container(width=theme.TARGET - 2 * theme.GAP_L, height=0)
    face = ft.Container(
        ft.Column(
            [ft.Row(shown, spacing=theme.GAP_S, tight=True), strut],
            spacing=0,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        key=option,
        bgcolor=back,
        border=ft.Border.all(1, theme.CHOSEN[0] if is_chosen else theme.LINE),
        border_radius=theme.RADIUS_S,
        padding=theme.BUTTON_PADDING,
        ink=True,
        on_click=lambda: choose(option),
    )
    return ft.MergeSemantics(ft.Semantics(content=face, checked=is_chosen))
