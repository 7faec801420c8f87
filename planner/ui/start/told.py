"""What a clinician has called it. Nobody has: then the strictest rules for the place are used."""

from collections.abc import Callable
from dataclasses import replace

import flet as ft

from planner.journal.vocabulary import SIDES
from planner.protocols import protocols
from planner.ui import theme
from planner.ui.model import Model
from planner.ui.parts.text import link
from planner.ui.start import progress
from planner.ui.start.page import Way, answer, question
from planner.ui.start.tiles import next_button, tile, told

NAMED = "named"


@ft.component
def Told(model: Model, way: Way) -> ft.Control:
    fault, set_fault = ft.use_state("")
    named = progress.draft(model).get(NAMED)

    def put(condition: str | None) -> None:
        set_fault(progress.put_draft(model, {NAMED: condition} if condition else {}) or "")

    if not isinstance(named, str):
        return _names(model, way, put, fault)

    def add(side: str) -> None:
        new = {"condition": named, "side": side, "given_by_clinician": True}
        stay = Way(on=lambda: progress.go(model, "told"))
        set_fault(answer(model, stay, lambda: _put(model, [*_known(model), new])))

    inside = replace(way, leave=None, back=lambda: put(None))
    sides = [tile(model.name(f"side.{side}"), lambda side=side: add(side), side) for side in SIDES]
    return question(model, inside, model.say("ui.start.place.side"), sides, fault=fault)


def _names(model: Model, way: Way, put: Callable[[str | None], None], fault: str) -> ft.Control:
    known = _known(model)
    content: list[ft.Control] = [_one(model, each, n) for n, each in enumerate(known)]
    if known:
        content.append(next_button(model.say("ui.start.all"), lambda: answer(model, way)))
    else:
        content.append(tile(model.say("ui.start.told.nobody"), lambda: answer(model, way), "nobody"))
    names = [key for key, row in protocols().rows.items() if row.diagnosable]
    content += [tile(model.name(f"condition.{each}"), lambda each=each: put(each), each) for each in names]
    title, why = model.say("ui.start.told"), model.say("ui.start.told.why")
    return question(model, way, title, content, why=why, fault=fault)


def _one(model: Model, diagnosis: dict[str, object], place: int) -> ft.Control:
    side = model.say(f"side.{diagnosis.get('side') or SIDES[-1]}")
    said = model.say("ui.start.told.one", name=model.name(f"condition.{diagnosis['condition']}"), side=side)
    rest = [each for n, each in enumerate(_known(model)) if n != place]
    away = link(
        model.say("ui.start.remove"), lambda: progress.keep(model, lambda: _put(model, rest)), f"remove_{place}"
    )
    return ft.Row([ft.Container(told(said), expand=True), away], spacing=theme.GAP_S)


def _known(model: Model) -> list[dict[str, object]]:
    kept = model.desk.runner().get("diagnoses")
    return [dict(each) for each in kept if isinstance(each, dict)] if isinstance(kept, list | tuple) else []


def _put(model: Model, diagnoses: list[dict[str, object]]) -> None:
    model.desk.change_runner({"diagnoses": diagnoses})
