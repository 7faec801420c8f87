"""Trends: pain against running, sleep, drinks, what was kept of the plan and load, as pictures and as words."""

import flet as ft

from planner.assess import REACHES, Place
from planner.ui import theme
from planner.ui.model import Model
from planner.ui.parts.choices import choices
from planner.ui.parts.keyed import keyed
from planner.ui.parts.states import Offer, empty
from planner.ui.parts.text import heading, screen, small
from planner.ui.trends.card import FigureCard
from planner.ui.trends.daily import drink_card, kept_card, sleep_card
from planner.ui.trends.load import UNITS, load_card, usual_unit
from planner.ui.trends.pain import pain_card
from planner.ui.trends.telling import Telling

ALL_PLACES = ""


@ft.component
def TrendsScreen(model: Model) -> ft.Control:
    page = ft.context.page
    asked = ft.use_route_params().get("what")
    reach = asked if asked in REACHES else REACHES[0]
    figures = model.desk.figures(reach)
    title = heading(model.say("ui.nav.trends"), 1)
    if figures.started is None:
        offer = Offer(model.say("ui.trends.empty.offer"), lambda: page.navigate("/log"), "begin")
        nothing = empty(
            ft.Icons.INSIGHTS_OUTLINED, model.say("ui.trends.empty.title"), model.say("ui.trends.empty.what"), offer
        )
        return screen([title, nothing], "trends")
    reaches = [(each, model.say(f"ui.trends.reach.{each}")) for each in REACHES]
    t = Telling(model, figures)
    head = [
        title,
        choices(reaches, {reach}, lambda chosen: page.navigate(f"/trends/{chosen}"), model.say("ui.trends.reach")),
        small(model.say("ui.trends.honest")),
    ]
    pain, load = keyed(f"pain-{reach}", PainCard, model, reach), keyed(f"load-{reach}", LoadCard, model, reach)
    rest = [
        keyed(f"{card.id}-{reach}", FigureCard, model, card) for card in (sleep_card(t), drink_card(t), kept_card(t))
    ]
    if not model.is_wide:
        return screen([*head, pain, load, *rest], "trends")
    sleep, drink, kept = rest
    beside = ft.Row(
        [_column([pain, kept]), _column([load, sleep, drink])],
        spacing=theme.GAP_L,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
    return screen([*head, beside], "trends", theme.PAGE_WIDTH)


def _column(cards: list[ft.Control]) -> ft.Column:
    return ft.Column(cards, expand=True, spacing=theme.GAP_L, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@ft.component
def PainCard(model: Model, reach: str) -> ft.Control:
    """Pain at one place, or at all where it hurt in several."""
    chosen, choose = ft.use_state(ALL_PLACES)
    everywhere = model.desk.figures(reach).places
    named = {f"{place.site}.{place.side}": place for place in everywhere}
    figures = model.desk.figures(reach, named.get(chosen))
    card = pain_card(Telling(model, figures))
    if len(named) < 2:
        return FigureCard(model, card)
    options = [(ALL_PLACES, model.say("ui.trends.places.all"))]
    options += [(key, _name(model, place)) for key, place in named.items()]
    now = chosen if chosen in named else ALL_PLACES
    return FigureCard(model, card, choices(options, {now}, choose, model.say("ui.trends.places")))


@ft.component
def LoadCard(model: Model, reach: str) -> ft.Control:
    chosen, choose = ft.use_state("")
    t = Telling(model, model.desk.figures(reach))
    unit = chosen or usual_unit(t)
    options = [(each, model.say(f"ui.trends.load.unit.{each}")) for each in UNITS]
    return FigureCard(model, load_card(t, unit), choices(options, {unit}, choose, model.say("ui.trends.load.unit")))


def _name(model: Model, place: Place) -> str:
    return model.say("ui.trends.place", site=model.name(f"site.{place.site}"), side=model.say(f"side.{place.side}"))
