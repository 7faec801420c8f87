"""The journal on disk: entries go in, nothing is changed, nothing is lost."""

from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from itertools import islice
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Self

from filelock import FileLock
from tinydb.table import Document, Table

from planner.store.contents import TABLE, Contents, Damaged, load
from planner.store.copies import FOLDER, Copy, copies_in, free_path
from planner.store.fault import Remark, StoreFault, explained
from planner.store.storage import JournalStorage, sync_folder

_PATIENCE_S = 30

# A journal of fifty years has a tenth of it
LARGEST_COPY_BYTES = 200 * 1024 * 1024


class _Numbered(Table):
    """A table that leaves the numbers of its documents as the storage knows them: turning all of them to and fro at each
    entry takes longer than saving it.
    """

    document_id_class = str


class Store:
    """The journal in `folder`, which is made at the first entry. Safe to share between threads and between processes.

    Making one reads nothing, so that `check` and `forget` work on damaged files too. Whatever is asked of it raises
    StoreFault, in one sentence, when the folder or the file can't be used.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder.absolute()
        self._storage = JournalStorage(self._folder)
        self._table = _Numbered(self._storage, TABLE)
        self._threads = RLock()
        self._lock_path = self._folder / "journal.lock"
        self._processes = FileLock(self._lock_path, timeout=_PATIENCE_S, mode=0o600, poll_interval=0.005)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._storage.close()

    @property
    def notice(self) -> Remark | None:
        """One sentence when a damaged file was put aside and the last good copy opened."""
        with self._threads, explained(self._folder):
            self._refresh()
            return self._storage.notice

    @property
    def version(self) -> int:
        """Grows with each change, also by another process. Ask it before `entries`, never after."""
        with self._threads, explained(self._folder):
            self._refresh()
            return self._storage.generation

    def append(self, entries: Sequence[Mapping[str, object]]) -> None:
        """Saves all of `entries` (values as in JSON) or, when it raises, none; durable when it returns."""
        if not entries:
            return
        with self._exclusive():
            self._storage.refresh()
            # Numbered here: the table remembers its next number and would overwrite what another process added.
            first = len(self._table) + 1
            numbered = [Document(entry, number) for number, entry in enumerate(entries, first)]
            self._table.insert_multiple(numbered)  # pyright: ignore[reportUnknownMemberType]

    def entries(self, after: int = 0) -> list[dict[str, object]]:
        """Everything in stored order but the first few, read again only when the file changed. Nested values are for
        reading only.
        """
        with self._threads, explained(self._folder):
            self._refresh()
            return [dict(entry) for entry in islice(self._storage.read()[TABLE].values(), after, None)]

    def check(self) -> list[Remark]:
        """Problems of the files in words; empty when sound."""
        with self._threads, explained(self._folder):
            return self._storage.problems()

    def copies(self) -> list[Copy]:
        """The dated copies beside the journal, the newest first."""
        with explained(self._folder):
            return copies_in(self._folder / FOLDER)

    def back_up(self, at: datetime, target: Path | None = None) -> Path:
        """Writes a copy of all entries, reads it back, and returns where it is.

        `target` is a folder, or a file that isn't there yet; by default the copy goes beside the journal.
        """
        place = target.absolute() if target else self._folder / FOLDER
        with self._exclusive():
            self._storage.refresh()
            if not self._storage.read()[TABLE]:
                raise StoreFault("store.empty", folder=self._folder)
            if target is None:
                place.mkdir(mode=0o700, exist_ok=True)
            path = free_path(place, at) if place.is_dir() else place
            if path.exists():
                raise StoreFault("store.there_already", path=path)
            with explained(path.parent):
                self._storage.copy_to(path)
            return path

    def read_copy(self, source: Path) -> list[dict[str, object]]:
        """The entries of a copy. Raises StoreFault when it is missing, damaged, foreign, or newer than this program."""
        return [dict(entry) for entry in _copy(source).rows.values()]

    def restore(self, source: Path, at: datetime) -> Path | None:
        """Goes back to a copy; returns where what was there before is kept, None where there was nothing.

        Raises what `read_copy` does; then nothing has changed.
        """
        contents = _copy(source)
        with self._exclusive():
            kept = self._storage.give_way(free_path(self._folder / FOLDER, at))
            self._storage.replace(contents)
            return kept

    def forget(self) -> None:
        """Deletes the journal for good, with all its copies and its lock."""
        if not self._folder.exists():
            return
        with self._exclusive():
            self._storage.forget()
            # Where an open file can't be deleted, the empty lock stays.
            with suppress(PermissionError):
                self._lock_path.unlink(missing_ok=True)

    def _refresh(self) -> None:
        if self._storage.outdated():
            with self._exclusive():
                self._storage.refresh()

    @contextmanager
    def _exclusive(self) -> Generator[None]:
        with self._threads, explained(self._folder):
            if not self._folder.exists():
                self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                sync_folder(self._folder.parent)
            with self._processes:
                yield


def _copy(source: Path) -> Contents:
    with explained(source.absolute().parent):
        if not source.is_file():
            raise StoreFault("store.no_copy", path=source)
        if source.stat().st_size > LARGEST_COPY_BYTES:
            raise StoreFault("store.copy_too_large", path=source, megabytes=LARGEST_COPY_BYTES // 1024 // 1024)
        try:
            return load(source)
        except Damaged:
            raise StoreFault("store.no_whole_copy", path=source) from None
