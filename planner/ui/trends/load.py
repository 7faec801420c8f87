"""How much was run: in all, the longest run, and the cap that held for a single run."""

from planner.assess import Stretch
from planner.ui import theme
from planner.ui.trends.card import Card, Line, Table
from planner.ui.trends.marks import Look
from planner.ui.trends.plot import Plot, Series
from planner.ui.trends.telling import Telling

UNITS = ("distance", "minutes")
TOTAL = Look("bar", theme.SERIES_1)
LONGEST = Look("circle", theme.SERIES_2)
CAP = Look("dashes", theme.SERIES_3)
LEAST = {"distance": 2.0, "minutes": 10.0}


def usual_unit(t: Telling) -> str:
    """The distance, where most runs have one."""
    running = t.figures.whole.running
    return "minutes" if running.estimated * 2 > running.runs else "distance"


def load_card(t: Telling, unit: str) -> Card:
    running = t.figures.whole.running
    if not running.runs:
        lines = [Line([t.say("ui.trends.no_runs")])]
    else:
        lines = [Line(_total(t, unit), TOTAL), Line(_longest(t, unit), LONGEST), Line(_cap(t, unit), CAP)]
        if running.estimated and unit == "distance":
            lines.append(Line([t.say("ui.trends.load.estimated", n=running.estimated)]))
    return Card("load", t.say("ui.trends.load"), lines, [_plot(t, unit)] if running.runs else [], _table(t, unit))


def _said(t: Telling, unit: str, value: float) -> str:
    return t.minutes(value) if unit == "minutes" else t.distance(value)


def _total_of(one: Stretch, unit: str) -> float:
    return one.running.minutes if unit == "minutes" else one.running.km


def _longest_of(one: Stretch, unit: str) -> float:
    return one.running.longest_min if unit == "minutes" else one.running.longest_km


def _cap_of(one: Stretch, unit: str) -> float | None:
    return one.running.cap_min if unit == "minutes" else one.running.cap_km


def _total(t: Telling, unit: str) -> list[str]:
    now, before = _total_of(t.figures.whole, unit), t.figures.before
    was = _total_of(before, unit) if before else None
    said = t.say("ui.trends.load.total", n=t.figures.whole.running.runs, total=_said(t, unit, now))
    return [said, *t.beside_before(now, was, _said(t, unit, was or 0.0), 1)]


def _longest(t: Telling, unit: str) -> list[str]:
    return [t.say("ui.trends.load.longest", longest=_said(t, unit, _longest_of(t.figures.whole, unit)))]


def _cap(t: Telling, unit: str) -> list[str]:
    """The cap as it is on the last day, and whether it was kept."""
    running = t.figures.whole.running
    cap = _cap_of(t.figures.bins[-1], unit)
    said = [t.say("ui.trends.load.cap", cap=_said(t, unit, cap)) if cap is not None else t.say("ui.trends.load.no_cap")]
    if running.over:
        said.append(t.say("ui.trends.load.over", n=running.over))
    if running.stage is not None:
        said.append(t.say("ui.trends.load.on_ladder"))
    return said


def _plot(t: Telling, unit: str) -> Plot:
    bins = t.figures.bins

    def shown(value: float | None) -> float | None:
        return t.distance_in_units(value) if value is not None and unit == "distance" else value

    total = [shown(_total_of(one, unit)) or None for one in bins]
    longest = [shown(_longest_of(one, unit)) or None for one in bins]
    caps = [shown(_cap_of(one, unit)) for one in bins]
    series = [Series(TOTAL, total), Series(CAP, caps, is_joined=True), Series(LONGEST, longest)]
    ticks = t.ticks([*total, *longest, *caps], LEAST[unit])
    key = "minutes" if unit == "minutes" else "miles" if t.is_imperial else "km"
    return Plot(t.say(f"ui.trends.load.axis.{key}"), len(bins), series, ticks, t.below())


def _table(t: Telling, unit: str) -> Table:
    columns = [
        f"ui.trends.step.{t.figures.step}",
        *(f"ui.trends.load.column.{name}" for name in ("total", "longest", "cap")),
    ]
    rows: list[list[str | None]] = []
    for one in t.figures.bins:
        cap, ran = _cap_of(one, unit), one.running.runs > 0
        rows.append(
            [
                t.when(one),
                _said(t, unit, _total_of(one, unit)) if ran else None,
                _said(t, unit, _longest_of(one, unit)) if ran else None,
                _said(t, unit, cap) if cap is not None else None,
            ]
        )
    return Table([t.say(key) for key in columns], rows)
