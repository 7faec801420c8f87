from pathlib import Path

import pytest

from planner.ui.preferences import FILE, Preferences


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
