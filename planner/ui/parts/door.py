"""Rows that lead to another page."""

from collections.abc import Callable

import flet as ft

from planner.ui import theme
from planner.ui.parts.text import small


def door(icon: ft.IconData, title: str, about: str, act: Callable[[], object], key: str) -> ft.Control:
    """A row that opens a page: an icon, its name, and what is behind it."""
    words: list[ft.Control] = [ft.Text(title, theme_style=theme.H3)]
    if about:
        words.append(small(about))
    row = ft.Row(
        [
            ft.Icon(icon, color=ft.Colors.PRIMARY),
            ft.Column(words, spacing=2, expand=True),
            ft.Icon(ft.Icons.CHEVRON_RIGHT, color=ft.Colors.ON_SURFACE_VARIANT),
        ],
        spacing=theme.GAP_M,
    )
    face = ft.Container(
        row,
        key=key,
        bgcolor=theme.CALM[0],
        border_radius=theme.RADIUS,
        padding=ft.Padding.symmetric(horizontal=theme.GAP_L, vertical=theme.GAP_M),
        ink=True,
        on_click=act,
    )
    return ft.Semantics(content=face, button=True)


def doors(rows: list[ft.Control]) -> ft.Control:
    """Rows below each other; two beside each other where there is room."""
    cells: list[ft.Control] = [ft.Container(row, col={"xs": 12, "md": 6}) for row in rows]
    return ft.ResponsiveRow(cells, spacing=theme.GAP_S, run_spacing=theme.GAP_S)
