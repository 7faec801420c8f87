"""`planner export pdf`."""

import io
import itertools
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pikepdf
import pytest
from typer.testing import CliRunner, Result

from planner.cli import app
from tests.share.pdf.people import climber

Planner = Callable[..., Result]


@pytest.fixture
def planner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Planner:
    """Runs `planner …` on the data of the demo, on the morning of 22 November 2026."""
    climber(tmp_path / "data")
    monkeypatch.delenv("COLUMNS", raising=False)
    ticks = itertools.count()
    now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    monkeypatch.setattr("planner.cli.context.clock", lambda: now + timedelta(milliseconds=next(ticks)))
    return lambda *args: CliRunner().invoke(app, ["--data", str(tmp_path / "data"), "export", "pdf", *map(str, args)])


def test_two_pages_are_written_and_it_is_said_where(planner: Planner, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    result = planner(path)
    assert (result.exit_code, result.stdout) == (0, "")
    assert f"{path} tells of 14 days." in result.stderr
    with pikepdf.open(path) as file:
        assert len(file.pages) == 2


def test_everything_can_be_chosen(planner: Planner, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    result = planner(
        path, "--from", "2026-11-01", "--to", "2026-11-20", "--leave-out", "data", "--leave-out", "plan", "--paper", "letter",
        "--appendix", "--question", "May I cycle?", "--name", "Ada",
    )  # fmt: skip
    assert result.exit_code == 0
    assert "20 days" in result.stderr
    with pikepdf.open(io.BytesIO(path.read_bytes())) as file:
        assert list(file.attachments) == []
        assert len(file.pages) > 2


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("--from", "2026-11-20", "--to", "2026-11-01"), "can’t begin on 2026-11-20"),
        (("--leave-out", "legs"), "no part legs"),
        (("--paper", "a3"), "no paper a3"),
    ],
)
def test_a_wrong_choice_gets_one_sentence_and_writes_nothing(
    args: tuple[str, ...], sentence: str, planner: Planner, tmp_path: Path
) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"what was there")
    result = planner(path, *args)
    assert result.exit_code == 1
    assert sentence in result.stderr
    assert path.read_bytes() == b"what was there"


def test_a_folder_in_the_way_is_named(planner: Planner, tmp_path: Path) -> None:
    result = planner(tmp_path)
    assert result.exit_code == 1
    assert str(tmp_path) in result.stderr


def test_the_data_inside_can_be_imported_and_tell_the_same_story(planner: Planner, tmp_path: Path) -> None:
    path, inside = tmp_path / "report.pdf", tmp_path / "stridewell.json"
    planner(path, "--from", "2026-01-01")
    with pikepdf.open(path) as file:
        inside.write_bytes(file.attachments["stridewell.json"].get_file().read_bytes())
    theirs = ["--data", str(tmp_path / "theirs")]
    result = CliRunner().invoke(app, [*theirs, "import", str(inside)])
    assert result.exit_code == 0, result.stderr
    told = [
        CliRunner().invoke(app, [*data, "assess", "--json"]).stdout
        for data in (theirs, ["--data", str(tmp_path / "data")])
    ]
    assert told[0] == told[1]
