"""Exercises with their dose: of those that the plans know, or in the clinician's own words."""

from collections.abc import Callable
from dataclasses import replace

import flet as ft

from planner.protocols import protocols
from planner.ui import theme
from planner.ui.clinician.draft import Dosed
from planner.ui.clinician.typing import text_field
from planner.ui.model import Model
from planner.ui.more.fields import asked
from planner.ui.more.frame import actions
from planner.ui.parts.keyed import keyed
from planner.ui.parts.text import body, fault_line, link
from planner.ui.start.country import matches
from planner.words.limits import exercise_words

DOSES = ("sets", "reps", "seconds", "load", "weekly")
SHOWN = 6
Every = tuple[Dosed, ...]


@ft.component
def Exercising(model: Model, known: Every, put: Callable[[Every], None]) -> ft.Control:
    lines: list[ft.Control] = [
        _one(model, one, lambda n=n: put((*known[:n], *known[n + 1 :])), n) for n, one in enumerate(known)
    ]
    # With each exercise that was added the fields begin empty again.
    lines.append(keyed(f"adding-{len(known)}", Adding, model, lambda one: put((*known, one))))
    return ft.Column(lines, spacing=theme.GAP_M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@ft.component
def Adding(model: Model, add: Callable[[Dosed], None]) -> ft.Control:
    """Typing finds exercises; what none of them is called goes on as it was written."""
    written = ft.use_ref(Dosed())
    searched, search = ft.use_state("")
    picked, set_picked = ft.use_state("")
    fault, set_fault = ft.use_state("")

    def type_in(name: str, text: str) -> None:
        written.current = replace(written.current or Dosed(), **{name: text})

    def find(text: str) -> None:
        type_in("exercise", text.strip())
        set_picked("")
        search(text)

    def pick(one: str) -> None:
        type_in("exercise", one)
        set_picked(one)
        search("")

    def done() -> None:
        one = written.current or Dosed()
        if one.exercise:
            add(one)
        else:
            set_fault(model.say("ui.clinician.exercise.missing"))

    names = [(each, model.name(f"exercise.{each}")) for each in protocols().training.exercises]
    shown = dict(names).get(picked, searched)
    found = [one for one in names if searched.strip() and matches(one[1], searched)][:SHOWN]
    doses = [
        ft.Container(
            text_field(
                model.say(f"ui.clinician.{name}"), name, "", lambda text, name=name: type_in(name, text), is_number=True
            ),
            col={"xs": 6, "sm": 3},
        )
        for name in DOSES
    ]
    lines: list[ft.Control] = [
        text_field(
            model.say("ui.clinician.exercise"), "exercise", shown, find,
            hint=model.say("ui.clinician.exercise.hint"),
        ),
        *([asked(model.say("ui.clinician.exercise.found"), found, {picked}, pick)] if found else []),
        ft.ResponsiveRow([*doses], spacing=theme.GAP_S, run_spacing=theme.GAP_S),
        fault_line(fault),
        actions([
            ft.OutlinedButton(model.say("ui.clinician.exercise.add"), key="add_exercise", icon=ft.Icons.ADD, on_click=done)
        ]),
    ]  # fmt: skip
    return ft.Column(lines, spacing=theme.GAP_M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _one(model: Model, one: Dosed, remove: Callable[[], object], place: int) -> ft.Control:
    words = exercise_words(one.raw(), model.desk.voice)
    away = link(model.say("ui.clinician.remove", what=words), remove, f"remove_exercise_{place}")
    return theme.card(ft.Column([body(words), ft.Row([away], wrap=True)], spacing=0))
