"""The keyboard: a key for each place, one for the way back, and a page that tells them."""

from collections.abc import Callable

import flet as ft

from planner.ui import theme
from planner.ui.model import Model
from planner.ui.parts.text import body, heading
from planner.ui.places import ON_RAIL, Place, above

HELP = "0"
BACK = "Escape"
WIDTH = 480


def asked_for(event: ft.KeyboardEvent) -> Place | None:
    """The place whose key was pressed: Alt and its number. Without Alt a digit may be part of what is typed."""
    if not event.alt or event.ctrl or event.meta or not event.key.isdigit():
        return None
    number = int(event.key)
    return ON_RAIL[number - 1] if 0 < number <= len(ON_RAIL) else None


def press(
    event: ft.KeyboardEvent,
    here: str,
    go: Callable[[Place], object],
    leave_for: Callable[[str], object],
    show_help: Callable[[], object],
) -> None:
    """What a key does at the address `here`."""
    place = asked_for(event)
    if place:
        go(place)
    elif event.alt and event.key == HELP:
        show_help()
    elif event.key == BACK and (up := above(here)):
        leave_for(up)


def help_dialog(model: Model, close: Callable[[], object]) -> ft.AlertDialog:
    rows = [
        *((model.say("ui.keys.number", number=at), model.say(place.name)) for at, place in enumerate(ON_RAIL, 1)),
        (model.say("ui.keys.escape"), model.say("ui.keys.back")),
        (model.say("ui.keys.tab"), model.say("ui.keys.next")),
        (model.say("ui.keys.enter"), model.say("ui.keys.press")),
        (model.say("ui.keys.number", number=HELP), model.say("ui.keys.help")),
    ]
    return ft.AlertDialog(
        title=heading(model.say("ui.keys.title"), 1, looks=2),
        semantics_label=model.say("ui.keys.title"),
        content=ft.Column([_row(keys, does) for keys, does in rows], spacing=theme.GAP_S, tight=True, width=WIDTH),
        scrollable=True,
        actions=[ft.TextButton(model.say("ui.keys.close"), key="close_keys", on_click=close, autofocus=True)],
        on_dismiss=close,
    )


def _row(keys: str, does: str) -> ft.Control:
    cap = ft.Container(
        ft.Text(keys, theme_style=theme.LABEL),
        border=ft.Border.all(1, theme.LINE),
        border_radius=theme.RADIUS_S,
        padding=ft.Padding.symmetric(horizontal=theme.GAP_S, vertical=theme.GAP_XS),
    )
    return ft.MergeSemantics(ft.Row([cap, body(does)], spacing=theme.GAP_M, wrap=True))
