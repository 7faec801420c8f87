"""Fields that save what was typed or chosen as soon as it is left."""

from collections.abc import Callable, Collection, Sequence
from functools import partial

import flet as ft

from planner.ui import theme
from planner.ui.log.when import Day
from planner.ui.model import Model
from planner.ui.parts.choices import choices
from planner.ui.parts.keyed import keyed
from planner.ui.parts.text import fault_line, heading

HINT_LINES = 4
Save = Callable[[str], str]
"""Saves what was typed; returns what is wrong with it, or nothing."""


def typed(name: str, label: str, value: str, save: Save, *, hint: str = "", number: bool = True) -> ft.Control:
    """A field for typing. It starts afresh when another value is saved, also by taking one back."""
    return keyed(f"{name}-{value}", Typed, name, label, value, save, hint, number)


@ft.component
def Typed(name: str, label: str, value: str, save: Save, hint: str, number: bool) -> ft.Control:
    text = ft.use_ref(value)
    fault, set_fault = ft.use_state("")

    def put(given: str | None) -> None:
        text.current = given or ""

    def leave() -> None:
        given = (text.current or "").strip()
        set_fault(save(given) if given != value else "")

    field = ft.TextField(
        label=label,
        value=value,
        key=name,
        helper=hint or None,
        helper_max_lines=HINT_LINES,
        keyboard_type=ft.KeyboardType.NUMBER if number else ft.KeyboardType.TEXT,
        border_radius=theme.GAP_M,
        border_color=ft.Colors.OUTLINE,
        on_change=lambda e: put(e.control.value),
        on_blur=leave,
        on_submit=leave,
    )
    return ft.Column(
        [field, fault_line(fault)], spacing=theme.GAP_XS, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )


def asked(
    name: str, options: Sequence[tuple[str, str]], chosen: Collection[str], choose: Callable[[str], None]
) -> ft.Control:
    """A question with its answers as chips."""
    return ft.Column([heading(name, 2, looks=3), choices(options, chosen, choose, name)], spacing=theme.GAP_S)


def day(
    model: Model, name: str, value: object, put: Callable[[str | None], None], *, never: str, far: bool = False
) -> ft.Control:
    """A day on a calendar, and a way to have none. `never` says what none means; `far`: years ahead too."""
    known = str(value) if value else ""
    last = model.today.replace(year=model.today.year + 5, day=1) if far else model.today
    line: list[ft.Control] = [keyed(f"day-{name}", partial(Day, open_end=never, last=last), model, name, known, put)]
    if known:
        line.append(
            ft.IconButton(
                ft.Icons.CLOSE,
                key=f"clear-{name}",
                tooltip=model.say("ui.more.no_day", what=name),
                width=theme.TARGET,
                height=theme.TARGET,
                style=ft.ButtonStyle(padding=theme.GAP_M),
                on_click=lambda: put(None),
            )
        )
    return ft.Row(line, wrap=True, spacing=theme.GAP_XS)


def turned(chosen: Collection[str], one: str, order: Sequence[str]) -> list[str]:
    """The chosen ones, with that one turned over, in their order."""
    return [each for each in order if (each in chosen) != (each == one)]
