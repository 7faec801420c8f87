"""The journal on disk: entries go in, nothing is changed, nothing is lost."""

from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Self

from filelock import FileLock
from tinydb.table import Document, Table

from planner.store.contents import TABLE
from planner.store.fault import explained
from planner.store.storage import JournalStorage, sync_folder

_PATIENCE_S = 30


class Store:
    """The journal in `folder`, which is made at the first entry. Safe to share between threads and between processes.

    Making one reads nothing, so that `check` and `forget` work on damaged files too. Whatever is asked of it raises
    StoreFault, in one sentence, when the folder or the file can't be used.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder.absolute()
        self._storage = JournalStorage(self._folder)
        self._table = Table(self._storage, TABLE)
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
    def notice(self) -> str | None:
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

    def entries(self) -> list[dict[str, object]]:
        """Everything in stored order, read again only when the file changed. Nested values are for reading only."""
        with self._threads, explained(self._folder):
            self._refresh()
            return [dict(entry) for entry in self._storage.read()[TABLE].values()]

    def check(self) -> list[str]:
        """Problems of the files in words; empty when sound."""
        with self._threads, explained(self._folder):
            return self._storage.problems()

    def forget(self) -> None:
        """Deletes the journal for good, with its copies and its lock."""
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
