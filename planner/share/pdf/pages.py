"""Pages to draw on: text, lines and shapes in millimetres from the top left, each under its tag or as decoration.

While it measures, everything is laid out and nothing is drawn, so that a page can be fitted before it is begun.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from importlib.resources import as_file
from typing import Any, cast

from fpdf import FPDF
from fpdf.enums import DocumentCompliance
from fpdf.output import OutputProducer
from fpdf.prefs import ViewerPreferences
from fpdf.structure_tree import StructureTreeBuilder

from planner.resources import folder
from planner.share.pdf.about_file import PRODUCER, TOOL, about_file
from planner.share.pdf.tags import Tree, in_box

FAMILY = "Fira"
WEIGHTS = {"": "Regular", "B": "Bold"}
PAPERS = {"a4": "A4", "letter": "Letter"}
MARGIN = 12.0
POINT_MM = 25.4 / 72
LEADING = 1.22
BASELINE = 0.92
INK, SOFT, RULE, SHADE = 0, 90, 150, 238
_WIDE = 100

_SPACES = str.maketrans({"\n": " ", "\r": " ", "\t": " ", "\u202f": "\u00a0", "\u2009": "\u00a0"})

Point = tuple[float, float]


class _Producer(OutputProducer):
    """Writes title and dates in the older dictionary too, equal to the XMP, for viewers that read no other.

    The library leaves it out of PDF/A, which allows it; what it enforces has been enforced by then.
    """

    def bufferize(self) -> bytearray:
        enforced, self.fpdf._compliance = self.fpdf._compliance, None  # noqa: SLF001 - no public switch
        try:
            return super().bufferize()
        finally:
            self.fpdf._compliance = enforced  # noqa: SLF001 - the same


class Pages(FPDF):
    """A tagged PDF/A-3 document. `measuring`: lay out, but draw nothing."""

    def __init__(self, paper: str, language: str, title: str, made: datetime) -> None:
        super().__init__(unit="mm", format=PAPERS[paper], enforce_compliance=DocumentCompliance.PDFA_3U)
        self.measuring = False
        self.set_auto_page_break(auto=False)
        self.set_margin(0)
        self.set_lang(language)
        self.set_title(title)
        self.set_creator(TOOL)
        self.set_producer(PRODUCER)
        self.set_creation_date(made)
        self.set_xmp_metadata(about_file(title, language, made))
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)
        self.tree = Tree()
        self.struct_builder = cast("StructureTreeBuilder", self.tree)
        for style, weight in WEIGHTS.items():
            with as_file(folder("assets") / "fonts" / f"FiraSansCondensed-{weight}.ttf") as path:
                self.add_font(FAMILY, style, path)
        self._widths: dict[tuple[str, str], float] = {}
        self._known = frozenset(cast("Any", self.fonts[FAMILY.lower()]).cmap)

    @property
    def across(self) -> float:
        """The width between the margins."""
        return self.w - 2 * MARGIN

    @property
    def bottom(self) -> float:
        """The lowest line of the text."""
        return self.h - MARGIN

    def finished(self) -> bytes:
        """The whole file."""
        return bytes(self.output(output_producer_class=_Producer))

    def turn(self) -> None:
        """Begin a page."""
        self.add_page()
        self.pages[self.page].struct_parents = self.page - 1

    def go_to(self, number: int) -> None:
        """Draw on a page that was left; what it has for a font isn't what the library remembers."""
        self.page = number
        self.set_font(FAMILY, "B", _WIDE)

    @contextmanager
    def measured(self) -> Iterator[None]:
        """Lay out without drawing."""
        before, self.measuring = self.measuring, True
        try:
            yield
        finally:
            self.measuring = before

    @contextmanager
    def within(self, kind: str, attributes: str | None = None) -> Iterator[None]:
        """Group what follows: Table, TR, L and the like."""
        if self.measuring:
            yield
            return
        self.tree.begin(kind, attributes=attributes)
        yield
        self.tree.end()

    @contextmanager
    def tagged(self, kind: str, attributes: str | None = None, alt: str | None = None) -> Iterator[None]:
        """Tag what is drawn: H1, P, TD and the like."""
        if self.measuring:
            yield
            return
        self.tree.begin(kind, alt=alt, attributes=attributes)
        self._out(f"/{kind} <</MCID {self.tree.mark(self.page)}>> BDC")
        yield
        self._out("EMC")
        self.tree.end()

    @contextmanager
    def figure(self, alt: str, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """Tag a picture, told by its text."""
        box = (x * self.k, (self.h - y - height) * self.k, (x + width) * self.k, (self.h - y) * self.k)
        with self.tagged("Figure", in_box(box), alt):
            yield

    @contextmanager
    def decoration(self) -> Iterator[None]:
        """What tells nothing: rules, frames, page numbers."""
        if not self.measuring:
            self._out("/Artifact BMC")
        yield
        if not self.measuring:
            self._out("EMC")

    def known(self, text: str) -> str:
        """The text with a question mark for each character that the font lacks."""
        return "".join(one if ord(one) in self._known else "?" for one in text.translate(_SPACES))

    def width_of(self, text: str, size: float, style: str = "") -> float:
        """The width of a line, in mm; `size` in points."""
        key = (style, text)
        if key not in self._widths:
            self.set_font(FAMILY, style, _WIDE)
            self._widths[key] = self.get_string_width(text)
        return self._widths[key] * size / _WIDE

    def wrapped(self, text: str, width: float, size: float, style: str = "") -> list[str]:
        """The lines of a text in a column; a word that is wider than it is broken."""
        lines: list[str] = []
        line, used = "", 0.0
        space = self.width_of(" ", size, style)
        for word in self.known(text).split(" "):
            for piece in self._pieces(word, width, size, style):
                wide = self.width_of(piece, size, style)
                if line and used + space + wide > width:
                    lines.append(line)
                    line, used = piece, wide
                else:
                    line, used = (f"{line} {piece}", used + space + wide) if line else (piece, wide)
        return [*lines, line]

    def _pieces(self, word: str, width: float, size: float, style: str) -> list[str]:
        if self.width_of(word, size, style) <= width:
            return [word]
        pieces, piece = list[str](), ""
        for letter in word:
            if piece and self.width_of(piece + letter, size, style) > width:
                pieces.append(piece)
                piece = ""
            piece += letter
        return [*pieces, piece]

    def put(self, x: float, y: float, text: str, size: float, style: str = "", ink: int = INK) -> None:
        """Draw one line; `y`: the top of it."""
        if not self.measuring and text:
            self.set_font(FAMILY, style, size)
            self.set_text_color(ink)
            self.text(x, y + size * POINT_MM * BASELINE, text)

    def line_height(self, size: float) -> float:
        """From one line to the next, in mm."""
        return size * POINT_MM * LEADING

    def stroke(self, points: Sequence[Point], *, wide: float = 0.2, ink: int = INK, dash: float = 0.0) -> None:
        """A line through points."""
        if self.measuring or len(points) < 2:
            return
        self._draw(f"{self._through(points)} S", wide, ink, dash=dash)

    def shape(self, points: Sequence[Point], *, fill: int | None = None, wide: float = 0.2, ink: int = INK) -> None:
        """A closed shape; `fill` None: only its outline."""
        if self.measuring:
            return
        self._draw(f"{self._through(points)} h {'S' if fill is None else 'B'}", wide, ink, fill=fill)

    def box(self, x: float, y: float, width: float, height: float, *, fill: int | None = None, ink: int = RULE) -> None:
        """A rectangle."""
        corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
        self.shape(corners, fill=fill, ink=ink)

    def dot(self, x: float, y: float, radius: float, *, fill: int | None = INK, wide: float = 0.3) -> None:
        """A circle of four curves."""
        if self.measuring:
            return
        r, c = radius, radius * 0.5523
        curves = (
            ((x + r, y + c), (x + c, y + r), (x, y + r)), ((x - c, y + r), (x - r, y + c), (x - r, y)),
            ((x - r, y - c), (x - c, y - r), (x, y - r)), ((x + c, y - r), (x + r, y - c), (x + r, y)),
        )  # fmt: skip
        steps = [f"{' '.join(map(self._at, curve))} c" for curve in curves]
        outline = " ".join([f"{self._at((x + r, y))} m", *steps, "h"])
        self._draw(f"{outline} {'S' if fill is None else 'B'}", wide, INK, fill=fill)

    def path(self, steps: Sequence[tuple[str, Sequence[Point]]], *, fill: int | None, ink: int, wide: float) -> None:
        """An outline of moves, curves and ends (M, C, Z)."""
        if self.measuring:
            return
        self._draw(f"{self._steps(steps)} {'S' if fill is None else 'B'}", wide, ink, fill=fill)

    @contextmanager
    def inside(self, steps: Sequence[tuple[str, Sequence[Point]]]) -> Iterator[None]:
        """Draw only where an outline allows."""
        if not self.measuring:
            self._out(f"q {self._steps(steps)} W n")
        yield
        if not self.measuring:
            self._out("Q")

    def _steps(self, steps: Sequence[tuple[str, Sequence[Point]]]) -> str:
        letters = {"M": "m", "C": "c", "Z": "h"}
        return " ".join(f"{' '.join(map(self._at, points))} {letters[letter]}" for letter, points in steps)

    def _at(self, point: Point) -> str:
        return f"{point[0] * self.k:.2f} {(self.h - point[1]) * self.k:.2f}"

    def _through(self, points: Sequence[Point]) -> str:
        return " ".join(f"{self._at(point)} {'l' if n else 'm'}" for n, point in enumerate(points))

    def _draw(self, outline: str, wide: float, ink: int, *, fill: int | None = None, dash: float = 0.0) -> None:
        """Draw, and leave pen and fill as they were: the library keeps count of its own."""
        pattern = f"[{dash * self.k:.2f} {dash * self.k * 0.8:.2f}] 0 d" if dash else "[] 0 d"
        inside = "" if fill is None else f"{fill / 255:.3f} g "
        self._out(f"q {wide * self.k:.2f} w {ink / 255:.3f} G {inside}{pattern} 1 j {outline} Q")
