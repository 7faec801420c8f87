"""A session that is counting: what to do now, for how long, what comes after, and a way to say that it hurts."""

from collections.abc import Callable

import flet as ft

from planner.ui import icons, theme
from planner.ui.model import Model
from planner.ui.parts.keyed import keyed
from planner.ui.parts.text import body, fault_line, link
from planner.ui.session import under_way as sessions
from planner.ui.session.device import buzz, may_sleep, stay_awake
from planner.ui.session.numerals import Numerals
from planner.ui.session.timing import FINISH, MINUTE_S, PAUSE, RESUME, SKIP, Phase, Position
from planner.ui.session.under_way import UnderWay

ICONS: dict[str, ft.IconData] = {
    "run": icons.of_kind("run"),
    "walk": icons.of_kind("walk"),
    "warm": ft.Icons.WHATSHOT,
    "cool": ft.Icons.AC_UNIT,
    "still": ft.Icons.TIMER_OUTLINED,
}
TONES: dict[str, theme.Tone] = {"run": theme.STRONG, "warm": theme.CAREFUL, "walk": theme.GOOD, "cool": theme.STRONG}
FELT = ("run", "walk")
ICON_SIZE = 40


@ft.component
def Going(model: Model, session: UnderWay) -> ft.Control:
    turns, turn = ft.use_state(0)
    fault, set_fault = ft.use_state("")
    at = session.position(model.desk.now)

    async def feel_the_turn() -> None:
        if turns:
            await buzz()

    ft.use_effect(stay_awake, dependencies=[], cleanup=may_sleep)
    ft.use_effect(feel_the_turn, dependencies=[turns], cleanup=lambda: None)

    def turned() -> None:
        turn(turns + 1)
        model.notify()

    def tap(what: str, of: int | None = None) -> None:
        set_fault(sessions.tap(model, session, what, of) or "")

    if not at.now:
        return ft.Container(visible=False)
    back, ink = theme.CALM if not at.is_counting else TONES.get(at.now.kind, theme.CALM)
    numerals = keyed(f"phase-{at.index}-{len(session.taps)}", Numerals, model, session, turned, ink)
    face = theme.card(
        ft.Column(
            [_now(model, at, at.now, ink), numerals, _next(model, at, ink)],
            spacing=theme.GAP_L,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        (back, ink),
    )
    pause = PAUSE if at.is_counting else RESUME
    big = ft.FilledButton(
        model.say(f"ui.session.{pause}"),
        icon=ft.Icons.PAUSE if at.is_counting else ft.Icons.PLAY_ARROW,
        key="pause",
        style=ft.ButtonStyle(padding=theme.GAP_XL),
        on_click=lambda: tap(pause),
    )
    buttons: list[ft.Control] = [
        ft.OutlinedButton(
            model.say("ui.session.skip"), icon=ft.Icons.SKIP_NEXT, key="skip", on_click=lambda: tap(SKIP, at.index)
        ),
        link(model.say("ui.session.finish"), lambda: tap(FINISH), "finish"),
    ]
    lines: list[ft.Control] = [
        face,
        fault_line(fault),
        big,
        ft.Row(buttons, wrap=True, spacing=theme.GAP_M, alignment=ft.MainAxisAlignment.CENTER),
    ]
    if session.item["kind"] in FELT:
        lines.append(it_hurts(model, lambda: set_fault(sessions.hurt(model, session) or "")))
    return ft.Column(lines, spacing=theme.GAP_L, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _now(model: Model, at: Position, phase: Phase, ink: ft.ColorValue) -> ft.Control:
    """The one thing to do now; spoken when it changes, and not each second."""
    number, of = at.number
    # No heading: it would be a node of its own, and what is spoken would lack the very word.
    words: list[ft.Control] = [ft.Text(model.say(f"ui.session.do.{phase.kind}"), theme_style=theme.H2, color=ink)]
    if of > 1:
        words.append(body(model.say(f"ui.session.number.{phase.kind}", number=number, of=of), ink))
    if not at.is_counting:
        words.append(body(model.say("ui.session.paused"), ink))
    said = ft.Row(
        [
            ft.Icon(ICONS[phase.kind], color=ink, size=ICON_SIZE),
            ft.Column(words, spacing=0, tight=True, expand=True),
        ],
        spacing=theme.GAP_M,
    )
    return ft.Semantics(content=said, live_region=True, container=True)


def _next(model: Model, at: Position, ink: ft.ColorValue) -> ft.Control:
    following = at.following
    if following is None:
        return body(model.say("ui.session.last"), ink)
    minutes, seconds = divmod(round(following.seconds), MINUTE_S)
    length = model.say("ui.minutes", n=minutes) if not seconds else model.say("ui.session.seconds", n=following.seconds)
    return body(model.say(f"ui.session.then.{following.kind}", length=length), ink)


def it_hurts(model: Model, act: Callable[[], object]) -> ft.Control:
    back, ink = theme.URGENT
    return ft.FilledButton(
        model.say("ui.session.hurts"),
        icon=ft.Icons.FRONT_HAND,
        key="hurts",
        style=ft.ButtonStyle(bgcolor=back, color=ink, icon_color=ink, padding=theme.GAP_XL),
        on_click=act,
    )
