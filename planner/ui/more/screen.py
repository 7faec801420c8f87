"""More: the runner's profile, the physio's word, and everything about the app itself."""

import flet as ft

from planner.ui.model import Model
from planner.ui.parts.text import heading, screen


@ft.component
def MoreScreen(model: Model) -> ft.Control:
    return screen([heading(model.say("ui.nav.more"), 1)], "more")
