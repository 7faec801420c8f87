"""That the plan changed, shortly; the plan screen has the whole story."""

import flet as ft

from planner.ui import theme
from planner.ui.model import Model
from planner.ui.parts.change import change_lines, small_ones, weighty
from planner.ui.parts.text import heading, link

SHOWN = 2


def changed_card(model: Model) -> list[ft.Control]:
    if not model.changes:
        return []
    page = ft.context.page
    main, small = weighty(model.changes), small_ones(model.changes)

    def more(words: str, ink: ft.ColorValue | None = None) -> ft.Row:
        return ft.Row([link(words, lambda: page.navigate("/plan"), "all_changes", ink)], wrap=True)

    if not main:
        return [more(model.say("ui.changes.only_small", n=len(small)))]
    ink = theme.CAREFUL[1]
    lines = [heading(model.say("ui.changes.title"), 2, ink), *change_lines(model, main[:SHOWN])]
    lines.append(more(model.say("ui.changes.all", n=len(main)), ink))
    return [theme.card(ft.Column(lines, spacing=theme.GAP_S), theme.CAREFUL, key="changed")]
