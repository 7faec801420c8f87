"""The body picture that ships with the program: what is seen of each place, and where it is touched."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from xml.etree import ElementTree as ET

from planner.resources import folder

VIEWS = ("front", "back", "soles")
_STEP = re.compile(r"([MCZ])([^MCZ]*)")

Step = tuple[str, tuple[float, ...]]
"""A letter of an SVG path and its numbers: move to, curve to, close."""
Box = tuple[float, float, float, float]
"""Left, top, width, height."""


@dataclass(frozen=True)
class Region:
    """A place of the picture; `site` None: only drawn."""

    site: str | None
    side: str | None
    path: Sequence[Step]
    touch: Box | None

    @property
    def middle(self) -> tuple[float, float]:
        """Of what is seen."""
        points = [numbers for _, numbers in self.path if numbers]
        xs, ys = [x for point in points for x in point[::2]], [y for point in points for y in point[1::2]]
        return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


@dataclass(frozen=True)
class Figure:
    """`first` is the side of the runner that is on the left of the picture."""

    width: float
    height: float
    first: str
    regions: Sequence[Region]

    @property
    def order(self) -> tuple[str, str]:
        """The runner's sides from the left of the picture."""
        return ("left", "right") if self.first == "left" else ("right", "left")


@cache
def figures() -> Mapping[str, Figure]:
    return {view: _read((folder("assets") / "body" / f"{view}.svg").read_text(encoding="utf-8")) for view in VIEWS}


def _read(text: str) -> Figure:
    # It ships with the program, so nobody else had a hand in it.
    root = ET.fromstring(text)  # noqa: S314
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    regions = [_region(group) for group in root]
    leftmost = min((region for region in regions if region.touch), key=lambda region: (region.touch or (0,))[0])
    return Figure(width, height, str(leftmost.side), regions)


def _region(group: ET.Element) -> Region:
    path, *touch = group
    steps = [(letter, _numbers(rest)) for letter, rest in _STEP.findall(path.attrib["d"])]
    site, _, side = group.attrib.get("id", "").partition("-")
    box = tuple(float(touch[0].attrib[name]) for name in ("x", "y", "width", "height")) if touch else None
    return Region(site or None, side or None, steps, box)  # type: ignore[arg-type]


def _numbers(text: str) -> tuple[float, ...]:
    return tuple(float(number) for number in text.split())
