"""What passes while the app is open: midnight, a night in the pocket, a flight to another time zone."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial

from planner.ui.model import Model

LOOKS_EVERY_S = 20.0

Wait = Callable[[], Awaitable[object]]

between_looks: Wait = partial(asyncio.sleep, LOOKS_EVERY_S)


async def follow_the_day(model: Model, wait: Wait = between_looks) -> None:
    """Goes on until it is cancelled."""
    while True:
        await wait()
        await asyncio.to_thread(look_if_new_day, model)


def look_if_new_day(model: Model) -> None:
    """Asks the desk for the plan of today where the one on screen is of another day."""
    if model.is_of_another_day:
        model.look()


def wake(model: Model) -> None:
    """After a lost connection everything is drawn again: what changed meanwhile didn't reach the page."""
    model.notify()
    look_if_new_day(model)
