"""The journal and a plan as CSV tables for a spreadsheet, one file a kind of entry.

UTF-8 with a byte order mark, comma separated, CRLF, a header line; a kind that was never logged has its header alone. Numbers are
SI with the unit in the column's name, dates ISO 8601, yes and no are `true` and `false`, lists are joined with `; `, a missing
value is an empty cell. A text that a spreadsheet would take for a formula gets an apostrophe in front.

Each table starts with `id` and its time (`at`, or `night_of`, `on`, `from` and `to`), and has one column a field of the contract:
COLUMNS below is that list. `source` is the name of the file that an imported entry came from. `plan.csv` has one row an item.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from planner.words.documents import ItemDoc, PlanDoc

COLUMNS: dict[str, tuple[str, ...]] = {
    "pain": ("id", "at", "site", "side", "score", "during", "course", "signs", "painkiller_24h", "note"),
    "sleep": ("id", "night_of", "asleep_h", "quality", "bed", "wake", "at", "note", "source"),
    "drink": ("id", "at", "volume_ml", "what", "note"),
    "run": (
        *("id", "at", "distance_km", "duration_min", "run_min", "item", "stage", "rpe", "surface", "shoe"),
        *("site", "side", "pain_during", "course", "pain_1h", "limp", "painkiller_24h", "warm_up", "cool_down"),
        *("note", "source"),
    ),
    "walk": (
        *("id", "at", "distance_km", "duration_min", "item", "site", "side", "pain_during", "pain_1h", "limp"),
        *("painkiller_24h", "note", "source"),
    ),
    "check_in": ("id", "at", "about", "pain_1h", "pain_morning", "limp", "painkiller_24h", "note"),
    "test": ("id", "at", "test", "side", "reps", "pain", "note"),
    "screen": ("id", "at", "on", "signs", "site", "side", "note"),
    "pause": ("id", "from", "to", "why", "note"),
    "done": ("id", "at", "item", "outcome", "why", "pain", "to", "note"),
    "clearance": ("id", "at", "on", "by", "clears", "site", "side", "outcome", "note"),
}
PLAN_COLUMNS = ("date", "at", "id", "kind", "title", "minutes", "run_min", "distance_km", "outcome", "steps", "why")


def tables(journal: Iterable[Mapping[str, object]], plan: PlanDoc) -> dict[str, bytes]:
    """File name to content: a table for each kind of COLUMNS, and `plan.csv`."""
    rows: dict[str, list[Sequence[object]]] = {kind: [] for kind in COLUMNS}
    for entry in journal:
        kind = str(entry["kind"])
        if kind in rows:
            rows[kind].append([_field(entry, column) for column in COLUMNS[kind]])
    files = {f"{kind}.csv": _table(COLUMNS[kind], rows[kind]) for kind in COLUMNS}
    files["plan.csv"] = _table(
        PLAN_COLUMNS, [_plan_row(day["date"], item) for day in plan["days"] for item in day["items"]]
    )
    return files


def _plan_row(date: str, item: ItemDoc) -> list[object]:
    dose = item["dose"]
    return [
        *(date, item.get("at"), item["id"], item["kind"], item["title"], item.get("minutes")),
        *(dose.get("run_min"), dose.get("distance_km"), item.get("outcome")),
        *(item.get("steps"), [reason["text"] for reason in item["reasons"]]),
    ]


def _field(entry: Mapping[str, object], column: str) -> object:
    value = entry.get(column)
    if isinstance(value, Mapping):
        return cast("Mapping[str, object]", value).get("name")
    return value


def _table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list():
            return _safe("; ".join(str(part) for part in cast("list[object]", value)))
        case str():
            return _safe(value)
        case _:
            return str(value)


def _safe(text: str) -> str:
    """A spreadsheet runs a cell that starts with one of these as a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n")) else text
