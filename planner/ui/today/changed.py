"""That the plan changed, shortly; the plan screen has the whole story."""

import flet as ft

from planner.ui import theme
from planner.ui.model import Model
from planner.ui.parts.change import change_lines
from planner.ui.parts.text import heading

SHOWN = 2


def changed_card(model: Model) -> list[ft.Control]:
    if not model.changes:
        return []
    page = ft.context.page
    more = ft.TextButton(
        model.say("ui.changes.all", n=len(model.changes)),
        key="all_changes",
        height=theme.TARGET,
        on_click=lambda: page.navigate("/plan"),
    )
    top = heading(model.say("ui.changes.title"), 2, theme.CAREFUL[1])
    lines = change_lines(model, model.changes[:SHOWN])
    return [theme.card(ft.Column([top, *lines, ft.Row([more])], spacing=theme.GAP_S), theme.CAREFUL, key="changed")]
