"""What found no place in the week, with the reason."""

import flet as ft

from planner.ui import icons, theme
from planner.ui.model import Model
from planner.ui.parts.reasons import reasons
from planner.ui.parts.text import heading
from planner.words.documents import NotPlacedDoc, PlanDoc


def gaps(model: Model, plan: PlanDoc) -> list[ft.Control]:
    if not plan["not_placed"]:
        return []
    return [heading(model.say("ui.not_placed.title"), 2), *[_gap(model, gap) for gap in plan["not_placed"]]]


def _gap(model: Model, gap: NotPlacedDoc) -> ft.Control:
    top = ft.Row(
        [
            ft.Icon(icons.of_kind(gap["kind"]), color=ft.Colors.ON_SURFACE_VARIANT),
            ft.Text(model.name(f"kind.{gap['kind']}"), theme_style=theme.H3, expand=True),
        ],
        spacing=theme.GAP_M,
    )
    card = theme.card(ft.Column([top, reasons(model, gap["reasons"])], spacing=theme.GAP_S))
    return ft.Semantics(content=card, container=True)
