"""Who the runner is."""

import flet as ft

from planner.journal.units import cm_to_feet, kg_to_pounds, measure, pounds_to_kg
from planner.journal.vocabulary import EXPERIENCES, SEXES
from planner.ui import measures
from planner.ui.log.drafts import number
from planner.ui.model import Model
from planner.ui.more.fields import asked, typed
from planner.ui.more.frame import page_of
from planner.ui.more.saving import change
from planner.ui.parts.text import fault_line


@ft.component
def You(model: Model) -> ft.Control:
    fault, set_fault = ft.use_state("")
    runner = model.desk.runner()
    born = model.say("ui.more.you.birth_year")

    def choose(key: str, option: str) -> None:
        # A second tap takes an answer back.
        set_fault(change(model, {key: None if runner.get(key) == option else option}))

    sexes = [(each, model.name(f"sex.{each}")) for each in SEXES]
    experiences = [(each, model.name(f"experience.{each}")) for each in EXPERIENCES]
    content = [
        fault_line(fault),
        typed(
            "birth_year",
            born,
            _shown(runner.get("birth_year")),
            lambda text: change(model, {"birth_year": number(text)}, born),
        ),
        asked(model.say("ui.more.you.sex"), sexes, {str(runner.get("sex"))}, lambda one: choose("sex", one)),
        _height(model, runner.get("height_cm")),
        _mass(model, runner.get("mass_kg")),
        asked(
            model.say("ui.more.you.experience"),
            experiences,
            {str(runner.get("experience"))},
            lambda one: choose("experience", one),
        ),
    ]
    return page_of(model, "you", content)


def _height(model: Model, cm: object) -> ft.Control:
    imperial = measures.is_imperial(model)
    label = model.say("ui.more.you.height_feet" if imperial else "ui.more.you.height")
    shown = ""
    if isinstance(cm, int | float):
        feet, inches = cm_to_feet(cm)
        shown = f"{feet}'{inches}" if imperial else measures.number(cm, model.language)

    def save(text: str) -> str:
        given = number(text)
        with_unit = measure(text) if isinstance(given, str) or imperial else None
        return change(model, {"height_cm": with_unit or given}, label)

    hint = model.say("ui.more.you.height_feet.hint") if imperial else ""
    return typed("height", label, shown, save, hint=hint, number=not imperial)


def _mass(model: Model, kg: object) -> ft.Control:
    imperial = measures.is_imperial(model)
    label = model.say("ui.more.you.mass_pounds" if imperial else "ui.more.you.mass")
    shown = ""
    if isinstance(kg, int | float):
        shown = measures.number(kg_to_pounds(kg) if imperial else kg, model.language)

    def save(text: str) -> str:
        given = number(text)
        if isinstance(given, str):
            given = measure(given) or given
        elif given is not None and imperial:
            given = pounds_to_kg(given)
        return change(model, {"mass_kg": given}, label)

    return typed("mass", label, shown, save)


def _shown(value: object) -> str:
    return "" if value is None else str(value)
