"""What a screen shows instead of its content: nothing there yet, still on its way, or gone wrong."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from planner.ui import theme
from planner.ui.model import Model
from planner.ui.parts.text import body, heading, with_icon

ICON_SIZE = 40


@dataclass(frozen=True)
class Offer:
    """The one thing to do about it."""

    words: str
    act: Callable[[], object]
    key: str
    icon: ft.IconData | None = None


def empty(icon: ft.IconData, title: str, sentence: str, offer: Offer | None = None) -> ft.Control:
    """Nothing there yet: what will be, and what brings it there."""
    return theme.card(_said(icon, title, sentence, offer, theme.CALM[1], ft.Colors.PRIMARY), key="empty")


def failed(model: Model, sentence: str, again: Callable[[], object], title: str | None = None) -> ft.Control:
    """Gone wrong: what, in one sentence, and another try."""
    ink = theme.URGENT[1]
    offer = Offer(model.say("ui.state.again"), again, "again", ft.Icons.REFRESH)
    said = _said(ft.Icons.ERROR_OUTLINE, title, sentence, offer, ink, ink)
    return ft.Semantics(content=theme.card(said, theme.URGENT, key="failed"), live_region=True, container=True)


def loading(model: Model, sentence: str | None = None, value: float | None = None) -> ft.Control:
    """Still on its way; `value` from 0 to 1 where it is known how far.

    Where it isn't, no bar runs to and fro: it would for those too who asked their device for less motion.
    """
    words = sentence or model.say("ui.state.loading")
    lines: list[ft.Control] = [with_icon(ft.Icons.HOURGLASS_EMPTY, body(words))]
    if value is not None:
        lines.append(ft.ProgressBar(value=value, bgcolor=theme.HAIRLINE, semantics_label=words))
    shown = ft.Column(lines, spacing=theme.GAP_S)
    return ft.Semantics(content=theme.card(shown, key="loading"), live_region=True, container=True)


def _said(
    icon: ft.IconData, title: str | None, sentence: str, offer: Offer | None, ink: ft.ColorValue, mark: ft.ColorValue
) -> ft.Column:
    lines: list[ft.Control] = [ft.Icon(icon, color=mark, size=ICON_SIZE)]
    lines += [heading(title, 2, ink)] if title else []
    lines.append(body(sentence, ink))
    if offer:
        lines.append(ft.FilledButton(offer.words, icon=offer.icon, key=offer.key, on_click=offer.act))
    return ft.Column(lines, spacing=theme.GAP_M)
