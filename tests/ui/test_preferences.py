from pathlib import Path

import pytest

from planner.ui.preferences import DRAFTS, FILE, Preferences


def test_what_was_set_is_there_the_next_time(tmp_path: Path) -> None:
    Preferences(tmp_path).set("glass_ml", 330)
    assert Preferences(tmp_path).get("glass_ml") == 330


@pytest.mark.parametrize("broken", ["", "{", "[]", "\x00"])
def test_a_broken_file_counts_as_empty_and_can_be_written_again(tmp_path: Path, broken: str) -> None:
    (tmp_path / FILE).write_text(broken)
    preferences = Preferences(tmp_path)
    assert preferences.get("glass_ml") is None
    preferences.set("glass_ml", 250)
    assert preferences.get("glass_ml") == 250


def test_nothing_is_left_behind_beside_the_file(tmp_path: Path) -> None:
    Preferences(tmp_path).set("a", 1)
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_what_is_remembered_and_what_was_begun_can_be_forgotten(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path)
    preferences.set("glass_ml", 330)
    Preferences(tmp_path, DRAFTS).set("a", {})
    preferences.forget()
    assert not list(tmp_path.iterdir())


def test_nothing_is_left_behind_where_it_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError):  # noqa: PT011 - the system's own words
        Preferences(tmp_path).set("a", 1)
    assert not list(tmp_path.iterdir())
