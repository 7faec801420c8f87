"""The journal file as a TinyDB storage that is whole at every instant and keeps the generation before."""

import errno
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from planner.store.contents import TABLE, Contents, Damaged, Rows, encoded, extended, load
from planner.store.copies import FOLDER, copies_in
from planner.store.fault import Remark, StoreFault

_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP}

# Time of change in ns, bytes, inode
_Signature = tuple[int, int, int]


class JournalStorage(Storage):
    """Holds the journal in memory and on disk. Callers hold the locks; only `outdated` needs none.

    `generation` grows whenever the contents change; `notice` tells once the last good copy had to be opened.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / "journal.json"
        self.copy = folder / "journal.json.bak"
        self.generation = 0
        self.notice: Remark | None = None
        self._fresh = folder / "journal.json.tmp"
        self._contents = Contents()
        self._seen: _Signature | None = None

    def read(self) -> dict[str, Rows]:
        return {TABLE: self._contents.rows}

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Saves the journal with what was added to it; durable when it returns, unchanged when it raises."""
        self._save(extended(self._contents, data[TABLE]))

    def replace(self, contents: Contents) -> None:
        """Puts other contents in place of these, as safely as `write`."""
        self._save(contents)

    def copy_to(self, target: Path) -> None:
        """Writes what is held to another file, and reads it back before it gets its name."""
        fresh = target.with_name(target.name + ".tmp")
        try:
            _put(fresh, encoded(self._contents))
            if not _holds(fresh, self._contents):
                raise StoreFault("store.not_kept", path=target)
            fresh.replace(target)
        finally:
            fresh.unlink(missing_ok=True)
        sync_folder(target.parent)

    def give_way(self, aside: Path) -> Path | None:
        """Keeps what is there now before other contents take its place: as a copy, or byte for byte where it is damaged.

        Returns where, None where there was nothing. Raises StoreFault for a file from a newer Stridewell.
        """
        try:
            self.refresh()
        except StoreFault:
            if self.path.exists() and not _is_damaged(self.path):
                raise
            kept = None
            for path in (self.copy, self.path):
                if path.exists():
                    kept = path.replace(self._free_name())
            return kept
        if not self._contents.rows:
            return None
        aside.parent.mkdir(mode=0o700, exist_ok=True)
        self.copy_to(aside)
        return aside

    def _save(self, contents: Contents) -> None:
        try:
            _put(self._fresh, encoded(contents))
            # Taken before the switch: after it, nothing may fail any more.
            seen = _signature(self._fresh)
            self._switch()
        except OSError:
            with suppress(OSError):
                self._fresh.unlink(missing_ok=True)
            raise
        self._hold(contents, seen)

    def _switch(self) -> None:
        first = not self.path.exists()
        if not first:
            _twin(self.path, self.copy)
        self._fresh.replace(self.path)
        try:
            sync_folder(self.folder)
        except OSError:
            # Not known to be durable, so it must not look saved: the caller is told that nothing was.
            if first:
                self.path.unlink()
            else:
                _twin(self.copy, self.path)
            raise

    def outdated(self) -> bool:
        """Whether the file is no longer the one held in memory."""
        seen = _signature(self.path)
        return seen != self._seen or (seen is None and self.copy.exists())

    def refresh(self) -> None:
        """Reads the file again where it has changed; opens the last good copy where it is damaged or missing."""
        if not self.outdated():
            return
        # Before reading: what a program without our lock writes meanwhile then counts as another change.
        seen = _signature(self.path)
        if seen is None and not self.copy.exists():
            self._hold(Contents(), None)
            return
        try:
            self._hold(load(self.path), seen)
        except (Damaged, FileNotFoundError):
            self._hold(self._go_back(), _signature(self.path))

    def _hold(self, contents: Contents, seen: _Signature | None) -> None:
        self._contents = contents
        self._seen = seen
        self.generation += 1

    def _go_back(self) -> Contents:
        try:
            contents = load(self.copy)
        except (Damaged, FileNotFoundError):
            raise StoreFault("store.both_broken", path=self.path, copy=self.copy.name) from None
        notice = Remark("store.was_missing", folder=self.folder, n=len(contents.rows))
        if self.path.exists():
            aside = self._free_name()
            self.path.replace(aside)
            notice = Remark("store.put_aside", folder=self.folder, name=aside.name, n=len(contents.rows))
        # Not a second name of the copy: what damaged this file may strike again.
        _put(self._fresh, encoded(contents))
        self._fresh.replace(self.path)
        self.notice = notice
        sync_folder(self.folder)
        return contents

    def _free_name(self) -> Path:
        number = 1
        while (name := self.folder / f"journal.json.broken-{number}").exists():
            number += 1
        return name

    def forget(self) -> None:
        """Deletes all that was ever written here; the journal itself last, so that a kill leaves it whole."""
        copies = self.folder / FOLDER
        for path in (*self.folder.glob("journal.json.*"), *(copy.path for copy in copies_in(copies))):
            path.unlink()
        # What else somebody put into the folder of copies stays.
        with suppress(OSError):
            copies.rmdir()
        self.path.unlink(missing_ok=True)
        sync_folder(self.folder)
        self.notice = None
        self._hold(Contents(), None)

    def problems(self) -> list[Remark]:
        """What is wrong with the files, in words; changes nothing."""
        missing = _signature(self.path) is None
        copies = [copy.path for copy in copies_in(self.folder / FOLDER)]
        found = [_problem(path) for path in (self.path, self.copy, *copies) if path.exists()]
        if missing and self.copy.exists():
            found.append(Remark("store.missing", path=self.path, copy=self.copy.name))
        found.extend(Remark("store.aside", path=path) for path in sorted(self.folder.glob("journal.json.broken-*")))
        return [problem for problem in found if problem]


def _holds(path: Path, contents: Contents) -> bool:
    try:
        return load(path) == contents
    except Damaged:
        return False


def _is_damaged(path: Path) -> bool:
    try:
        load(path)
    except Damaged:
        return True
    except StoreFault:
        pass
    return False


def _problem(path: Path) -> Remark | None:
    try:
        load(path)
    except Damaged:
        return Remark("store.broken", path=path)
    except StoreFault as fault:
        return fault.remark
    return None


def _signature(path: Path) -> _Signature | None:
    try:
        seen = path.stat()
    except FileNotFoundError:
        return None
    return seen.st_mtime_ns, seen.st_size, seen.st_ino


def _put(path: Path, raw: bytes) -> None:
    path.unlink(missing_ok=True)
    with open(path, "xb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        file.write(raw)
        file.flush()
        os.fsync(file.fileno())


def _twin(source: Path, target: Path) -> None:
    """Gives `target` the contents of `source` in one step: as a second name, or as a copy where links don't exist."""
    spare = target.with_name(target.name + ".tmp")
    spare.unlink(missing_ok=True)
    try:
        os.link(source, spare)
    except OSError:
        _put(spare, source.read_bytes())
    spare.replace(target)
    # Replacing a name of a file by another name of the same file does nothing, and leaves both.
    spare.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Makes renames in `folder` durable, where the system can: Windows and some network disks have no such call."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as fault:
        if fault.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(handle)
