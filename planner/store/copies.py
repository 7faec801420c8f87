"""Dated copies of the journal: how they are named, and which there are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

FOLDER = "backups"
_STAMP = "%Y-%m-%d-%H%M%S"
_NAME = re.compile(r"stridewell-(\d{4}-\d{2}-\d{2}-\d{6})(?:-\d+)?\.json")


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of the whole journal: the file, the runner's time of it, and its bytes."""

    path: Path
    at: datetime
    size: int


def free_path(folder: Path, at: datetime) -> Path:
    """Where in a folder a copy of that moment goes; no copy ever takes the place of another."""
    first = folder / f"stridewell-{at:{_STAMP}}.json"
    path, number = first, 2
    while path.exists():
        path, number = first.with_stem(f"{first.stem}-{number}"), number + 1
    return path


def copies_in(folder: Path) -> list[Copy]:
    """The copies in a folder, the newest first."""
    return sorted(_found(folder), key=lambda copy: (copy.at, len(copy.path.name), copy.path.name), reverse=True)


def _found(folder: Path) -> Iterator[Copy]:
    for path in folder.glob("stridewell-*.json"):
        name = _NAME.fullmatch(path.name)
        if name and path.is_file():
            yield Copy(path, datetime.strptime(name[1], _STAMP), path.stat().st_size)
