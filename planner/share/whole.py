"""Everything in one file: what `export json` writes and `import` reads back unchanged."""

import json
from collections.abc import Mapping
from typing import cast

from planner.intake.strict_json import NotStrict, loads


def to_bytes(whole: Mapping[str, object]) -> bytes:
    """UTF-8 JSON, indented so that a person can read it."""
    return (json.dumps(whole, indent=2, ensure_ascii=False) + "\n").encode()


def from_bytes(data: bytes) -> dict[str, object] | None:
    """A journal in our own JSON, with or without the rest of what `to_bytes` wrote; None for anything else, also where it
    is cut short or no sound JSON.
    """
    try:
        whole = loads(data)
    except NotStrict:
        return None
    if not isinstance(whole, dict):
        return None
    document = cast("dict[str, object]", whole)
    return document if document.get("schema") == 1 and isinstance(document.get("journal"), list) else None
