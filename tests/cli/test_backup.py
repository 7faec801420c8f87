"""Copies of the data folder, and going back: `planner backup` and `planner restore`."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Planner = Callable[..., Result]


@pytest.fixture
def copy(planner: Planner) -> Path:
    planner("log", "drink", 300)
    return Path(planner("backup").stdout.strip())


def drinks(planner: Planner) -> list[float]:
    logged = json.loads(planner("journal", "--kind", "drink", "--json").stdout)["journal"]
    return sorted(entry["volume_ml"] for entry in logged)


def test_a_copy_is_made_and_listed(planner: Planner, copy: Path, data: Path) -> None:
    assert copy.parent == data / "backups"
    assert planner("backup", "--list").stdout == f"{copy}\n"
    assert planner("check").exit_code == 0


def test_going_back_asks_first_and_keeps_what_was_there(planner: Planner, copy: Path) -> None:
    planner("log", "drink", 500)
    assert planner("restore", copy.name, input="n\n").exit_code == 1
    assert drinks(planner) == [300, 500]
    back = planner("restore", copy.name, input="y\n")
    assert back.exit_code == 0
    assert drinks(planner) == [300]
    assert planner("restore", back.stdout.split()[-1], "--yes").exit_code == 0
    assert drinks(planner) == [300, 500]


def test_a_copy_outside_goes_back_into_another_folder(planner: Planner, copy: Path, tmp_path: Path) -> None:
    outside = tmp_path / "stick"
    outside.mkdir()
    made = Path(planner("backup", outside).stdout.strip())
    assert made.parent == outside
    assert planner("--data", tmp_path / "new", "restore", made, "--yes").exit_code == 0
    assert json.loads(planner("--data", tmp_path / "new", "journal", "--json").stdout)["journal"]


def test_what_is_no_copy_is_refused_in_one_sentence(planner: Planner, copy: Path, tmp_path: Path) -> None:
    export = tmp_path / "export.json"
    planner("export", "json", export)
    for source in (export, tmp_path / "nothing.json"):
        refused = planner("restore", source, "--yes")
        assert (refused.exit_code, refused.stdout, refused.stderr.count("\n")) == (1, "", 1)
        assert "nothing was changed" in refused.stderr
    assert drinks(planner) == [300]


def test_there_is_nothing_to_copy_or_list_at_first(planner: Planner) -> None:
    assert planner("backup", "--list").stdout == "There is no copy yet.\n"
    empty = planner("backup")
    assert (empty.exit_code, empty.stdout) == (1, "")
    assert "nothing to copy yet" in empty.stderr


def test_going_back_works_on_a_broken_journal(planner: Planner, copy: Path, data: Path) -> None:
    for path in data.glob("journal.json*"):
        path.write_bytes(b"?")
    assert planner("restore", copy.name, "--yes").exit_code == 0
    assert drinks(planner) == [300]
