"""What changed since the plan was last made, and why."""

import flet as ft

from planner.ui import theme
from planner.ui.model import Model
from planner.ui.parts.change import change_lines, small_ones, weighty
from planner.ui.parts.text import heading, link

SHOWN = 3


@ft.component
def Changes(model: Model) -> ft.Control:
    shows_why, show_why = ft.use_state(False)
    shows_small, show_small = ft.use_state(False)
    main, small = weighty(model.changes), small_ones(model.changes)
    if not model.changes:
        return ft.Container(visible=False)
    ink = theme.CAREFUL[1]
    lines: list[ft.Control] = [heading(model.say("ui.changes.title"), 2, ink)]
    lines += change_lines(model, main if shows_why else main[:SHOWN], in_full=shows_why)
    if shows_small:
        lines += change_lines(model, small, in_full=shows_why)
    buttons: list[ft.Control] = []
    if main:
        why = model.say("ui.changes.less") if shows_why else model.say("ui.changes.all", n=len(main))
        buttons.append(link(why, lambda: show_why(not shows_why), "all_changes", ink))
    if small:
        rest = model.say("ui.changes.and_small" if main else "ui.changes.only_small", n=len(small))
        words = model.say("ui.changes.hide_small") if shows_small else rest
        buttons.append(link(words, lambda: show_small(not shows_small), "small_changes", ink))
    lines.append(ft.Row(buttons, wrap=True, spacing=theme.GAP_S))
    return theme.card(ft.Column(lines, spacing=theme.GAP_M), theme.CAREFUL)
