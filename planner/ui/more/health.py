"""The health list, each state with its last day where it has one."""

from collections.abc import Callable

import flet as ft

from planner.journal.vocabulary import HEALTH
from planner.ui import theme
from planner.ui.model import Model
from planner.ui.more.fields import day
from planner.ui.more.frame import page_of
from planner.ui.more.saving import change, records
from planner.ui.parts.text import fault_line, heading, small
from planner.ui.parts.tick import tick
from planner.ui.start.health import GROUPS, what_follows

Known = dict[str, object]


@ft.component
def Health(model: Model) -> ft.Control:
    fault, set_fault = ft.use_state("")
    known = {str(each["id"]): each for each in records(model, "health", "id")}

    def put(states: dict[str, dict[str, object]]) -> None:
        ordered = [states[each] for each in HEALTH if each in states]
        set_fault(change(model, {"health": ordered or None}, model.say("ui.more.page.health")))

    def turn(state: str, holds: bool) -> None:
        left = {key: each for key, each in known.items() if key != state}
        put({**left, state: {"id": state}} if holds else left)

    def until(state: str, last: str | None) -> None:
        kept = {key: value for key, value in known[state].items() if key != "until"}
        put({**known, state: {**kept, "until": last} if last else kept})

    content: list[ft.Control] = [fault_line(fault)]
    for group, states in GROUPS.items():
        content.append(heading(model.say(f"ui.start.health.group.{group}"), 2))
        content += [_state(model, each, known.get(each), turn, until) for each in states]
    return page_of(model, "health", content)


def _state(
    model: Model,
    state: str,
    known: Known | None,
    turn: Callable[[str, bool], None],
    until: Callable[[str, str | None], None],
) -> ft.Control:
    words = model.say(f"ui.start.health.{state}")
    lines: list[ft.Control] = [tick(state, known is not None, lambda holds: turn(state, holds), label=words)]
    below: list[ft.Control] = []
    if known is not None:
        follows = what_follows(model, state)
        below += [small(follows)] if follows else []
        name = model.say("ui.more.health.until", what=model.say(f"health.{state}"))
        never = model.say("ui.more.open_end")
        below.append(day(model, name, known.get("until"), lambda last: until(state, last), never=never, far=True))
    if below:
        lines.append(ft.Container(ft.Column(below, spacing=0), padding=ft.Padding.only(left=theme.GAP_XL * 2)))
    return ft.Column(lines, spacing=0)
