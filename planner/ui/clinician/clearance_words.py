"""A clearance in words."""

from collections.abc import Mapping
from typing import Any

from planner.ui.model import Model


def cleared_words(model: Model, entry: Mapping[str, Any]) -> str:
    """What was looked at, where, and what came of it."""
    named = model.desk.voice.listed([model.name(f"flag.{each}") for each in entry.get("clears") or ()])
    outcome = entry.get("outcome") or "may_start"
    if not entry.get("site"):
        return model.say(f"ui.clinician.cleared.{outcome}", what=named)
    where = model.say(
        "ui.clinician.where",
        site=model.say(f"site.{entry['site']}"),
        side=model.say(f"side.{entry.get('side') or 'both'}"),
    )
    return model.say(
        f"ui.clinician.cleared.{outcome}", what=model.say("ui.clinician.what_where", what=named, where=where)
    )
