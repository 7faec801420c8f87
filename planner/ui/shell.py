"""The frame around every screen: a bar below on a phone, a rail at the side on a desktop."""

from collections.abc import Callable

import flet as ft

from planner.ui import theme
from planner.ui.model import Model
from planner.ui.notice import Notice

Go = Callable[[int | None], None]

PLACES = (
    ("/", "ui.nav.today", ft.Icons.TODAY_OUTLINED, ft.Icons.TODAY),
    ("/log", "ui.nav.log", ft.Icons.EDIT_NOTE_OUTLINED, ft.Icons.EDIT_NOTE),
    ("/plan", "ui.nav.plan", ft.Icons.CALENDAR_MONTH_OUTLINED, ft.Icons.CALENDAR_MONTH),
    ("/trends", "ui.nav.trends", ft.Icons.INSIGHTS_OUTLINED, ft.Icons.INSIGHTS),
    ("/more", "ui.nav.more", ft.Icons.MORE_HORIZ, ft.Icons.MORE_HORIZ),
)


@ft.component
def Shell(model: Model) -> ft.View:
    page = ft.context.page
    outlet = ft.use_route_outlet()
    here = ft.use_route_location()

    def follow_width() -> None:
        page.on_resize = lambda e: model.set_wide(e.width >= theme.WIDE_FROM)

    ft.use_effect(follow_width, dependencies=[])
    # One route for every place: the frame stays and only its content changes.
    if not model.has_read_notice:
        return ft.View(route="/", controls=[ft.SafeArea(Notice(model), expand=True)], padding=0)
    chosen = next((i for i, place in enumerate(PLACES) if place[0] != "/" and here.startswith(place[0])), 0)

    def go(index: int | None) -> None:
        model.look()
        page.navigate(PLACES[index or 0][0])

    body = ft.SafeArea(outlet, expand=True)
    if not model.is_wide:
        return ft.View(route="/", controls=[body], padding=0, navigation_bar=_bar(model, chosen, go))
    beside = ft.Row([_rail(model, chosen, go), ft.VerticalDivider(width=1), body], expand=True, spacing=0)
    return ft.View(route="/", controls=[beside], padding=0)


def _bar(model: Model, chosen: int, go: Go) -> ft.NavigationBar:
    return ft.NavigationBar(
        selected_index=chosen,
        on_change=lambda e: go(e.control.selected_index),
        destinations=[
            ft.NavigationBarDestination(icon=icon, selected_icon=full, label=model.say(label), key=label)
            for _, label, icon, full in PLACES
        ],
    )


def _rail(model: Model, chosen: int, go: Go) -> ft.NavigationRail:
    return ft.NavigationRail(
        selected_index=chosen,
        label_type=ft.NavigationRailLabelType.ALL,
        min_width=96,
        on_change=lambda e: go(e.control.selected_index),
        destinations=[
            ft.NavigationRailDestination(icon=icon, selected_icon=full, label=model.say(label), key=label)
            for _, label, icon, full in PLACES
        ],
    )
