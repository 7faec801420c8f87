"""The command itself: quick to start, quiet when its reader leaves."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from planner.ui.serve import ServeFault

Planner = Callable[..., Result]

HEAVY = {"flet", "uvicorn", "icalendar", "fitdecode", "tzlocal", "segno", "asyncio"}


@pytest.mark.parametrize(
    ("args", "heavy"),
    [
        (["--help"], HEAVY | {"planner.desk", "tinydb", "dateutil"}),
        (["log", "drink", "300"], HEAVY | {"rich.table", "rich.console"}),
    ],
    ids=["--help", "log drink"],
)
def test_a_command_loads_nothing_heavy_that_it_does_not_need(args: list[str], heavy: set[str]) -> None:
    program = f"""
import sys
from planner.cli import main
try:
    main()
finally:
    print(*({heavy!r} & sys.modules.keys()), file=sys.stderr)
"""
    result = subprocess.run([sys.executable, "-c", program, *args], capture_output=True, text=True, check=True)
    assert result.stderr == "\n"


@pytest.mark.slow
def test_a_reader_that_leaves_early_is_no_failure(planner: Planner) -> None:
    planner("log", "drink", 300)
    read, write = os.pipe()
    os.close(read)
    result = subprocess.run(
        [sys.executable, "-m", "planner.cli", "journal", "--today", "2026-11-22"],
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write)
    assert (result.returncode, result.stderr) == (0, b"")


def test_the_option_wins_over_the_environment(planner: Planner, data: Path, tmp_path: Path) -> None:
    assert planner("--data", tmp_path / "mine", "log", "drink", 300).exit_code == 0
    assert (tmp_path / "mine").is_dir()
    assert not data.exists()


def test_no_command_reads_the_journal_to_show_help(planner: Planner, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for args in (["--help"], ["log", "--help"], ["log", "pain", "--help"], ["export", "-h"]):
        assert planner("--data", tmp_path / "file", *args).exit_code == 0


def test_the_app_is_served_here_alone_unless_asked_for_more(planner: Planner, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[dict[str, object]] = []
    monkeypatch.setattr("planner.ui.serve.serve", lambda desk, **how: asked.append(how))
    assert planner("app", "--no-browser").exit_code == 0
    assert planner("app", "--lan", "--port", "0").exit_code == 0
    assert asked[0] == {
        "host": "127.0.0.1",
        "port": 8550,
        "open_browser": False,
        "one_time_code": None,
        "native": False,
    }
    assert (asked[1]["host"], asked[1]["port"]) == ("0.0.0.0", 0)
    assert len(str(asked[1]["one_time_code"])) >= 16


def test_an_app_that_cannot_be_served_is_one_sentence(planner: Planner, monkeypatch: pytest.MonkeyPatch) -> None:
    def taken(desk: object, **how: object) -> None:
        raise ServeFault("Another program listens there.")

    monkeypatch.setattr("planner.ui.serve.serve", taken)
    result = planner("app")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "Another program listens there.\n")
