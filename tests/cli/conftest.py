"""The command line in this process, on a data folder of its own."""

import itertools
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from planner.cli import app

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data folder that `planner` uses; it is there after the first entry."""
    return tmp_path / "data"


@pytest.fixture
def planner(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Runs `planner …` with these arguments from noon of 22 November 2026 on; whoever tests has no say in its width."""
    monkeypatch.delenv("COLUMNS", raising=False)
    ticks = itertools.count()
    for module in ("context", "typed", "export"):
        monkeypatch.setattr(f"planner.cli.{module}.clock", lambda: NOON + timedelta(milliseconds=next(ticks)))
    return lambda *args, **more: CliRunner().invoke(app, [str(arg) for arg in args], prog_name="planner", **more)
