"""For clinicians: pick a runner's file, read it in a minute, write back. Works in an app that knows no runner."""

import json
from dataclasses import replace

import flet as ft

from planner.journal import Fault, Faults
from planner.journal.reply import read_reply
from planner.ui import theme
from planner.ui.clinician.draft import FILE
from planner.ui.clinician.form import Fields
from planner.ui.clinician.page_one import page_one
from planner.ui.clinician.preview import Preview
from planner.ui.clinician.visit import Visit
from planner.ui.model import Model
from planner.ui.more.frame import actions
from planner.ui.more.picking import Picked
from planner.ui.parts.back import back
from planner.ui.parts.keyed import keyed
from planner.ui.parts.text import body, fault_line, link, screen, small
from planner.ui.places import MORE, TODAY
from planner.ui.start.page import in_the_middle
from planner.ui.start.progress import has_started
from planner.ui.start.tiles import next_button
from planner.words import say_faults

WIDE = 1120


@ft.component
def ClinicianScreen(model: Model) -> ft.Control:
    page = ft.context.page
    picked, _ = ft.use_state(lambda: Picked(model, page))
    visit, _ = ft.use_state(Visit)
    writes, set_writes = ft.use_state(False)
    visit.look(model, picked)
    started = has_started(model)
    to, place = ("/more/sharing", MORE.name) if started else ("/", TODAY.name)
    top: list[ft.Control] = [
        back(model, model.say("ui.clinician.title"), to, model.say(place if started else "ui.clinician.beginning")),
        small(model.say("ui.clinician.about")),
        actions([_pick(model, picked, is_open=visit.story is not None)]),
        fault_line(picked.fault or visit.fault),
    ]
    key = f"clinician-{id(picked.data)}-{writes}"
    if visit.story is None:
        return in_the_middle(screen(top, key))
    told = page_one(model, visit.story)
    answer = keyed(f"reply-{id(picked.data)}", Answer, model, visit)
    if model.is_wide:
        half = [ft.Container(one, col={"md": 6}) for one in (_column(told), answer)]
        return in_the_middle(screen([*top, ft.ResponsiveRow([*half], spacing=theme.GAP_XL)], key, WIDE))
    # On a phone the one would be pages away from the other.
    if not writes:
        write = next_button(model.say("ui.clinician.write"), lambda: set_writes(True), "write")
        return in_the_middle(screen([*top, _column(told), write], key))
    again = link(model.say("ui.clinician.read_again"), lambda: set_writes(False), "read_again")
    return in_the_middle(screen([top[0], ft.Row([again], wrap=True), answer], key))


def _column(cards: list[ft.Control]) -> ft.Control:
    return ft.Column(cards, spacing=theme.GAP_M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _pick(model: Model, picked: Picked, *, is_open: bool) -> ft.Control:
    words = model.say("ui.clinician.pick.other" if is_open else "ui.clinician.pick")
    return ft.FilledButton(words, key="pick", icon=ft.Icons.FOLDER_OPEN, action=ft.PickFiles(picked.picker))


@ft.component
def Answer(model: Model, visit: Visit) -> ft.Control:
    """The form, what it comes to, and the way to save it."""
    fault, set_fault = ft.use_state("")
    done, set_done = ft.use_state("")
    if not visit.runner:
        return theme.card(body(model.say("ui.clinician.older")))

    async def save() -> None:
        set_done("")
        raw = visit.written.draft.raw(visit.runner, model.today)
        try:
            read_reply(raw, model.today)
        except Faults as faults:
            set_fault(_sentence(model, faults, [str(limit["kind"]) for limit in raw["limits"]]))
            return
        set_fault("")
        data = (json.dumps(raw, indent=2, ensure_ascii=False) + "\n").encode()
        try:
            await ft.FilePicker().save_file(file_name=FILE, src_bytes=data)
        except (OSError, RuntimeError, TimeoutError) as error:
            set_fault(model.say("ui.more.sharing.failed", what=str(error) or type(error).__name__))
        else:
            set_done(model.say("ui.clinician.saved", name=FILE))

    button = ft.FilledButton(
        model.say("ui.clinician.save"), key="save_reply", icon=ft.Icons.SAVE_OUTLINED, on_click=save
    )
    lines: list[ft.Control] = [
        Fields(model, visit),
        Preview(model, visit.written),
        fault_line(fault),
        actions([button]),
        ft.Semantics(content=body(done), live_region=True, container=True, visible=bool(done)),
    ]
    return ft.Column(lines, spacing=theme.GAP_L, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _sentence(model: Model, faults: Faults, kinds: list[str]) -> str:
    """What is wrong, by the names that the form has for it."""
    return say_faults(Faults([replace(one, where=_label(model, one, kinds)) for one in faults.faults]), model.language)


def _label(model: Model, fault: Fault, kinds: list[str]) -> str:
    if fault.where.startswith("limits["):
        place = int(fault.where.removeprefix("limits[").partition("]")[0])
        return model.say(f"ui.more.limit_kind.{kinds[place - 1]}")
    field = fault.where.rpartition(".")[2].rpartition(", ")[2]
    return model.say(f"ui.clinician.{field}") if field in {"name", "role", "note", "until"} else ""
