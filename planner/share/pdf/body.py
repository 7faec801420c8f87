"""The body picture with the logged places: hatched and numbered, so that no colour is needed."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from xml.etree import ElementTree as ET

from planner.assess import Place
from planner.assess.findings import sides
from planner.resources import folder
from planner.share.pdf.pages import INK, RULE, SOFT, Pages, Point
from planner.share.pdf.story import Hurt
from planner.words import Voice

VIEWS = ("front", "back", "soles")
HATCH_MM = 0.9
PALE, MARKED = 250, 205
NUMBER, CAPTION = 6.5, 6.0
_STEP = re.compile(r"([MCZ])([^MCZ]*)")

Steps = Sequence[tuple[str, tuple[float, ...]]]


@dataclass(frozen=True, slots=True)
class Region:
    """A place of the picture; `site` None: only drawn."""

    site: str | None
    side: str | None
    path: Steps


@dataclass(frozen=True, slots=True)
class View:
    """A side of the body, in its own units. `order`: the runner's sides from the left of the picture."""

    width: float
    height: float
    order: tuple[str, str]
    regions: Sequence[Region]


@cache
def views() -> Mapping[str, View]:
    """The pictures that ship with the program."""
    return {name: _read((folder("assets") / "body" / f"{name}.svg").read_text(encoding="utf-8")) for name in VIEWS}


def _read(text: str) -> View:
    # It ships with the program, so nobody else had a hand in it.
    root = ET.fromstring(text)  # noqa: S314
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    regions: list[Region] = []
    for group in root:
        site, _, side = group.attrib.get("id", "").partition("-")
        steps = [(letter, tuple(map(float, rest.split()))) for letter, rest in _STEP.findall(group[0].attrib["d"])]
        regions.append(Region(site or None, side or None, steps))
    leftmost = min((one for one in regions if one.side), key=lambda one: min(n[0] for _, n in one.path if n))
    return View(width, height, ("left", "right") if leftmost.side == "left" else ("right", "left"), regions)


def is_marked(region: Region, place: Place) -> bool:
    """Whether a place covers a region."""
    return region.site == place.site and region.side in sides(place.side)


def shown(hurts: Sequence[Hurt]) -> tuple[str, ...]:
    """The views that are drawn: the legs from both sides, the soles where one is marked."""
    soles = any(is_marked(region, one.place) for one in hurts for region in views()["soles"].regions)
    return VIEWS if soles else VIEWS[:2]


def draw_body(
    pages: Pages, hurts: Sequence[Hurt], voice: Voice, x: float, y: float, width: float, height: float
) -> None:
    """The views side by side, as large as fits, each with its sides as they are seen."""
    names, above = shown(hurts), 2 * pages.line_height(CAPTION)
    total = sum(views()[name].width for name in names)
    tallest = max(views()[name].height for name in names)
    scale = min((width - 2 * (len(names) - 1)) / total, (height - above) / tallest)
    left = x
    for name in names:
        view = views()[name]
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


def _draw(pages: Pages, view: View, hurts: Sequence[Hurt], corner: Point, scale: float) -> None:
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
