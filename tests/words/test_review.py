"""The review sheet: every value of plans/ is on it, with what it rests on, and the copy in docs/ is current."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from planner.protocols import protocols, tables
from planner.resources import folder
from planner.words.catalogue import sentences
from planner.words.review import sheet
from planner.words.review_pages import markdown, plain

ROOT = Path(__file__).parents[2]
FILES = sorted(entry.name.removesuffix(".toml") for entry in folder("plans").iterdir() if entry.name.endswith(".toml"))
SHEET = sheet(tables())
PAGE = markdown(SHEET)


def leaves(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every value of a file that isn't a table or a list, walked here without the help of the program."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from leaves(one, (*path, key))
    elif isinstance(value, list):
        for one in value:
            yield from leaves(one, path)
    else:
        yield path, value


def shown(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)


def section(file: str) -> str:
    start = PAGE.index(f"`plans/{file}.toml`")
    end = PAGE.find("\n## ", start)
    return PAGE[start : end if end > 0 else len(PAGE)]


@pytest.mark.parametrize("file", FILES)
def test_every_value_of_a_file_is_on_the_sheet(file: str) -> None:
    table = tomllib.loads(folder("plans").joinpath(f"{file}.toml").read_text("utf-8"))
    text = section(file)
    found = [
        (path, value)
        for path, value in leaves(table)
        if not (file == "sources" and path[-1] == "read") and not (file == "conditions" and path[-1] == "diagnosable")
    ]
    assert found
    missing = [path for path, value in found if shown(value) not in text and shown(value).replace("_", " ") not in text]
    assert missing == []


@pytest.mark.parametrize("file", FILES)
def test_a_number_that_is_added_to_a_file_comes_onto_the_sheet(file: str) -> None:
    if file == "sources":
        return
    more = {name: dict(table) for name, table in tables().items()}
    more[file]["brand_new_number"] = 987_654
    assert "brand new number" in (page := markdown(sheet(more)))
    assert "987654" in page
    assert {"brand_new_number"} <= {one["key"] for one in sheet(more)["numbers"]}


def test_a_new_file_comes_onto_the_sheet() -> None:
    more = {**tables(), "gears": {"source": "decisions", "strength": "D", "teeth": 31}}
    with pytest.raises(KeyError, match="gears"):
        sheet(more)


def test_every_number_is_listed_with_its_source_and_strength() -> None:
    for one in SHEET["numbers"]:
        if isinstance(one["value"], (int, float)) and not isinstance(one["value"], bool):
            assert one["source"] in protocols().sources, one
            assert one["strength"] in set("ABCD"), one


def test_every_row_has_room_for_a_mark() -> None:
    for part in SHEET["sections"]:
        assert part["tables"], part["title"]
        for table in part["tables"]:
            assert table["columns"][-1] == "Your mark"
            assert all(len(row) == len(table["columns"]) for row in table["rows"])
    rows = [line for line in PAGE.splitlines() if line.startswith("| ") and not line.startswith("| What")]
    assert sum("☐" in row for row in rows) == sum(len(t["rows"]) for part in SHEET["sections"] for t in part["tables"])


def test_the_sheet_says_that_it_awaits_a_sign_off_and_which_version_it_is() -> None:
    assert protocols().flags.version in PAGE.splitlines()[0]
    assert "awaits a physio’s sign-off" in PAGE
    assert SHEET["rules_version"] == protocols().flags.version


def test_every_reason_and_every_source_is_on_the_sheet() -> None:
    for key in sentences("reason."):
        assert f"| {key} |" in PAGE
    for name in protocols().sources:
        assert f"| {name} |" in PAGE


# one row each of decisions A-H and clinical 1.4, 2.3, 4 and 5.6, as a physio should find it
ROWS = [
    "| worst pain in the run | green up to 2, amber up to 3, red above | moen_2012 | C | ☐ |",
    "| single-run cap, times the longest run | 1.1 | frandsen_2025 | B | ☐ |",
    "| expected duration in weeks, from and to | 6, 16 | mulvad_2018 | B | ☐ |",
    "| fewer runs in 30 days count as few | 4 | decisions | D | ☐ |",
    "| 4 | 3 | 2 | 6 | no |  | decisions | D | ☐ |",
    "| heel raise | 25 |  | green_2022 | D | ☐ |",
    "| asked again after days | 7 | decisions | D | ☐ |",
    "| never with: varicose veins | warm bath | rabe_2020 | D | ☐ |",
]


@pytest.mark.parametrize("row", ROWS)
def test_a_row_reads_as_a_physio_would_expect(row: str) -> None:
    assert row in PAGE


def test_what_an_exercise_leaves_out_is_told_with_the_condition() -> None:
    calf = PAGE[PAGE.index("### calf strain") :]
    row = next(line for line in calf.splitlines() if line.startswith("| left out for"))
    assert "skip and pogo" in row


def test_the_plain_page_says_the_same() -> None:
    text = plain(SHEET)
    assert "single-run cap, times the longest run: 1.1 (frandsen_2025, B)" in text
    assert "heel raise: least repetitions 25; Source green_2022; Strength D" in text
    assert "☐" not in text
    assert "|" not in text


def test_the_copy_in_the_docs_is_current() -> None:
    copy = (ROOT / "docs" / "rules.md").read_text("utf-8")
    assert copy == PAGE, "run `planner rules --md > docs/rules.md` and read what changed"
