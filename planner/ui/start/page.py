"""The frame of a question: how far, back, what is asked and why, the answers, and a way to leave it for later."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from planner.ui import theme
from planner.ui.model import Model
from planner.ui.parts.icon_button import icon_button
from planner.ui.parts.text import fault_line, heading, link, small, with_icon
from planner.ui.places import Place
from planner.ui.start import progress

PADDING = ft.Padding(left=theme.GAP_L, top=theme.GAP_S, right=theme.GAP_L, bottom=theme.GAP_XL)


@dataclass(frozen=True)
class Way:
    """Where a step leads: on to the next, back, or on with this one left for later. `at`: which of how many it is."""

    on: Callable[[], object]
    back: Callable[[], object] | None = None
    leave: Callable[[], object] | None = None
    at: tuple[int, int] | None = None


def answer(model: Model, way: Way, action: Callable[[], object] | None = None, label: str = "") -> str:
    """Writes an answer down and goes on; returns what is wrong with it, or nothing."""

    def both() -> None:
        if action:
            action()
        way.on()

    return progress.keep(model, both, label) or ""


def question(
    model: Model, way: Way, title: str, content: list[ft.Control], *, why: str = "", fault: str = "", key: str = ""
) -> ft.Control:
    """A page with one question. Its title is said when it appears; `key` brings the top back into view."""
    asked = heading(title, 1)
    asked.live_region = True
    lines: list[ft.Control] = [_top(model, way), asked]
    if why:
        lines.append(with_icon(ft.Icons.INFO_OUTLINE, small(why), ft.Colors.ON_SURFACE_VARIANT))
    lines += [fault_line(fault), *content]
    if way.leave:
        leave = way.leave
        later = link(model.say("ui.start.later"), lambda: progress.keep(model, leave), "later")
        lines.append(ft.Row([later], wrap=True, alignment=ft.MainAxisAlignment.CENTER))
    inner = ft.Column(
        lines, spacing=theme.GAP_M, width=theme.READING_WIDTH, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )
    page = ft.Column(
        [ft.Container(inner, padding=PADDING)],
        key=key or title,
        scroll=ft.ScrollMode.AUTO,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )
    return in_the_middle(page)


def in_the_middle(page: ft.Control) -> ft.Container:
    """A page that has the whole width, with nothing beside it, stands in its middle."""
    return ft.Container(page, alignment=ft.Alignment.TOP_CENTER, expand=True)


def side_door(words: str, place: Place) -> ft.Control:
    """A way to a place that needs none of these answers. Called while a component is drawn."""
    page = ft.context.page
    door = link(words, lambda: page.navigate(place.path), "side_door")
    return ft.Row([door], wrap=True, alignment=ft.MainAxisAlignment.CENTER)


def _top(model: Model, way: Way) -> ft.Control:
    row: list[ft.Control] = []
    if way.back:
        back = way.back
        name = model.say("ui.start.back")
        row.append(icon_button(ft.Icons.ARROW_BACK, name, lambda: progress.keep(model, back), "back"))
    if way.at:
        now, all_of_them = way.at
        said = model.say("ui.start.at", now=now, n=all_of_them)
        bar = ft.ProgressBar(value=now / all_of_them, bar_height=6, border_radius=3, semantics_label=said)
        row += [ft.Container(bar, expand=True), small(said)]
    return ft.Row(row, spacing=theme.GAP_M, height=theme.TARGET if row and not way.at else None)
