"""The one tap that calls for help."""

import flet as ft

from planner.ui import theme
from planner.ui.model import Model
from planner.ui.start.country import mobile_number, number


def call_button(model: Model) -> ft.Control:
    """Opens the phone with the number typed in. The browser does it by itself: it needs no answer from the app."""
    known = number(model) or mobile_number()
    return ft.FilledButton(
        ft.Text(model.say("ui.call.button", number=known), theme_style=theme.H2),
        icon=ft.Icons.CALL,
        key="call",
        url=ft.Url(f"tel:{known}", ft.UrlTarget.SELF),
        style=ft.ButtonStyle(bgcolor=ft.Colors.SURFACE, color=ft.Colors.ON_SURFACE, padding=theme.GAP_L),
    )
