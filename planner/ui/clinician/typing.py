"""A field whose letters are handed on one by one, and that is never drawn anew by them."""

from collections.abc import Callable

import flet as ft

from planner.ui import theme
from planner.ui.more.fields import HINT_LINES


def text_field(
    label: str,
    key: str,
    value: str,
    put: Callable[[str], None],
    *,
    hint: str = "",
    is_number: bool = False,
    lines: int = 1,
) -> ft.Control:
    """A field whose letters are handed on one by one."""
    return ft.TextField(
        label=label,
        value=value,
        key=key,
        helper=hint or None,
        helper_max_lines=HINT_LINES,
        multiline=lines > 1,
        max_lines=lines,
        keyboard_type=ft.KeyboardType.NUMBER if is_number else ft.KeyboardType.TEXT,
        border_radius=theme.GAP_M,
        border_color=ft.Colors.OUTLINE,
        on_change=lambda e: put(e.control.value or ""),
    )
