"""The time that is left, drawn anew each second; nothing else of the screen is."""

import asyncio
from collections.abc import Callable
from math import ceil

import flet as ft

from planner.ui import theme
from planner.ui.model import Model
from planner.ui.session.timing import MINUTE_S, Position
from planner.ui.session.under_way import UnderWay, under_way

SECOND, LEAST_WAIT = 1.0, 0.05
# To be read from an arm's length whatever the size of other text, and never broken: fitted to the room, not to the scale
SIZE, WIDE_SIZE, DIGITS = 104, 144, 5


@ft.component
def Numerals(model: Model, session: UnderWay, turned: Callable[[], object], ink: ft.ColorValue) -> ft.Control:
    """`turned` is called when another phase has begun, and when the session was tapped on another page."""
    _, draw = ft.use_state(0.0)
    at = session.position(model.desk.now)

    def look() -> bool:
        known, now = under_way(model), model.desk.now
        is_other = known != session or session.position(now).index != at.index
        if is_other:
            turned()
        else:
            draw(session.position(now).left)
        return is_other

    async def count() -> None:
        while True:
            left = session.position(model.desk.now)
            await asyncio.sleep(max(left.left % SECOND, LEAST_WAIT) if left.is_counting else SECOND)
            if await asyncio.to_thread(look):
                return

    # Without a cleanup Flet doesn't end what still counts when the screen is left.
    ft.use_effect(count, dependencies=[session, at.index], cleanup=lambda: None)
    if at.is_over:
        return ft.Container(visible=False)
    total = sum(phase.seconds for phase in at.phases)
    return ft.Column(
        [
            _digits(clock(at.left), WIDE_SIZE if model.is_wide else SIZE, spoken(model, at), ink),
            ft.ProgressBar(
                value=1 - at.left_in_all / total if total else 1,
                color=ink,
                bgcolor=theme.HAIRLINE,
                semantics_label=model.say("ui.session.progress"),
            ),
            ft.Text(model.say("ui.session.left_in_all", clock=clock(at.left_in_all)), theme_style=theme.H3, color=ink),
        ],
        spacing=theme.GAP_S,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )


def _digits(shown: str, size: int, words: str, ink: ft.ColorValue) -> ft.Text:
    fitted = size * DIGITS / max(DIGITS, len(shown))
    return ft.Text(shown, theme_style=theme.NUMERAL, size=fitted, no_wrap=True, color=ink, semantics_label=words)


def clock(seconds: float) -> str:
    """As a stopwatch shows it: 3:07. A begun second is a whole one, so that 0:00 is never on screen."""
    minutes, rest = divmod(ceil(seconds), MINUTE_S)
    return f"{minutes}:{rest:02}"


def spoken(model: Model, at: Position) -> str:
    minutes, rest = divmod(ceil(at.left), MINUTE_S)
    key = "ui.session.spoken" if minutes else "ui.session.spoken_seconds"
    return model.say(key, minutes=minutes, seconds=rest)
