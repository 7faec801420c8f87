"""The report as a file: PDF/A-3 and PDF/UA-1, with the same data inside for machines."""

from datetime import UTC, datetime, time

from planner.desk.handed import Handed
from planner.protocols import protocols
from planner.share.pdf.choice import Choice
from planner.share.pdf.column import SMALL
from planner.share.pdf.inside import NAME, shared
from planner.share.pdf.page_one import page_one
from planner.share.pdf.page_two import Progress, page_two, raw_pages
from planner.share.pdf.pages import MARGIN, SOFT, Pages
from planner.share.pdf.shapes import Sheet
from planner.share.pdf.sheet import sheet
from planner.share.pdf.story import story
from planner.share.pdf.summary import KEY, summary
from planner.share.whole import to_bytes
from planner.words import Voice
from planner.words.catalogue import spoken


def report(handed: Handed, choice: Choice, progress: Progress | None = None) -> bytes:
    """The pages. The same data, choice and day give the same bytes."""
    told = story(handed, choice, protocols())
    said = sheet(told)
    made = datetime.combine(handed.today, time(), UTC)
    pages = Pages(choice.paper, spoken(handed.voice.language), said.title, made)
    page_one(pages, said, told)
    if said.two:
        page_two(pages, said)
    for section in said.raw:
        raw_pages(pages, section, progress or _nobody_waits)
    _feet(pages, said, handed.voice)
    if choice.has("data"):
        pages.embed_file(
            bytes=to_bytes({**shared(handed.whole, choice), KEY: summary(told)}),
            basename=NAME,
            mime_type="application/json",
            modification_date=made,
            associated_file_relationship="Data",
            compress=True,
            desc=handed.voice.say("pdf.inside"),
        )
    return pages.finished()


def _nobody_waits(done: int, of: int) -> None:
    """For a report that is there at once."""


def _feet(pages: Pages, said: Sheet, voice: Voice) -> None:
    """What stands under each page; nobody has to hear it again and again."""
    count = len(pages.pages)
    for number in range(1, count + 1):
        pages.go_to(number)
        y = pages.bottom - 3
        where = pages.known(voice.say("pdf.page", number=number, pages=count))
        with pages.decoration():
            pages.put(MARGIN, y, pages.known(said.footer), SMALL, ink=SOFT)
            pages.put(pages.w - MARGIN - pages.width_of(where, SMALL), y, where, SMALL, ink=SOFT)
