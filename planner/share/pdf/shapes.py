"""The report in words: sections of lines, tables and blanks to fill in, for a page or a preview to show."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """`shares` of the width a column; the first cell of a row is its head. `strong`: rows that must not be overlooked."""

    title: str
    columns: tuple[str, ...]
    shares: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    strong: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Blanks:
    """A row to fill in by hand: each label with a line behind it, as wide as its share; a share of 0: only the words."""

    labels: tuple[str, ...]
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """`what`: body or chart; `told`: what it shows, for who can't see it; `legend`: beside or under it."""

    what: str
    told: str
    legend: tuple[str, ...] = ()


Content = Line | Table | Blanks | Picture


@dataclass(frozen=True, slots=True)
class Section:
    """`key` names it for the layout; it is no text."""

    key: str
    heading: str
    content: Sequence[Content]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole report in one language. `title` names the file, `heading` stands over page one; `raw`: the raw days, where
    they were wanted.
    """

    title: str
    heading: str
    footer: str
    one: tuple[Section, ...]
    two: tuple[Section, ...]
    raw: tuple[Section, ...] = field(default=())
