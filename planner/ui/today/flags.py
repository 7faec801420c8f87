"""A warning sign: who should look at it, and by when. First on the screen, urgent in words as well as in colour."""

from datetime import date

import flet as ft

from planner.protocols import protocols
from planner.ui import dates, theme
from planner.ui.model import Model
from planner.ui.parts.keyed import keyed
from planner.ui.parts.reasons import reasons
from planner.ui.parts.text import body, heading, link
from planner.ui.screening.call import call_button
from planner.ui.start.country import whom_to_call
from planner.words.documents import FlagDoc

EMERGENCY = "emergency_now"
NOW = (EMERGENCY, "same_day")
CALM = "routine"


def flag_banners(model: Model, *, may_be_cleared: bool = True) -> list[ft.Control]:
    """Every warning sign in force, the most urgent first."""
    flags = model.plan["assessment"]["flags"]
    return [flag_banner(model, flag, may_be_cleared=may_be_cleared) for flag in flags]


def flag_banner(model: Model, flag: FlagDoc, *, may_be_cleared: bool = True) -> ft.Control:
    """`may_be_cleared`: with the way to write down what a clinician said about it, where that can end it."""
    # The component keeps whether it is opened; what is said at once is around it.
    banner = keyed(flag["id"], Banner, model, flag, may_be_cleared)
    return ft.Semantics(content=banner, live_region=True, container=True)


@ft.component
def Banner(model: Model, flag: FlagDoc, may_be_cleared: bool) -> ft.Control:
    is_open, set_open = ft.use_state(False)
    page = ft.context.page
    back, ink = _tone(flag)
    lines: list[ft.Control] = [_urgency(model, flag, ink), heading(flag["title"], 2, ink)]
    lines += [_strong(line, ink) for line in what_to_do(model, flag)]
    if flag["urgency"] == EMERGENCY:
        lines.append(call_button(model))
    if flag["meanwhile"]:
        lines.append(heading(model.say("ui.flag.meanwhile"), 3, ink))
        lines += [_point(each, ink) for each in flag["meanwhile"]]
    lines += [heading(model.say("ui.flag.say"), 3, ink), body(flag["say"], ink)]
    more = model.say("ui.flag.hide" if is_open else "ui.flag.why")
    links: list[ft.Control] = [link(more, lambda: set_open(not is_open), "why", ink)]
    if may_be_cleared and protocols().flags.rule(flag["id"]).may_be_cleared:
        form = f"/more/clearances/{flag['id']}"
        links.append(link(model.say("ui.flag.cleared"), lambda: page.navigate(form), "cleared", ink))
    lines.append(ft.Row(links, wrap=True, spacing=theme.GAP_S))
    if is_open:
        lines.append(reasons(model, flag["reasons"], ink))
    return ft.Container(
        ft.Column(lines, spacing=theme.GAP_S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        bgcolor=back,
        border=ft.Border.all(2, ft.Colors.TERTIARY if flag["urgency"] == CALM else ft.Colors.ERROR),
        border_radius=theme.RADIUS,
        padding=theme.GAP_L,
    )


def slim_flag(model: Model) -> list[ft.Control]:
    """The most urgent warning sign in one line, for the places that don't show it in full; nothing without one."""
    page = ft.context.page
    pressing = [flag for flag in model.plan["assessment"]["flags"] if flag["urgency"] != CALM]
    if not pressing:
        return []
    flag = pressing[0]
    back, ink = _tone(flag)
    said = model.say("ui.flag.slim", urgency=model.say(f"urgency.{flag['urgency']}"), title=flag["title"])
    row = ft.Row(
        [
            ft.Icon(ft.Icons.WARNING_ROUNDED, color=ink),
            ft.Container(ft.Text(said, theme_style=theme.LABEL, color=ink), expand=True),
            ft.Icon(ft.Icons.CHEVRON_RIGHT, color=ink),
        ],
        spacing=theme.GAP_S,
    )
    face = ft.Container(
        row, key="flag", ink=True, bgcolor=back, padding=theme.GAP_M, on_click=lambda: page.navigate("/")
    )
    return [ft.MergeSemantics(ft.Semantics(content=face, button=True))]


def what_to_do(model: Model, flag: FlagDoc) -> list[str]:
    """Whom to call or to see, and by when."""
    whom = _whom(model, flag)
    if flag["urgency"] == EMERGENCY:
        return [whom_to_call(model), model.say("ui.flag.then", whom=whom)]
    if flag["urgency"] in NOW:
        return [flag["advice"]]
    when = dates.day_and_date(date.fromisoformat(flag["by"]), model.language)
    return [model.say("ui.flag.see_by", whom=whom, when=when)]


def _whom(model: Model, flag: FlagDoc) -> str:
    whom = [model.say(f"see.{clinician}") for clinician in flag["see"]]
    return model.desk.voice.listed(whom, either=True)


def _tone(flag: FlagDoc) -> theme.Tone:
    if flag["urgency"] in NOW:
        return theme.ALARM
    return theme.CAREFUL if flag["urgency"] == CALM else theme.URGENT


def _urgency(model: Model, flag: FlagDoc, ink: ft.ColorValue) -> ft.Row:
    is_calm = flag["urgency"] == CALM
    icon = ft.Icons.INFO_OUTLINE if is_calm else ft.Icons.WARNING_ROUNDED
    urgency = model.say(f"urgency.{flag['urgency']}")
    said = model.say("ui.flag.calm" if is_calm else "ui.flag.urgency", urgency=urgency)
    words = ft.Text(said, theme_style=theme.H3, weight=ft.FontWeight.BOLD, color=ink, expand=True)
    return ft.Row([ft.Icon(icon, color=ink, size=32), words])


def _strong(words: str, ink: ft.ColorValue) -> ft.Text:
    return ft.Text(words, theme_style=theme.BODY, weight=ft.FontWeight.BOLD, color=ink)


def _point(words: str, ink: ft.ColorValue) -> ft.Row:
    mark = ft.Icon(ft.Icons.DO_NOT_DISTURB_ON_OUTLINED, color=ink, size=20)
    return ft.Row([mark, ft.Container(body(words[:1].upper() + words[1:], ink), expand=True)], spacing=theme.GAP_S)
