"""Before a run: how is it now? What is more than it should be eases today's session, and no other."""

from collections.abc import Callable

import flet as ft

from planner.ui import theme
from planner.ui.log.scale import scale
from planner.ui.model import Model
from planner.ui.parts.text import fault_line
from planner.words.documents import ItemDoc

# The journal's word for a score of everyday life, which is what is felt before a run
NOW = "daily"


def can_be_eased(model: Model, item: ItemDoc) -> bool:
    """Without a complaint there is nothing to ask about."""
    return item["kind"] == "run" and bool(model.plan["assessment"]["conditions"]) and "site" in _place(model)


@ft.component
def HowIsItNow(model: Model, close: Callable[[], object]) -> ft.Control:
    fault, set_fault = ft.use_state("")
    place = _place(model)
    site, side = model.say(f"site.{place['site']}"), model.say(f"side.{place.get('side', 'both')}")
    name = model.say("ui.now.question", place=model.say("ui.place", site=site, side=side))

    def put(score: int) -> None:
        wrong = model.write(
            lambda: model.desk.log({"kind": "pain", "during": NOW, "score": score, **place}),
            lambda: model.say("ui.now.saved"),
        )
        set_fault(wrong or "")
        if not wrong:
            close()

    return ft.Column([scale(model, name, "ui.pain", None, put, []), fault_line(fault)], spacing=theme.GAP_XS)


def _place(model: Model) -> dict[str, object]:
    """Where it hurt when pain was last logged."""
    last = model.latest("pain") or {}
    return {key: last[key] for key in ("site", "side") if last.get(key)}
