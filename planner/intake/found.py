"""What an importer hands back: entries, and what was left out with the reason as a translation key."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Found:
    """A journal entry, as the contract writes it, and the file that it came from."""

    entry: dict[str, object]
    path: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was understood and is no entry.

    `why` is a translation key. `where` is one too ("intake.row", "intake.part"), or None where the whole file is
    meant. `params` fills both. `foreign`: the file as a whole is of a kind that can't be imported, which is a mistake
    where somebody named it by hand, and none in a folder that was searched.
    """

    path: str
    where: str | None
    why: str
    params: Mapping[str, object] = field(default_factory=dict[str, object])
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Damaged:
    """A file that could not be read, or not to its end. `kept` entries were still taken from it."""

    path: str
    why: str
    kept: int = 0
    params: Mapping[str, object] = field(default_factory=dict[str, object])


Result = Found | Skipped | Damaged


class IntakeFault(Exception):
    """A path that can't be opened: a translation key and what fills it."""

    def __init__(self, why: str, **params: object) -> None:
        super().__init__(f"{why} {params}")
        self.why = why
        self.params: Mapping[str, object] = params
