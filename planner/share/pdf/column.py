"""Lines, tables and blanks one below the other in a column of a page."""

from dataclasses import dataclass

from planner.share.pdf.pages import INK, RULE, SHADE, SOFT, Pages
from planner.share.pdf.shapes import Blanks, Content, Line, Section, Table
from planner.share.pdf.tags import heads

PAD = 0.8
GAP = 1.6
TEXT, HEAD, SMALL = 8.2, 9.6, 7.0
BLANK_HEIGHT = 1.9


@dataclass
class Column:
    """`y` moves down as things are put; `scale` makes all letters smaller."""

    pages: Pages
    x: float
    y: float
    width: float
    scale: float = 1.0

    @property
    def text(self) -> float:
        """The size of the text, in points."""
        return TEXT * self.scale

    def section(self, section: Section) -> None:
        """A heading, and what is under it."""
        self.heading(section.heading)
        for one in section.content:
            self.put(one)
        self.y += GAP * self.scale

    def put(self, one: Content) -> None:
        """Anything but a picture, which the page places."""
        match one:
            case Line():
                self.line(one)
            case Table():
                self.table(one)
            case Blanks():
                self.blanks(one)
            case _:
                raise TypeError(one)

    def heading(self, text: str, kind: str = "H2") -> None:
        """A heading over a rule."""
        if not text:
            return
        size = HEAD * self.scale
        with self.pages.tagged(kind):
            self.pages.put(self.x, self.y, self.pages.known(text), size, "B")
        self.y += self.pages.line_height(size)
        with self.pages.decoration():
            self.pages.stroke([(self.x, self.y), (self.x + self.width, self.y)], wide=0.3, ink=INK)
        self.y += PAD

    def line(self, one: Line) -> None:
        """A paragraph."""
        style = "B" if one.strong else ""
        with self.pages.tagged("P"):
            self._lines(one.text, self.x, self.width, self.text, style)
        self.y += 0.3 * self.scale

    def _lines(self, text: str, x: float, width: float, size: float, style: str = "", ink: int = INK) -> None:
        for line in self.pages.wrapped(text, width, size, style):
            self.pages.put(x, self.y, line, size, style, ink)
            self.y += self.pages.line_height(size)

    def small(self, text: str) -> None:
        """A remark."""
        with self.pages.tagged("P"):
            self._lines(text, self.x, self.width, SMALL * self.scale, ink=SOFT)

    def table(self, one: Table) -> None:
        """A table on this page, whole."""
        with self.pages.within("Table"):
            self.table_head(one)
            for n, row in enumerate(one.rows):
                self.row(one, row, strong=n in one.strong)
        self.y += PAD / 2

    def table_head(self, one: Table) -> None:
        """The names of the columns."""
        with self.pages.decoration():
            height = self._height(one, one.columns, "B")
            self.pages.box(self.x, self.y, self.width, height, fill=SHADE, ink=SHADE)
        self._cells(one, one.columns, ["TH"] * len(one.columns), "Column", "B")

    def row(self, one: Table, row: tuple[str, ...], *, strong: bool = False) -> None:
        """A row with a rule under it; its first cell is its head."""
        self._cells(one, row, ["TH", *["TD"] * (len(row) - 1)], "Row", "B" if strong else "")
        with self.pages.decoration():
            self.pages.stroke([(self.x, self.y), (self.x + self.width, self.y)], wide=0.1, ink=RULE)

    def row_height(self, one: Table, row: tuple[str, ...]) -> float:
        """How much room a row takes."""
        return self._height(one, row, "")

    def _height(self, one: Table, cells: tuple[str, ...], style: str) -> float:
        lines = [
            len(self.pages.wrapped(text, self.width * share - 2 * PAD, self.text, style))
            for text, share in zip(cells, one.shares, strict=True)
        ]
        return max(lines) * self.pages.line_height(self.text)

    def _cells(self, one: Table, cells: tuple[str, ...], kinds: list[str], scope: str, style: str) -> None:
        top, x, lowest = self.y, self.x, self.y
        with self.pages.within("TR"):
            for text, share, kind in zip(cells, one.shares, kinds, strict=True):
                self.y = top
                with self.pages.tagged(kind, heads(scope) if kind == "TH" else None):
                    self._lines(text, x + PAD, self.width * share - 2 * PAD, self.text, style)
                lowest = max(lowest, self.y)
                x += self.width * share
        self.y = lowest

    def blanks(self, one: Blanks) -> None:
        """Labels with lines to write on; what has no line takes the room that its words need."""
        self.y += BLANK_HEIGHT * self.scale
        words = [self.pages.known(label) for label in one.labels]
        fixed = [self.pages.width_of(w, self.text) + 3 for w, s in zip(words, one.shares, strict=True) if not s]
        free, x = self.width - sum(fixed), self.x
        total = sum(one.shares) or 1.0
        with self.pages.tagged("P") if any(words) else self.pages.decoration():
            for label, share in zip(words, one.shares, strict=True):
                self.pages.put(x, self.y, label, self.text)
                x += free * share / total if share else self.pages.width_of(label, self.text) + 3
        x = self.x
        base = self.y + self.pages.line_height(self.text) * 0.85
        with self.pages.decoration():
            for label, share in zip(words, one.shares, strict=True):
                wide = self.pages.width_of(label, self.text)
                if share:
                    end = x + free * share / total - 2
                    self.pages.stroke([(x + wide + 1, base), (end, base)], wide=0.15, ink=SOFT)
                x += free * share / total if share else wide + 3
        self.y += self.pages.line_height(self.text)
