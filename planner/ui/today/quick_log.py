"""What is logged most, one tap away."""

from collections.abc import Callable

import flet as ft

from planner.ui import icons, measures, theme
from planner.ui.model import Model
from planner.ui.parts.text import fault_line, heading
from planner.ui.today.now import planned_session


@ft.component
def QuickLog(model: Model) -> ft.Control:
    fault, set_fault = ft.use_state("")
    page = ft.context.page
    glass = model.glass_ml

    def log_run() -> None:
        model.start_session(planned_session(model.day_of_today()))
        page.navigate("/log/run")

    buttons: list[ft.Control] = [
        _button(model.say("ui.quick.pain"), icons.PAIN, lambda: page.navigate("/log/pain"), "quick_pain"),
        _button(
            model.say("ui.quick.water", amount=measures.volume(model, glass)),
            icons.DRINK,
            lambda: set_fault(model.drink(glass) or ""),
            "quick_water",
        ),
        _button(model.say("ui.quick.sleep"), icons.SLEEP, lambda: page.navigate("/log/sleep"), "quick_sleep"),
        _button(model.say("ui.quick.run"), icons.RUN, log_run, "quick_run"),
    ]
    rows = [ft.Row(buttons[:2], spacing=theme.GAP_S), ft.Row(buttons[2:], spacing=theme.GAP_S)]
    if model.is_wide:
        rows = [ft.Row(buttons, spacing=theme.GAP_S)]
    return ft.Column([heading(model.say("ui.quick.title"), 2), *rows, fault_line(fault)], spacing=theme.GAP_S)


def _button(words: str, icon: ft.IconData, act: Callable[[], object], key: str) -> ft.Control:
    return ft.FilledTonalButton(words, icon=icon, key=key, expand=True, on_click=act)
