"""Saying where it hurts, how much, and when."""

import flet as ft

from planner.journal.vocabulary import COURSES, DURINGS, SIGNS
from planner.ui import theme
from planner.ui.log.fields import put_into, save_button, ticked, typed
from planner.ui.log.place import place
from planner.ui.model import Model
from planner.ui.parts.choices import choices
from planner.ui.parts.score import Score
from planner.ui.parts.text import fault_line, heading, small


@ft.component
def PainForm(model: Model) -> ft.Control:
    fault, set_fault = ft.use_state("")
    shows_signs, show_signs = ft.use_state(False)
    draft = model.drafts.pain
    during_words, course_words = model.say("ui.pain_form.during"), model.say("ui.pain_form.course")
    durings = [(each, model.name(f"during.{each}")) for each in DURINGS]
    courses = [(each, model.name(f"course.{each}")) for each in COURSES]
    ticked_signs = len(draft.signs)
    ask = model.say("ui.pain_form.signs_ticked", n=ticked_signs) if ticked_signs else model.say("ui.pain_form.signs")
    more = ft.TextButton(
        model.say("ui.pain_form.hide_signs") if shows_signs else ask,
        icon=ft.Icons.EXPAND_LESS if shows_signs else ft.Icons.EXPAND_MORE,
        key="signs",
        height=theme.TARGET,
        on_click=lambda: show_signs(not shows_signs),
    )
    lines: list[ft.Control] = [
        place(model, draft),
        Score(model, model.say("ui.pain_form.score"), "ui.pain", draft.score, put_into(model, draft, "score")),
        heading(during_words, 3),
        choices(durings, {draft.during} if draft.during else (), put_into(model, draft, "during"), during_words),
        heading(course_words, 3),
        choices(courses, {draft.course} if draft.course else (), put_into(model, draft, "course"), course_words),
        ft.Row([more]),
    ]
    if shows_signs:
        lines.append(_signs(model))
    lines += [
        ticked(model, draft, "painkiller", model.say("ui.painkiller")),
        typed(draft, "when", model.say("ui.when"), hint=model.say("ui.when.hint"), is_number=False),
        fault_line(fault),
        save_button(model, lambda: set_fault(model.save_draft("pain") or "")),
    ]
    return ft.Column(lines, spacing=theme.GAP_L, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _signs(model: Model) -> ft.Column:
    draft = model.drafts.pain

    def toggle(sign: str) -> None:
        draft.signs = draft.signs ^ {sign}
        model.notify()

    signs = [(sign, model.name(f"sign.{sign}")) for sign in SIGNS]
    words = model.say("ui.pain_form.signs_title")
    return ft.Column([small(words), choices(signs, draft.signs, toggle, words)], spacing=theme.GAP_S)
