"""A screen that stumbles takes nothing else with it: the frame stays, and there is a way on."""

import logging
from collections.abc import Callable

import flet as ft

from planner.ui.model import Model
from planner.ui.parts.states import failed
from planner.ui.parts.text import heading, screen

LOG = logging.getLogger(__name__)

Screen = Callable[[Model], ft.Control]


def safe(shown: Screen) -> Screen:
    """The screen, or what is shown in its place; Flet's client would show the error and nothing else."""
    draw: Screen = getattr(shown, "__component_impl__", shown)

    @ft.component
    def Safe(model: Model) -> ft.Control:
        try:
            return draw(model)
        except Exception:
            LOG.exception("a screen could not be drawn")
            title = heading(model.say("ui.state.failed"), 1)
            return screen([title, failed(model, model.say("ui.state.broken"), model.look)], "broken")

    return Safe
