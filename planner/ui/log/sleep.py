"""Saying how long and how well the last night was."""

import flet as ft

from planner.ui import theme
from planner.ui.log.drafts import SleepDraft
from planner.ui.log.fields import put_into, save_button, typed
from planner.ui.model import Model
from planner.ui.parts.choices import choices
from planner.ui.parts.text import fault_line, heading, small

QUALITIES = range(1, 6)


@ft.component
def SleepForm(model: Model) -> ft.Control:
    fault, set_fault = ft.use_state("")
    draft = model.drafts.sleep
    quality = model.say("ui.sleep_form.quality")
    options = [(str(each), model.say(f"ui.sleep_form.quality.{each}")) for each in QUALITIES]
    chosen = {str(draft.quality)} if draft.quality else ()
    put_quality = put_into(model, draft, "quality")
    times = ft.Row(
        [
            ft.Container(_clock(model, draft, "bed"), expand=True),
            ft.Container(_clock(model, draft, "wake"), expand=True),
        ],
        spacing=theme.GAP_M,
    )
    lines: list[ft.Control] = [
        heading(model.say("ui.sleep_form.title"), 3),
        typed(draft, "hours", model.say("ui.sleep_form.hours"), hint=model.say("ui.sleep_form.hours.hint")),
        small(model.say("ui.sleep_form.or")),
        times,
        heading(quality, 3),
        choices(options, chosen, lambda each: put_quality(int(each)), quality),
        fault_line(fault),
        save_button(model, lambda: set_fault(model.save_draft("sleep") or "")),
    ]
    return ft.Column(lines, spacing=theme.GAP_L, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _clock(model: Model, draft: SleepDraft, name: str) -> ft.TextField:
    hint = model.say(f"ui.sleep_form.{name}.hint")
    return typed(draft, name, model.say(f"ui.sleep_form.{name}"), hint=hint, is_number=False)
