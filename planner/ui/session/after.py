"""After the last minute: the cool-down, then the one question, then it is saved."""

from collections.abc import Callable
from typing import cast

import flet as ft

from planner.ui import theme
from planner.ui.log.scale import scale
from planner.ui.model import Model
from planner.ui.parts.text import body, fault_line, heading, link
from planner.ui.parts.tick import tick
from planner.ui.session import under_way as sessions
from planner.ui.session.ending import companions, place_known, save, say_more, tick_off
from planner.ui.session.lists import steps_to_tick
from planner.ui.session.numerals import clock
from planner.ui.session.timing import FINISH, Position
from planner.ui.session.under_way import UnderWay

BIG = theme.GAP_XL


@ft.component
def CoolDown(model: Model, session: UnderWay) -> ft.Control:
    fault, set_fault = ft.use_state("")

    def done(*, cooled: bool) -> None:
        set_fault(sessions.cool(model, session, done=cooled) or "")

    lines: list[ft.Control] = [body(model.say("ui.session.cool_down"))]
    lines += [steps_to_tick(model, session, each, set_fault) for each in companions(model, session, "cool_down")]
    lines += [
        fault_line(fault),
        ft.FilledButton(
            model.say("ui.session.cooled"),
            icon=ft.Icons.CHECK,
            key="cooled",
            style=ft.ButtonStyle(padding=BIG),
            on_click=lambda: done(cooled=True),
        ),
        link(model.say("ui.session.not_cooled"), lambda: done(cooled=False), "not_cooled"),
        *_way_back(model, session, set_fault),
    ]
    return ft.Column(lines, spacing=theme.GAP_L, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@ft.component
def Asked(model: Model, session: UnderWay) -> ft.Control:
    pain, set_pain = ft.use_state(cast("int | None", None))
    limps, set_limps = ft.use_state(False)
    fault, set_fault = ft.use_state("")
    page = ft.context.page
    at = session.position(model.desk.now)
    place = place_known(model)

    def end(wrong: str | None, to: str = "/") -> None:
        set_fault(wrong or "")
        if not wrong:
            page.navigate(to)

    lines: list[ft.Control] = [
        body(_summary(model, at)),
        ft.OutlinedButton(
            model.say("ui.check_in.no_pain"),
            icon=ft.Icons.CHECK,
            key="no_pain",
            style=ft.ButtonStyle(padding=BIG),
            on_click=lambda: end(save(model, session, at, 0, limps=limps)),
        ),
        scale(model, model.say("ui.session.pain"), "ui.pain", pain, set_pain, []),
        tick("limp", limps, set_limps, label=model.say("ui.check_in.limp")),
    ]
    if pain and place:
        where = model.say("ui.place", site=model.say(f"site.{place['site']}"), side=model.say(f"side.{place['side']}"))
        lines.append(body(model.say("ui.session.where", place=where)))
    lines.append(fault_line(fault))
    if pain is not None and (place or not pain):
        lines.append(
            ft.FilledButton(
                model.say("ui.session.save"),
                icon=ft.Icons.CHECK,
                key="save",
                style=ft.ButtonStyle(padding=BIG),
                on_click=lambda: end(save(model, session, at, pain, limps=limps, place=place)),
            )
        )
    more = "ui.session.elsewhere" if pain else "ui.session.say_more"
    lines += [
        link(model.say(more), lambda: end(say_more(model, session, at, pain, limps=limps), "/log/run"), "more"),
        *_way_back(model, session, set_fault),
        link(model.say("ui.session.leave_out"), lambda: end(sessions.leave(model)), "leave_out"),
    ]
    return ft.Column(lines, spacing=theme.GAP_L, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@ft.component
def Over(model: Model, session: UnderWay) -> ft.Control:
    """Nothing to ask: it is ticked."""
    fault, set_fault = ft.use_state("")
    page = ft.context.page

    def finish() -> None:
        wrong = tick_off(model, session)
        set_fault(wrong or "")
        if not wrong:
            page.navigate("/")

    done = ft.FilledButton(
        model.say("ui.session.all_done"),
        icon=ft.Icons.CHECK,
        key="finish",
        style=ft.ButtonStyle(padding=BIG),
        on_click=finish,
    )
    said = ft.Semantics(content=heading(model.say("ui.session.over"), 2), live_region=True, container=True)
    return ft.Column(
        [said, fault_line(fault), done, *_way_back(model, session, set_fault)],
        spacing=theme.GAP_L,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _summary(model: Model, at: Position) -> str:
    ran = at.seconds("run")
    if not ran:
        return model.say("ui.session.walked", clock=clock(at.seconds()))
    return model.say("ui.session.ran", clock=clock(ran), total=clock(at.seconds()))


def _way_back(model: Model, session: UnderWay, set_fault: Callable[[str], object]) -> list[ft.Control]:
    """Where the session was ended by a tap, that tap can be taken back."""
    if not session.taps or session.taps[-1].what != FINISH:
        return []
    return [
        link(model.say("ui.session.go_back"), lambda: set_fault(sessions.unfinish(model, session) or ""), "go_back")
    ]
