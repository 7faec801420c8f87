"""Components with a key, so that each keeps its own state."""

from collections.abc import Callable

import flet as ft


def keyed(key: str, component: Callable[..., ft.Control], *args: object) -> ft.Control:
    """The component under that key. Flet takes the key out of the arguments; the component never sees it."""
    return component(*args, key=key)
