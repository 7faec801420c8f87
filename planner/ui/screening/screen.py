"""The red-flag questions as a place of their own: all at a glance first, and one by one where one of them is a yes."""

from collections.abc import Callable

import flet as ft

from planner.ui import theme
from planner.ui.model import Model
from planner.ui.parts.text import body, heading, numbered, screen
from planner.ui.screening import answers as given
from planner.ui.screening.form import Questions
from planner.ui.start.page import Way, in_the_middle, question
from planner.ui.start.tiles import next_button, tile


@ft.component
def ScreeningScreen(model: Model) -> ft.Control:
    so_far = given.answers(model)
    is_at_top, set_at_top = ft.use_state(given.is_at_start(so_far))
    fault, set_fault = ft.use_state("")
    page = ft.context.page

    def leave() -> None:
        model.look()
        page.navigate("/")

    if is_at_top:

        def one_by_one() -> None:
            set_fault(given.begin(model) or "")
            set_at_top(False)

        def no_to_all() -> None:
            why = given.say_no_to_all(model)
            set_fault(why or "")
            set_at_top(bool(why))

        return _at_a_glance(model, Way(leave, leave), one_by_one, no_to_all, fault)
    if so_far.left or so_far.shows:
        return Questions(model, Way(leave, lambda: set_at_top(True)))
    return _thanks(model, leave)


def _at_a_glance(
    model: Model, way: Way, one_by_one: Callable[[], None], no_to_all: Callable[[], None], fault: str
) -> ft.Control:
    """The answers stand below the last question: each of them is on the way there."""
    asked = given.questions()
    cards = [theme.card(numbered(n, model.say(f"screen.{each.id}")), key=each.id) for n, each in enumerate(asked, 1)]
    content: list[ft.Control] = [
        *cards,
        tile(model.say("ui.screening.one_by_one"), one_by_one, "yes", icon=ft.Icons.WARNING_AMBER),
        tile(model.say("ui.screening.no_to_all", n=len(asked)), no_to_all, "no_to_all", icon=ft.Icons.CHECK),
    ]
    title, why = model.say("ui.screening.title"), model.say("ui.screening.glance")
    return question(model, way, title, content, why=why, fault=fault, key="glance")


def _thanks(model: Model, leave: Callable[[], None]) -> ft.Control:
    title = heading(model.say("ui.screening.thanks"), 1)
    title.live_region = True
    done = next_button(model.say("ui.screening.to_today"), leave)
    return in_the_middle(screen([title, body(model.say("ui.screening.thanks.text")), done], "thanks"))
