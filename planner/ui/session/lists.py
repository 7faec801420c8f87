"""Exercises and steps to tick, one by one, a tick a set."""

from collections.abc import Callable

import flet as ft

from planner.ui import theme
from planner.ui.model import Model
from planner.ui.parts.text import body, fault_line, with_icon
from planner.ui.parts.tick import tick
from planner.ui.session import under_way as sessions
from planner.ui.session.ending import tick_off
from planner.ui.session.going import it_hurts
from planner.ui.session.phases import Exercise, exercises_of, how_to
from planner.ui.session.under_way import UnderWay
from planner.words.documents import ItemDoc


def steps_to_tick(model: Model, session: UnderWay, item: ItemDoc, say_fault: Callable[[str], object]) -> ft.Control:
    rows = [
        _exercise(model, session, f"{item['id']}#{n}", exercise, say_fault)
        for n, exercise in enumerate(exercises_of(item))
    ]
    return theme.card(ft.Column(rows, spacing=theme.GAP_XS))


def _exercise(
    model: Model, session: UnderWay, name: str, exercise: Exercise, say_fault: Callable[[str], object]
) -> ft.Control:
    def box(number: int, label: str) -> ft.Control:
        what = f"{name}#{number}"
        said = model.say("ui.session.set_named", exercise=exercise.words, number=number) if exercise.sets > 1 else ""
        return tick(
            what,
            what in session.ticks,
            lambda _is_done: say_fault(sessions.tick(model, session, what) or ""),
            label=label,
            name=said,
        )

    if exercise.sets == 1:
        return box(1, exercise.words)
    boxes: list[ft.Control] = [
        ft.Container(box(number, model.say("ui.session.set", number=number)), col={"xs": 6, "md": 3})
        for number in range(1, exercise.sets + 1)
    ]
    return ft.Column(
        [body(exercise.words), ft.ResponsiveRow(boxes, spacing=0, run_spacing=0)],
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@ft.component
def Listed(model: Model, session: UnderWay) -> ft.Control:
    """A session without a clock: its exercises, at the runner's own pace."""
    fault, set_fault = ft.use_state("")
    page = ft.context.page
    item = session.item

    def finish() -> None:
        wrong = tick_off(model, session)
        set_fault(wrong or "")
        if not wrong:
            page.navigate("/")

    hints: list[ft.Control] = [with_icon(ft.Icons.INFO_OUTLINE, body(step)) for step in how_to(item)]
    lines: list[ft.Control] = [
        *([ft.Column(hints, spacing=theme.GAP_S)] if hints else []),
        steps_to_tick(model, session, item, set_fault),
        fault_line(fault),
        ft.FilledButton(
            model.say("ui.session.all_done"),
            icon=ft.Icons.CHECK,
            key="finish",
            style=ft.ButtonStyle(padding=theme.GAP_XL),
            on_click=finish,
        ),
        it_hurts(model, lambda: set_fault(sessions.hurt(model, session) or "")),
    ]
    return ft.Column(lines, spacing=theme.GAP_L, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
