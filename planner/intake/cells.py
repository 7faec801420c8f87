"""The tables' columns, and a value as a cell and back: what `docs/csv.md` promises.

An empty cell is a value that isn't there, `null` one that is told to be none, `none` an empty list, `; ` stands between the
words of a list. A text that a spreadsheet would run, or that could be taken for one of these signs, has an apostrophe in front.
"""

import json
import re
from collections.abc import Mapping
from typing import NoReturn, cast

from planner.intake.strict_json import loads

_KEPT = ("note", "replaces", "device", "logged_at", "kind")
COLUMNS: dict[str, tuple[str, ...]] = {
    "pain": ("id", "at", "site", "side", "score", "during", "course", "signs", "painkiller_24h", *_KEPT),
    "sleep": ("id", "night_of", "asleep_h", "quality", "bed", "wake", "at", "source", "source_format", *_KEPT),
    "drink": ("id", "at", "volume_ml", "what", *_KEPT),
    "run": (
        *("id", "at", "distance_km", "duration_min", "run_min", "item", "stage", "rpe", "surface", "shoe"),
        *("site", "side", "pain_during", "course", "pain_1h", "limp", "painkiller_24h", "warm_up", "cool_down"),
        *("source", "source_format", "joined", *_KEPT),
    ),
    "walk": (
        *("id", "at", "distance_km", "duration_min", "item", "site", "side", "pain_during", "pain_1h", "limp"),
        *("painkiller_24h", "source", "source_format", *_KEPT),
    ),
    "check_in": ("id", "at", "about", "pain_1h", "pain_morning", "limp", "painkiller_24h", *_KEPT),
    "test": ("id", "at", "test", "side", "reps", "pain", *_KEPT),
    "screen": ("id", "at", "on", "signs", "site", "side", *_KEPT),
    "pause": ("id", "from", "to", "why", *_KEPT),
    "done": ("id", "at", "item", "outcome", "why", "pain", "to", *_KEPT),
    "clearance": ("id", "at", "on", "by", "clears", "site", "side", "outcome", "reply", *_KEPT),
    "deleted": ("id", "entry", "taken_back", *_KEPT),
    "profile": ("id", "key", "value", "reply", *_KEPT),
}
ENTRY_COLUMNS = tuple(dict.fromkeys(name for names in COLUMNS.values() for name in names))
"""Every column that any kind has."""
SET_ASIDE = ("kind", *(name for name in ENTRY_COLUMNS if name not in {"kind", "joined", "key", "value"}))
PLAN_COLUMNS = ("date", "at", "id", "kind", "title", "minutes", "run_min", "distance_km", "outcome", "steps", "why")

_NUMBERS = frozenset(
    {"score", "asleep_h", "quality", "volume_ml", "distance_km", "duration_min", "run_min", "rpe"}
    | {"pain_during", "pain_1h", "pain_morning", "reps", "pain", "minutes"}
)
_TRUTHS = frozenset({"painkiller_24h", "limp", "warm_up", "cool_down", "taken_back", "joined"})
_LISTS = frozenset({"signs", "clears"})
_TOLD_AS_JSON = frozenset({"value"})
_NONE, _EMPTY_LIST, _BETWEEN, _APOSTROPHE = "null", "none", "; ", "'"
_YES_OR_NO = {"true": True, "false": False}
_NUMBER = re.compile(r"-?\d{1,25}(\.\d{1,25})?([eE][+-]?\d{1,3})?")
# What starts a formula somewhere; the wide forms do so where Chinese or Japanese is typed.
_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class BadCell(ValueError):
    """A cell that can't be read: its column, and what it holds."""

    def __init__(self, column: str, given: str) -> None:
        super().__init__(column, given)
        self.column = column
        self.given = given


def row_of(entry: Mapping[str, object], columns: tuple[str, ...]) -> list[str]:
    """An entry as the cells of these columns."""
    values = {**entry, **_origin_told(entry["source"])} if "source" in entry else entry
    return [written(values[name], name) if name in values else "" for name in columns]


def entry_of(row: Mapping[str, str]) -> dict[str, object]:
    """The entry that a row stands for, by the names of its columns. Raises BadCell."""
    made: dict[str, object] = {}
    for column, given in row.items():
        if given and column != "joined":
            try:
                made[column] = _read(given, column)
            except ValueError as fault:
                raise BadCell(column, given) from fault
    return _with_origin(made)


def written(value: object, column: str) -> str:
    """One value as a cell."""
    if column in _TOLD_AS_JSON:
        return json.dumps(value, ensure_ascii=False)
    match value:
        case None:
            return _NONE
        case bool():
            return "true" if value else "false"
        case str():
            is_a_sign = value in {"", _NONE} or value.startswith(_APOSTROPHE)
            return f"{_APOSTROPHE}{value}" if is_a_sign else _safe(value)
        case int() | float():
            return json.dumps(value)
        case list() | tuple():
            words = [str(word) for word in cast("list[object]", value)]
            return _safe(_BETWEEN.join(words)) if words else _EMPTY_LIST
        case _:
            return _safe(json.dumps(value, ensure_ascii=False))


def _safe(text: str) -> str:
    return f"{_APOSTROPHE}{text}" if text.lstrip(" ").startswith(_STARTS_FORMULA) else text


def _read(cell: str, column: str) -> object:
    if column in _TOLD_AS_JSON:
        return loads(cell)
    if cell == _NONE:
        return None
    if column in _TRUTHS:
        # A spreadsheet that saved the table again shouts.
        return _YES_OR_NO[cell.lower()] if cell.lower() in _YES_OR_NO else _refuse(cell)
    if column in _NUMBERS:
        return loads(cell) if _NUMBER.fullmatch(cell) else _refuse(cell)
    if column in _LISTS:
        return [] if cell == _EMPTY_LIST else cell.split(_BETWEEN)
    return cell.removeprefix(_APOSTROPHE)


def _refuse(cell: str) -> NoReturn:
    raise ValueError(cell)


def _origin_told(source: object) -> dict[str, object]:
    """Where an entry came from, as two cells where it is told in the usual way."""
    told = cast("Mapping[str, object]", source) if isinstance(source, Mapping) else {}
    if told.keys() == {"format", "name"} and all(isinstance(part, str) for part in told.values()):
        return {"source": told["name"], "source_format": told["format"]}
    return {"source": source if source is None else json.dumps(source, ensure_ascii=False)}


def _with_origin(made: dict[str, object]) -> dict[str, object]:
    name, kind = made.get("source"), made.pop("source_format", None)
    if not isinstance(name, str):
        return made
    try:
        return {**made, "source": {"format": kind, "name": name} if kind is not None else loads(name)}
    except ValueError as fault:
        raise BadCell("source", name) from fault
