"""Log: how it went."""

from collections.abc import Callable

import flet as ft

from planner.ui import icons, theme
from planner.ui.log.drink import DrinkForm
from planner.ui.log.journal import JournalScreen
from planner.ui.log.other import CheckInForm, PauseForm, TestForm
from planner.ui.log.pain import PainForm
from planner.ui.log.run import RunForm
from planner.ui.log.sleep import SleepForm
from planner.ui.model import Model
from planner.ui.parts.back import back
from planner.ui.parts.door import door, doors
from planner.ui.parts.keyed import keyed
from planner.ui.parts.message import JustHappened
from planner.ui.parts.text import heading, screen

FORMS = {"pain": PainForm, "run": RunForm, "sleep": SleepForm, "drink": DrinkForm}
OTHERS = {"check-in": CheckInForm, "test": TestForm, "pause": PauseForm}
ICONS = {"pain": icons.PAIN, "run": icons.RUN, "sleep": icons.SLEEP, "drink": icons.DRINK}
OTHER_ICONS = {
    "walk": ft.Icons.DIRECTIONS_WALK,
    "check-in": ft.Icons.RATE_REVIEW_OUTLINED,
    "test": ft.Icons.CHECKLIST,
    "pause": ft.Icons.BEACH_ACCESS_OUTLINED,
}


@ft.component
def LogScreen(model: Model) -> ft.Control:
    page = ft.context.page
    asked = (ft.use_route_params().get("kind") or "pain").replace("_", "-")
    ft.use_effect(lambda: _take_up(model), dependencies=[asked])
    if asked == "journal":
        return keyed("journal", JournalScreen, model)
    if asked == "more":
        return keyed("more", MoreKinds, model)
    start = f"{asked}-{model.drafts.generation}"
    if asked in OTHERS:
        top = back(model, model.say(f"ui.log.{asked}"), "/log/more", model.say("ui.log.more"))
        content = [top, JustHappened(model), keyed(start, OTHERS[asked], model)]
        return screen(content, f"log-{start}")
    kind = asked if asked in FORMS else "pain"
    content = [
        _top(model, page),
        JustHappened(model),
        ft.Row([_kind(model, each, each == kind, page) for each in FORMS], spacing=theme.GAP_S),
        keyed(start, FORMS[kind], model),
    ]
    # A new key after saving brings the top, where the message is, back into view.
    return screen(content, f"log-{start}")


def _take_up(model: Model) -> None:
    """What was begun on another page goes on here."""
    before = model.drafts.generation
    model.drafts.look()
    if model.drafts.generation != before:
        model.notify()


def _top(model: Model, page: ft.Page) -> ft.Control:
    """The title, and the ways to what was logged and to the rarer kinds."""
    ways: list[ft.Control] = [
        ft.TextButton(
            model.say("ui.log.journal"),
            icon=ft.Icons.HISTORY,
            key="journal",
            on_click=lambda: page.navigate("/log/journal"),
        ),
        ft.TextButton(
            model.say("ui.log.more"), icon=ft.Icons.ADD, key="more_kinds", on_click=lambda: page.navigate("/log/more")
        ),
    ]
    title = heading(model.say("ui.log.title"), 1)
    return ft.Row(
        [title, ft.Row(ways, wrap=True, spacing=0)], wrap=True, alignment=ft.MainAxisAlignment.SPACE_BETWEEN, spacing=0
    )


@ft.component
def MoreKinds(model: Model) -> ft.Control:
    page = ft.context.page

    def opener(kind: str) -> Callable[[], None]:
        return lambda: _open(model, page, kind)

    rows = [
        door(icon, model.say(f"ui.log.{kind}"), model.say(f"ui.log.{kind}.about"), opener(kind), kind)
        for kind, icon in OTHER_ICONS.items()
    ]
    top = back(model, model.say("ui.log.more"), "/log", model.say("ui.nav.log"))
    return screen([top, JustHappened(model), doors(rows)], "log-more")


def _open(model: Model, page: ft.Page, kind: str) -> None:
    if kind == "walk":
        model.drafts.run.kind = "walk"
        model.drafts.changed("run")
        page.navigate("/log/run")
    else:
        page.navigate(f"/log/{kind}")


def _kind(model: Model, kind: str, is_chosen: bool, page: ft.Page) -> ft.Control:
    back_color, ink = theme.STRONG if is_chosen else theme.CALM
    face = ft.Column(
        [
            ft.Icon(ICONS[kind], color=ink),
            ft.Text(model.say(f"ui.log.{kind}"), color=ink, theme_style=theme.LABEL, text_align=ft.TextAlign.CENTER),
        ],
        spacing=theme.GAP_XS,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )
    button = ft.Container(
        face,
        key=f"log_{kind}",
        bgcolor=back_color,
        border_radius=theme.RADIUS,
        padding=ft.Padding.symmetric(horizontal=theme.GAP_XS, vertical=theme.GAP_M),
        ink=True,
        on_click=lambda: page.navigate(f"/log/{kind}"),
    )
    return ft.Container(ft.Semantics(content=button, button=True, selected=is_chosen), expand=True)
