"""Running minutes as bars, pain as lines, and rows of marks below: told apart by shape, never by colour alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil

from babel.dates import format_date

from planner.share.pdf.pages import INK, RULE, SOFT, Pages, Point
from planner.share.pdf.timeline import MOST_DAYS, Bar, Timeline
from planner.words import Voice
from planner.words.catalogue import spoken

TOP_SCORE = 10
LETTERS = 6.4
AXIS, ROW = 7.0, 3.4
BAR_FILL = 215
DOT, INSIDE = 0.85, 0.65
STEPS_MIN = (5, 10, 15, 20, 30, 60, 120, 180, 240, 300, 600, 1200, 3000)


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the chart is on the page; `top_min`: the minutes at its upper edge."""

    x: float
    y: float
    width: float
    height: float
    top_min: float
    slots: int

    def middle(self, n: int) -> float:
        """The middle of a slot."""
        return self.x + self.width * (n + 0.5) / self.slots

    def at_score(self, score: float) -> float:
        """The height of a score."""
        return self.y + self.height * (1 - score / TOP_SCORE)

    def at_minutes(self, minutes: float) -> float:
        """The height of a bar."""
        return self.y + self.height * (1 - minutes / self.top_min)


def draw_chart(pages: Pages, line: Timeline, voice: Voice, x: float, y: float, width: float, height: float) -> None:
    """Legend, chart, rows of marks, dates; all in the height."""
    legend = _legend(pages, voice, x, y, width)
    rows = _rows(line)
    below = ROW * len(rows) + ROW
    step, count = _grid(max(bar.minutes for bar in line.bars))
    names = [pages.width_of(pages.known(voice.say(f"pdf.chart.{name}")), LETTERS - 1) for name, _ in rows]
    axis = max([AXIS, *(wide + 2 for wide in names)])
    frame = Frame(
        x + axis, y + legend + 1.5, width - axis - AXIS, height - legend - below - 3.2, step * count, len(line.bars)
    )
    _axes(pages, frame, step, count)
    _bars(pages, frame, line.bars)
    # The dot fits into the square, so that both are seen where they meet.
    _scores(pages, frame, [bar.morning for bar in line.bars], _square, 0.8)
    _scores(pages, frame, [bar.during for bar in line.bars], _round, 0)
    under = frame.y + frame.height + 1.2
    for name, marks in rows:
        _row(pages, frame, under, voice.say(f"pdf.chart.{name}"), marks)
        under += ROW
    _dates(pages, frame, under, line, voice)


