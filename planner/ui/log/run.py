"""Saying how a run or a walk went."""

import flet as ft

from planner.journal.vocabulary import COURSES
from planner.ui import theme
from planner.ui.log.fields import put_into, save_button, ticked, typed
from planner.ui.log.place import place
from planner.ui.model import Model
from planner.ui.parts.choices import choices
from planner.ui.parts.score import Score
from planner.ui.parts.text import fault_line, heading


@ft.component
def RunForm(model: Model) -> ft.Control:
    fault, set_fault = ft.use_state("")
    draft = model.drafts.run
    is_run = draft.kind == "run"
    what = model.say("ui.run_form.what")
    kinds = [(kind, model.name(f"kind.{kind}")) for kind in ("run", "walk")]
    lines: list[ft.Control] = [choices(kinds, {draft.kind}, put_into(model, draft, "kind"), what)]
    if draft.item:
        planned = model.say("ui.run_form.planned", title=draft.item["title"])
        lines.append(ticked(model, draft, "is_from_plan", planned))
    distance = model.say("ui.run_form.miles" if draft.in_miles else "ui.run_form.km")
    lines.append(
        ft.Row(
            [
                ft.Container(typed(draft, "distance", distance), expand=True),
                ft.Container(typed(draft, "duration", model.say("ui.run_form.minutes")), expand=True),
            ],
            spacing=theme.GAP_M,
        )
    )
    if is_run:
        running = model.say("ui.run_form.running")
        lines.append(typed(draft, "running", running, hint=model.say("ui.run_form.running.hint")))
    put_pain = put_into(model, draft, "pain")
    lines += [Score(model, model.say("ui.run_form.pain"), "ui.pain", draft.pain, put_pain), _no_pain(model)]
    if draft.pain:
        lines.append(place(model, draft))
    if draft.pain and is_run:
        course = model.say("ui.pain_form.course")
        options = [(each, model.name(f"course.{each}")) for each in COURSES]
        chosen = {draft.course} if draft.course else ()
        lines += [heading(course, 3), choices(options, chosen, put_into(model, draft, "course"), course)]
    if is_run:
        put_effort = put_into(model, draft, "effort")
        lines.append(Score(model, model.say("ui.run_form.effort"), "ui.effort", draft.effort, put_effort))
        lines.append(ticked(model, draft, "warm_up", model.say("ui.run_form.warm_up")))
        lines.append(ticked(model, draft, "cool_down", model.say("ui.run_form.cool_down")))
    lines += [
        ticked(model, draft, "limp", model.say("ui.check_in.limp")),
        ticked(model, draft, "painkiller", model.say("ui.painkiller")),
        typed(draft, "when", model.say("ui.when"), hint=model.say("ui.when.hint"), is_number=False),
        fault_line(fault),
        save_button(model, lambda: set_fault(model.save_draft("run") or "")),
    ]
    return ft.Column(lines, spacing=theme.GAP_L, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _no_pain(model: Model) -> ft.Row:
    """The most frequent answer, in one tap: a slider that already stands at 0 can't be moved there."""
    draft = model.drafts.run
    put = put_into(model, draft, "pain")
    button = ft.OutlinedButton(
        model.say("ui.run_form.no_pain"),
        icon=ft.Icons.CHECK if draft.pain == 0 else None,
        key="no_pain",
        height=theme.TARGET,
        on_click=lambda: put(0),
    )
    return ft.Row([button])
