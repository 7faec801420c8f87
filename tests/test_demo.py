from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from planner.demo import fill, main, sample
from planner.desk import Desk

TUESDAY = date(2026, 11, 24)


def desk(folder: Path, today: date = TUESDAY) -> Desk:
    return Desk(folder, clock=lambda: datetime.combine(today, datetime.min.time(), UTC), today=today)


@pytest.mark.parametrize("days", range(7))
def test_the_sample_is_a_runner_on_the_way_back_whatever_the_weekday(tmp_path: Path, days: int) -> None:
    shown = desk(tmp_path, TUESDAY + timedelta(days))
    assert fill(shown)
    plan = shown.plan(TUESDAY + timedelta(6))
    assert plan["assessment"]["phase"] == "return_to_run"
    assert not plan["assessment"]["flags"]
    assert any(item["kind"] == "run" for day in plan["days"] for item in day["items"])


def test_a_folder_that_holds_a_journal_is_left_alone(tmp_path: Path) -> None:
    assert fill(desk(tmp_path))
    before = desk(tmp_path).whole()
    assert not fill(desk(tmp_path))
    assert desk(tmp_path).whole() == before


def test_a_second_call_says_and_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["demo", str(tmp_path)])
    main()
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    main()
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    assert capfd.readouterr() == ("", "")


def test_a_folder_that_is_a_file_gets_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr("sys.argv", ["demo", str(tmp_path / "file")])
    with pytest.raises(SystemExit, match="not a folder"):
        main()


def test_nothing_in_the_sample_lies_in_the_future() -> None:
    _, entries = sample(TUESDAY)
    assert max(str(entry.get("at") or entry.get("night_of")) for entry in entries) < TUESDAY.isoformat()
