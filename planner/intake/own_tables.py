"""The tables that Stridewell exported: their rows are journal entries again. A table comes in whole or not at all."""

import csv
import io
from collections.abc import Iterator, Sequence

from planner.intake.cells import ENTRY_COLUMNS, PLAN_COLUMNS, BadCell, entry_of
from planner.intake.found import Damaged, Found, Result, Skipped

_NEEDED = {"id", "kind", "logged_at"}


def is_ours(header: Sequence[str]) -> bool:
    """Whether a table with these columns is one of ours: of entries, or of a plan."""
    return tuple(header) == PLAN_COLUMNS or set(header) >= _NEEDED


def parse(text: str, path: str) -> Iterator[Result]:
    """The entries of one table; whether each is sound is for the journal to say."""
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = next(rows, [])
        if tuple(header) == PLAN_COLUMNS:
            yield Skipped(path, None, "intake.plan_table")
            return
        strange = next((name for name in header if name not in ENTRY_COLUMNS or header.count(name) > 1), None)
        if strange is not None:
            yield Damaged(path, "intake.table_column", params={"column": strange[:40]})
            return
        yield from _found(header, rows, path)
    except csv.Error:
        yield Damaged(path, "intake.broken_table", params={"line": rows.line_num})


def _found(header: list[str], rows: Iterator[list[str]], path: str) -> list[Result]:
    results: list[Result] = []
    profile: dict[str, dict[str, object]] = {}
    for number, row in enumerate(rows, start=2):
        if not any(row):
            continue
        if len(row) != len(header):
            return [
                Damaged(path, "intake.table_row", params={"row": number, "cells": len(row), "columns": len(header)})
            ]
        told = dict(zip(header, row, strict=True))
        try:
            entry = entry_of(told)
        except BadCell as bad:
            params = {"row": number, "column": bad.column, "value": bad.given[:40]}
            return [Damaged(path, "intake.table_cell", params=params)]
        if told.get("joined"):
            results.append(Skipped(path, "intake.row", "intake.joined_row", {"row": number}))
        elif not isinstance(entry.get("kind"), str):
            return [Damaged(path, "intake.table_cell", params={"row": number, "column": "kind", "value": ""})]
        elif entry["kind"] == "profile":
            _gather(entry, profile, results, path)
        else:
            results.append(Found(entry, path))
    return results


def _gather(entry: dict[str, object], profile: dict[str, dict[str, object]], results: list[Result], path: str) -> None:
    """A change of the profile has a row for each key: those of one change become one entry."""
    key, is_told, value = entry.pop("key", None), "value" in entry, entry.pop("value", None)
    name = repr(sorted(entry.items()))
    if name not in profile:
        profile[name] = entry
        results.append(Found(entry, path))
    if key is not None:
        changes = profile[name].setdefault("changes", {})
        if isinstance(changes, dict):
            changes[key] = value
    elif is_told:
        profile[name]["changes"] = value
