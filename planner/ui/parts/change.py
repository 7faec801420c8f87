"""Changes of the plan: what was, what is now, and why."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

import flet as ft

from planner.ui import dates, icons, theme
from planner.ui.model import Model
from planner.ui.parts.reasons import reasons
from planner.ui.parts.text import body, small
from planner.words.documents import ChangeDoc

INK = theme.CAREFUL[1]
# What a runner wants to know first. The rest of a day follows from it, and can wait behind a button.
WEIGHTY = frozenset({"run", "walk", "rest", "cross_training", "see_clinician"})


def weighty(changes: Sequence[ChangeDoc]) -> list[ChangeDoc]:
    return [change for change in changes if change["kind"] in WEIGHTY]


def small_ones(changes: Sequence[ChangeDoc]) -> list[ChangeDoc]:
    return [change for change in changes if change["kind"] not in WEIGHTY]


def change_lines(
    model: Model, changes: Sequence[ChangeDoc], ink: ft.ColorValue = INK, *, in_full: bool = False
) -> list[ft.Control]:
    """The changes in their order; a reason that several in a row share is said once, with its sources where `in_full`."""
    lines: list[ft.Control] = []
    for why, same in groupby(changes, lambda change: change["reasons"][0]["text"] if change["reasons"] else ""):
        alike = list(same)
        lines += [_change(model, change, ink) for change in alike]
        lines.append(reasons(model, alike[0]["reasons"], ink) if in_full else small(why, ink))
    return lines


def _change(model: Model, change: ChangeDoc, ink: ft.ColorValue) -> ft.Row:
    before, after = change.get("from"), change.get("to")
    day = (after or before or {}).get("date")
    what = model.say(f"what.{change['what']}")
    if day:
        what = _on(model, day, what)
    words: list[ft.Control] = [ft.Text(what, theme_style=theme.H3, color=ink)]
    if before and after and change["what"] == "moved":
        words.append(body(_moved(model, before, after), ink))
    elif before and after:
        words.append(body(model.say("ui.changes.before", what=_shape(model, before, day)), ink))
        words.append(body(model.say("ui.changes.after", what=_shape(model, after, day)), ink))
    elif one := before or after:
        words.append(body(_shape(model, one, day), ink))
    icon = icons.CHANGES.get(change["what"], icons.OTHER)
    return ft.Row(
        [ft.Icon(icon, color=ink), ft.Column(words, spacing=2, expand=True)],
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def _moved(model: Model, before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    """What moved, and from where: from another day, or another time of the same one."""
    is_other_day = before["date"] != after["date"]
    came_from = dates.short_day(date.fromisoformat(before["date"]), model.language) if is_other_day else before["at"]
    return model.say("ui.changes.moved", what=_shape(model, after, after["date"]), before=came_from)


def _shape(model: Model, shape: Mapping[str, Any], day: str | None) -> str:
    """One side of a change: Run, 30 min with 12 min of running. The day is said where it is another one."""
    minutes, running = shape.get("minutes"), shape.get("run_min")
    said = model.name(f"kind.{shape['kind']}")
    if minutes:
        said = model.say("ui.changes.lasting", what=said, minutes=model.say("ui.minutes", n=minutes))
    if running:
        said = model.say("ui.changes.running", what=said, n=running)
    other_day = shape.get("date")
    if other_day and other_day != day:
        said = _on(model, other_day, said)
    return said


def _on(model: Model, day: str, what: str) -> str:
    return model.say("ui.changes.on_day", day=dates.short_day(date.fromisoformat(day), model.language), what=what)
