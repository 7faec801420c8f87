"""Where it hurts: what was chosen, and two ways to choose: on the body picture, or from a list."""

from collections.abc import Callable, Sequence

import flet as ft

from planner.journal.vocabulary import SIDES
from planner.ui import theme
from planner.ui.log.areas import AREAS, area_of
from planner.ui.log.body import BodyPicture, place_name
from planner.ui.log.buttons import icon_button
from planner.ui.log.drafts import Place, toggled
from planner.ui.model import Model
from planner.ui.parts.choices import choices
from planner.ui.parts.text import heading, small

Change = Callable[[Callable[[list[Place]], list[Place]]], None]
"""What makes new places of those that there are by then: two quick taps both count."""


@ft.component
def Where(
    model: Model,
    places: Sequence[Place],
    change: Change,
    *,
    only_one: bool = False,
    remembered: bool = False,
    wrong: Sequence[ft.Control] = (),
) -> ft.Control:
    """`remembered`: the place is that of last time. `wrong` is what is said about it when it is missing."""
    way, set_way = ft.use_state("" if places else "picture")
    title = model.say("ui.pain_form.where")
    here = list(places)

    def toggle(site: str, side: str) -> None:
        change(lambda there: toggled(there, site, side, only_one=only_one))

    about = model.say("ui.pain_form.as_last_time") if remembered else ""
    chosen = [
        _chosen(model, place, lambda gone=place: change(lambda there: [each for each in there if each != gone]), about)
        for place in here
    ]
    lines: list[ft.Control] = [heading(title, 2, looks=3), *chosen]
    if not here:
        lines.append(small(model.say("ui.pain_form.tap")))
    lines.append(
        ft.Row(
            [
                _way(model, "picture", ft.Icons.ACCESSIBILITY_NEW, way, set_way),
                _way(model, "list", ft.Icons.LIST, way, set_way),
            ],
            wrap=True,
            spacing=theme.GAP_S,
        )
    )
    if way == "picture":
        lines.append(BodyPicture(model, here, toggle))
    if way == "list":
        lines.append(FromList(model, here, change, only_one=only_one))
    elif any(place.side is None for place in here):
        lines.append(
            _sides(model, here, next(place.site for place in here if place.side is None), change, only_one=only_one)
        )
    return ft.Column([*lines, *wrong], spacing=theme.GAP_S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _way(model: Model, way: str, icon: ft.IconData, shown: str, show: Callable[[str], None]) -> ft.Control:
    is_open = way == shown
    button = ft.OutlinedButton(
        model.say(f"ui.pain_form.{way}"),
        icon=ft.Icons.EXPAND_LESS if is_open else icon,
        key=way,
        on_click=lambda: show("" if is_open else way),
    )
    return ft.Semantics(content=button, expanded=is_open)


def _chosen(model: Model, place: Place, remove: Callable[[], None], about: str) -> ft.Control:
    name = place_name(model, place)
    back, ink = theme.CHOSEN
    words: list[ft.Control] = [
        ft.Text(name, theme_style=theme.BODY, color=ink),
        *([small(about, ink)] if about else []),
    ]
    row = ft.Row(
        [
            ft.Icon(ft.Icons.CHECK_CIRCLE, color=ink, size=20),
            ft.Column(words, spacing=0, expand=True),
            icon_button(ft.Icons.CLOSE, model.say("ui.pain_form.remove", place=name), remove, ink),
        ],
        spacing=theme.GAP_S,
    )
    return ft.Container(
        row,
        key=f"{place.site}-{place.side}",
        bgcolor=back,
        border_radius=theme.RADIUS_S,
        padding=ft.Padding.only(left=theme.GAP_M),
    )


@ft.component
def FromList(model: Model, places: Sequence[Place], change: Change, *, only_one: bool) -> ft.Control:
    """The area, the place in it, the side: in words all the way."""
    here = list(places)
    last = here[-1].site if here else None
    area, set_area = ft.use_state(area_of(last))
    site, set_site = ft.use_state(last)

    def choose_area(chosen: str) -> None:
        set_area(chosen)
        only = AREAS[chosen][0] if len(AREAS[chosen]) == 1 else None
        set_site(only)
        if only:
            add(only)

    def add(chosen: str) -> None:
        set_site(chosen)
        if not any(place.site == chosen for place in here):
            change(lambda there: toggled(there, chosen, None, only_one=only_one))

    where = model.say("ui.pain_form.area")
    areas = [(each, model.say(f"ui.area.{each}")) for each in AREAS]
    lines: list[ft.Control] = [choices(areas, {area} if area else (), choose_area, where)]
    if area and len(AREAS[area]) > 1:
        exactly = model.say("ui.pain_form.exactly")
        sites = [(each, model.name(f"site.{each}")) for each in AREAS[area]]
        lines += [heading(exactly, 2, looks=3), choices(sites, {site} if site else (), add, exactly)]
    if site:
        lines.append(_sides(model, here, site, change, only_one=only_one))
    return ft.Column(lines, spacing=theme.GAP_S)


def _sides(model: Model, places: list[Place], site: str, change: Change, *, only_one: bool) -> ft.Control:
    words = model.say("ui.pain_form.side", site=model.say(f"site.{site}"))
    sides = [(side, model.name(f"side.{side}")) for side in SIDES]
    chosen = {place.side for place in places if place.site == site and place.side}
    answers = choices(
        sides, chosen, lambda side: change(lambda there: toggled(there, site, side, only_one=only_one)), words
    )
    return ft.Column([heading(words, 2, looks=3), answers], spacing=theme.GAP_S)
