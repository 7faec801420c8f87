"""Log: how it went."""

import flet as ft

from planner.ui import icons, theme
from planner.ui.log.drink import DrinkForm
from planner.ui.log.pain import PainForm
from planner.ui.log.run import RunForm
from planner.ui.log.sleep import SleepForm
from planner.ui.model import Model
from planner.ui.parts.keyed import keyed
from planner.ui.parts.message import JustHappened
from planner.ui.parts.text import heading, screen

FORMS = {"pain": PainForm, "run": RunForm, "sleep": SleepForm, "drink": DrinkForm}
ICONS = {"pain": icons.PAIN, "run": icons.RUN, "sleep": icons.SLEEP, "drink": icons.DRINK}


@ft.component
def LogScreen(model: Model) -> ft.Control:
    page = ft.context.page
    asked = ft.use_route_params().get("kind") or "pain"
    kind = asked if asked in FORMS else "pain"
    tabs = ft.Row([_kind(model, each, each == kind, page) for each in FORMS], spacing=theme.GAP_S)
    start = f"{kind}-{model.drafts.generation}"
    content = [heading(model.say("ui.log.title"), 1), JustHappened(model), tabs, keyed(start, FORMS[kind], model)]
    # A new key after saving brings the top, where the message is, back into view.
    return screen(content, f"log-{start}")


def _kind(model: Model, kind: str, is_chosen: bool, page: ft.Page) -> ft.Control:
    back, ink = theme.STRONG if is_chosen else theme.CALM
    face = ft.Column(
        [ft.Icon(ICONS[kind], color=ink), ft.Text(model.say(f"ui.log.{kind}"), color=ink, theme_style=theme.LABEL)],
        spacing=theme.GAP_XS,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )
    button = ft.Container(
        face,
        key=f"log_{kind}",
        bgcolor=back,
        border_radius=theme.RADIUS,
        padding=theme.GAP_M,
        ink=True,
        on_click=lambda: page.navigate(f"/log/{kind}"),
    )
    return ft.Container(ft.Semantics(content=button, button=True, selected=is_chosen), expand=True)
