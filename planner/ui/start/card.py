"""On Today: what was left for later at the first start. One quiet line, for as long as it is open."""

import flet as ft

from planner.ui import theme
from planner.ui.model import Model
from planner.ui.parts.text import link, small
from planner.ui.start import progress


def later_card(model: Model) -> list[ft.Control]:
    """The questions that are still open, with the way to the first of them; nothing where none is."""
    page = ft.context.page
    left = progress.later(model)
    if not left:
        return []
    named = model.desk.voice.listed([model.say(f"ui.start.left.{each}") for each in left])
    answer = link(model.say("ui.start.left.answer"), lambda: page.navigate(f"/start/{left[0]}"), "answer_later")
    words = small(model.say("ui.start.left", what=named))
    return [theme.card(ft.Row([ft.Container(words, expand=True), answer], wrap=False), key="later")]
