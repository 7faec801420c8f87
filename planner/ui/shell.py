"""The frame around every screen: a bar below on a phone, a rail at the side on a desktop."""

from collections.abc import Callable

import flet as ft

from planner.ui import keys, window
from planner.ui.model import Model
from planner.ui.parts.icon_button import icon_button
from planner.ui.places import FOR_ANYBODY, FULL_SCREEN, ON_BAR, ON_RAIL, PLAN, TODAY, Place, on_bar, place_of
from planner.ui.start.progress import has_started
from planner.ui.start.screen import Start
from planner.ui.today.flags import slim_flag

Go = Callable[[Place], None]
# They show warning signs in full.
WITH_FLAGS = (TODAY, PLAN)


@ft.component
def Shell(model: Model) -> ft.View:
    page = ft.context.page
    outlet = ft.use_route_outlet()
    here = ft.use_route_location()
    shows_keys, show_keys = ft.use_state(False)
    place = place_of(here)

    def go(to: Place) -> None:
        model.look()
        page.navigate(to.path)

    def press(event: ft.KeyboardEvent) -> None:
        if not _has_dialog(page) and has_started(model):
            keys.press(event, here, go, page.navigate, lambda: show_keys(True))

    def listen() -> None:
        page.on_keyboard_event = press

    window.use_window(model, place)
    ft.use_effect(listen, dependencies=[here])
    ft.use_dialog(keys.help_dialog(model, lambda: show_keys(False)) if shows_keys else None)
    # One route for every place: the frame stays and only its content changes.
    if place not in FOR_ANYBODY and not has_started(model):
        return ft.View(route="/", controls=[Start(model)], padding=0)
    body = _body(model, place, outlet)
    if place in FULL_SCREEN:
        return ft.View(route="/", controls=[body], padding=0)
    if not model.is_wide:
        return ft.View(route="/", controls=[body], padding=0, navigation_bar=_bar(model, place, go))
    rail = _rail(model, place, go, lambda: show_keys(True))
    beside = ft.Row([rail, ft.VerticalDivider(width=1), body], expand=True, spacing=0)
    return ft.View(route="/", controls=[beside], padding=0)


def _body(model: Model, place: Place, outlet: ft.Control) -> ft.SafeArea:
    """The place, below a line that tells of a warning sign where the place itself doesn't."""
    flag = [] if place in (*WITH_FLAGS, *FULL_SCREEN) else slim_flag(model)
    # The place keeps its own place: moved, Flet would take it off the page and not put it back.
    top = ft.Column(flag, spacing=0, visible=bool(flag))
    # Stretched over the width by its column, the place would lose the keyboard's focus whenever its address changes.
    middle = ft.Container(outlet, alignment=ft.Alignment.TOP_CENTER, expand=True)
    return ft.SafeArea(ft.Column([top, middle], spacing=0, expand=True), expand=True)


def _has_dialog(page: ft.Page) -> bool:
    """Whether a dialog is open: then the keys are its own."""
    return any(dialog.open for dialog in page._dialogs.controls)  # noqa: SLF001 - Flet tells it nowhere else


def _bar(model: Model, place: Place, go: Go) -> ft.NavigationBar:
    return ft.NavigationBar(
        selected_index=ON_BAR.index(on_bar(place)),
        on_change=lambda e: go(ON_BAR[e.control.selected_index or 0]),
        destinations=[
            ft.NavigationBarDestination(
                icon=each.icon, selected_icon=each.chosen_icon, label=model.say(each.name), key=each.name
            )
            for each in ON_BAR
        ],
    )


def _rail(model: Model, place: Place, go: Go, show_keys: Callable[[], object]) -> ft.NavigationRail:
    return ft.NavigationRail(
        selected_index=ON_RAIL.index(place),
        label_type=ft.NavigationRailLabelType.ALL,
        min_width=112,
        scrollable=True,
        on_change=lambda e: go(ON_RAIL[e.control.selected_index or 0]),
        destinations=[
            ft.NavigationRailDestination(
                icon=each.icon, selected_icon=each.chosen_icon, label=model.say(each.name), key=each.name
            )
            for each in ON_RAIL
        ],
        trailing=icon_button(ft.Icons.KEYBOARD_OUTLINED, model.say("ui.keys.title"), show_keys, "keys"),
    )
