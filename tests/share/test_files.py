"""Writing: the whole or nothing."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from planner.share.faults import ShareFault
from planner.share.files import check_file, check_folder, write_file, write_folder


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    def refuse(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    return lambda: monkeypatch.setattr(os, "fsync", refuse)


def test_a_file_is_written_and_an_older_one_replaced(tmp_path: Path) -> None:
    write_file(tmp_path / "plan.ics", b"one")
    write_file(tmp_path / "plan.ics", b"two")
    assert everything(tmp_path) == {"plan.ics": b"two"}


def test_what_is_shared_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    write_file(tmp_path / "plan.ics", b"one")
    write_folder(tmp_path / "tables", {"run.csv": b"id"})
    assert (tmp_path / "plan.ics").stat().st_mode & 0o077 == 0
    assert (tmp_path / "tables" / "run.csv").stat().st_mode & 0o077 == 0


def test_a_folder_is_made_or_filled_and_other_files_in_it_stay(tmp_path: Path) -> None:
    write_folder(tmp_path / "tables", {"run.csv": b"1", "walk.csv": b"1"})
    (tmp_path / "tables" / "mine.txt").write_bytes(b"x")
    write_folder(tmp_path / "tables", {"run.csv": b"2", "walk.csv": b"2"})
    assert everything(tmp_path) == {"tables/run.csv": b"2", "tables/walk.csv": b"2", "tables/mine.txt": b"x"}


def test_a_full_disk_leaves_the_older_files_as_they_were(tmp_path: Path, full_disk: Callable[[], None]) -> None:
    write_file(tmp_path / "plan.ics", b"old")
    write_folder(tmp_path / "tables", {"run.csv": b"old"})
    before = everything(tmp_path)
    full_disk()
    with pytest.raises(ShareFault) as file_fault:
        write_file(tmp_path / "plan.ics", b"new")
    with pytest.raises(ShareFault) as folder_fault:
        write_folder(tmp_path / "tables", {"run.csv": b"new"})
    assert (file_fault.value.key, folder_fault.value.key) == ("share.fault.full", "share.fault.full")
    assert everything(tmp_path) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plan.ics", "tables"]


def test_a_missing_folder_is_named_and_not_made(tmp_path: Path) -> None:
    for write in (lambda p: write_file(p, b""), lambda p: write_folder(p, {"a": b""})):
        with pytest.raises(ShareFault) as fault:
            write(tmp_path / "no" / "plan")
        assert fault.value.key == "share.fault.no_folder"
    assert list(tmp_path.iterdir()) == []


def test_something_of_another_kind_in_the_way_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "folder").mkdir()
    with pytest.raises(ShareFault) as file_fault:
        write_file(tmp_path / "folder", b"y")
    with pytest.raises(ShareFault) as folder_fault:
        write_folder(tmp_path / "file", {"a.csv": b"y"})
    assert (file_fault.value.key, folder_fault.value.key) == ("share.fault.in_the_way", "share.fault.in_the_way")
    assert everything(tmp_path) == {"file": b"x"}


def test_a_bad_place_is_known_before_anything_is_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "folder").mkdir()
    check_file(tmp_path / "new")
    check_file(tmp_path / "file")
    check_folder(tmp_path / "new")
    check_folder(tmp_path / "folder")
    for check, place in ((check_file, "folder"), (check_folder, "file"), (check_file, "no/x"), (check_folder, "no/x")):
        with pytest.raises(ShareFault):
            check(tmp_path / place)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]
