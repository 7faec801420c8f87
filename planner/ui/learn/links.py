"""The way from a place of the body to what there is to read about it."""

from collections.abc import Iterable

import flet as ft

from planner.protocols import cards_for, protocols
from planner.ui.model import Model
from planner.ui.parts.text import link


def about_areas(model: Model, sites: Iterable[str]) -> list[ft.Control]:
    """A link to the card of each area that these places belong to. Called while a component is drawn."""
    page = ft.context.page

    def to(card: str) -> ft.Control:
        words = model.say("ui.learn.about_area", area=model.say(f"ui.learn.title.{card}"))
        return link(words, lambda: page.navigate(f"/learn/{card}"), f"about_{card}")

    cards = cards_for(protocols().cards, sites, ())
    return [ft.Row([to(card) for card in cards], wrap=True)] if cards else []
