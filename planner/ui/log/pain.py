"""Saying where it hurts, how much, and when."""

from dataclasses import replace

import flet as ft

from planner.journal.vocabulary import COURSES, DURINGS
from planner.ui import theme
from planner.ui.learn.links import about_areas
from planner.ui.log.areas import SIGNS
from planner.ui.log.body import place_name
from planner.ui.log.drafts import PainDraft, Place, scored
from planner.ui.log.fields import Form, more
from planner.ui.log.place import Where
from planner.ui.log.scale import scale
from planner.ui.log.when import When
from planner.ui.model import Model
from planner.ui.parts.choices import choices
from planner.ui.parts.text import heading, small
from planner.ui.parts.tick import tick


@ft.component
def PainForm(model: Model) -> ft.Control:
    fault, set_fault = ft.use_state("")
    shows_more, show_more = ft.use_state(False)
    form, draft = Form(model, "pain", fault, set_fault), model.drafts.pain
    words = model.say("ui.pain_form.during")
    durings = [(each, model.name(f"during.{each}")) for each in DURINGS]
    during = choices(durings, {draft.during} if draft.during else (), form.put("during"), words)
    told = len(draft.signs)
    opener = model.say("ui.pain_form.signs_ticked", n=told) if told else model.say("ui.pain_form.more")
    lines: list[ft.Control] = [
        Where(
            model,
            draft.places,
            lambda make: _put_places(form, draft, make(draft.places)),
            remembered=draft.is_remembered,
            wrong=form.wrong_at("site", "side"),
        ),
        *_scores(form, draft),
        form.titled(words, during, "during"),
        more(model, shows_more, show_more, opener),
        *about_areas(model, [place.site for place in draft.places]),
    ]
    if shows_more:
        lines += _more(form, draft)
    return form.drawn(lines)


def _put_places(form: Form, draft: PainDraft, places: list[Place]) -> None:
    """The place of last time gives way to the first one that is chosen instead."""
    added = places[-1:] if len(places) > len(draft.places) else None
    draft.places = added if draft.is_remembered and added else places
    draft.is_remembered = False
    if len(draft.places) < 2:
        draft.each_its_own = False
    form.changed()


def _scores(form: Form, draft: PainDraft) -> list[ft.Control]:
    """One score for all places, or one each."""
    model = form.model

    def each_its_own(wanted: bool) -> None:
        draft.each_its_own = wanted
        draft.places = [replace(place, score=draft.score) for place in draft.places]
        form.changed()

    lines: list[ft.Control] = []
    if len(draft.places) > 1:
        own = tick("each", draft.each_its_own, each_its_own, label=model.say("ui.pain_form.each_its_own"))
        lines.append(own)
    if not draft.each_its_own:
        wrong = form.wrong_at("how_much")
        return [*lines, scale(model, model.say("ui.pain_form.score"), "ui.pain", draft.score, form.put("score"), wrong)]

    def put(place: Place, score: int) -> None:
        draft.places = scored(draft.places, place, score)
        form.changed()

    for place in draft.places:
        name = model.say("ui.pain_form.score_at", place=place_name(model, place))
        lines.append(scale(model, name, "ui.pain", place.score, lambda score, at=place: put(at, score), []))
    return [*lines, *form.wrong_at("how_much")]


def _more(form: Form, draft: PainDraft) -> list[ft.Control]:
    model = form.model
    words = model.say("ui.pain_form.course")
    courses = [(each, model.name(f"course.{each}")) for each in COURSES]
    return [
        form.titled(
            words, choices(courses, {draft.course} if draft.course else (), form.put("course"), words), "course"
        ),
        _signs(form, draft),
        form.ticked("painkiller", model.say("ui.painkiller")),
        When(model, draft.when, form.put("when")),
        *form.wrong_at("when"),
        form.typed("note", model.say("ui.log.note"), is_number=False),
    ]


def _signs(form: Form, draft: PainDraft) -> ft.Column:
    """The signs in groups, each in plain words."""
    model = form.model

    def toggle(sign: str) -> None:
        draft.signs = sorted(set(draft.signs) ^ {sign})
        form.changed()

    lines: list[ft.Control] = [heading(model.say("ui.pain_form.signs_title"), 2, looks=3)]
    if len(draft.places) > 1:
        lines.append(small(model.say("ui.pain_form.signs_everywhere")))
    for group, signs in SIGNS.items():
        words = model.say(f"ui.signs.{group}")
        options = [(sign, model.name(f"sign.{sign}")) for sign in signs]
        lines += [small(words), choices(options, draft.signs, toggle, words)]
    return ft.Column(lines, spacing=theme.GAP_S)
