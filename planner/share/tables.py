"""The journal and a plan as CSV tables for a spreadsheet, one file a kind of entry; `docs/csv.md` describes each.

UTF-8 with a byte order mark, comma separated, CRLF, a header line; a kind that was never logged has its header alone. A table
holds what counts. What was corrected, withdrawn or logged twice is in `set_aside.csv`, so that `import` reads the same journal.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import cast

from planner.intake.cells import COLUMNS, PLAN_COLUMNS, SET_ASIDE, row_of, written
from planner.journal import canonical
from planner.words.documents import ItemDoc, PlanDoc

Entry = Mapping[str, object]


def tables(journal: Iterable[Entry], plan: PlanDoc, logged: Iterable[Entry] | None = None) -> dict[str, bytes]:
    """File name to content: a table for each kind of COLUMNS, `set_aside.csv` and `plan.csv`.

    `journal` are the entries that count, `logged` all that were ever written down (default: those that count).
    """
    shown = list(journal)
    raw = shown if logged is None else list(logged)
    as_logged, as_shown = {canonical(entry) for entry in raw}, {canonical(entry) for entry in shown}
    rows: dict[str, list[list[str]]] = {kind: [] for kind in COLUMNS}
    for entry in shown:
        kind = str(entry["kind"])
        told = entry if canonical(entry) in as_logged else {**entry, "joined": True}
        rows.get(kind, []).append(row_of(told, COLUMNS.get(kind, ())))
    aside: list[list[str]] = []
    for entry in raw:
        if entry["kind"] == "deleted":
            rows["deleted"].append(row_of(entry, COLUMNS["deleted"]))
        elif entry["kind"] == "profile":
            rows["profile"] += _changes(entry)
        elif entry["kind"] in COLUMNS and canonical(entry) not in as_shown:
            aside.append(row_of(entry, SET_ASIDE))
    files = {f"{kind}.csv": _table(COLUMNS[kind], rows[kind]) for kind in COLUMNS}
    planned = [_plan_row(day["date"], item) for day in plan["days"] for item in day["items"]]
    return files | {"set_aside.csv": _table(SET_ASIDE, aside), "plan.csv": _table(PLAN_COLUMNS, planned)}


def _changes(entry: Entry) -> Iterator[list[str]]:
    """A change of the profile: one row a key; one without a key where it changes none."""
    rest = {key: value for key, value in entry.items() if key != "changes"}
    changes = cast("Mapping[str, object]", entry.get("changes") or {})
    for key, value in changes.items():
        yield row_of({**rest, "key": key, "value": value}, COLUMNS["profile"])
    if not changes:
        yield row_of({**rest, **({"value": entry["changes"]} if "changes" in entry else {})}, COLUMNS["profile"])


def _plan_row(date: str, item: ItemDoc) -> list[str]:
    dose = item["dose"]
    told = {
        **item,
        "date": date,
        "run_min": dose.get("run_min"),
        "distance_km": dose.get("distance_km"),
        "why": [reason["text"] for reason in item["reasons"]],
    }
    known = {name: value for name, value in told.items() if value is not None}
    return [written(known[name], name) if name in known else "" for name in PLAN_COLUMNS]


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")
