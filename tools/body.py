"""Draws the body picture: `python tools/body.py` writes assets/body/*.svg.

Each place is a group named by its site and side, with the shape that is seen and the rectangle that is touched. One leg
is drawn, on the left of the picture, from its outer to its inner edge; the other one is its mirror image.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import dist
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "assets" / "body"
HALF = 144
# The smallest phones are 320 wide with a margin of 16 on either side: three places beside each other on one leg leave
# each of them 48, which is what a thumb needs.
WIDTH = 2 * HALF
SAMPLE = 7
GAP = 1.6

Point = tuple[float, float]
Edge = Sequence[Point]
"""Points (y, x) from top to bottom."""


@dataclass(frozen=True)
class Part:
    """A piece of a leg between two heights, and between two shares of the way from its outer to its inner edge.

    Heights are (at the outer edge, at the inner edge). `touch` is left, top, right, bottom; a part without is no place.
    """

    site: str
    top: Point
    bottom: Point
    across: Point = (0, 1)
    touch: tuple[float, float, float, float] | None = None
    round: tuple[float, float, float, float] = (6, 6, 6, 6)
    """How round its corners are: outer above, inner above, inner below, outer below."""
    sag: Point = (3, 3)
    """How far its upper and its lower edge hang down in the middle, as on something round."""
    toes: tuple[tuple[float, float, float, float], ...] = ()


@dataclass(frozen=True)
class View:
    name: str
    height: int
    left_is: str
    outer: Edge
    inner: Edge
    parts: Sequence[Part]


FRONT = View(
    "front", 460, "right",
    outer=((0, 42), (26, 27), (52, 17), (78, 17), (104, 24), (172, 33), (196, 34), (218, 34), (244, 28), (274, 33),
           (304, 43), (328, 48), (350, 46), (376, 37), (404, 28), (432, 25), (454, 40)),
    inner=((0, 144), (40, 143), (62, 140), (82, 131), (104, 124), (172, 115), (196, 111), (218, 109), (244, 112),
           (274, 107), (304, 100), (328, 96), (350, 97), (376, 101), (404, 105), (432, 106), (454, 92)),
    parts=(
        Part("hip_outer", (6, 6), (76, 60), (0, 0.52), (0, 10, 78, 76), (14, 6, 6, 10), (0, 0)),
        Part("groin", (6, 6), (58, 72), (0.52, 1), (78, 10, 144, 84), (6, 3, 22, 6), (0, 0)),
        Part("thigh_front", (80, 64), (172, 172), touch=(8, 84, 136, 172)),
        Part("knee_outer", (176, 176), (220, 220), (0, 0.27), (0, 172, 48, 221)),
        Part("knee_front", (176, 176), (220, 220), (0.27, 0.73), (48, 172, 96, 221)),
        Part("knee_inner", (176, 176), (220, 220), (0.73, 1), (96, 172, 144, 221)),
        Part("shin_front", (224, 224), (312, 312), (0, 0.62), (8, 221, 78, 312)),
        Part("shin_inner", (224, 224), (312, 312), (0.62, 1), (78, 221, 140, 312)),
        Part("ankle", (316, 316), (358, 358), (0, 0.5), (16, 312, 71, 360)),
        Part("ankle_inner", (316, 316), (358, 358), (0.5, 1), (71, 312, 126, 360)),
        Part("midfoot_outer", (362, 362), (406, 406), (0, 0.42), (8, 360, 64, 408)),
        Part("midfoot_top", (362, 362), (406, 406), (0.42, 1), (64, 360, 124, 408)),
        Part("forefoot", (410, 410), (452, 454), (0, 1), (12, 408, 122, 458), (6, 6, 16, 20), (3, 4)),
    ),
)  # fmt: skip
BACK = View(
    "back", 454, "left",
    outer=((0, 44), (28, 39), (50, 29), (78, 18), (104, 16), (130, 22), (194, 31), (218, 34), (238, 31), (264, 26),
           (296, 34), (326, 46), (356, 52), (378, 52), (400, 47), (422, 44), (444, 52)),
    inner=((0, 144), (60, 144), (98, 142), (116, 134), (138, 125), (194, 117), (218, 112), (238, 113), (264, 115),
           (296, 107), (326, 98), (356, 92), (378, 92), (400, 97), (422, 100), (444, 92)),
    parts=(
        Part("low_back", (4, 4), (48, 52), (0, 1), (20, 2, 144, 52), (10, 3, 3, 6), (0, 2)),
        Part("buttock", (52, 56), (108, 102), (0, 1), (8, 52, 144, 114), (8, 4, 18, 14), (2, 8)),
        Part("thigh_back", (112, 106), (210, 210), sag=(8, 3), touch=(8, 114, 136, 214)),
        Part("", (214, 214), (234, 234)),
        Part("calf", (238, 238), (322, 322), touch=(14, 234, 130, 324)),
        Part("achilles_mid", (326, 326), (372, 372), touch=(34, 324, 110, 374)),
        Part("achilles_heel", (376, 376), (420, 420), touch=(34, 374, 110, 424)),
        Part("", (424, 424), (444, 444), round=(5, 5, 14, 14)),
    ),
)  # fmt: skip
SOLES = View(
    "soles", 300, "right",
    outer=((58, 30), (78, 22), (104, 19), (134, 22), (164, 27), (194, 31), (224, 33), (254, 36), (284, 50)),
    inner=((58, 122), (78, 126), (104, 123), (134, 112), (164, 103), (194, 103), (224, 108), (254, 108), (284, 94)),
    parts=(
        Part("forefoot", (74, 54), (122, 122), (0, 0.6), (4, 18, 80, 124), (18, 6, 6, 6), (-3, 3),
             ((79, 32, 9.5, 13), (59.5, 36, 9, 12), (42, 44.5, 8, 11), (27, 57, 6.5, 9))),
        Part("big_toe_ball", (51, 56), (122, 122), (0.6, 1), (80, 4, 140, 124), (6, 12, 6, 6), (1, 3), ((105, 26, 14.5, 19),)),
        Part("midfoot_outer", (126, 126), (210, 210), (0, 0.5), (6, 124, 66, 212)),
        Part("arch", (126, 126), (210, 210), (0.5, 1), (66, 124, 126, 212)),
        Part("heel_sole", (214, 214), (282, 282), (0, 1), (16, 212, 126, 292), (6, 6, 20, 20), (3, 3)),
    ),
)  # fmt: skip
VIEWS = (FRONT, BACK, SOLES)


def curve(edge: Edge) -> Callable[[float], float]:
    """The x of an edge at any y: a smooth line through its points."""

    def at(y: float) -> float:
        last = len(edge) - 2
        n = next((i for i in range(last + 1) if y <= edge[i + 1][0]), last)
        (y0, x0), (y1, x1) = edge[n], edge[n + 1]
        before, after = edge[max(n - 1, 0)], edge[min(n + 2, last + 1)]
        slope0 = (x1 - before[1]) / (y1 - before[0])
        slope1 = (after[1] - x0) / (after[0] - y0)
        t, h = (min(max(y, y0), y1) - y0) / (y1 - y0), y1 - y0
        a, b, c, d = 2 * t**3 - 3 * t**2 + 1, t**3 - 2 * t**2 + t, 3 * t**2 - 2 * t**3, t**3 - t**2
        return a * x0 + b * h * slope0 + c * x1 + d * h * slope1

    return at


def outline(view: View, part: Part) -> list[list[Point]]:
    """The four sides of a part, clockwise, each as points (x, y)."""
    outer, inner = curve(view.outer), curve(view.inner)
    first = part.across[0] + (GAP / 80 if part.across[0] > 0 else 0)
    last = part.across[1] - (GAP / 80 if part.across[1] < 1 else 0)

    def place(u: float, v: float) -> Point:
        top = part.top[0] + (part.top[1] - part.top[0]) * u
        bottom = part.bottom[0] + (part.bottom[1] - part.bottom[0]) * u
        sag = part.sag[0] + (part.sag[1] - part.sag[0]) * v
        y = top + (bottom - top) * v + sag * 4 * u * (1 - u)
        return outer(y) + (inner(y) - outer(y)) * u, y

    down = max(round((max(part.bottom) - min(part.top)) / SAMPLE), 2)
    shares = [n / down for n in range(down + 1)]
    across = [first + (last - first) * n / 6 for n in range(7)]
    return [
        [place(u, 0) for u in across],
        [place(last, v) for v in shares],
        [place(u, 1) for u in reversed(across)],
        [place(first, v) for v in reversed(shares)],
    ]


def cut(side: Sequence[Point], by: float) -> list[Point]:
    """A side without its first stretch of that length."""
    left, rest = by, list(side)
    while len(rest) > 2 and dist(rest[0], rest[1]) <= left:
        left -= dist(rest[0], rest[1])
        rest.pop(0)
    share = min(left / (dist(rest[0], rest[1]) or 1), 0.9)
    (x0, y0), (x1, y1) = rest[0], rest[1]
    return [(x0 + (x1 - x0) * share, y0 + (y1 - y0) * share), *rest[1:]]


def corner(start: Point, peak: Point, end: Point) -> str:
    """A round corner."""
    one, two = [(a[0] + (peak[0] - a[0]) * 0.6, a[1] + (peak[1] - a[1]) * 0.6) for a in (start, end)]
    return "C" + " ".join(f"{x:.1f} {y:.1f}" for x, y in (one, two, end))


def ring(sides: Sequence[Sequence[Point]], rounding: Sequence[float]) -> str:
    """The sides joined by round corners; `rounding` begins where the first side does."""
    short = []
    for n, side in enumerate(sides):
        ahead = cut(side, rounding[n])
        short.append(cut(ahead[::-1], rounding[(n + 1) % 4])[::-1])
    x, y = short[0][0]
    pieces = [f"M{x:.1f} {y:.1f}"]
    for n, side in enumerate(short):
        pieces += [*smooth(side), corner(side[-1], sides[n][-1], short[(n + 1) % 4][0])]
    return "".join(pieces) + "Z"


def smooth(side: Sequence[Point]) -> Iterable[str]:
    """A side as cubic curves through its points."""
    for n in range(len(side) - 1):
        before, start, end, after = side[max(n - 1, 0)], side[n], side[n + 1], side[min(n + 2, len(side) - 1)]
        one = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        two = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        yield "C" + " ".join(f"{x:.1f} {y:.1f}" for x, y in (one, two, end))


def oval(x: float, y: float, rx: float, ry: float) -> str:
    k = 0.5523
    return (
        f"M{x - rx:.1f} {y:.1f}C{x - rx:.1f} {y - k * ry:.1f} {x - k * rx:.1f} {y - ry:.1f} {x:.1f} {y - ry:.1f}"
        f"C{x + k * rx:.1f} {y - ry:.1f} {x + rx:.1f} {y - k * ry:.1f} {x + rx:.1f} {y:.1f}"
        f"C{x + rx:.1f} {y + k * ry:.1f} {x + k * rx:.1f} {y + ry:.1f} {x:.1f} {y + ry:.1f}"
        f"C{x - k * rx:.1f} {y + ry:.1f} {x - rx:.1f} {y + k * ry:.1f} {x - rx:.1f} {y:.1f}Z"
    )


def shape(view: View, part: Part, *, mirrored: bool) -> str:
    def flip(x: float) -> float:
        return WIDTH - x if mirrored else x

    sides = [[(flip(x), y) for x, y in side] for side in outline(view, part)]
    return ring(sides, part.round) + "".join(oval(flip(x), y, rx, ry) for x, y, rx, ry in part.toes)


def group(view: View, part: Part, *, mirrored: bool) -> str:
    path = f'<path d="{shape(view, part, mirrored=mirrored)}"/>'
    if part.touch is None:
        return f"<g>{path}</g>"
    left, top, right, bottom = part.touch
    side = {"left": "right", "right": "left"}[view.left_is] if mirrored else view.left_is
    x = WIDTH - right if mirrored else left
    rect = f'<rect x="{x:g}" y="{top:g}" width="{right - left:g}" height="{bottom - top:g}" fill="none" stroke="none"/>'
    return f'<g id="{part.site}-{side}">{path}{rect}</g>'


def svg(view: View) -> str:
    groups = [group(view, part, mirrored=mirrored) for mirrored in (False, True) for part in view.parts]
    style = 'fill="#DEE3E6" stroke="#6C757A" stroke-width="1.5" stroke-linejoin="round"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {view.height}" {style}>'
    return "\n".join([head, *groups, "</svg>"]) + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for each in VIEWS:
        (FOLDER / f"{each.name}.svg").write_text(svg(each), encoding="utf-8")
