"""A warning sign: who should look at it, and by when. First on the screen, urgent in words as well as in colour."""

from datetime import date

import flet as ft

from planner.ui import dates, theme
from planner.ui.model import Model
from planner.ui.parts.reasons import reasons
from planner.ui.parts.text import body, heading
from planner.words.documents import FlagDoc

NOW = ("emergency_now", "same_day")


def flag_banner(model: Model, flag: FlagDoc) -> ft.Control:
    back, ink = theme.ALARM if flag["urgency"] in NOW else theme.URGENT
    top = ft.Row(
        [
            ft.Icon(ft.Icons.WARNING_ROUNDED, color=ink, size=32),
            ft.Text(
                model.say("ui.flag.urgency", urgency=model.say(f"urgency.{flag['urgency']}")),
                theme_style=theme.H3,
                weight=ft.FontWeight.BOLD,
                color=ink,
                expand=True,
            ),
        ]
    )
    lines: list[ft.Control] = [
        top,
        heading(flag["title"], 2, ink),
        ft.Text(_whom_and_when(model, flag), theme_style=theme.BODY, weight=ft.FontWeight.BOLD, color=ink),
        body(flag["say"], ink),
        reasons(model, flag["reasons"], ink),
    ]
    banner = ft.Container(
        ft.Column(lines, spacing=theme.GAP_S),
        bgcolor=back,
        border=ft.Border.all(2, ft.Colors.ERROR),
        border_radius=theme.RADIUS,
        padding=theme.GAP_L,
        key=flag["id"],
    )
    return ft.Semantics(content=banner, live_region=True, container=True)


def _whom_and_when(model: Model, flag: FlagDoc) -> str:
    if flag["urgency"] in NOW:
        return flag["advice"]
    whom = [model.say(f"see.{clinician}") for clinician in flag["see"]]
    by = flag.get("by")
    when = dates.day_and_date(date.fromisoformat(by), model.language) if by else None
    joined = model.say("ui.flag.or").join(whom)
    return model.say("ui.flag.see_by", whom=joined, when=when) if when else model.say("ui.flag.see", whom=joined)
