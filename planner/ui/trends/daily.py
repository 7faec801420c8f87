"""Sleep, drinks, and what was kept of the plan."""

from collections.abc import Callable

from planner.assess import Amount, Planned, Stretch
from planner.ui import theme
from planner.ui.trends.card import Card, Line, Table
from planner.ui.trends.marks import Look
from planner.ui.trends.plot import Plot, Series
from planner.ui.trends.telling import Telling

NIGHTS = Look("circle", theme.SERIES_1)
NEEDED = Look("dashes", theme.SERIES_3)
DRUNK = Look("bar", theme.SERIES_1)
DONE = Look("bar", theme.SERIES_4)
PLANNED = Look("hollow", theme.SERIES_3)
# What the axis shows at least
HOURS, LITRES, OUNCES, ITEMS = 8.0, 1.0, 30.0, 3.0


def sleep_card(t: Telling) -> Card:
    whole, before, target = t.figures.whole.sleep, t.figures.before, t.figures.sleep_target_h
    bins = t.figures.bins
    title, table = t.say("ui.trends.sleep"), _sleep_table(t)
    if whole.mean is None:
        return Card("sleep", title, [Line([t.say("ui.trends.sleep.nothing")])], [], table)
    was = before.sleep.mean if before else None
    mean = t.say("ui.trends.sleep.mean", mean=t.hours(whole.mean), answered=whole.days, n=t.figures.days)
    lines = [
        Line([mean, *t.beside_before(whole.mean, was, t.hours(was or 0.0), 1)], NIGHTS),
        Line([t.say("ui.trends.sleep.needed", hours=t.hours(target))], NEEDED),
    ]
    hours = [one.sleep.mean for one in bins]
    series = [Series(NEEDED, [target] * len(bins), is_joined=True), Series(NIGHTS, hours, is_joined=True)]
    plot = Plot(t.say("ui.trends.sleep.axis"), len(bins), series, t.ticks(hours, HOURS), t.below())
    return Card("sleep", title, lines, [plot], table)


def drink_card(t: Telling) -> Card:
    whole, before, bins = t.figures.whole.drink, t.figures.before, t.figures.bins
    title = t.say("ui.trends.drink")
    rows = [[t.when(one), _with_days(t, one.drink, t.volume)] for one in bins]
    table = Table([t.say(f"ui.trends.step.{t.figures.step}"), t.say("ui.trends.drink.column")], rows)
    if whole.mean is None:
        return Card("drink", title, [Line([t.say("ui.trends.drink.nothing")])], [], table)
    was = before.drink.mean if before else None
    mean = t.say("ui.trends.drink.mean", mean=t.volume(whole.mean), answered=whole.days, n=t.figures.days)
    told = t.beside_before(
        t.volume_in_units(whole.mean), t.volume_in_units(was) if was else None, t.volume(was or 0), 1
    )
    drunk = [None if one.drink.mean is None else t.volume_in_units(one.drink.mean) for one in bins]
    ticks = t.ticks(drunk, OUNCES if t.is_imperial else LITRES)
    name = t.say("ui.trends.drink.axis.ounces" if t.is_imperial else "ui.trends.drink.axis.litres")
    return Card(
        "drink",
        title,
        [Line([mean, *told], DRUNK)],
        [Plot(name, len(bins), [Series(DRUNK, drunk)], ticks, t.below())],
        table,
    )


def kept_card(t: Telling) -> Card:
    """What became of what was planned. Nothing is counted in a row, and rest when rest was planned is done."""
    whole, bins = t.figures.whole.planned, t.figures.bins
    title, table = t.say("ui.trends.kept"), _kept_table(t)
    if not whole.of:
        return Card("kept", title, [Line([t.say("ui.trends.kept.nothing")])], [], table)
    lines = [
        Line([t.say("ui.trends.kept.done", done=whole.done, n=whole.of), t.say("ui.trends.kept.rest")], DONE),
        Line([t.say("ui.trends.kept.else", skipped=whole.skipped, open=whole.missed, moved=whole.moved)], PLANNED),
    ]
    planned = [float(one.planned.of) or None for one in bins]
    series = [Series(DONE, [float(one.planned.done) or None for one in bins]), Series(PLANNED, planned)]
    plot = Plot(t.say("ui.trends.kept.axis"), len(bins), series, t.ticks(planned, ITEMS), t.below())
    return Card("kept", title, lines, [plot], table)


def _sleep_table(t: Telling) -> Table:
    columns = (f"ui.trends.step.{t.figures.step}", "ui.trends.sleep.column", "ui.trends.sleep.quality")
    rows = [[t.when(one), _with_days(t, one.sleep, t.hours), _quality(t, one.quality)] for one in t.figures.bins]
    return Table([t.say(key) for key in columns], rows)


def _quality(t: Telling, quality: Amount) -> str | None:
    return None if quality.mean is None else t.number(quality.mean, 1)


def _with_days(t: Telling, amount: Amount, said: Callable[[float], str]) -> str | None:
    """A mean, and of how many days."""
    if amount.mean is None:
        return None
    value = said(amount.mean)
    return value if t.figures.step == "day" else t.say("ui.trends.of_days", value=value, n=amount.days)


def _kept_table(t: Telling) -> Table:
    names = ("done", "skipped", "open", "moved")
    columns = [t.say(f"ui.trends.step.{t.figures.step}"), *(t.say(f"ui.trends.kept.column.{name}") for name in names)]
    return Table(columns, [_kept_row(t, one, one.planned) for one in t.figures.bins])


def _kept_row(t: Telling, one: Stretch, planned: Planned) -> list[str | None]:
    if not planned.of and not planned.moved:
        return [t.when(one), None, None, None, None]
    done = t.say("ui.trends.kept.of", done=planned.done, planned=planned.of)
    return [t.when(one), done, *(t.number(count) for count in (planned.skipped, planned.missed, planned.moved))]
