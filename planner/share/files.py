"""Writing so that a failure leaves what was there before. What is written can be read by its owner alone."""

import contextlib
import errno
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from planner.share.faults import ShareFault

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def check_file(path: Path) -> None:
    """Raise the ShareFault that writing a file there would raise, as far as that can be known; leaves nothing behind."""
    if path.is_dir():
        raise ShareFault("share.fault.in_the_way", path=str(path))
    _check_parent(path)


def check_folder(path: Path) -> None:
    """As `check_file`, for a folder of files."""
    if path.exists() and not path.is_dir():
        raise ShareFault("share.fault.in_the_way", path=str(path))
    _check_parent(path)


def _check_parent(path: Path) -> None:
    try:
        with tempfile.TemporaryFile(dir=path.parent):
            pass
    except OSError as error:
        raise _fault(error, path) from error


def write_file(path: Path, data: bytes) -> None:
    """Write the whole file or nothing; an older file of that name is replaced.

    Raises ShareFault when the place can't be written, is a folder or lies in a folder that isn't there.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
        beside = Path(name)
        try:
            _write_through(handle, data)
            beside.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                beside.unlink()
            raise
    except OSError as error:
        raise _fault(error, path) from error


def write_folder(path: Path, files: Mapping[str, bytes]) -> None:
    """Write all files (name to content) into the folder, which is made when missing; other files in it stay.

    All are complete on disk before the first takes its place. Raises ShareFault like `write_file`.
    """
    try:
        beside = Path(tempfile.mkdtemp(dir=path.parent, prefix=f".{path.name}-"))
        try:
            for name, data in files.items():
                _write_through(os.open(beside / name, os.O_WRONLY | os.O_CREAT, 0o600), data)
            path.mkdir(mode=0o700, exist_ok=True)
            for name in files:
                (beside / name).replace(path / name)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        raise _fault(error, path) from error


def _write_through(handle: int, data: bytes) -> None:
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _fault(error: OSError, path: Path) -> ShareFault:
    match error:
        case PermissionError():
            key = "share.fault.permission"
        case FileNotFoundError():
            key = "share.fault.no_folder"
        case FileExistsError() | IsADirectoryError() | NotADirectoryError():
            key = "share.fault.in_the_way"
        case OSError(errno=number) if number in _FULL:
            key = "share.fault.full"
        case _:
            return ShareFault("share.fault.unwritable", path=str(path), reason=str(error.strerror or error))
    return ShareFault(key, path=str(path), folder=str(path.parent))
