"""What this is and isn't, which version, whose it is."""

from importlib.metadata import PackageNotFoundError, version

import flet as ft

from planner.ui import theme
from planner.ui.model import Model
from planner.ui.more.frame import page_of
from planner.ui.parts.text import body, heading, with_icon
from planner.ui.start.notice import POINTS


@ft.component
def About(model: Model) -> ft.Control:
    points: list[ft.Control] = [with_icon(icon, body(model.say(key)), ft.Colors.PRIMARY) for key, icon in POINTS]
    rules = str(model.plan["rules_version"])
    content: list[ft.Control] = [
        body(model.say("ui.app.description")),
        heading(model.say("ui.more.about.notice"), 2),
        theme.card(ft.Column(points, spacing=theme.GAP_M)),
        heading(model.say("ui.more.about.version"), 2),
        body(model.say("ui.more.about.versions", app=_version(), rules=rules)),
        body(model.say("ui.more.about.unsigned")),
        heading(model.say("ui.more.about.licence"), 2),
        body(model.say("ui.more.about.licence.text")),
    ]
    return page_of(model, "about", content, about=False)


def _version() -> str:
    try:
        return version("stridewell")
    except PackageNotFoundError:
        return "?"
