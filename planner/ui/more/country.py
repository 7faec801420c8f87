"""The country, for the number to call in an emergency."""

import flet as ft

from planner.ui import theme
from planner.ui.model import Model
from planner.ui.more.frame import page_of
from planner.ui.more.saving import change
from planner.ui.parts.text import fault_line, small
from planner.ui.start.country import ELSEWHERE, countries, country, matches, told
from planner.ui.start.tiles import tile


@ft.component
def Country(model: Model) -> ft.Control:
    typed, set_typed = ft.use_state("")
    fault, set_fault = ft.use_state("")
    chosen = country(model)
    # The chosen one first: it is what one comes to look at.
    known = sorted(countries(model), key=lambda one: one[0] != chosen)
    found = [(code, name) for code, name in known if matches(name, typed)]
    elsewhere = (ELSEWHERE, model.say("ui.start.country.elsewhere"))

    def choose(code: str) -> None:
        set_fault(change(model, told(code)))

    search = ft.TextField(
        label=model.say("ui.start.country.search"),
        key="search",
        prefix_icon=ft.Icons.SEARCH,
        border_radius=theme.GAP_M,
        border_color=ft.Colors.OUTLINE,
        on_change=lambda e: set_typed(e.control.value or ""),
    )
    content: list[ft.Control] = [fault_line(fault), search]
    if not found:
        content.append(small(model.say("ui.start.country.none")))
    content += [
        tile(name, lambda code=code: choose(code), code, chosen=code == chosen) for code, name in (*found, elsewhere)
    ]
    return page_of(model, "country", content)
