"""Page one as it is laid out: everything on one page, the chart as high as the rest leaves room for."""

from planner.share.pdf.body import draw_body
from planner.share.pdf.chart import draw_chart
from planner.share.pdf.column import GAP, SMALL, Column
from planner.share.pdf.pages import MARGIN, Pages
from planner.share.pdf.shapes import Picture, Section, Sheet
from planner.share.pdf.story import Story

SCALES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6)
LEAST_PICTURE, MOST_PICTURE = 48.0, 78.0
BODY_SHARE = 0.36
BESIDE = 5.0
TITLE = 13.0
FOOT = 5.0


def page_one(pages: Pages, sheet: Sheet, told: Story) -> bool:
    """The first page; tells whether all of it has room. Letters get smaller before anything is left out."""
    pages.turn()

    def left(scale: float) -> float:
        with pages.measured():
            return pages.bottom - FOOT - _lay(pages, sheet, told, scale, LEAST_PICTURE)

    scale = next((one for one in SCALES if left(one) >= 0), SCALES[-1])
    spare = left(scale)
    _lay(pages, sheet, told, scale, min(MOST_PICTURE, LEAST_PICTURE + max(0.0, spare)))
    return spare >= 0


def title(pages: Pages, text: str, column: Column) -> None:
    """The title of the whole."""
    with pages.tagged("H1"):
        for line in pages.wrapped(text, column.width, TITLE, "B"):
            pages.put(column.x, column.y, line, TITLE, "B")
            column.y += pages.line_height(TITLE)


def _lay(pages: Pages, sheet: Sheet, told: Story, scale: float, picture: float) -> float:
    """Lay everything out below one another; returns where it ends."""
    column = Column(pages, MARGIN, MARGIN, pages.across, scale)
    title(pages, sheet.heading, column)
    sections = {section.key: section for section in sheet.one}
    for key, section in sections.items():
        if key == "body":
            _pictures(pages, section, sections["chart"], told, column, picture)
        elif key == "load" and "health" in sections:
            _beside(pages, section, sections["health"], column)
        elif key not in {"chart", "health"} or (key == "health" and "load" not in sections):
            column.section(section)
    return column.y


def _pictures(pages: Pages, body: Section, chart: Section, told: Story, column: Column, height: float) -> None:
    """The body on the left, the chart on the right of it."""
    wide = column.width * BODY_SHARE
    left = Column(pages, column.x, column.y, wide, column.scale)
    left.heading(body.heading)
    shown = _picture(body)
    lines = sum(len(pages.wrapped(text, wide, SMALL * column.scale)) for text in shown.legend)
    legend = lines * pages.line_height(SMALL * column.scale)
    top = left.y
    tall = max(20.0, height - (top - column.y) - legend)
    with pages.figure(shown.told, left.x, top, wide, tall):
        draw_body(pages, told.hurts, told.voice, left.x, top, wide, tall)
    left.y = top + tall
    for text in shown.legend:
        left.small(text)
    right = Column(pages, column.x + wide + BESIDE, column.y, column.width - wide - BESIDE, column.scale)
    right.heading(chart.heading)
    shown = _picture(chart)
    notes = " ".join(shown.legend)
    under = len(pages.wrapped(notes, right.width, SMALL * column.scale)) * pages.line_height(SMALL * column.scale)
    tall = height - (right.y - column.y) - under
    with pages.figure(shown.told, right.x, right.y, right.width, tall):
        draw_chart(pages, told.timeline, told.voice, right.x, right.y, right.width, tall)
    right.y += tall
    right.small(notes)
    column.y = max(left.y, right.y) + GAP * column.scale


def _picture(section: Section) -> Picture:
    return next(one for one in section.content if isinstance(one, Picture))


def _beside(pages: Pages, one: Section, other: Section, column: Column) -> None:
    """Two sections side by side."""
    wide = (column.width - BESIDE) / 2
    left = Column(pages, column.x, column.y, wide, column.scale)
    left.section(one)
    right = Column(pages, column.x + wide + BESIDE, column.y, wide, column.scale)
    right.section(other)
    column.y = max(left.y, right.y)
