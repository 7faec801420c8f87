"""A session as it is done: intervals, rounds and minutes, with the stop rule at hand."""

import asyncio

import flet as ft

from planner.ui.model import Model
from planner.ui.parts.back import back
from planner.ui.parts.keyed import keyed
from planner.ui.parts.states import Offer, empty
from planner.ui.parts.text import body, fault_line, link, screen
from planner.ui.session import under_way as sessions
from planner.ui.session.after import Asked, CoolDown, Over
from planner.ui.session.before import Before
from planner.ui.session.ending import is_felt
from planner.ui.session.going import Going
from planner.ui.session.hurts import Hurts
from planner.ui.session.lists import Listed
from planner.ui.session.phases import can_be_guided, phases_of
from planner.ui.session.timing import Position
from planner.ui.session.under_way import UnderWay, begin, is_at, under_way
from planner.words.documents import ItemDoc

LOOKS_EVERY_S = 2.0
WIDTH = 640

STAGES = {
    "hurts": Hurts,
    "list": Listed,
    "before": Before,
    "going": Going,
    "cool": CoolDown,
    "ask": Asked,
    "over": Over,
}


@ft.component
def SessionScreen(model: Model) -> ft.Control:
    page = ft.context.page
    fault, set_fault = ft.use_state("")
    asked = ft.use_route_params().get("item") or ""
    known = under_way(model)
    item = _item(model, known, asked)

    async def follow() -> None:
        while True:
            await asyncio.sleep(LOOKS_EVERY_S)
            if await asyncio.to_thread(under_way, model) != known:
                model.notify()

    # What is tapped on another page, or on the phone, is seen here too.
    ft.use_effect(follow, dependencies=[known], cleanup=lambda: None)
    today = model.say("ui.nav.today")
    if item is None:
        offer = Offer(model.say("ui.session.to_today"), lambda: page.navigate("/"), "to_today")
        gone = empty(ft.Icons.EVENT_BUSY, model.say("ui.session.gone.title"), model.say("ui.session.gone"), offer)
        return screen([back(model, model.say("ui.nav.session"), "/", today), gone], "session", WIDTH)
    if known and known.item["id"] != item["id"]:
        return screen(
            [
                back(model, item["title"], "/", today),
                body(model.say("ui.session.another", title=known.item["title"])),
                fault_line(fault),
                ft.FilledButton(
                    model.say("ui.session.go_on"),
                    key="go_on",
                    on_click=lambda: page.navigate(sessions.address_of(known.item["id"])),
                ),
                link(model.say("ui.session.drop"), lambda: set_fault(sessions.leave(model) or ""), "drop"),
            ],
            "session",
            WIDTH,
        )
    session = begin(model, item)
    stage = stage_of(session, session.position(model.desk.now))
    content = keyed(f"stage-{stage}", STAGES[stage], model, session)
    return screen([back(model, item["title"], "/", today), content], f"session-{stage}", WIDTH)


def stage_of(session: UnderWay, at: Position) -> str:
    """Which part of a session is on screen."""
    if session.hurts:
        return "hurts"
    if not phases_of(session.item):
        return "list"
    if not at.is_started:
        return "before"
    if not at.is_over:
        return "going"
    if not is_felt(session.item):
        return "over"
    return "cool" if session.item["kind"] == "run" and session.cooled is None else "ask"


def _item(model: Model, known: UnderWay | None, asked: str) -> ItemDoc | None:
    """What the address asks for: what is under way, or an open item of today."""
    if known and (not asked or is_at(known.item["id"], asked)):
        return known.item
    items = model.day_of_today()["items"]
    found = next((item for item in items if is_at(item["id"], asked)), None)
    return found if found and can_be_guided(found) and not found.get("outcome") else None
