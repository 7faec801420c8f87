"""What goes wrong with a data folder, said in one sentence."""

import errno
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from filelock import Timeout

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_NOT_A_FOLDER = {errno.ENOTDIR, errno.EEXIST}


class StoreFault(Exception):
    """The data folder can't be used; the text is one sentence: what is wrong, where, what to do."""


@contextmanager
def explained(folder: Path) -> Generator[None]:
    """Turns whatever the system says about `folder` into a StoreFault."""
    try:
        yield
    except Timeout:
        raise StoreFault(
            f"Another program is holding the journal in {folder}; close it, or wait a moment, and try again."
        ) from None
    except OSError as fault:
        raise StoreFault(_sentence(folder, fault)) from fault


def _sentence(folder: Path, fault: OSError) -> str:
    if fault.errno in _FULL:
        return f"The disk that holds {folder} is full, so nothing was saved; free some space and try again."
    if fault.errno in _FORBIDDEN:
        return f"The folder {folder} may not be read or written; give yourself permission or choose another folder."
    if fault.errno == errno.ENOENT:
        return f"The folder {folder} is not there; make it, or choose another one."
    if fault.errno in _NOT_A_FOLDER:
        return f"{folder} is not a folder; choose a folder for the journal."
    reason = fault.strerror or type(fault).__name__
    return f"The journal in {folder} could not be read or saved ({reason}); check the disk and try again."
