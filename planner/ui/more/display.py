"""Language, units, size of text, country, the usual glass."""

import flet as ft
from babel import Locale

from planner.journal.units import fluid_ounces_to_ml, measure, ml_to_fluid_ounces
from planner.ui import measures, theme
from planner.ui.log.drafts import number
from planner.ui.model import GLASS, Model
from planner.ui.more.fields import asked, typed
from planner.ui.more.frame import page_of
from planner.ui.more.saving import change, prefer
from planner.ui.parts.door import door
from planner.ui.parts.text import fault_line, small
from planner.ui.start.country import countries, country, mobile_number
from planner.ui.start.country import number as emergency_number
from planner.words import languages

UNITS = ("metric", "imperial")


@ft.component
def Display(model: Model) -> ft.Control:
    page = ft.context.page
    fault, set_fault = ft.use_state("")
    units = str(model.desk.runner().get("units") or UNITS[0])
    scale = theme.text_scale_of(model.preferences.get(theme.TEXT_SCALE))
    tongues = [(code, _own_name(code)) for code in languages()]
    scales = [(str(each), model.say("ui.more.display.percent", n=each)) for each in theme.TEXT_SCALES]
    kinds = [(each, model.say(f"ui.more.display.{each}")) for each in UNITS]
    named = dict(countries(model)).get(country(model) or "", model.say("ui.more.display.no_country"))
    content: list[ft.Control] = [
        fault_line(fault),
        asked(
            model.say("ui.more.display.language"),
            tongues,
            {model.language},
            lambda code: set_fault(change(model, {"language": code})),
        ),
        asked(model.say("ui.more.display.units"), kinds, {units}, lambda one: set_fault(change(model, {"units": one}))),
        asked(
            model.say("ui.more.display.text"),
            scales,
            {str(scale)},
            lambda one: set_fault(prefer(model, theme.TEXT_SCALE, int(one))),
        ),
        _glass(model),
        door(
            ft.Icons.PUBLIC, model.say("ui.more.page.country"), named, lambda: page.navigate("/more/country"), "country"
        ),
        small(_whom_to_call(model)),
    ]
    return page_of(model, "display", content)


def _own_name(code: str) -> str:
    name = Locale.parse(code).get_display_name(code) or code
    return name[:1].upper() + name[1:]


def _glass(model: Model) -> ft.Control:
    imperial = measures.is_imperial(model)
    label = model.say("ui.more.display.glass_ounces" if imperial else "ui.more.display.glass")
    shown = measures.number(ml_to_fluid_ounces(model.glass_ml) if imperial else model.glass_ml, model.language)

    def save(text: str) -> str:
        given = number(text)
        ml = measure(given) if isinstance(given, str) else fluid_ounces_to_ml(given) if imperial and given else given
        if not ml or ml < 0:
            return model.say("ui.more.display.glass.wrong", given=text)
        return prefer(model, GLASS, round(ml))

    return typed("glass", label, shown, save, hint=model.say("ui.more.display.glass.hint"))


def _whom_to_call(model: Model) -> str:
    known = emergency_number(model)
    if known:
        return model.say("ui.learn.emergency", number=known)
    return model.say("ui.learn.emergency_unknown", number=mobile_number())
