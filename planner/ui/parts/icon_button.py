"""A button that is only a picture for the eye, with a name for a screen reader."""

from collections.abc import Callable

import flet as ft

from planner.ui import theme


def icon_button(icon: ft.IconData, name: str, act: Callable[[], object], key: str) -> ft.Control:
    """A tooltip alone names nothing in a browser: Flutter hangs it on the group around the button."""
    button = ft.IconButton(
        icon,
        key=key,
        width=theme.TARGET,
        height=theme.TARGET,
        style=ft.ButtonStyle(padding=theme.GAP_M),
        tooltip=ft.Tooltip(name, exclude_from_semantics=True),
        on_click=lambda _e: act(),
    )
    return ft.MergeSemantics(ft.Semantics(content=button, label=name))
