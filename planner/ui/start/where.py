"""The first two questions: which language, and which country."""

from collections.abc import Callable

import flet as ft
from babel import Locale

from planner.ui import theme
from planner.ui.model import Model
from planner.ui.parts.text import heading, small
from planner.ui.places import CLINICIAN
from planner.ui.start.country import ELSEWHERE, IN_MILES, countries, country, likely_country, matches, told
from planner.ui.start.page import Way, answer, question, side_door
from planner.ui.start.tiles import tile
from planner.words import languages, say


@ft.component
def Language(model: Model, way: Way) -> ft.Control:
    """Each language in its own name; nobody can be expected to read the question."""
    fault, set_fault = ft.use_state("")

    def choose(code: str) -> None:
        set_fault(answer(model, way, lambda: model.desk.change_runner({"language": code})))

    title = " · ".join(say("ui.start.language", code) for code in languages())
    tiles = [_language(code, choose, code == model.language) for code in languages()]
    clinicians = " · ".join(say(CLINICIAN.name, code) for code in languages())
    tiles.append(side_door(clinicians, CLINICIAN))
    return question(model, way, title, tiles, fault=fault)


def _language(code: str, choose: Callable[[str], None], is_chosen: bool) -> ft.Control:
    name = Locale.parse(code).get_display_name(code) or code
    return tile(name[:1].upper() + name[1:], lambda: choose(code), code, icon=ft.Icons.LANGUAGE, chosen=is_chosen)


@ft.component
def Country(model: Model, way: Way) -> ft.Control:
    """The likely one first, then all of them, which typing makes fewer."""
    typed, set_typed = ft.use_state("")
    fault, set_fault = ft.use_state("")

    def put(code: str) -> None:
        in_miles = code in IN_MILES and "units" not in model.desk.runner()
        model.desk.change_runner(told(code) | ({"units": "imperial"} if in_miles else {}))

    def choose(code: str) -> None:
        set_fault(answer(model, way, lambda: put(code)))

    known = countries(model)
    likely = country(model) or likely_country()
    found = [(code, name) for code, name in known if matches(name, typed) and (typed or code != likely)]
    first = [(code, name) for code, name in known if code == likely and not typed]
    search = ft.TextField(
        label=model.say("ui.start.country.search"),
        key="search",
        prefix_icon=ft.Icons.SEARCH,
        border_radius=theme.GAP_M,
        border_color=ft.Colors.OUTLINE,
        on_change=lambda e: set_typed(e.control.value or ""),
    )
    tiles = [_country(code, name, choose, code == country(model)) for code, name in found]
    content: list[ft.Control] = [*[_country(*one, choose, one[0] == country(model)) for one in first], search]
    if not found:
        content.append(small(model.say("ui.start.country.none")))
    content += [
        tile(model.say("ui.start.country.elsewhere"), lambda: choose(ELSEWHERE), ELSEWHERE, icon=ft.Icons.PUBLIC),
        *([heading(model.say("ui.start.country.all"), 2), *tiles] if tiles else []),
    ]
    why = model.say("ui.start.country.why")
    return question(model, way, model.say("ui.start.country"), content, why=why, fault=fault, key="country")


def _country(code: str, name: str, choose: Callable[[str], None], is_chosen: bool) -> ft.Control:
    return tile(name, lambda: choose(code), code, icon=ft.Icons.PLACE_OUTLINED, chosen=is_chosen)
