"""The reply as a form: what holds from now on, what no longer does, what was looked at, and who says so."""

from collections.abc import Callable
from dataclasses import replace

import flet as ft

from planner.journal.vocabulary import CLINICIANS, STAGES, WEEKDAYS
from planner.ui import theme
from planner.ui.clinician.clearing import Clearing
from planner.ui.clinician.draft import Draft
from planner.ui.clinician.exercising import Exercising
from planner.ui.clinician.typing import text_field
from planner.ui.clinician.visit import Visit
from planner.ui.model import Model
from planner.ui.more.fields import HINT_LINES, asked, day, turned
from planner.ui.more.limit_words import limit_words
from planner.ui.parts.text import heading, small
from planner.ui.parts.tick import tick
from planner.ui.start.days import weekdays

Put = Callable[[Draft], None]


@ft.component
def Fields(model: Model, visit: Visit) -> ft.Control:
    """Typing draws nothing anew but what shows the whole; a chip draws the form."""
    _, draw = ft.use_state(visit.written.draft)
    now = visit.written.draft

    def type_in(name: str, text: str) -> None:
        visit.written.draft = replace(visit.written.draft, **{name: text})

    def put(changed: Draft) -> None:
        visit.written.draft = changed
        draw(changed)

    def field(name: str, *, is_number: bool = False, lines: int = 1) -> ft.Control:
        return text_field(
            model.say(f"ui.clinician.{name}"), name, getattr(now, name), lambda text: type_in(name, text),
            hint=model.say(f"ui.clinician.{name}.hint"), is_number=is_number, lines=lines,
        )  # fmt: skip

    lines: list[ft.Control] = [
        heading(model.say("ui.clinician.reply"), 2),
        *_in_force(model, visit, put),
        heading(model.say("ui.clinician.running"), 2),
        field("minutes", is_number=True),
        field("pain", is_number=True),
        tick("no_hills", now.no_hills, lambda on: put(replace(visit.written.draft, no_hills=on)),
             label=model.say("ui.more.limit.no_hills")),
        *_chips(model, visit, put),
        heading(model.say("ui.clinician.exercises"), 2),
        Exercising(model, now.exercises, lambda every: put(replace(visit.written.draft, exercises=every))),
        heading(model.say("ui.clinician.cleared"), 2),
        Clearing(model, visit, now.cleared, lambda every: put(replace(visit.written.draft, cleared=every))),
        heading(model.say("ui.clinician.sign"), 2),
        day(
            model,
            model.say("ui.clinician.until"),
            now.until,
            lambda until: put(replace(visit.written.draft, until=until or "")),
            never=model.say("ui.more.open_end"),
            far=True,
        ),
        small(model.say("ui.clinician.until.hint")),
        field("note", lines=HINT_LINES),
        field("name"),
        asked(
            model.say("ui.clinician.role"),
            [(each, model.name(f"see.{each}")) for each in CLINICIANS],
            {now.role},
            lambda role: put(replace(visit.written.draft, role=role)),
        ),
    ]  # fmt: skip
    return ft.Column(lines, spacing=theme.GAP_L, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _in_force(model: Model, visit: Visit, put: Put) -> list[ft.Control]:
    """What was set before: it goes on, unless it is replaced here or ticked."""
    known = visit.story.limits if visit.story else ()
    if not known:
        return []
    by_kind: dict[str, list[str]] = {}
    for one in known:
        by_kind.setdefault(str(one.limit["kind"]), []).append(limit_words(model, one.limit))
    kinds = list(by_kind)

    def turn(kind: str) -> None:
        draft = visit.written.draft
        put(replace(draft, withdraws=tuple(turned(draft.withdraws, kind, kinds))))

    ticks = [
        tick(f"over_{kind}", kind in visit.written.draft.withdraws, lambda _, kind=kind: turn(kind),
             label=model.say("ui.clinician.over", what="; ".join(words)))
        for kind, words in by_kind.items()
    ]  # fmt: skip
    return [heading(model.say("ui.clinician.in_force"), 2), small(model.say("ui.clinician.in_force.hint")), *ticks]


def _chips(model: Model, visit: Visit, put: Put) -> list[ft.Control]:
    now = visit.written.draft
    stages = [(stage, stage) for stage in STAGES]
    names = dict(weekdays(model.language))

    def turn_day(one: str) -> None:
        draft = visit.written.draft
        put(replace(draft, days_off=tuple(turned(draft.days_off, one, WEEKDAYS))))

    def hold(one: str) -> None:
        draft = visit.written.draft
        put(replace(draft, hold="" if draft.hold == one else one))

    def start(one: str) -> None:
        draft = visit.written.draft
        put(replace(draft, start="" if draft.start == one else one))

    return [
        asked(model.say("ui.clinician.days_off"), [(each, names[each]) for each in WEEKDAYS], now.days_off, turn_day),
        asked(model.say("ui.clinician.hold"), stages, {now.hold}, hold),
        asked(model.say("ui.clinician.start"), stages, {now.start}, start),
        small(model.say("ui.clinician.stages.hint")),
    ]
