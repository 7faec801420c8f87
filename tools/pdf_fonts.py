"""Makes the fonts of the PDF: `python tools/pdf_fonts.py FOLDER` reads FiraSansCondensed-Regular.ttf and -Bold.ttf there.

What is kept is what the three languages and the signs of the report need; the two tick boxes, which the font lacks, are drawn
here. The licence beside the files allows both.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FOLDER = Path(__file__).parents[1] / "assets" / "fonts"
WEIGHTS = ("Regular", "Bold")
# Basic Latin, Latin-1, Latin Extended-A, Cyrillic
RANGES = ((0x20, 0x7E), (0xA0, 0x17F), (0x400, 0x45F), (0x490, 0x491))
SIGNS = "–—‑‘’‚“”„†‡•…‰‹›€№™←↑→↓−≈≠≤≥√∞ȘșȚț\u2009\u202f"
OPEN_BOX, TICKED_BOX = 0x2610, 0x2611
Point = tuple[int, int]


def _box() -> list[list[Point]]:
    """A square outline: the outer edge one way round, the inner one the other."""
    outer, inner = (60, 640, -20), (110, 590, 30)
    return [
        [(outer[0], outer[2]), (outer[0], outer[2] + 580), (outer[1], outer[2] + 580), (outer[1], outer[2])],
        [(inner[0], inner[2]), (inner[1], inner[2]), (inner[1], inner[2] + 480), (inner[0], inner[2] + 480)],
    ]


def _tick() -> list[Point]:
    return [(160, 270), (205, 320), (310, 205), (500, 470), (550, 430), (315, 110)]


def _glyph(outlines: Iterable[Iterable[Point]], pen: TTGlyphPen) -> None:
    for outline in outlines:
        first, *rest = outline
        pen.moveTo(first)
        for point in rest:
            pen.lineTo(point)
        pen.closePath()


def _add(font: TTFont, code: int, name: str, outlines: list[list[Point]]) -> None:
    pen = TTGlyphPen(None)
    _glyph(outlines, pen)
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"][name] = pen.glyph()
    font["hmtx"][name] = (700, 60)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[code] = name


def make(source: Path, target: Path) -> None:
    """Write the part of a font that the report needs, with the boxes."""
    font = TTFont(source, recalcTimestamp=False)
    _add(font, OPEN_BOX, "box.open", _box())
    _add(font, TICKED_BOX, "box.ticked", [*_box(), _tick()])
    options = Options()
    options.layout_features = []
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    options.drop_tables += ["GPOS", "GSUB", "GDEF", "DSIG", "kern"]
    kept = {code for first, last in RANGES for code in range(first, last + 1)}
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=kept | set(map(ord, SIGNS)) | {OPEN_BOX, TICKED_BOX})
    subsetter.subset(font)
    font.save(target)


def main() -> None:
    if len(sys.argv) != 2:
        raise SystemExit("Name the folder with the fonts: python tools/pdf_fonts.py FOLDER")
    for weight in WEIGHTS:
        make(Path(sys.argv[1]) / f"FiraSansCondensed-{weight}.ttf", FOLDER / f"FiraSansCondensed-{weight}.ttf")


if __name__ == "__main__":
    main()
