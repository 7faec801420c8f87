"""Trends: pain against running, sleep, water and load, as pictures and as words."""

import flet as ft

from planner.ui.model import Model
from planner.ui.parts.text import heading, screen


@ft.component
def TrendsScreen(model: Model) -> ft.Control:
    return screen([heading(model.say("ui.nav.trends"), 1)], "trends")
