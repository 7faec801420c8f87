"""Charts: marks over a row of days, weeks or months. A gap stays a gap; what a mark means never hangs on its colour alone.

The charts are for the eye. What they show is also said in words, and stands in a table.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import flet as ft
import flet_charts as fc

from planner.ui import theme
from planner.ui.trends.marks import NONE, Look, point

HEIGHT = 200
# Room for the labels at the edges, in the largest size of text too
LEFT, BELOW, ABOVE = 44, 38, 34
DASHES = [6, 4]
WIDEST_BAR, ALL_BARS = 14, 200

Points = Sequence[tuple[float, float]]


@dataclass(frozen=True)
class Series:
    """One value a step, None where there is a gap. `shift` sets it beside others of the same step."""

    look: Look
    values: Sequence[float | None]
    shift: float = 0.0
    is_joined: bool = False


@dataclass(frozen=True)
class Plot:
    """`steps`: how many there are; `ticks`: numbers and labels at the left; `below`, `above`: labels by step."""

    name: str
    steps: int
    series: Sequence[Series]
    ticks: Sequence[tuple[float, str]]
    below: Sequence[tuple[int, str]]
    above: Sequence[tuple[int, str]] = ()

    @property
    def bottom(self) -> float:
        return self.ticks[0][0]

    @property
    def top(self) -> float:
        """A little above the last tick, so that no mark is cut."""
        return self.ticks[-1][0] + self.between * 0.12

    @property
    def between(self) -> float:
        return self.ticks[1][0] - self.ticks[0][0]


def drawing(plot: Plot, pick: Callable[[int], object]) -> ft.Control:
    """The chart, with an unseen one over it that answers to a finger: `pick` gets the step."""
    drawn = [line for series in plot.series for line in _lines(series, plot.steps)]
    layers: list[ft.Control] = [_chart(plot, drawn), _chart(plot, [_steps(plot)], pick)]
    return ft.Stack(layers, height=HEIGHT)


def _chart(plot: Plot, lines: list[fc.LineChartData], pick: Callable[[int], object] | None = None) -> fc.LineChart:
    def touch(event: fc.LineChartEvent) -> None:
        if pick and event.spots:
            pick(event.spots[0].spot_index)

    is_seen = pick is None
    # The unseen chart keeps the same room at its edges, so that both lie exactly over one another.
    return fc.LineChart(
        data_series=lines,
        min_x=-0.5,
        max_x=plot.steps - 0.5,
        min_y=plot.bottom,
        max_y=plot.top,
        animation=ft.Animation(0),
        interactive=not is_seen,
        left_axis=_axis(plot.ticks if is_seen else (), LEFT, plot.between),
        bottom_axis=_axis(plot.below if is_seen else (), BELOW, 1),
        top_axis=_axis(plot.above if is_seen else (), ABOVE, 1) if plot.above else None,
        horizontal_grid_lines=fc.ChartGridLines(interval=plot.between, color=theme.HAIRLINE, width=1)
        if is_seen
        else None,
        point_line_end=plot.top,
        # What is picked is said below: a tip under the finger is seen by nobody.
        tooltip=fc.LineChartTooltip(bgcolor=NONE, padding=0),
        on_event=None if is_seen else touch,
        expand=True,
    )


def _axis(labels: Sequence[tuple[float, str]], size: int, spacing: float) -> fc.ChartAxis:
    named = [fc.ChartAxisLabel(value=value, label=_label(text)) for value, text in labels]
    return fc.ChartAxis(labels=named or [fc.ChartAxisLabel(value=-1, label="")], label_size=size, label_spacing=spacing)


def _label(text: str) -> ft.Control:
    words = ft.Text(text, theme_style=ft.TextThemeStyle.LABEL_SMALL, color=ft.Colors.ON_SURFACE_VARIANT, no_wrap=True)
    return ft.Container(words, padding=ft.Padding.only(top=theme.GAP_XS, right=theme.GAP_XS))


def _steps(plot: Plot) -> fc.LineChartData:
    """An unseen point for each step, and the line that shows which one was picked."""
    tip = fc.LineChartDataPointTooltip(text="")
    return fc.LineChartData(
        points=[fc.LineChartDataPoint(x=n, y=plot.bottom, tooltip=tip) for n in range(plot.steps)],
        color=NONE,
        stroke_width=0,
        selected_point=False,
        selected_below_line=fc.ChartPointLine(color=theme.LINE, width=1),
    )


def _lines(series: Series, steps: int) -> Iterator[fc.LineChartData]:
    if series.look.shape == "bar":
        width = max(2.0, min(WIDEST_BAR, ALL_BARS / steps))
        yield _line(
            [(x, y) for part in _parts(series) for x, y in part if y],
            NONE,
            below_line_bgcolor=NONE,
            below_line=fc.ChartPointLine(color=series.look.color, width=width),
        )
        return
    for part in _parts(series):
        yield _line(
            part,
            series.look.color if series.is_joined else NONE,
            point=point(series.look, steps),
            dash_pattern=DASHES if series.look.shape == "dashes" else None,
        )


def _parts(series: Series) -> Iterator[Points]:
    """The points that have no gap between them; all of them where they aren't joined."""
    placed = [(n + series.shift, value) for n, value in enumerate(series.values)]
    if not series.is_joined:
        yield [(x, value) for x, value in placed if value is not None]
        return
    for is_gap, part in groupby(placed, lambda one: one[1] is None):
        if not is_gap:
            yield [(x, value) for x, value in part if value is not None]


def _line(points: Points, color: ft.Colors, **how: object) -> fc.LineChartData:
    return fc.LineChartData(
        points=[fc.LineChartDataPoint(x=x, y=y) for x, y in points],
        color=color,
        stroke_width=0 if color is NONE else 2,
        **how,  # type: ignore[arg-type]
    )
