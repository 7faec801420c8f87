"""Fields and the button below them, the same in every form."""

from collections.abc import Callable

import flet as ft

from planner.ui import theme
from planner.ui.log.drafts import DrinkDraft, PainDraft, SessionDraft, SleepDraft
from planner.ui.model import Model
from planner.ui.parts.tick import tick

HINT_LINES = 3

Draft = PainDraft | SleepDraft | DrinkDraft | SessionDraft


def typed(draft: Draft, name: str, label: str, *, hint: str | None = None, is_number: bool = True) -> ft.TextField:
    """A field for typing into `draft.<name>`. It doesn't draw anything anew: what is on screen is what was typed."""
    return ft.TextField(
        label=label,
        value=getattr(draft, name),
        helper=hint,
        key=name,
        keyboard_type=ft.KeyboardType.NUMBER if is_number else ft.KeyboardType.TEXT,
        border_radius=theme.GAP_M,
        border_color=ft.Colors.OUTLINE,
        helper_max_lines=HINT_LINES,
        on_change=lambda e: setattr(draft, name, e.control.value),
    )


def ticked(model: Model, draft: Draft, name: str, label: str) -> ft.Control:
    return tick(name, getattr(draft, name), put_into(model, draft, name), label=label)


def put_into(model: Model, draft: Draft, name: str) -> Callable[[object], None]:
    def put(value: object) -> None:
        setattr(draft, name, value)
        model.notify()

    return put


def save_button(model: Model, save: Callable[[], None]) -> ft.FilledButton:
    return ft.FilledButton(model.say("ui.log.save"), icon=ft.Icons.CHECK, key="save", height=56, on_click=save)
