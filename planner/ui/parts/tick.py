"""A box to tick, with room for a thumb: Flet's own is smaller, and stretches when it is told its size."""

from collections.abc import Callable

import flet as ft

from planner.ui import theme


def tick(key: str, value: bool, put: Callable[[bool], object], *, label: str = "", name: str = "") -> ft.Control:
    """A box with a `label` beside it, or with none and a `name` for a screen reader."""
    box = ft.Icon(
        ft.Icons.CHECK_BOX if value else ft.Icons.CHECK_BOX_OUTLINE_BLANK,
        color=ft.Colors.PRIMARY if value else ft.Colors.ON_SURFACE_VARIANT,
    )
    words = ft.Container(ft.Text(label, theme_style=theme.BODY), expand=True)
    face = ft.Container(
        ft.Row([box, words], spacing=theme.GAP_M) if label else box,
        key=key,
        ink=True,
        border_radius=theme.GAP_S,
        width=None if label else theme.TARGET,
        height=None if label else theme.TARGET,
        padding=theme.GAP_M if label else 0,
        alignment=None if label else ft.Alignment.CENTER,
        on_click=lambda: put(not value),
    )
    return ft.MergeSemantics(ft.Semantics(content=face, checked=value, label=name or None))
