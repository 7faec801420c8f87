"""Page two, and the raw days after it on as many pages as they need."""

from collections.abc import Callable

from planner.share.pdf.column import GAP, Column
from planner.share.pdf.page_one import FOOT, SCALES
from planner.share.pdf.pages import MARGIN, Pages
from planner.share.pdf.shapes import Line, Section, Sheet, Table

Progress = Callable[[int, int], None]
"""How many rows of the raw days are drawn, of how many."""


def page_two(pages: Pages, sheet: Sheet) -> bool:
    """The second page; tells whether all of it has room. Letters get smaller before anything is left out."""
    pages.turn()

    def fits(scale: float) -> bool:
        with pages.measured():
            return _lay(pages, sheet, scale) <= pages.bottom - FOOT

    scale = next((one for one in SCALES if fits(one)), SCALES[-1])
    return _lay(pages, sheet, scale) <= pages.bottom - FOOT


def _lay(pages: Pages, sheet: Sheet, scale: float) -> float:
    column = Column(pages, MARGIN, MARGIN, pages.across, scale)
    for section in sheet.two:
        column.section(section)
    return column.y


def raw_pages(pages: Pages, section: Section, progress: Progress) -> None:
    """A table that goes on from page to page, its head on each."""
    pages.turn()
    column = Column(pages, MARGIN, MARGIN, pages.across, 0.9)
    column.heading(section.heading)
    for one in section.content:
        if isinstance(one, Line):
            column.line(one)
        elif isinstance(one, Table):
            _long(pages, one, column, progress)


def _long(pages: Pages, table: Table, column: Column, progress: Progress) -> None:
    """Each page has a table of its own, so that its head is read with it."""
    rows, done = list(table.rows), 0
    while rows:
        with pages.within("Table"):
            column.table_head(table)
            while rows and (
                column.y + column.row_height(table, rows[0]) <= pages.bottom - FOOT or column.y < 2 * MARGIN + GAP
            ):
                column.row(table, rows.pop(0))
                done += 1
        progress(done, len(table.rows))
        if rows:
            pages.turn()
            column.y = MARGIN
