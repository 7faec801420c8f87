"""Text in its few sizes."""

from collections.abc import Callable

import flet as ft

from planner.ui import theme

SIZES = {1: theme.H1, 2: theme.H2, 3: theme.H3}


def heading(text: str, level: int, color: ft.ColorValue | None = None, looks: int | None = None) -> ft.Semantics:
    """A heading, for the eye and for a screen reader; no level may be left out, so one may look smaller than it is."""
    words = ft.Text(text, theme_style=SIZES[looks or level], color=color)
    return ft.Semantics(content=words, header=True, heading_level=level, container=True)


def body(text: str, color: ft.ColorValue | None = None) -> ft.Text:
    return ft.Text(text, theme_style=theme.BODY, color=color)


def small(text: str, color: ft.ColorValue | None = ft.Colors.ON_SURFACE_VARIANT) -> ft.Text:
    return ft.Text(text, theme_style=theme.SMALL, color=color)


def numbered(number: int, text: str, color: ft.ColorValue | None = None) -> ft.Row:
    """A step of several, with its number."""
    words = ft.Container(body(text, color), expand=True)
    return ft.Row([body(f"{number}.", color), words], vertical_alignment=ft.CrossAxisAlignment.START)


def link(words: str, act: Callable[[], object], key: str, ink: ft.ColorValue | None = None) -> ft.TextButton:
    """A button in plain text, in the colour of the card that it stands on."""
    # In the ink of the text around it, only the line below it tells that it is a button.
    line = ft.TextStyle(decoration=ft.TextDecoration.UNDERLINE) if ink else None
    style = ft.ButtonStyle(color=ink) if ink else None
    face = ft.Text(words, theme_style=theme.LABEL, style=line, color=ink)
    return ft.TextButton(face, key=key, style=style, on_click=act)


def fault_line(text: str) -> ft.Control:
    """The sentence that says what is wrong; nothing where nothing is."""
    if not text:
        return ft.Semantics(visible=False)
    words = ft.Row(
        [
            ft.Icon(ft.Icons.ERROR_OUTLINE, color=theme.URGENT[1]),
            ft.Container(body(text, theme.URGENT[1]), expand=True),
        ],
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
    shown = theme.card(words, theme.URGENT)
    return ft.Semantics(content=shown, live_region=True, container=True)


def with_icon(icon: ft.IconData, words: ft.Control, color: ft.ColorValue | None = None) -> ft.Row:
    """An icon beside words that say the same."""
    return ft.Row(
        [ft.Icon(icon, color=color, size=20), ft.Container(words, expand=True)],
        spacing=theme.GAP_S,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def screen(content: list[ft.Control], key: str, width: int = theme.READING_WIDTH) -> ft.Column:
    """A screen that scrolls, its content no wider than reads well."""
    inner = ft.Column(content, spacing=theme.GAP_L, width=width, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    return ft.Column(
        [ft.Container(ft.Container(inner, padding=theme.GAP_L), alignment=ft.Alignment.TOP_CENTER)],
        key=key,
        scroll=ft.ScrollMode.AUTO,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )
