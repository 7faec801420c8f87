"""One card: what it can be, what helps and how sure that is, what to leave alone, when to have it seen by whom."""

from collections.abc import Iterable

import flet as ft

from planner.protocols import Advice, Card, protocols
from planner.ui import theme
from planner.ui.learn.watch import watch
from planner.ui.model import Model
from planner.ui.parts.back import back
from planner.ui.parts.text import body, heading, link, screen, small, with_icon

# A part of a card, with the icon of its lines
PARTS = (
    ("points", ft.Icons.CHEVRON_RIGHT),
    ("helps", ft.Icons.CHECK),
    ("avoid", ft.Icons.BLOCK),
    ("honest", ft.Icons.BALANCE),
)


@ft.component
def CardPage(model: Model, card_id: str) -> ft.Control:
    page = ft.context.page
    card = protocols().cards[card_id]
    about = small(model.say(f"ui.learn.about.{card_id}"))
    top = back(model, model.say(f"ui.learn.title.{card_id}"), "/learn", model.say("ui.nav.learn"))
    content: list[ft.Control] = [top, about, *_can_be(model, card)]
    content += [_part(model, card_id, part, icon, getattr(card, part)) for part, icon in PARTS if getattr(card, part)]
    if card.watch:
        content += [heading(model.say("ui.learn.part.watch"), 2), *watch(model, card.watch)]
    where, words = ("/log/pain", "ui.learn.log_pain") if card.watch else ("/plan", "ui.learn.see_plan")
    content.append(ft.Row([link(model.say(words), lambda: page.navigate(where), "onward")], wrap=True))
    return screen(content, f"learn-{card_id}")


def _can_be(model: Model, card: Card) -> list[ft.Control]:
    if not card.can_be:
        return []
    lines: list[ft.Control] = [
        with_icon(ft.Icons.HELP_OUTLINE, body(model.say(f"ui.learn.can_be.{each}")), ft.Colors.PRIMARY)
        for each in card.can_be
    ]
    lines.append(small(model.say("ui.learn.one_of")))
    return [_section(model.say("ui.learn.part.can_be"), lines)]


def _part(model: Model, card_id: str, part: str, icon: ft.IconData, said: Iterable[Advice]) -> ft.Control:
    own = f"ui.learn.part.{part}.{card_id}" if (part, card_id) == ("points", "first_aid") else f"ui.learn.part.{part}"
    lines = [_advice(model, part, icon, advice) for advice in said]
    return _section(model.say(own), lines)


def _advice(model: Model, part: str, icon: ft.IconData, advice: Advice) -> ft.Control:
    source = model.say(
        "ui.reason.source",
        source=model.source(advice.source),
        strength=model.say(f"ui.strength.{advice.strength}"),
    )
    words = ft.Column([body(model.say(f"ui.learn.{part}.{advice.id}")), small(source)], spacing=2)
    return with_icon(icon, words, ft.Colors.PRIMARY)


def _section(title: str, lines: list[ft.Control]) -> ft.Control:
    return ft.Column(
        [heading(title, 2), theme.card(ft.Column(lines, spacing=theme.GAP_M))],
        spacing=theme.GAP_S,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
