"""Saying how a run or a walk went."""

import flet as ft

from planner.journal.vocabulary import COURSES
from planner.ui import theme
from planner.ui.log.drafts import Place
from planner.ui.log.fields import Form, more
from planner.ui.log.files import FromFile
from planner.ui.log.place import Where
from planner.ui.log.scale import scale
from planner.ui.log.sessions import SessionDraft
from planner.ui.log.when import When
from planner.ui.model import SESSIONS, Model
from planner.ui.parts.choices import choices

YES_NO = ("yes", "no")


@ft.component
def RunForm(model: Model) -> ft.Control:
    fault, set_fault = ft.use_state("")
    shows_more, show_more = ft.use_state(False)
    form, draft = Form(model, "run", fault, set_fault), model.drafts.run
    what = model.say("ui.run_form.what")
    kinds = [(kind, model.name(f"kind.{kind}")) for kind in SESSIONS]
    lines: list[ft.Control] = []
    if not draft.replaces:
        lines.append(choices(kinds, {draft.kind}, form.put("kind"), what))
    if draft.item:
        planned = model.say("ui.run_form.planned", title=draft.item["title"])
        lines.append(form.ticked("is_from_plan", planned))
    lines += [
        _numbers(form, draft),
        *form.wrong_at("distance_or_duration"),
        scale(model, model.say("ui.run_form.pain"), "ui.pain", draft.pain, form.put("pain"), form.wrong_at("pain")),
    ]
    if draft.pain:
        wrong = form.wrong_at("site", "side")
        lines.append(
            Where(
                model,
                draft.places,
                lambda make: _put_places(form, draft, make(draft.places)),
                only_one=True,
                wrong=wrong,
            )
        )
    lines.append(more(model, shows_more, show_more, model.say("ui.run_form.more")))
    if shows_more:
        lines += _more(form, draft)
    whole = form.drawn(lines)
    if draft.replaces:
        return whole
    return ft.Column([whole, FromFile(model)], spacing=theme.GAP_XL, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _put_places(form: Form, draft: SessionDraft, places: list[Place]) -> None:
    draft.places = places
    form.changed()


def _numbers(form: Form, draft: SessionDraft) -> ft.Control:
    """How far and how long; either will do."""
    model = form.model
    distance = model.say("ui.run_form.miles" if draft.in_miles else "ui.run_form.km")
    both = [form.typed("distance", distance), form.typed("duration", model.say("ui.run_form.minutes"))]
    return ft.ResponsiveRow(
        [ft.Container(field, col={"xs": 12, "sm": 6}) for field in both] if _is_large(model) else _halves(both),
        spacing=theme.GAP_M,
        run_spacing=theme.GAP_M,
    )


def _halves(fields: list[ft.Control]) -> list[ft.Control]:
    return [ft.Container(field, col=6) for field in fields]


def _is_large(model: Model) -> bool:
    """Whether letters are so large that two fields don't fit beside each other on a phone."""
    return theme.text_scale_of(model.preferences.get(theme.TEXT_SCALE)) > theme.NORMAL_SCALE


def _more(form: Form, draft: SessionDraft) -> list[ft.Control]:
    model = form.model
    is_run = draft.kind == "run"
    lines: list[ft.Control] = []
    if draft.pain and is_run:
        words = model.say("ui.pain_form.course")
        courses = [(each, model.name(f"course.{each}")) for each in COURSES]
        lines.append(
            form.titled(words, choices(courses, {draft.course} if draft.course else (), form.put("course"), words))
        )
    if is_run:
        lines.append(
            form.typed("running", model.say("ui.run_form.running"), hint=model.say("ui.run_form.running.hint"))
        )
        lines.append(scale(model, model.say("ui.run_form.effort"), "ui.effort", draft.effort, form.put("effort"), []))
        lines += [_yes_or_no(form, draft, "warm_up"), _yes_or_no(form, draft, "cool_down")]
    lines += [
        form.ticked("limp", model.say("ui.check_in.limp")),
        form.ticked("painkiller", model.say("ui.painkiller")),
        When(model, draft.when, form.put("when")),
        *form.wrong_at("when"),
    ]
    if is_run:
        lines += [
            form.typed("surface", model.say("ui.run_form.surface"), is_number=False),
            form.typed("shoe", model.say("ui.run_form.shoe"), is_number=False),
        ]
    return [*lines, form.typed("note", model.say("ui.log.note"), is_number=False)]


def _yes_or_no(form: Form, draft: SessionDraft, name: str) -> ft.Control:
    words = form.model.say(f"ui.run_form.{name}")
    options = [(each, form.model.say(f"ui.answer.{each}")) for each in YES_NO]
    given = getattr(draft, name)
    return form.titled(words, choices(options, {given} if given else (), form.put(name), words), name)
