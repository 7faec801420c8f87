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


def _chip(option: str, words: str, is_chosen: bool, choose: Callable[[str], None]) -> ft.Chip:
    return ft.Chip(
        ft.Text(words),
        key=option,
        selected=is_chosen,
        on_select=lambda: choose(option),
        label_padding=ft.Padding.symmetric(horizontal=theme.GAP_XS, vertical=theme.GAP_S - 1),
    )
