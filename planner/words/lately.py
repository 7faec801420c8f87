"""Changes that were told one after the other, as one: what a plan was before the first, and what it is after the last."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from planner.words.documents import ChangeDoc

_Shape = Mapping[str, Any]


def as_one(told: Sequence[object]) -> list[ChangeDoc]:
    """Each item's changes as one, with the latest reasons; what came and went again is left out. By day, then item."""
    first: dict[str, ChangeDoc] = {}
    last: dict[str, ChangeDoc] = {}
    for one in cast("Sequence[ChangeDoc]", told):
        first.setdefault(one["item"], one)
        last[one["item"]] = one
    found = [
        cast("ChangeDoc", {**latest, "what": _what(before, after, latest["what"]), "from": before, "to": after})
        for item, latest in last.items()
        if (before := first[item]["from"]) != (after := latest["to"])
    ]
    return sorted(found, key=lambda change: (str((change["to"] or change["from"] or {}).get("date")), change["item"]))


def _what(before: _Shape | None, after: _Shape | None, told: str) -> str:
    if before is None:
        return "added"
    if after is None:
        return "removed"
    if before["date"] != after["date"]:
        return "moved"
    was, now = _amount(before), _amount(after)
    return told if was == now else "eased" if now < was else "extended"


def _amount(shape: _Shape) -> tuple[float, float]:
    return shape.get("run_min") or 0, shape["minutes"]
