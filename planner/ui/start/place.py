"""Where on the body, in three taps: the area, the place in it, the side."""

from collections.abc import Callable, Mapping

import flet as ft

from planner.journal.vocabulary import SIDES
from planner.ui.log.areas import AREAS
from planner.ui.model import Model
from planner.ui.start.page import Way, question
from planner.ui.start.tiles import tile

PARTS = ("area", "site", "side")

Place = Mapping[str, object]


def is_placed(place: Place) -> bool:
    return place.get("side") is not None


def place_question(
    model: Model,
    way: Way,
    place: Place,
    put: Callable[[dict[str, object]], object],
    why: str,
    unsure: Callable[[], object] | None = None,
) -> ft.Control:
    """Asks for the part that is still open. `unsure`: what to do where the runner can't say where it is."""
    area = place.get("area")
    if not isinstance(area, str):
        title = model.say("ui.start.place.area")
        options = [(each, model.say(f"ui.area.{each}"), _in_area(each)) for each in AREAS]
    elif place.get("site") is None:
        title = model.say("ui.start.place.site")
        options = [(each, model.name(f"site.{each}"), {"site": each}) for each in AREAS[area]]
    else:
        title = model.say("ui.start.place.side")
        options = [(each, model.name(f"side.{each}"), {"side": each}) for each in SIDES]
    content = [_tile(words, key, put, {**place, **chosen}) for key, words, chosen in options]
    if unsure:
        content.append(tile(model.say("ui.start.place.unsure"), unsure, "unsure"))
    return question(model, way, title, content, why=why)


def one_back(place: Place) -> dict[str, object]:
    """The place without the part that was chosen last."""
    part = next(part for part in reversed(PARTS) if part in place)
    left = {key: value for key, value in place.items() if key != part}
    return {key: value for key, value in left.items() if key != "area"} if _is_alone(left) else left


def _tile(words: str, key: str, put: Callable[[dict[str, object]], object], placed: dict[str, object]) -> ft.Control:
    return tile(words, lambda: put(placed), key)


def _in_area(area: str) -> dict[str, object]:
    """An area that is one place needs no second question."""
    sites = AREAS[area]
    return {"area": area, "site": sites[0]} if len(sites) == 1 else {"area": area}


def _is_alone(place: Place) -> bool:
    return place.get("site") is None and len(AREAS.get(str(place.get("area")), ())) == 1
