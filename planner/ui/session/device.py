"""What the device adds to a session where it can: the screen stays on, and a change of pace is felt in the hand."""

from collections.abc import Awaitable, Callable
from contextlib import suppress

import flet as ft


async def stay_awake() -> None:
    await _try(ft.Wakelock().enable)


async def may_sleep() -> None:
    await _try(ft.Wakelock().disable)


async def buzz() -> None:
    await _try(ft.HapticFeedback().vibrate)


async def _try(act: Callable[[], Awaitable[object]]) -> None:
    # A browser without it, or one that forbids it: the session goes on all the same.
    with suppress(RuntimeError, TimeoutError):
        await act()
