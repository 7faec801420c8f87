"""Our own tables come back as the entries that they were made of, cell by cell."""

import csv
import io
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.intake import Damaged, Found, Skipped, own_tables, paths
from planner.intake.cells import COLUMNS, ENTRY_COLUMNS, PLAN_COLUMNS, entry_of, row_of, written
from planner.journal.reading import FIELDS

TODAY = date(2026, 11, 22)
LOGGED = "2026-11-20T08:00:00.000000+00:00"
HEADER = "id,at,score,logged_at,kind"
ROW = f"a,2026-11-20T07:30,3,{LOGGED},pain"


def table(*lines: str) -> str:
    return "".join(f"{line}\r\n" for line in lines)


def there_and_back(entry: dict[str, Any]) -> dict[str, object]:
    columns = COLUMNS[entry["kind"]]
    text = io.StringIO(newline="")
    csv.writer(text).writerows([columns, row_of(entry, columns)])
    header, cells = csv.reader(io.StringIO(text.getvalue(), newline=""), strict=True)
    return entry_of(dict(zip(header, cells, strict=True)))


@pytest.mark.parametrize("kind", sorted(FIELDS.keys() - {"issued"}))
def test_each_field_of_the_contract_is_a_column(kind: str) -> None:
    ours = {"source_format", "joined", "key", "value"}
    assert set(COLUMNS[kind]) - ours == set(FIELDS[kind]) - {"changes"}
    assert len(set(COLUMNS[kind])) == len(COLUMNS[kind])


