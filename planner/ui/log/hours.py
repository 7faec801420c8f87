"""A time of day: a quarter of an hour earlier or later in one tap, any other on a clock."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import flet as ft

from planner.ui import theme
from planner.ui.log.buttons import icon_button
from planner.ui.model import Model

STEP = timedelta(minutes=15)
# Where the clock opens when nothing was chosen yet
FIRST_SHOWN = time(22)


@ft.component
def Hour(
    model: Model, name: str, value: time | None, put: Callable[[time], None], shown_first: time = FIRST_SHOWN
) -> ft.Control:
    picks, pick = ft.use_state(False)

    def picked(e: ft.Event[ft.TimePicker]) -> None:
        pick(False)
        if e.control.value:
            put(e.control.value.replace(second=0, microsecond=0))

    dialog = ft.TimePicker(
        value=value or shown_first,
        help_text=name,
        hour_format=ft.TimePickerHourFormat.H24,
        on_change=picked,
        on_dismiss=lambda: pick(False),
    )
    ft.use_dialog(dialog if picks else None)
    said = clock(value) if value else model.say("ui.log.choose_time")
    at = ft.OutlinedButton(
        ft.Text(said, theme_style=theme.H1 if value else theme.LABEL), key="clock", on_click=lambda: pick(True)
    )
    row: list[ft.Control] = [
        icon_button(
            ft.Icons.REMOVE, model.say("ui.log.earlier", what=name), lambda: put(moved(value or shown_first, -STEP))
        ),
        ft.Semantics(content=at, label=name),
        icon_button(ft.Icons.ADD, model.say("ui.log.later", what=name), lambda: put(moved(value or shown_first, STEP))),
    ]
    buttons = ft.Row(row, spacing=theme.GAP_XS, tight=True)
    return ft.Row(
        [ft.Text(name, theme_style=theme.BODY), buttons],
        wrap=True,
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
    )


def moved(at: time, by: timedelta) -> time:
    """The clock a little earlier or later, over midnight too."""
    return (datetime.combine(date.min.replace(year=2000), at) + by).time()


def clock(at: time) -> str:
    return at.strftime("%H:%M")


def clock_of(text: str) -> time | None:
    """A time as it was kept; None where nothing was."""
    try:
        return time.fromisoformat(text) if text else None
    except ValueError:
        return None
