"""When an item is due and how long it takes, in words."""

from planner.ui.model import Model
from planner.words.documents import ItemDoc


def when(model: Model, item: ItemDoc) -> str:
    minutes = item.get("minutes")
    # Rest is no appointment.
    at = item.get("at") if item["kind"] != "rest" else None
    parts = [at, model.say("ui.minutes", n=minutes) if minutes else None]
    return " · ".join(part for part in parts if part)
