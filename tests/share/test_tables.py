"""Tables for a spreadsheet."""

import csv
import io
import re
from pathlib import Path
from typing import Any

import pytest

from planner.intake.cells import COLUMNS, PLAN_COLUMNS
from planner.share.tables import tables
from planner.words.documents import PlanDoc

PAIN: dict[str, Any] = {
    "kind": "pain",
    "id": "p1",
    "at": "2026-10-20T07:30",
    "site": "shin_inner",
    "side": "left",
    "score": 1,
}


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_each_kind_has_its_table_even_when_nothing_was_logged(plan: PlanDoc) -> None:
    files = tables([], plan)
    assert set(files) == {f"{kind}.csv" for kind in COLUMNS} | {"plan.csv", "set_aside.csv"}
    assert all(rows(data) == [] for name, data in files.items() if name != "plan.csv")


def test_an_entry_is_one_row_with_its_fields_as_columns(plan: PlanDoc) -> None:
    entry = PAIN | {"signs": ["swelling", "warmth"], "painkiller_24h": False}
    (row,) = rows(tables([entry], plan)["pain.csv"])
    assert row["id"] == "p1"
    assert row["score"] == "1"
    assert row["signs"] == "swelling; warmth"
    assert row["painkiller_24h"] == "false"
    assert row["note"] == ""


def test_an_imported_run_names_its_file(plan: PlanDoc) -> None:
    run = {"kind": "run", "id": "r1", "at": "2026-10-20T07:30", "source": {"format": "fit", "name": "morning.fit"}}
    assert rows(tables([run], plan)["run.csv"])[0]["source"] == "morning.fit"


def test_the_plan_has_one_row_for_each_item(plan: PlanDoc) -> None:
    found = rows(tables([], plan)["plan.csv"])
    assert [row["id"] for row in found] == [item["id"] for day in plan["days"] for item in day["items"]]
    assert found[1]["run_min"] == "12"
    assert found[1]["why"] == "Your last two sessions were clean."


def test_kinds_that_are_no_table_are_left_out(plan: PlanDoc) -> None:
    assert set(tables([{"kind": "issued", "id": "i1"}], plan)) == set(tables([], plan))


@pytest.mark.parametrize("text", ["=1+1", "+41", "-x", "@cmd", "\t=1", "  =1", "\r=1"])
def test_a_text_never_becomes_a_formula(plan: PlanDoc, text: str) -> None:
    assert rows(tables([PAIN | {"note": text}], plan)["pain.csv"])[0]["note"] == f"'{text}"


def test_a_negative_number_stays_a_number(plan: PlanDoc) -> None:
    assert rows(tables([PAIN | {"score": -1}], plan)["pain.csv"])[0]["score"] == "-1"


@pytest.mark.parametrize("text", ["comma, inside", 'a "quote"', "two\nlines", "größer 🦵"])
def test_odd_texts_come_back_as_they_were(plan: PlanDoc, text: str) -> None:
    assert rows(tables([PAIN | {"note": text}], plan)["pain.csv"])[0]["note"] == text


def test_spreadsheets_are_told_that_it_is_utf_8(plan: PlanDoc) -> None:
    assert all(data.startswith(b"\xef\xbb\xbf") for data in tables([], plan).values())


def test_every_file_and_column_is_described() -> None:
    text = (Path(__file__).parents[2] / "docs" / "csv.md").read_text("utf-8")
    lines = {
        match[1]: set(re.findall(r"`(\w+)`", match[2]))
        for match in re.finditer(r"^\| `(\w+)\.csv` \|[^|]*\|(.*)\|$", text, re.MULTILINE)
    }
    everywhere = {"id", "note", "replaces", "device", "logged_at", "kind"}
    assert lines.keys() == {*COLUMNS, "set_aside", "plan"}
    assert all(set(columns) - everywhere <= lines[kind] for kind, columns in COLUMNS.items())
    assert set(PLAN_COLUMNS) == lines["plan"]
