"""The rarer kinds: a check-in, a self-test, a pause."""

from typing import Any

import flet as ft

from planner.journal.vocabulary import PAUSE_WHYS, SIDES, TESTS
from planner.ui import dates, theme
from planner.ui.log.fields import Form
from planner.ui.log.scale import scale
from planner.ui.log.sessions import CheckInDraft, PauseDraft
from planner.ui.log.when import Day, When, moment_of
from planner.ui.model import Model
from planner.ui.parts.choices import choices
from planner.ui.parts.how_to import how_to
from planner.ui.parts.text import body, small

QUESTIONS = ("pain_1h", "pain_morning")


@ft.component
def CheckInForm(model: Model) -> ft.Control:
    fault, set_fault = ft.use_state("")
    form, draft = Form(model, "check_in", fault, set_fault), model.drafts.check_in
    sessions = model.desk.sessions_to_answer()
    if not sessions and not draft.replaces:
        return body(model.say("ui.check_in_form.nothing"))
    lines: list[ft.Control] = []
    if not draft.replaces:
        lines.append(_about(form, draft, sessions))
    for question in QUESTIONS:
        put = form.put(question)
        lines.append(scale(model, model.say(f"ui.check_in.{question}"), "ui.pain", getattr(draft, question), put, []))
    lines += [
        *form.wrong_at("how_much"),
        form.ticked("limp", model.say("ui.check_in.limp")),
        form.ticked("painkiller", model.say("ui.painkiller")),
        When(model, draft.when, form.put("when")),
        *form.wrong_at("when"),
        form.typed("note", model.say("ui.log.note"), is_number=False),
    ]
    return form.drawn(lines)


def _about(form: Form, draft: CheckInDraft, sessions: list[dict[str, Any]]) -> ft.Control:
    """Which of the last runs and walks it is about; the latest where nothing was chosen."""
    model = form.model
    words = model.say("ui.check_in_form.about")
    draft.about = draft.about or str(sessions[0]["id"])
    options = [(str(one["id"]), _session(model, one)) for one in sessions]
    return form.titled(words, choices(options, {draft.about}, form.put("about"), words), "about")


def _session(model: Model, one: dict[str, Any]) -> str:
    at = moment_of(str(one.get("at") or ""))
    day = dates.short_day(at.date(), model.language) if at else ""
    return model.say("ui.check_in_form.session", what=model.name(f"kind.{one['kind']}"), day=day)


@ft.component
def TestForm(model: Model) -> ft.Control:
    fault, set_fault = ft.use_state("")
    form, draft = Form(model, "test", fault, set_fault), model.drafts.test
    what, side = model.say("ui.test_form.what"), model.say("ui.test_form.side")
    tests = [(each, model.name(f"test.{each}")) for each in TESTS]
    sides = [(each, model.name(f"side.{each}")) for each in SIDES]
    lines: list[ft.Control] = [
        form.titled(what, choices(tests, {draft.test} if draft.test else (), form.put("test"), what), "test"),
    ]
    if draft.test:
        lines.append(how_to(model, model.desk.how_to_test(draft.test)))
    lines += [
        form.titled(side, choices(sides, {draft.side} if draft.side else (), form.put("side"), side), "side"),
        form.typed("reps", model.say("ui.test_form.reps"), hint=model.say("ui.test_form.reps.hint")),
        scale(model, model.say("ui.test_form.pain"), "ui.pain", draft.pain, form.put("pain"), form.wrong_at("pain")),
        When(model, draft.when, form.put("when")),
        *form.wrong_at("when"),
        form.typed("note", model.say("ui.log.note"), is_number=False),
    ]
    return form.drawn(lines)


@ft.component
def PauseForm(model: Model) -> ft.Control:
    fault, set_fault = ft.use_state("")
    form, draft = Form(model, "pause", fault, set_fault), model.drafts.pause
    why = model.say("ui.pause_form.why")
    whys = [(each, model.name(f"why.{each}")) for each in PAUSE_WHYS]
    lines: list[ft.Control] = [
        *_running(model, set_fault),
        small(model.say("ui.pause_form.about")),
        form.titled(why, choices(whys, {draft.why} if draft.why else (), form.put("why"), why), "why"),
        *_day(form, draft, "first"),
        *_day(form, draft, "last"),
        form.typed("note", model.say("ui.log.note"), is_number=False),
    ]
    return form.drawn(lines)


def _day(form: Form, draft: PauseDraft, name: str) -> list[ft.Control]:
    model = form.model
    none = model.say(f"ui.pause_form.{name}.none")
    day = Day(model, model.say(f"ui.pause_form.{name}"), getattr(draft, name), form.put(name), open_end=none)
    return [day, *form.wrong_at(name)]


def _running(model: Model, fail: Any) -> list[ft.Control]:  # noqa: ANN401 - what sets a state
    """A pause that goes on now, and the way out of it."""
    today = model.today.isoformat()
    now = [
        one
        for one in model.desk.journal(kind="pause")
        if str(one.get("from") or "")[:10] <= today <= str(one.get("to") or "9999")[:10]
    ]
    if not now or model.drafts.pause.replaces:
        return []
    one = now[-1]
    since = moment_of(str(one.get("from") or today))

    def end() -> None:
        fail(model.write(lambda: model.drafts.end_pause(one), lambda: model.say("ui.saved.pause_ended")) or "")

    back, ink = theme.STRONG
    said = model.say(
        "ui.pause_form.now", day=dates.day_and_date(since.date() if since else model.today, model.language)
    )
    button = ft.FilledButton(model.say("ui.pause_form.end"), key="end", icon=ft.Icons.PLAY_ARROW, on_click=end)
    return [theme.card(ft.Column([body(said, ink), ft.Row([button], wrap=True)], spacing=theme.GAP_S), (back, ink))]
