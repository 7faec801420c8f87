"""Saying what was drunk: a glass in one tap, or any amount."""

from collections.abc import Callable

import flet as ft

from planner.ui import icons, theme
from planner.ui.log.drafts import DrinkDraft
from planner.ui.log.fields import Form, more
from planner.ui.log.when import When
from planner.ui.measures import volume
from planner.ui.model import GLASS, Model
from planner.ui.parts.choices import choices
from planner.ui.parts.text import fault_line, heading


@ft.component
def DrinkForm(model: Model) -> ft.Control:
    fault, set_fault = ft.use_state("")
    said, set_said = ft.use_state("")
    shows_more, show_more = ft.use_state(False)
    form, draft = Form(model, "drink", fault, set_fault), model.drafts.drink
    mine = model.glass_ml
    one = ft.FilledButton(
        model.say("ui.drink_form.glass", amount=volume(model, mine)),
        icon=icons.DRINK,
        key="glass",
        on_click=lambda: set_said(model.drink(mine) or ""),
    )
    lines: list[ft.Control] = [
        one,
        fault_line(said),
        _my_glass(model, mine, set_said),
        heading(model.say("ui.drink_form.other"), 2, looks=3),
        form.typed("volume", _asked(model, draft)),
        more(model, shows_more, show_more, model.say("ui.drink_form.more")),
    ]
    if shows_more:
        lines += [
            form.typed(
                "what", model.say("ui.drink_form.what"), hint=model.say("ui.drink_form.what.hint"), is_number=False
            ),
            When(model, draft.when, form.put("when")),
            *form.wrong_at("when"),
            form.typed("note", model.say("ui.log.note"), is_number=False),
        ]
    return form.drawn(lines)


def _asked(model: Model, draft: DrinkDraft) -> str:
    return model.say("ui.drink_form.ounces" if draft.in_ounces else "ui.drink_form.ml")


def _my_glass(model: Model, mine: float, fail: Callable[[str], None]) -> ft.Control:
    """The size that one tap stands for, here and on Today."""
    sizes = model.desk.glasses_ml()
    known = {f"{size:g}": size for size in sizes} | {f"{mine:g}": mine}
    words = model.say("ui.drink_form.my_glass")

    def choose(size: str) -> None:
        fail(model.write(lambda: model.preferences.set(GLASS, round(known[size], 1))) or "")

    near = next((key for key, size in known.items() if abs(size - mine) < 1), "")
    options = [
        (key, volume(model, size))
        for key, size in sorted(known.items(), key=lambda one: one[1])
        if key == near or abs(size - mine) >= 1
    ]
    return ft.Column([heading(words, 2, looks=3), choices(options, {near}, choose, words)], spacing=theme.GAP_S)
