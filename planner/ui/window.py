"""The window around the app: its title, language and size of text, and what the page must know without the app."""

import asyncio
import json

import flet as ft

from planner.ui import clock, theme
from planner.ui.model import Model
from planner.ui.places import Place

# As assets/web/python.js reads it
TOLD = "stridewell.page"


def use_window(model: Model, place: Place) -> None:
    """A hook, for the frame of the app."""
    page = ft.context.page
    text_scale = theme.text_scale_of(model.preferences.get(theme.TEXT_SCALE))

    async def tell() -> None:
        await _tell(page, model)

    async def follow_the_day() -> None:
        await _follow_the_day(page, model, clock.between_looks)

    now = (place, text_scale, model.language)
    dressed = ft.use_ref(now)

    def redress() -> None:
        if dressed.current != now:
            dressed.current = now
            dress(page, model, place)
            page.update()

    ft.use_effect(lambda: _follow(page, model), dependencies=[])
    ft.use_effect(redress, dependencies=[*now])
    ft.use_effect(tell, dependencies=[model.language])
    ft.use_effect(follow_the_day, dependencies=[])


def _follow(page: ft.Page, model: Model) -> None:
    """What the page tells of itself: its width, and that it was woken."""
    page.on_resize = lambda e: model.set_wide(e.width >= theme.WIDE_FROM)
    page.on_app_lifecycle_state_change = lambda e: clock.look_if_new_day(model)
    page.on_connect = lambda e: clock.wake(model)


def dress(page: ft.Page, model: Model, place: Place) -> None:
    """Gives the page its title, language and theme, without drawing it: a page that opens has them from the start."""
    text_scale = theme.text_scale_of(model.preferences.get(theme.TEXT_SCALE))
    page.title = model.say("ui.app.title", place=model.say(place.name))
    tongue = ft.Locale(model.language)
    page.locale_configuration = ft.LocaleConfiguration(supported_locales=[tongue], current_locale=tongue)
    page.theme, page.dark_theme = theme.light(text_scale), theme.dark(text_scale)


async def _tell(page: ft.Page, model: Model) -> None:
    """Leaves with the browser what its page says in the runner's language when the app has gone away."""
    if not page.web:
        return
    words = {
        "language": model.language,
        "title": model.say("ui.away.title"),
        "sentence": model.say("ui.away.sentence"),
        "again": model.say("ui.state.again"),
    }
    await ft.SharedPreferences().set(TOLD, json.dumps(words))


async def _follow_the_day(page: ft.Page, model: Model, wait: clock.Wait) -> None:
    """Until the page is closed for good."""
    this = asyncio.current_task()

    async def stop(_event: object) -> None:
        if this:
            this.cancel()

    page.on_close = stop
    await clock.follow_the_day(model, wait)
