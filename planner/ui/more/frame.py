"""A page below More: the way back, the content, and what was just saved at its foot, where the thumb is."""

import flet as ft

from planner.ui import theme
from planner.ui.model import Model
from planner.ui.parts.back import back
from planner.ui.parts.message import JustHappened
from planner.ui.parts.text import small


def page_of(model: Model, page: str, content: list[ft.Control], *, about: bool = True) -> ft.Control:
    """Called while a component is drawn."""
    top = back(model, model.say(f"ui.more.page.{page}"), "/more", model.say("ui.nav.more"))
    lines: list[ft.Control] = [top]
    if about:
        lines.append(small(model.say(f"ui.more.about.{page}")))
    inner = ft.Column(
        [*lines, *content],
        spacing=theme.GAP_L,
        width=theme.READING_WIDTH,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    scrolled = ft.Column(
        [ft.Container(ft.Container(inner, padding=theme.GAP_L), alignment=ft.Alignment.TOP_CENTER)],
        key=f"more-{page}",
        scroll=ft.ScrollMode.AUTO,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )
    foot = ft.Container(
        ft.Container(JustHappened(model), width=theme.READING_WIDTH),
        padding=theme.GAP_S,
        alignment=ft.Alignment.CENTER,
        visible=model.message is not None,
    )
    return ft.Column([scrolled, foot], spacing=0, expand=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def actions(buttons: list[ft.Control]) -> ft.Control:
    return ft.Row(buttons, wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S)
