"""What changed since the plan was last made, and why."""

import flet as ft

from planner.ui import theme
from planner.ui.model import Model
from planner.ui.parts.change import change_lines
from planner.ui.parts.text import heading

SHOWN = 3


@ft.component
def Changes(model: Model) -> ft.Control:
    shows_all, show_all = ft.use_state(False)
    changes = model.changes
    if not changes:
        return ft.Container(visible=False)
    ink = theme.CAREFUL[1]
    lines: list[ft.Control] = [heading(model.say("ui.changes.title"), 2, ink)]
    lines += change_lines(model, changes if shows_all else changes[:SHOWN], in_full=shows_all)
    button = ft.TextButton(
        model.say("ui.changes.less") if shows_all else model.say("ui.changes.all", n=len(changes)),
        key="all_changes",
        height=theme.TARGET,
        on_click=lambda: show_all(not shows_all),
    )
    lines.append(ft.Row([button]))
    return theme.card(ft.Column(lines, spacing=theme.GAP_M), theme.CAREFUL)
