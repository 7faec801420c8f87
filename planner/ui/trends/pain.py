"""Pain at its moments above, the running of the same days below: only shown side by side, nothing is concluded."""

from collections.abc import Sequence

from planner.assess import Scores, Stretch
from planner.ui import theme
from planner.ui.trends.card import Card, Line, Table
from planner.ui.trends.marks import Look
from planner.ui.trends.plot import Plot, Series
from planner.ui.trends.telling import Telling

LOOKS = {
    "morning": Look("square", theme.SERIES_1),
    "during": Look("circle", theme.SERIES_2),
    "after": Look("cross", theme.SERIES_3),
    "other": Look("hollow", theme.SERIES_4),
}
# In the order of a day, so that the marks of one day stand beside one another
SHIFTS = {"morning": -0.3, "during": -0.1, "after": 0.1, "other": 0.3}
MASKED = Look("ring", theme.CALM[1])
RUNNING = Look("bar", theme.SERIES_1)
TICKS = ((0.0, "0"), (5.0, "5"), (10.0, "10"))
LEAST_MINUTES = 10.0


def pain_card(t: Telling) -> Card:
    whole = t.figures.whole
    lines = [Line(_told(t, moment), LOOKS[moment]) for moment in LOOKS if moment in whole.pain]
    masked = sum(scores.masked for scores in whole.pain.values())
    if masked:
        lines.append(Line([t.say("ui.trends.pain.masked")], MASKED))
    if not lines:
        lines.append(Line([t.say("ui.trends.pain.nothing")]))
    lines.append(Line(_running(t), RUNNING if whole.running.runs else None))
    is_shown = bool(whole.pain) or whole.running.runs > 0
    plots = [_pains(t), _minutes(t)] if is_shown else []
    return Card("pain", t.say("ui.trends.pain"), lines, plots, _table(t))


def _told(t: Telling, moment: str) -> list[str]:
    whole, before = t.figures.whole, t.figures.before
    scores = whole.pain[moment]
    of = {"morning": t.figures.days, "other": t.figures.days}.get(moment, whole.running.session_days)
    key = f"ui.trends.pain.{moment}" if scores.worst else f"ui.trends.pain.{moment}.none"
    said = t.say(key, worst=scores.worst, answered=scores.days, n=max(of, scores.days))
    was = before.pain.get(moment) if before else None
    return [said, *t.beside_before(scores.worst, was.worst if was else None, t.number(was.worst) if was else "")]


def _running(t: Telling) -> list[str]:
    whole = t.figures.whole.running
    stages = [one.running.stage for one in t.figures.bins if one.running.stage is not None]
    said = [t.say("ui.trends.runs", n=whole.runs, minutes=t.minutes(whole.minutes))] if whole.runs else []
    if whole.walks:
        said.append(t.say("ui.trends.walks", n=whole.walks, minutes=t.minutes(whole.walk_minutes)))
    if stages and stages[0] != stages[-1]:
        said.append(t.say("ui.trends.stages", first=stages[0], last=stages[-1]))
    elif stages:
        said.append(t.say("ui.trends.stage", stage=stages[0]))
    return said or [t.say("ui.trends.no_runs")]


def _pains(t: Telling) -> Plot:
    bins = t.figures.bins
    series: list[Series] = []
    for moment, look in LOOKS.items():
        if moment not in t.figures.whole.pain:
            continue
        scores = [one.pain.get(moment) for one in bins]
        # Between two runs there is nothing to have answered, so their days aren't joined.
        is_joined = moment == "morning" or t.figures.step != "day"
        series.append(Series(look, [_worst(one) for one in scores], SHIFTS[moment], is_joined))
        rings = [one.worst if one and one.masked else None for one in scores]
        if any(ring is not None for ring in rings):
            series.append(Series(MASKED, rings, SHIFTS[moment]))
    return Plot(t.say("ui.trends.pain.axis"), len(bins), series, TICKS, t.below())


def _minutes(t: Telling) -> Plot:
    bins = t.figures.bins
    minutes = [one.running.minutes or None for one in bins]
    name = t.say("ui.trends.minutes.axis_stage" if _stages(bins) else "ui.trends.minutes.axis")
    return Plot(name, len(bins), [Series(RUNNING, minutes)], t.ticks(minutes, LEAST_MINUTES), t.below(), _stages(bins))


def _stages(bins: Sequence[Stretch]) -> list[tuple[int, str]]:
    """Where the stage changed."""
    known = [(n, one.running.stage) for n, one in enumerate(bins) if one.running.stage is not None]
    return [(n, stage) for k, (n, stage) in enumerate(known) if k == 0 or stage != known[k - 1][1]]


def _table(t: Telling) -> Table:
    columns = [t.say(f"ui.trends.step.{t.figures.step}"), *(t.say(f"ui.trends.moment.{moment}") for moment in LOOKS)]
    rows = [
        [
            t.when(one),
            *(_cell(t, one.pain.get(moment)) for moment in LOOKS),
            t.minutes(one.running.minutes) if one.running.runs else None,
            one.running.stage,
        ]
        for one in t.figures.bins
    ]
    return Table([*columns, t.say("ui.trends.running"), t.say("ui.trends.stage.column")], rows)


def _worst(scores: Scores | None) -> int | None:
    return scores.worst if scores else None


def _cell(t: Telling, scores: Scores | None) -> str | None:
    if scores is None:
        return None
    said = t.say("ui.trends.with_painkiller", score=scores.worst) if scores.masked else t.number(scores.worst)
    return said if t.figures.step == "day" else t.say("ui.trends.of_days", value=said, n=scores.days)
