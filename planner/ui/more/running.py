"""What and where the runner runs: the usual week, the goal, the ground, what is in the house."""

from collections.abc import Callable

import flet as ft

from planner.journal.units import km_to_miles, measure, miles_to_km
from planner.ui import measures
from planner.ui.log.drafts import number
from planner.ui.model import Model
from planner.ui.more.fields import asked, day, turned, typed
from planner.ui.more.frame import page_of
from planner.ui.more.saving import change, listed
from planner.ui.parts.text import fault_line, heading, small

SURFACES = ("trail", "asphalt", "grass", "track", "treadmill", "sand", "hills")
EQUIPMENT = ("foam_roller", "resistance_band", "step", "bathtub", "compression_socks")


@ft.component
def Running(model: Model) -> ft.Control:
    fault, set_fault = ft.use_state("")
    runner = model.desk.runner()
    goal = runner.get("goal")
    known: dict[str, object] = dict(goal) if isinstance(goal, dict) else {}

    def put_goal(**changed: object) -> str:
        new = {key: value for key, value in {**known, **changed}.items() if value is not None}
        aimed = {"kind": "distance", **new} if {"distance_km", "by"} & new.keys() else None
        return change(model, {"goal": aimed}, model.say("ui.more.running.goal"))

    def put_week(km: object) -> str:
        return change(model, {"usual_week_km": km}, _label(model, "week"))

    def turn(key: str, one: str, order: tuple[str, ...]) -> None:
        set_fault(change(model, {key: turned([str(each) for each in listed(model, key)], one, order)}))

    surfaces = [(each, model.name(f"surface.{each}")) for each in SURFACES]
    things = [(each, model.say(f"ui.more.equipment.{each}")) for each in EQUIPMENT]
    content = [
        fault_line(fault),
        _distance(model, "usual_week", "week", runner.get("usual_week_km"), put_week),
        heading(model.say("ui.more.running.goal"), 2),
        small(model.say("ui.more.running.goal.why")),
        _distance(model, "goal", "distance", known.get("distance_km"), lambda km: put_goal(distance_km=km)),
        day(
            model,
            model.say("ui.more.running.by"),
            known.get("by"),
            lambda by: set_fault(put_goal(by=by)),
            never=model.say("ui.more.running.no_date"),
            far=True,
        ),
        asked(
            model.say("ui.more.running.surfaces"),
            surfaces,
            _chosen(model, "surfaces"),
            lambda one: turn("surfaces", one, SURFACES),
        ),
        asked(
            model.say("ui.more.running.equipment"),
            things,
            _chosen(model, "equipment"),
            lambda one: turn("equipment", one, EQUIPMENT),
        ),
        small(model.say("ui.more.running.equipment.why")),
    ]
    return page_of(model, "running", content)


def _chosen(model: Model, key: str) -> set[str]:
    return {str(each) for each in listed(model, key)}


def _distance(model: Model, name: str, label: str, km: object, save: Callable[[object], str]) -> ft.Control:
    imperial = measures.is_imperial(model)
    shown = ""
    if isinstance(km, int | float):
        shown = measures.number(km_to_miles(km) if imperial else km, model.language)

    def put(text: str) -> str:
        given = number(text)
        if isinstance(given, str):
            return save(measure(given) or given)
        return save(miles_to_km(given) if imperial and given is not None else given)

    return typed(name, _label(model, label), shown, put)


def _label(model: Model, label: str) -> str:
    return model.say(f"ui.more.running.{label}_miles" if measures.is_imperial(model) else f"ui.more.running.{label}")
