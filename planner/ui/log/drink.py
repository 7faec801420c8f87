"""Saying what was drunk: a glass in one tap, or any amount."""

import flet as ft

from planner.ui import icons, theme
from planner.ui.log.fields import save_button, typed
from planner.ui.model import Model
from planner.ui.parts.text import fault_line, heading

GLASSES_ML = (150, 250, 330, 500)


@ft.component
def DrinkForm(model: Model) -> ft.Control:
    fault, set_fault = ft.use_state("")
    draft = model.drafts.drink

    def glass(volume_ml: int) -> ft.FilledTonalButton:
        return ft.FilledTonalButton(
            model.say("ui.drink_form.glass", ml=volume_ml),
            icon=icons.DRINK,
            key=f"glass_{volume_ml}",
            height=56,
            expand=True,
            on_click=lambda: set_fault(model.drink(volume_ml) or ""),
        )

    glasses: list[ft.Control] = [glass(volume_ml) for volume_ml in GLASSES_ML]
    lines: list[ft.Control] = [
        heading(model.say("ui.drink_form.title"), 3),
        ft.Row(glasses[:2], spacing=theme.GAP_S),
        ft.Row(glasses[2:], spacing=theme.GAP_S),
        typed(draft, "volume", model.say("ui.drink_form.volume")),
        typed(draft, "when", model.say("ui.when"), hint=model.say("ui.when.hint"), is_number=False),
        fault_line(fault),
        save_button(model, lambda: set_fault(model.save_draft("drink") or "")),
    ]
    return ft.Column(lines, spacing=theme.GAP_L, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
