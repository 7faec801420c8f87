"""The data inside the file, for the physio's own tools: what `export json` writes, without what wasn't chosen."""

from collections.abc import Mapping
from typing import Any

from planner.journal import survivors
from planner.share.pdf.choice import Choice
from planner.share.pdf.story import is_told, shared_profile

NAME = "stridewell.json"
PICTURED = (
    "pain",
    "run",
    "walk",
    "check_in",
    "test",
    "screen",
    "pause",
    "done",
    "clearance",
    "issued",
    "sleep",
    "drink",
)


def shared(whole: Mapping[str, Any], choice: Choice) -> dict[str, Any]:
    """The same document with the entries of the chosen days and parts.

    What was deleted or corrected stays at home, and so does the history of the profile: it is there as it stands.
    """
    standing = survivors(whole["journal"]).entries
    return {
        **whole,
        "runner": dict(shared_profile(whole["runner"], choice)),
        "journal": [
            _without_note(entry, choice)
            for entry in whole["journal"]
            if entry.get("kind") in PICTURED and standing.get(entry.get("id")) is entry and is_told(entry, choice)
        ],
    }


def _without_note(entry: Mapping[str, Any], choice: Choice) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if key != "note" or choice.has("notes")}