def _grid(most: float) -> tuple[int, int]:
    """The step of the axis of minutes, and how many steps: at most four."""
    step = next((one for one in STEPS_MIN if one * 4 >= most), STEPS_MIN[-1])
    return step, max(1, -(-int(most) // step))


def _legend(pages: Pages, voice: Voice, x: float, y: float, width: float) -> float:
    """What the signs mean; returns its height."""
    at, top, tall = x, y, pages.line_height(LETTERS)
    for name, draw in (("minutes", _bar_sign), ("during", _round_sign), ("morning", _square_sign)):
        text = pages.known(voice.say(f"pdf.chart.{name}"))
        wide = pages.width_of(text, LETTERS) + 10
        if at + wide > x + width and at > x:
            at, top = x, top + tall
        draw(pages, at, top + tall / 2)
        pages.put(at + 6, top, text, LETTERS)
        at += wide
    return top + tall - y


def _bar_sign(pages: Pages, x: float, y: float) -> None:
    pages.box(x + 1, y - 1, 3.5, 2, fill=BAR_FILL, ink=SOFT)


def _round_sign(pages: Pages, x: float, y: float) -> None:
    pages.stroke([(x, y), (x + 5, y)], wide=0.4)
    _round(pages, x + 2.5, y)


def _square_sign(pages: Pages, x: float, y: float) -> None:
    pages.stroke([(x, y), (x + 5, y)], wide=0.3, dash=0.8)
    _square(pages, x + 2.5, y)


def _round(pages: Pages, x: float, y: float, size: float = DOT) -> None:
    pages.dot(x, y, size * INSIDE, fill=INK, wide=0.1)


def _square(pages: Pages, x: float, y: float, size: float = DOT) -> None:
    corners = [(x - size, y - size), (x + size, y - size), (x + size, y + size), (x - size, y + size)]
    pages.shape(corners, fill=255, wide=0.3 if size == DOT else 0.2)


def _axes(pages: Pages, frame: Frame, step: int, count: int) -> None:
    for n in range(count + 1):
        y = frame.at_minutes(n * step)
        pages.stroke([(frame.x, y), (frame.x + frame.width, y)], wide=0.1, ink=RULE)
        text = str(n * step)
        pages.put(frame.x - 1 - pages.width_of(text, LETTERS), y - 1.2, text, LETTERS)
    for score in range(0, TOP_SCORE + 1, 2):
        y = frame.at_score(score)
        pages.stroke([(frame.x + frame.width, y), (frame.x + frame.width + 0.8, y)], wide=0.2)
        pages.put(frame.x + frame.width + 1.3, y - 1.2, str(score), LETTERS)


def _bars(pages: Pages, frame: Frame, bars: Sequence[Bar]) -> None:
    wide = min(6.0, frame.width / frame.slots * 0.72)
    for n, bar in enumerate(bars):
        if bar.minutes:
            top = frame.at_minutes(bar.minutes)
            pages.box(frame.middle(n) - wide / 2, top, wide, frame.y + frame.height - top, fill=BAR_FILL, ink=SOFT)


def _scores(
    pages: Pages,
    frame: Frame,
    scores: Sequence[int | None],
    mark: Callable[[Pages, float, float, float], None],
    dash: float,
) -> None:
    """Points where there is an answer, joined where the next one has one too."""
    points: list[Point | None] = [
        None if score is None else (frame.middle(n), frame.at_score(score)) for n, score in enumerate(scores)
    ]
    stretch: list[Point] = []
    for point in [*points, None]:
        if point is None:
            pages.stroke(stretch, wide=0.3 if dash else 0.4, dash=dash)
            stretch = []
        else:
            stretch.append(point)
    crowded = frame.slots > MOST_DAYS
    for n, point in enumerate(points):
        alone = not any(points[max(0, n - 1) : n] + points[n + 1 : n + 2])
        # Where weeks stand close, a row of marks at 0 would hide what it marks.
        if point is not None and (scores[n] or alone or not crowded):
            mark(pages, *point, DOT / 2 if crowded else DOT)


def _rows(line: Timeline) -> list[tuple[str, list[str | None]]]:
    """The rows that have a mark: letters that are read without a colour."""
    stages: list[str | None] = []
    for bar in line.bars:
        stages.append(bar.stage if bar.stage != next((one for one in reversed(stages) if one), None) else None)
    shown = [bar.stage for bar in line.bars] if line.step == "day" else stages
    rows: list[tuple[str, list[str | None]]] = [
        ("stage", shown),
        ("painkiller", ["×" if bar.painkiller else None for bar in line.bars]),
        ("flag", ["!" if bar.flag else None for bar in line.bars]),
    ]
    return [row for row in rows if any(row[1])]


def _row(pages: Pages, frame: Frame, y: float, name: str, marks: Sequence[str | None]) -> None:
    """The name of a row stands where nothing is marked: at its end, behind the axis."""
    used = -99.0
    for n, mark in enumerate(marks):
        if mark is None:
            continue
        wide = pages.width_of(mark, LETTERS, "B")
        x = frame.middle(n) - wide / 2
        if x > used:
            pages.put(x, y, mark, LETTERS, "B")
            used = x + wide
    text = pages.known(name)
    pages.put(frame.x - 1 - pages.width_of(text, LETTERS - 1), y + 0.2, text, LETTERS - 1, ink=SOFT)


def _dates(pages: Pages, frame: Frame, y: float, line: Timeline, voice: Voice) -> None:
    how = "d MMM" if line.step == "day" else "MMM yy"
    size = LETTERS - 0.6
    texts = [pages.known(format_date(bar.first, how, locale=spoken(voice.language))) for bar in line.bars]
    every = ceil((max(pages.width_of(text, size) for text in texts) + 1.5) * frame.slots / frame.width)
    for n, text in enumerate(texts):
        if n % every == 0:
            pages.put(frame.middle(n) - pages.width_of(text, size) / 2, y, text, size)
