"""How something is done: its steps, and where that comes from."""

import flet as ft

from planner.ui import theme
from planner.ui.model import Model
from planner.ui.parts.text import numbered, small
from planner.words.documents import HowToDoc


def how_to(model: Model, told: HowToDoc) -> ft.Control:
    strength = model.say(f"ui.strength.{told['strength']}")
    source = model.say("ui.reason.source", source=model.source(told["source"]), strength=strength)
    steps = [numbered(n, step) for n, step in enumerate(told["steps"], 1)]
    return ft.Column([*steps, small(source)], spacing=theme.GAP_S)
