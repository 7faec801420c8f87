"""What the next stage needs, an honest range for the end, and what found no place."""

import flet as ft

from planner.ui import theme
from planner.ui.model import Model
from planner.ui.parts.reasons import reasons
from planner.ui.parts.text import body, heading, small, with_icon
from planner.words.documents import PlanDoc


def what_comes_next(model: Model, plan: PlanDoc) -> list[ft.Control]:
    ahead, forecast = plan["assessment"].get("next"), plan["assessment"].get("forecast")
    lines: list[ft.Control] = []
    if ahead:
        if ahead.get("stage"):
            lines.append(body(model.say("ui.ahead.stage", stage=ahead["stage"])))
        lines += [with_icon(ft.Icons.CHEVRON_RIGHT, body(need)) for need in ahead.get("needs", [])]
    if forecast and forecast.get("weeks_max"):
        weeks = model.say("ui.ahead.forecast", least=forecast["weeks_min"], most=forecast["weeks_max"])
        lines += [with_icon(ft.Icons.FLAG_OUTLINED, body(weeks)), small(forecast.get("basis", ""))]
    if not lines:
        return []
    return [heading(model.say("ui.ahead.title"), 2), theme.card(ft.Column(lines, spacing=theme.GAP_S))]


def not_placed(model: Model, plan: PlanDoc) -> list[ft.Control]:
    gaps = plan["not_placed"]
    if not gaps:
        return []
    cards = [
        theme.card(
            ft.Column(
                [ft.Text(model.name(f"kind.{gap['kind']}"), theme_style=theme.H3), reasons(model, gap["reasons"])],
                spacing=theme.GAP_S,
            )
        )
        for gap in gaps
    ]
    return [heading(model.say("ui.not_placed.title"), 2), *cards]
