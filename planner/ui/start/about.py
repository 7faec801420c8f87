"""Who the runner is: a year, a word or a number each."""

from collections.abc import Callable

import flet as ft
from flet.components.hooks.use_ref import MutableRef

from planner.journal.units import miles_to_km
from planner.journal.vocabulary import EXPERIENCES, SEXES
from planner.ui import theme
from planner.ui.log.drafts import number
from planner.ui.model import Model
from planner.ui.parts.choices import choices
from planner.ui.parts.text import body
from planner.ui.start.page import Way, answer, question
from planner.ui.start.tiles import next_button, tile

UNITS = ("metric", "imperial")


@ft.component
def Birth(model: Model, way: Way) -> ft.Control:
    fault, set_fault = ft.use_state("")
    known = model.desk.runner().get("birth_year")
    typed = ft.use_ref(str(known) if known else "")
    label = model.say("ui.start.birth.year")

    def save(text: str) -> None:
        if not text.strip():
            set_fault(model.say("ui.start.birth.missing"))
        else:
            set_fault(answer(model, way, lambda: model.desk.change_runner({"birth_year": number(text)}), label))

    content: list[ft.Control] = [
        _number(label, typed, save, at_once=True),
        next_button(model.say("ui.start.next"), lambda: save(typed.current or "")),
    ]
    title, why = model.say("ui.start.birth"), model.say("ui.start.birth.why")
    return question(model, way, title, content, why=why, fault=fault, key="birth")


@ft.component
def Adult(model: Model, way: Way) -> ft.Control:
    """Who is under 18 goes on with a grown-up."""
    fault, set_fault = ft.use_state("")
    agree = tile(model.say("ui.start.adult.here"), lambda: set_fault(answer(model, way)), "adult", icon=ft.Icons.GROUP)
    text = body(model.say("ui.start.adult.text"))
    return question(model, way, model.say("ui.start.adult"), [text, agree], fault=fault)


@ft.component
def Sex(model: Model, way: Way) -> ft.Control:
    fault, set_fault = ft.use_state("")
    known = model.desk.runner().get("sex")

    def choose(sex: str) -> None:
        set_fault(answer(model, way, lambda: model.desk.change_runner({"sex": sex})))

    tiles = [_option(model.name(f"sex.{sex}"), sex, choose, known) for sex in SEXES]
    title, why = model.say("ui.start.sex"), model.say("ui.start.sex.why")
    return question(model, way, title, tiles, why=why, fault=fault)


@ft.component
def Experience(model: Model, way: Way) -> ft.Control:
    fault, set_fault = ft.use_state("")
    known = model.desk.runner().get("experience")

    def choose(experience: str) -> None:
        set_fault(answer(model, way, lambda: model.desk.change_runner({"experience": experience})))

    tiles = [_option(model.say(f"ui.start.experience.{each}"), each, choose, known) for each in EXPERIENCES]
    title, why = model.say("ui.start.experience"), model.say("ui.start.experience.why")
    return question(model, way, title, tiles, why=why, fault=fault)


@ft.component
def UsualWeek(model: Model, way: Way) -> ft.Control:
    """How far the runner runs in a week; in miles where they think in them."""
    fault, set_fault = ft.use_state("")
    typed = ft.use_ref("")
    units = model.desk.runner().get("units") or UNITS[0]
    in_miles = units == "imperial"
    label = model.say("ui.start.week.miles" if in_miles else "ui.start.week.km")

    def put(given: float | str | None) -> None:
        distance = miles_to_km(given) if in_miles and isinstance(given, int | float) else given
        model.desk.change_runner({"usual_week_km": distance, "units": units})

    def save(text: str) -> None:
        if not text.strip():
            set_fault(model.say("ui.start.week.missing"))
        else:
            set_fault(answer(model, way, lambda: put(number(text)), label))

    def turn(to: str) -> None:
        stay = Way(on=lambda: None)
        set_fault(answer(model, stay, lambda: model.desk.change_runner({"units": to})))

    kinds = [(each, model.say(f"ui.start.units.{each}")) for each in UNITS]
    content: list[ft.Control] = [
        tile(model.say("ui.start.week.nothing"), lambda: save("0"), "nothing", icon=ft.Icons.DIRECTIONS_WALK),
        choices(kinds, {str(units)}, turn, model.say("ui.start.units")),
        _number(label, typed, save),
        next_button(model.say("ui.start.next"), lambda: save(typed.current or "")),
    ]
    title, why = model.say("ui.start.week"), model.say("ui.start.week.why")
    return question(model, way, title, content, why=why, fault=fault, key="week")


def _option(words: str, key: str, choose: Callable[[str], None], known: object) -> ft.Control:
    return tile(words, lambda: choose(key), key, chosen=key == known)


def _number(label: str, typed: MutableRef[str], save: Callable[[str], None], *, at_once: bool = False) -> ft.TextField:
    """What is typed is written down without drawing anew: whoever taps on at once is answered about what stands there."""
    return ft.TextField(
        label=label,
        value=typed.current or "",
        key="number",
        autofocus=at_once,
        keyboard_type=ft.KeyboardType.NUMBER,
        text_size=24,
        border_radius=theme.GAP_M,
        border_color=ft.Colors.OUTLINE,
        on_change=lambda e: setattr(typed, "current", e.control.value or ""),
        on_submit=lambda e: save(e.control.value or ""),
    )
