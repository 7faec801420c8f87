"""What a clinician has given a name. Without one the strictest limits for the place hold."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import flet as ft

from planner.journal.vocabulary import CLINICIANS, SIDES
from planner.protocols import protocols
from planner.ui import theme
from planner.ui.model import Model
from planner.ui.more.fields import asked, day
from planner.ui.more.frame import actions, page_of
from planner.ui.more.saving import change, records, told
from planner.ui.more.saying import full_date
from planner.ui.parts.text import body, fault_line, heading, link, small

KEY = "diagnoses"


@dataclass(frozen=True)
class Draft:
    condition: str = ""
    side: str = ""
    by: str = ""
    since: str = ""


@ft.component
def Named(model: Model) -> ft.Control:
    draft, set_draft = ft.use_state(Draft())
    fault, set_fault = ft.use_state("")
    known = records(model, KEY, "condition")

    def put(new: list[dict[str, object]]) -> str:
        wrong = change(model, {KEY: new or None}, model.say("ui.more.page.named"))
        set_fault(wrong)
        return wrong

    def add() -> None:
        if not (draft.condition and draft.side and draft.by):
            set_fault(model.say("ui.more.named.missing"))
            return
        fields = told(condition=draft.condition, side=draft.side, by=draft.by, since=draft.since)
        if not put([*known, {**fields, "given_by_clinician": True}]):
            set_draft(Draft())

    def without(place: int) -> list[dict[str, object]]:
        return [each for n, each in enumerate(known) if n != place]

    def end(place: int) -> None:
        put([{**each, "until": model.today.isoformat()} if n == place else each for n, each in enumerate(known)])

    cards = [_one(model, each, lambda n=n: end(n), lambda n=n: put(without(n)), n) for n, each in enumerate(known)]
    content: list[ft.Control] = [
        *(cards or [small(model.say("ui.more.named.none"))]),
        heading(model.say("ui.more.named.add"), 2),
        *_form(model, draft, set_draft),
        fault_line(fault),
        actions([ft.FilledButton(model.say("ui.more.add"), key="add", icon=ft.Icons.ADD, on_click=add)]),
    ]
    return page_of(model, "named", content)


def _form(model: Model, draft: Draft, put: Callable[[Draft], None]) -> list[ft.Control]:
    names = [(each, model.name(f"condition.{each}")) for each, row in protocols().rows.items() if row.diagnosable]
    sides = [(each, model.name(f"side.{each}")) for each in SIDES]
    whom = [(each, model.name(f"see.{each}")) for each in CLINICIANS]
    return [
        asked(
            model.say("ui.more.named.what"), names, {draft.condition}, lambda one: put(replace(draft, condition=one))
        ),
        asked(model.say("ui.more.side"), sides, {draft.side}, lambda one: put(replace(draft, side=one))),
        asked(model.say("ui.more.by"), whom, {draft.by}, lambda one: put(replace(draft, by=one))),
        day(
            model,
            model.say("ui.more.named.since"),
            draft.since,
            lambda since: put(replace(draft, since=since or "")),
            never=model.say("ui.more.not_said"),
        ),
    ]


def _one(
    model: Model, named: dict[str, object], end: Callable[[], object], remove: Callable[[], object], place: int
) -> ft.Control:
    side = model.say(f"side.{named.get('side') or SIDES[-1]}")
    title = model.say("ui.more.named.one", name=model.name(f"condition.{named['condition']}"), side=side)
    lines: list[ft.Control] = [heading(title, 2, looks=3)]
    since, until, by = named.get("since"), named.get("until"), named.get("by")
    if by:
        lines.append(small(model.say("ui.more.named.by", who=model.say(f"see.{by}"))))
    if since:
        lines.append(small(model.say("ui.more.since", day=full_date(since, model.language))))
    buttons: list[ft.Control] = []
    if until:
        lines.append(body(model.say("ui.more.until", day=full_date(until, model.language))))
    else:
        buttons.append(link(model.say("ui.more.named.over"), end, f"end_{place}"))
    buttons.append(link(model.say("ui.more.named.mistake"), remove, f"remove_{place}"))
    lines.append(actions(buttons))
    return theme.card(ft.Column(lines, spacing=theme.GAP_XS))