TEXTS = [
    "",
    "null",
    "none",
    "true",
    "3",
    "'",
    "''",
    "=1",
    " =1",
    "\t",
    "\r\n",
    "-",
    "＝1",
    "a; b",
    "a,b",
    'a "b"',
    "é🦵",
    "\0",
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_comes_back_as_it_was(text: str) -> None:
    entry = {"kind": "pain", "id": "a", "note": text}
    assert there_and_back(entry) == entry


@given(st.text(st.characters(exclude_categories=["Cs"])), st.floats(0, 500), st.integers(-9, 10**9))
def test_any_text_and_number_comes_back_as_it_was(text: str, number: float, whole: int) -> None:
    entry = {"kind": "run", "id": "a", "note": text, "distance_km": number, "run_min": whole, "source": {"name": text}}
    back = there_and_back(entry)
    assert back == entry
    assert repr(back["distance_km"]) == repr(number)
    assert repr(back["run_min"]) == repr(whole)


def test_the_smallest_difference_of_a_number_comes_back() -> None:
    for number in (0.00012345678901234567, 0.1 + 0.2, 5e-324, 499.99999999999994, -0.0, 1e22):
        assert repr(there_and_back({"kind": "drink", "id": "a", "volume_ml": number})["volume_ml"]) == repr(number)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_text_is_left_that_a_spreadsheet_would_run(text: str) -> None:
    assert not written(text, "note").lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


VALUES: list[tuple[str, object, str]] = [
    ("signs", [], "none"),
    ("signs", ["swelling", "warmth"], "swelling; warmth"),
    ("painkiller_24h", True, "true"),
    ("painkiller_24h", False, "false"),
    ("score", 0, "0"),
    ("score", 3.0, "3.0"),
    ("score", None, "null"),
    ("course", None, "null"),
    ("signs", None, "null"),
]


@pytest.mark.parametrize(("column", "value", "cell"), VALUES)
def test_a_value_is_a_cell_that_says_it(column: str, value: object, cell: str) -> None:
    entry = {"kind": "pain", "id": "a", column: value}
    assert written(value, column) == cell
    back = there_and_back(entry)
    assert back == entry
    assert type(back[column]) is type(value)


SOURCES: list[object] = [
    {"format": "fit", "name": "morning.fit"},
    {"format": "fit", "name": "{}"},
    {"format": "", "name": ""},
    {"name": "morning.fit"},
    {},
    {"format": "fit", "name": 3},
    {"format": "fit", "name": "a", "more": [1.5, None]},
    None,
]


@pytest.mark.parametrize("source", SOURCES)
def test_where_a_run_came_from_comes_back(source: object) -> None:
    entry = {"kind": "run", "id": "a", "source": source}
    assert there_and_back(entry) == entry


def test_a_row_is_an_entry() -> None:
    (found,) = own_tables.parse(table(HEADER, ROW, ""), "pain.csv")
    assert found == Found(
        {"id": "a", "at": "2026-11-20T07:30", "score": 3, "logged_at": LOGGED, "kind": "pain"}, "pain.csv"
    )


def test_a_change_of_the_profile_is_one_entry_whatever_its_keys() -> None:
    lines = [f'p,sex,"""female""",{LOGGED},profile', f"p,goal,null,{LOGGED},profile", f"q,,{{}},{LOGGED},profile"]
    lines.append(f"r,,,{LOGGED},profile")
    found = [
        one.entry
        for one in own_tables.parse(table("id,key,value,logged_at,kind", *lines), "x")
        if isinstance(one, Found)
    ]
    assert [one.get("changes") for one in found] == [{"sex": "female", "goal": None}, {}, None]
    assert ["changes" in one for one in found] == [True, True, False]


def test_a_spreadsheet_may_have_saved_it_again() -> None:
    (found,) = own_tables.parse(f"id,limp,kind,logged_at\na,TRUE,run,{LOGGED}\n", "run.csv")
    assert isinstance(found, Found)
    assert found.entry["limp"] is True


def test_a_run_that_stands_for_two_records_is_left_to_them() -> None:
    (skipped,) = own_tables.parse(f"id,joined,kind,logged_at\na,true,run,{LOGGED}\n", "run.csv")
    assert skipped == Skipped("run.csv", "intake.row", "intake.joined_row", {"row": 2})


def test_a_plan_is_no_part_of_a_journal() -> None:
    (skipped,) = paths.parse(table(",".join(PLAN_COLUMNS), "x").encode(), "plan.csv", "plan.csv", today=TODAY)
    assert skipped == Skipped("plan.csv", None, "intake.plan_table")


WRONG: dict[str, tuple[str, str, dict[str, object]]] = {
    "a column twice": (table(f"{HEADER},id", f"{ROW},b"), "intake.table_column", {"column": "id"}),
    "a column of nobody": (table(f"{HEADER},mood", f"{ROW},1"), "intake.table_column", {"column": "mood"}),
    "a cell too few": (table(HEADER, ROW, "a,b"), "intake.table_row", {"row": 3, "cells": 2, "columns": 5}),
    "a cell too many": (table(HEADER, f"{ROW},1"), "intake.table_row", {"row": 2, "cells": 6, "columns": 5}),
    "a word for a number": (
        table(HEADER, ROW.replace(",3,", ",three,")),
        "intake.table_cell",
        {"row": 2, "column": "score", "value": "three"},
    ),
    "a number of another world": (
        table(HEADER, ROW.replace(",3,", ",1e999,")),
        "intake.table_cell",
        {"row": 2, "column": "score", "value": "1e999"},
    ),
    "no number at all": (
        table(HEADER, ROW.replace(",3,", ",NaN,")),
        "intake.table_cell",
        {"row": 2, "column": "score", "value": "NaN"},
    ),
    "neither yes nor no": (
        table("id,limp,kind,logged_at", f"a,maybe,run,{LOGGED}"),
        "intake.table_cell",
        {"row": 2, "column": "limp", "value": "maybe"},
    ),
    "a source that is broken": (
        table("id,source,kind,logged_at", f"a,{{{{,run,{LOGGED}"),
        "intake.table_cell",
        {"row": 2, "column": "source", "value": "{{"},
    ),
    "no kind": (table(HEADER, ROW.replace("pain", "")), "intake.table_cell", {"row": 2, "column": "kind", "value": ""}),
    "a quote that never ends": (table(HEADER, f'"{ROW}'), "intake.broken_table", {"line": 2}),
    "a quote in the middle": (table(HEADER, ROW.replace("a,", '"a"b,', 1)), "intake.broken_table", {"line": 2}),
    "a cell that is huge": (
        table(HEADER, ROW.replace("a,", "a" * 200_000 + ",", 1)),
        "intake.broken_table",
        {"line": 2},
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_table_that_is_wrong_gives_nothing_and_says_where(case: str) -> None:
    text, why, params = WRONG[case]
    assert list(paths.parse(text.encode(), "x.csv", "x.csv", today=TODAY)) == [Damaged("x.csv", why, params=params)]


@given(st.text(max_size=200))
def test_no_text_makes_it_raise(text: str) -> None:
    header = ",".join(ENTRY_COLUMNS)
    for result in own_tables.parse(f"{header}\n{text}", "x.csv"):
        assert isinstance(result, Found | Skipped | Damaged)
