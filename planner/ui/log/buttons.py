"""A button that is only an icon, with the name that a screen reader tells."""

from collections.abc import Callable

import flet as ft

from planner.ui import theme


def icon_button(
    icon: ft.IconData, name: str, act: Callable[[], object], color: ft.ColorValue | None = None
) -> ft.Control:

    def press() -> None:
        # Flet would hand its event to whatever takes an argument, a default among them.
        act()

    button = ft.IconButton(
        icon,
        key=name,
        icon_color=color,
        width=theme.TARGET,
        height=theme.TARGET,
        style=ft.ButtonStyle(padding=theme.GAP_M),
        on_click=press,
    )
    # Flutter's own tooltip is no name for a browser's screen reader.
    return ft.MergeSemantics(ft.Semantics(content=button, label=name))
