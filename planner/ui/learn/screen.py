"""Learn: short cards about the leg, shoes, surfaces and first aid."""

from collections.abc import Iterable

import flet as ft

from planner.protocols import protocols
from planner.ui import theme
from planner.ui.learn.card import CardPage
from planner.ui.learn.faces import face
from planner.ui.model import Model
from planner.ui.parts.back import back
from planner.ui.parts.door import door, doors
from planner.ui.parts.keyed import keyed
from planner.ui.parts.text import body, heading, screen

WIDE = 1040


@ft.component
def LearnScreen(model: Model) -> ft.Control:
    page = ft.context.page
    asked = ft.use_route_params().get("card")
    if asked in protocols().cards:
        return keyed(f"card-{asked}", CardPage, model, asked)
    if asked:
        place = model.say("ui.nav.learn")
        return screen([back(model, place, "/learn", place), body(model.say("ui.learn.unknown"))], "learn-unknown")
    own = model.desk.cards()
    cards = protocols().cards
    name = model.say("ui.nav.learn")
    # On a phone Learn has its door in More.
    top = heading(name, 1) if model.is_wide else back(model, name, "/more", model.say("ui.nav.more"))
    return screen(
        [
            top,
            body(model.say("ui.learn.intro")),
            *([heading(model.say("ui.learn.for_you"), 2), _list(model, page, own)] if own else []),
            _list(model, page, ["first_aid"]),
            heading(model.say("ui.learn.areas"), 2),
            _list(model, page, [card for card in cards if cards[card].sites]),
            heading(model.say("ui.learn.topics"), 2),
            _list(model, page, [card for card in cards if not cards[card].sites and card != "first_aid"]),
        ],
        "learn",
        WIDE if model.is_wide else theme.READING_WIDTH,
    )


def _list(model: Model, page: ft.Page, cards: Iterable[str]) -> ft.Control:
    return doors([_door(model, page, card) for card in cards])


def _door(model: Model, page: ft.Page, card: str) -> ft.Control:
    title, about = model.say(f"ui.learn.title.{card}"), model.say(f"ui.learn.about.{card}")
    return door(face(card), title, about, lambda: page.navigate(f"/learn/{card}"), card)
