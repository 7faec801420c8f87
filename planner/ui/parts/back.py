"""The top of a page below a place: the way back, and its title."""

import flet as ft

from planner.ui import theme
from planner.ui.model import Model
from planner.ui.parts.icon_button import icon_button
from planner.ui.parts.text import heading


def back(model: Model, title: str, to: str, place: str) -> ft.Row:
    """`to` is the address of what lies above, `place` its name. Called while a component is drawn."""
    page = ft.context.page
    button = icon_button(ft.Icons.ARROW_BACK, model.say("ui.back.to", place=place), lambda: page.navigate(to), "back")
    return ft.Row(
        [button, ft.Container(heading(title, 1), expand=True, padding=ft.Padding.only(top=theme.GAP_S))],
        spacing=theme.GAP_S,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
