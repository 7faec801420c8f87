"""Learn: short cards about the leg, shoes, surfaces and first aid."""

import flet as ft

from planner.ui.model import Model
from planner.ui.parts.text import heading, screen


@ft.component
def LearnScreen(model: Model) -> ft.Control:
    return screen([heading(model.say("ui.nav.learn"), 1)], "learn")
