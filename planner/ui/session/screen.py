"""A session as it is done: intervals, rounds and minutes, with the stop rule at hand."""

import flet as ft

from planner.ui.model import Model
from planner.ui.parts.text import heading, screen


@ft.component
def SessionScreen(model: Model) -> ft.Control:
    return screen([heading(model.say("ui.nav.today"), 1)], "session")
