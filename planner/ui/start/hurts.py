"""What hurts now: as many places as there are, each where, how much and when."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import flet as ft

from planner.journal.vocabulary import DURINGS, TOP_SCORE
from planner.ui import icons, theme
from planner.ui.model import Model
from planner.ui.parts.text import link
from planner.ui.start import progress
from planner.ui.start.page import Way, answer, question
from planner.ui.start.place import is_placed, one_back, place_question
from planner.ui.start.tiles import next_button, score_tiles, tile, told

PAIN = "pain"


@ft.component
def Hurts(model: Model, way: Way) -> ft.Control:
    fault, set_fault = ft.use_state("")
    kept = progress.draft(model).get(PAIN)
    draft = {str(key): value for key, value in kept.items()} if isinstance(kept, dict) else None

    def put(changed: dict[str, object] | None) -> None:
        set_fault(progress.put_draft(model, {} if changed is None else {PAIN: changed}) or "")

    if draft is None:
        return _places(model, way, put, fault)
    inside = replace(way, leave=None, back=lambda: put(_without_last(draft)))
    why = model.say("ui.start.hurts.why")
    if not is_placed(draft):
        return place_question(model, inside, draft, put, why)
    if "score" not in draft:
        scores = score_tiles(model, lambda score: put({**draft, "score": score}))
        return question(model, inside, model.say("ui.start.hurts.score"), scores, why=why, fault=fault)

    def log(during: str) -> None:
        entry = {"kind": "pain", **{key: value for key, value in draft.items() if key != "area"}, "during": during}
        stay = Way(on=lambda: progress.go(model, "hurts"))
        set_fault(answer(model, stay, lambda: model.desk.log(entry)))

    durings = [tile(model.name(f"during.{each}"), lambda each=each: log(each), each) for each in DURINGS]
    return question(model, inside, model.say("ui.start.hurts.during"), durings, why=why, fault=fault)


def _places(model: Model, way: Way, put: Callable[[dict[str, object] | None], None], fault: str) -> ft.Control:
    """What was told so far, and whether there is more."""
    pains = model.desk.journal(kind="pain")
    title = model.say("ui.start.hurts.more" if pains else "ui.start.hurts")
    content: list[ft.Control] = [_told(model, pain) for pain in pains]
    if pains:
        content.append(tile(model.say("ui.start.hurts.another"), lambda: put({}), "another", icon=ft.Icons.ADD))
        content.append(next_button(model.say("ui.start.all"), lambda: answer(model, way)))
    else:
        nothing = model.say("ui.start.hurts.nothing")
        content.append(tile(nothing, lambda: answer(model, way), "nothing", icon=ft.Icons.SENTIMENT_SATISFIED))
        content.append(tile(model.say("ui.start.hurts.something"), lambda: put({}), "something", icon=icons.PAIN))
    return question(model, way, title, content, why=model.say("ui.start.hurts.why"), fault=fault)


def _told(model: Model, pain: Mapping[str, object]) -> ft.Control:
    said = model.say(
        "ui.start.hurts.told",
        site=model.name(f"site.{pain['site']}"),
        side=model.say(f"side.{pain['side']}"),
        score=pain["score"],
        top=TOP_SCORE,
    )
    away = link(
        model.say("ui.start.remove"),
        lambda: progress.keep(model, lambda: model.desk.delete(str(pain["id"]))),
        f"remove_{pain['id']}",
    )
    return ft.Row([ft.Container(told(said), expand=True), away], spacing=theme.GAP_S)


def _without_last(draft: Mapping[str, object]) -> dict[str, object] | None:
    """The draft without what was chosen last; None where nothing was yet."""
    if "score" in draft:
        return {key: value for key, value in draft.items() if key != "score"}
    return one_back(draft) if draft else None
