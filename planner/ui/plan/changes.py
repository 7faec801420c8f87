"""What changed today and yesterday: before, after and why."""

from collections.abc import Sequence
from datetime import date, timedelta

import flet as ft

from planner.ui import theme
from planner.ui.model import Model
from planner.ui.parts.change import change_lines, small_ones, weighty
from planner.ui.parts.text import heading, link
from planner.words.documents import ChangeDoc

SHOWN, SHOWN_WIDE = 2, 3
DAY = timedelta(days=1)


@ft.component
def Changes(model: Model, start: date) -> ft.Control:
    """What was told about a week since yesterday morning; nothing where nothing changed."""
    shows_why, show_why = ft.use_state(False)
    shows_small, show_small = ft.use_state(False)
    told = {
        "today": model.desk.changes_on(model.today, start),
        "yesterday": model.desk.changes_on(model.today - DAY, start),
    }
    everything = [change for changes in told.values() for change in changes]
    main, small = weighty(everything), small_ones(everything)
    if not everything:
        return ft.Container(visible=False)
    tone = theme.CAREFUL if main else theme.CALM
    ink = tone[1]
    lines: list[ft.Control] = [heading(model.say("ui.changes.title"), 2, ink)]
    for when, changes in told.items():
        lines += _of_day(model, when, weighty(changes), ink, in_full=shows_why)
        if shows_small and small_ones(changes):
            lines += _of_day(model, f"small_{when}", small_ones(changes), ink, in_full=shows_why)
    buttons: list[ft.Control] = []
    if main:
        why = model.say("ui.changes.less") if shows_why else model.say("ui.changes.all", n=len(main))
        buttons.append(link(why, lambda: show_why(not shows_why), "all_changes", ink))
    if small:
        rest = model.say("ui.changes.and_small" if main else "ui.changes.only_small", n=len(small))
        words = model.say("ui.changes.hide_small") if shows_small else rest
        buttons.append(link(words, lambda: show_small(not shows_small), "small_changes", ink))
    lines.append(ft.Row(buttons, wrap=True, spacing=theme.GAP_S))
    return theme.card(ft.Column(lines, spacing=theme.GAP_M), tone)


def _of_day(
    model: Model, when: str, changes: Sequence[ChangeDoc], ink: ft.ColorValue, *, in_full: bool
) -> list[ft.Control]:
    if not changes:
        return []
    shown = changes if in_full else changes[: SHOWN_WIDE if model.is_wide else SHOWN]
    return [heading(model.say(f"ui.changes.{when}"), 3, ink), *change_lines(model, shown, ink, in_full=in_full)]
