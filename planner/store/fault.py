"""What goes wrong with a data folder, said in one sentence."""

import errno
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from filelock import Timeout

from planner.words.catalogue import ENGLISH, say

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_NOT_A_FOLDER = {errno.ENOTDIR, errno.EEXIST}


class Remark(str):
    """One sentence about the data folder: what is wrong, where, what to do. As it stands in English, `said` in any language."""

    __slots__ = ("key", "params")
    key: str
    params: dict[str, object]

    def __new__(cls, key: str, /, **params: object) -> Self:
        made = super().__new__(cls, say(key, ENGLISH, **params))
        made.key, made.params = key, params
        return made

    def said(self, language: str) -> str:
        """The sentence in a language."""
        return say(self.key, language, **self.params)


class StoreFault(Exception):
    """The data folder can't be used, and why."""

    def __init__(self, key: str, /, **params: object) -> None:
        """Keep the key of the sentence and its parameters."""
        self.remark = Remark(key, **params)
        super().__init__(self.remark)

    def said(self, language: str) -> str:
        """The sentence in a language."""
        return self.remark.said(language)


@contextmanager
def explained(folder: Path) -> Generator[None]:
    """Turns whatever the system says about `folder` into a StoreFault."""
    try:
        yield
    except Timeout:
        raise StoreFault("store.held", folder=folder) from None
    except OSError as fault:
        raise _of_system(folder, fault) from fault


def _of_system(folder: Path, fault: OSError) -> StoreFault:
    if fault.errno in _FULL:
        return StoreFault("store.full", folder=folder)
    if fault.errno in _FORBIDDEN:
        return StoreFault("store.forbidden", folder=folder)
    if fault.errno == errno.ENOENT:
        return StoreFault("store.no_folder", folder=folder)
    if fault.errno in _NOT_A_FOLDER:
        return StoreFault("store.not_a_folder", folder=folder)
    return StoreFault("store.unreadable", folder=folder, reason=fault.strerror or type(fault).__name__)
