"""The body picture with the logged places: hatched and numbered, so that no colour is needed."""

from collections.abc import Sequence

from planner.assess import Place
from planner.assess.findings import sides
from planner.body import VIEWS, Figure, Region, figures
from planner.share.pdf.pages import INK, RULE, SOFT, Pages, Point
from planner.share.pdf.story import Hurt
from planner.words import Voice

HATCH_MM = 0.9
PALE, MARKED = 250, 205
NUMBER, CAPTION = 6.5, 6.0


def is_marked(region: Region, place: Place) -> bool:
    """Whether a place covers a region."""
    return region.site == place.site and region.side in sides(place.side)


def shown(hurts: Sequence[Hurt]) -> tuple[str, ...]:
    """The views that are drawn: the legs from both sides, the soles where one is marked."""
    soles = any(is_marked(region, one.place) for one in hurts for region in figures()["soles"].regions)
    return VIEWS if soles else VIEWS[:2]


def draw_body(
    pages: Pages, hurts: Sequence[Hurt], voice: Voice, x: float, y: float, width: float, height: float
) -> None:
    """The views side by side, as large as fits, each with its sides as they are seen."""
    names, above = shown(hurts), 2 * pages.line_height(CAPTION)
    total = sum(figures()[name].width for name in names)
    tallest = max(figures()[name].height for name in names)
    scale = min((width - 2 * (len(names) - 1)) / total, (height - above) / tallest)
    left = x
    for name in names:
        view = figures()[name]
        sides_ = [voice.say(f"side.{side}") for side in view.order]
        lines = (voice.say(f"pdf.body.{name}"), voice.say("pdf.body.sides", one=sides_[0], other=sides_[1]))
        for n, text in enumerate(map(pages.known, lines)):
            _caption(pages, text, left, y + n * above / len(lines), view.width * scale)
        _draw(pages, view, hurts, (left, y + above), scale)
        left += view.width * scale + 2


def _caption(pages: Pages, text: str, x: float, y: float, width: float) -> None:
    """In the middle above a view, smaller where it is wider."""
    size = min(CAPTION, CAPTION * width / max(pages.width_of(text, CAPTION), 1.0))
    pages.put(x + (width - pages.width_of(text, size)) / 2, y, text, size, ink=SOFT)


def _draw(pages: Pages, view: Figure, hurts: Sequence[Hurt], corner: Point, scale: float) -> None:
    marks: list[tuple[int, list[tuple[str, list[Point]]]]] = []
    for region in view.regions:
        steps = [(letter, _points(numbers, corner, scale)) for letter, numbers in region.path]
        number = next((n for n, one in enumerate(hurts, 1) if is_marked(region, one.place)), None)
        pages.path(steps, fill=PALE if number is None else MARKED, ink=RULE, wide=0.12)
        if number is not None:
            marks.append((number, steps))
    for number, steps in marks:
        _mark(pages, number, steps)


def _points(numbers: Sequence[float], corner: Point, scale: float) -> list[Point]:
    return [(corner[0] + a * scale, corner[1] + b * scale) for a, b in zip(numbers[::2], numbers[1::2], strict=True)]


def _mark(pages: Pages, number: int, steps: Sequence[tuple[str, Sequence[Point]]]) -> None:
    """Hatching and a heavy edge, and the number on a white dot."""
    points = [point for _, ones in steps for point in ones]
    left, right = min(p[0] for p in points), max(p[0] for p in points)
    top, bottom = min(p[1] for p in points), max(p[1] for p in points)
    with pages.inside(steps):
        at = left - (bottom - top)
        while at < right:
            pages.stroke([(at, bottom), (at + bottom - top, top)], wide=0.18)
            at += HATCH_MM
    pages.path(steps, fill=None, ink=INK, wide=0.4)
    x, y = (left + right) / 2, (top + bottom) / 2
    pages.dot(x, y, 1.5, fill=255, wide=0.25)
    text = str(number)
    pages.put(x - pages.width_of(text, NUMBER, "B") / 2, y - 1.25, text, NUMBER, "B")
