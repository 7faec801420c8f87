"""One file handed over: it comes in beside the journal, and nothing of it stays there."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, cast

import flet as ft
import pytest

from planner.desk import Desk
from planner.ui.log.incoming import FOLDER, LARGEST_BYTES
from planner.ui.model import Model
from planner.ui.more.picking import Picked
from planner.ui.preferences import Preferences

TODAY = date(2026, 11, 24)


class Page:
    """Knows where a file may be put."""

    def get_upload_url(self, name: str, _seconds: int) -> str:
        return f"/upload?f={name}"


class Picker:
    """A browser that puts what it is told to where it may."""

    def __init__(self, folder: Path, content: bytes) -> None:
        self._folder = folder
        self._content = content

    async def upload(self, files: list[ft.FilePickerUploadFile]) -> None:
        self._folder.mkdir()
        for file in files:
            (self._folder / str(file.upload_url).rpartition("=")[2]).write_bytes(self._content)


@pytest.fixture
def picked(tmp_path: Path) -> Picked:
    desk = Desk(tmp_path, clock=lambda: datetime.combine(TODAY, time(9), UTC), today=TODAY)
    made = Picked(Model(desk, Preferences(tmp_path)), cast("ft.Page", Page()))
    made.picker = cast("ft.FilePicker", Picker(tmp_path / FOLDER, b"{}"))
    return made


def pick(picked: Picked, *files: ft.FilePickerFile) -> None:
    event = ft.FilePickerResultEvent("result", cast("Any", None), list(files))
    # A thread of its own: where browser tests ran before, this one has a loop that goes on.
    with ThreadPoolExecutor(1) as aside:
        aside.submit(lambda: asyncio.run(picked.picked(event))).result()


def arrive(picked: Picked, progress: float | None = None, error: str | None = None) -> None:
    picked.arrived(ft.FilePickerUploadEvent("upload", cast("Any", None), "copy.json", progress, error))


def test_a_file_is_there_when_all_of_it_has_come_and_leaves_nothing_behind(picked: Picked, tmp_path: Path) -> None:
    pick(picked, ft.FilePickerFile(1, "copy.json", 2))
    arrive(picked, 0.5)
    assert not picked.data
    arrive(picked, 1)
    arrive(picked, 1)
    assert (picked.name, picked.data, picked.fault) == ("copy.json", b"{}", "")
    assert not (tmp_path / FOLDER).exists()
    picked.forget()
    assert not picked.data


def test_a_file_that_got_lost_on_its_way_says_so(picked: Picked, tmp_path: Path) -> None:
    pick(picked, ft.FilePickerFile(1, "copy.json", 2))
    arrive(picked, error="the network went away")
    assert "copy.json" in picked.fault
    assert not (tmp_path / FOLDER).exists()


def test_a_file_that_is_too_large_is_not_even_brought(picked: Picked, tmp_path: Path) -> None:
    pick(picked, ft.FilePickerFile(1, "film.mp4", LARGEST_BYTES + 1))
    assert "film.mp4" in picked.fault
    assert not (tmp_path / FOLDER).exists()


def test_a_window_of_its_own_reads_the_file_where_it_lies(picked: Picked, tmp_path: Path) -> None:
    own = tmp_path / "copy.json"
    own.write_bytes(b"[]")
    pick(picked, ft.FilePickerFile(1, "copy.json", 2, str(own)))
    assert picked.data == b"[]"
    pick(picked, ft.FilePickerFile(1, "copy.json", 2, str(tmp_path / "gone.json")))
    assert (picked.data, "copy.json" in picked.fault) == (b"", True)


def test_picking_nothing_changes_nothing(picked: Picked) -> None:
    pick(picked)
    assert (picked.data, picked.fault) == (b"", "")


def test_a_late_word_of_the_file_before_does_not_lose_the_one_on_its_way(picked: Picked, tmp_path: Path) -> None:
    pick(picked, ft.FilePickerFile(1, "older.json", 2))
    picked.arrived(ft.FilePickerUploadEvent("upload", cast("Any", None), "older.json", 1, None))
    pick(picked, ft.FilePickerFile(2, "copy.json", 2))
    picked.arrived(ft.FilePickerUploadEvent("upload", cast("Any", None), "older.json", 1, None))
    arrive(picked, 1)
    assert (picked.name, picked.data, picked.fault) == ("copy.json", b"{}", "")
    assert not (tmp_path / FOLDER).exists()
