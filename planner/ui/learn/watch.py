"""The signs that somebody should look at: how soon, and who."""

from collections.abc import Iterable

import flet as ft

from planner.protocols import FlagRule, protocols
from planner.ui import theme
from planner.ui.model import Model
from planner.ui.parts.text import body, small, with_icon
from planner.ui.start.country import mobile_number, number

NOW = ("emergency_now", "same_day")


def watch(model: Model, flags: Iterable[str]) -> list[ft.Control]:
    """The urgent ones in a card of their own, before those that can wait."""
    rules = [protocols().flags.rule(flag) for flag in flags]
    urgent = [rule for rule in rules if rule.urgency in NOW]
    later = [rule for rule in rules if rule.urgency not in NOW]
    cards: list[ft.Control] = []
    if urgent:
        ink = theme.URGENT[1]
        lines = [_sign(model, rule, ft.Icons.WARNING_ROUNDED, ink) for rule in urgent]
        lines.append(with_icon(ft.Icons.CALL, body(_whom_to_call(model), ink), ink))
        cards.append(theme.card(ft.Column(lines, spacing=theme.GAP_M), theme.URGENT))
    if later:
        ink = theme.CAREFUL[1]
        lines = [_sign(model, rule, ft.Icons.SCHEDULE, ink) for rule in later]
        cards.append(theme.card(ft.Column(lines, spacing=theme.GAP_M), theme.CAREFUL))
    return cards


def _sign(model: Model, rule: FlagRule, icon: ft.IconData, ink: ft.ColorValue) -> ft.Control:
    whom = model.desk.voice.listed([model.say(f"see.{clinician}") for clinician in rule.see], either=True)
    line = model.say("ui.learn.watch_line", urgency=model.name(f"urgency.{rule.urgency}"), whom=whom)
    words = ft.Column([body(model.say(f"ui.learn.watch.{rule.id}"), ink), small(line, ink)], spacing=2)
    return with_icon(icon, words, ink)


def _whom_to_call(model: Model) -> str:
    known = number(model)
    if known:
        return model.say("ui.learn.emergency", number=known)
    return model.say("ui.learn.emergency_unknown", number=mobile_number())
