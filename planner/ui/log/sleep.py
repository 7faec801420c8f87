"""Saying when the runner went to bed and got up, or how long they slept."""

from collections.abc import Callable
from datetime import date, time, timedelta

import flet as ft

from planner.journal.reading import hours_between
from planner.journal.vocabulary import QUALITIES
from planner.ui import dates, theme
from planner.ui.log.drafts import SleepDraft
from planner.ui.log.fields import Form, more
from planner.ui.log.hours import Hour, clock, clock_of
from planner.ui.log.when import Day
from planner.ui.measures import hours
from planner.ui.model import Model
from planner.ui.parts.choices import choices
from planner.ui.parts.text import body, heading, small

WAKE_SHOWN_FIRST = time(7)


@ft.component
def SleepForm(model: Model) -> ft.Control:
    fault, set_fault = ft.use_state("")
    shows_more, show_more = ft.use_state(False)
    form, draft = Form(model, "sleep", fault, set_fault), model.drafts.sleep
    last = model.today - timedelta(days=1)
    night = date.fromisoformat(draft.night) if draft.night else last
    title = model.say(
        "ui.sleep_form.title" if night == last else "ui.sleep_form.title_of",
        day=dates.day_and_date(night, model.language),
    )
    lines: list[ft.Control] = [heading(title, 2, looks=3)]
    if model.drafts.logged_night() and not draft.replaces:
        lines.append(small(model.say("ui.sleep_form.known")))
    lines += (
        [form.typed("hours", model.say("ui.sleep_form.hours"), hint=model.say("ui.sleep_form.hours.hint"))]
        if draft.by_hours
        else _clocks(form, draft)
    )
    other = model.say("ui.sleep_form.by_clock" if draft.by_hours else "ui.sleep_form.by_hours")
    lines.append(
        ft.Row(
            [
                ft.TextButton(
                    other, icon=ft.Icons.SWAP_HORIZ, key="by", on_click=lambda: form.put("by_hours")(not draft.by_hours)
                )
            ],
            wrap=True,
        )
    )
    quality = model.say("ui.sleep_form.quality")
    options = [(str(each), model.say(f"ui.sleep_form.quality.{each}")) for each in QUALITIES]
    chosen = {str(draft.quality)} if draft.quality else ()
    lines.append(
        form.titled(quality, choices(options, chosen, lambda each: form.put("quality")(int(each)), quality), "quality")
    )
    lines.append(more(model, shows_more, show_more, model.say("ui.sleep_form.more")))
    if shows_more:
        lines.append(Day(model, model.say("ui.sleep_form.night"), night.isoformat(), form.put("night"), last=last))
        lines.append(form.typed("note", model.say("ui.log.note"), is_number=False))
    return form.drawn(lines)


def _clocks(form: Form, draft: SleepDraft) -> list[ft.Control]:
    """Bed and wake, beside each other where there is room, and how long that is."""
    model = form.model
    bed, wake = clock_of(draft.bed), clock_of(draft.wake)

    def put(name: str) -> Callable[[time], None]:
        return lambda at: form.put(name)(clock(at))

    both = ft.Column(
        [
            Hour(model, model.say("ui.sleep_form.bed"), bed, put("bed")),
            Hour(model, model.say("ui.sleep_form.wake"), wake, put("wake"), WAKE_SHOWN_FIRST),
        ],
        spacing=theme.GAP_S,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    lines: list[ft.Control] = [both]
    if bed and wake:
        said = model.say("ui.sleep_form.in_bed", hours=hours(model, hours_between(bed, wake)))
        lines.append(ft.Semantics(content=body(said), live_region=True, container=True))
    return [*lines, *form.wrong_at("sleep", "bed", "wake")]
