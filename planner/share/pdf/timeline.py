"""Running and pain by the day, week or month, with what has to be known to read them: painkillers, stage, flags."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from planner.assess import Stretch
from planner.assess.findings import Finding
from planner.assess.past import lately
from planner.assess.series.load import Load
from planner.assess.series.reach import every_day, in_steps
from planner.assess.series.scores import Masks, scores_by_day
from planner.journal import Journal
from planner.journal.issued import History
from planner.protocols import Protocols
from planner.share.pdf.choice import Choice

# As many bars as stay readable on the width of a page
MOST_DAYS, MOST_WEEKS = 42, 110


@dataclass(frozen=True, slots=True)
class Bar:
    """A day or longer. Minutes of running; the highest scores, None where nobody answered; on how many days they stand."""

    first: date
    last: date
    minutes: float
    during: int | None
    morning: int | None
    answered: int
    painkiller: bool
    stage: str | None
    flag: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """`step`: day, week or month. `answered`: days with any answer about pain; `masked`: days with a painkiller."""

    step: str
    bars: tuple[Bar, ...]
    answered: int
    masked: int


def timeline(
    found: Sequence[Finding],
    journal: Journal,
    history: History,
    pace: float,
    choice: Choice,
    flagged: Collection[date],
    book: Protocols,
) -> Timeline:
    """Every place together: the chart stands beside the list of places."""
    first, last = choice.first, choice.last
    here = [one for one in found if first <= one.day <= last]
    recent = lately(journal, datetime.combine(first - timedelta(days=book.caps.cap_window_days), time.min))
    pain = scores_by_day(here, Masks(journal), None)
    load = Load(recent, history.items(), pace, book)
    days = [Stretch(day, day, pain.get(day, {}), load.on(day)) for day in every_day(first, last)]
    step = "day" if len(days) <= MOST_DAYS else "week" if len(days) <= 7 * MOST_WEEKS else "month"
    taken = {one.at.date() for one in (*journal.pains, *journal.runs, *journal.walks, *journal.check_ins)
             if one.painkiller_24h and first <= one.at.date() <= last}  # fmt: skip
    told = frozenset(day.first for day in days if day.pain)
    bars = tuple(_bar(one, told, taken, flagged) for one in (days if step == "day" else in_steps(days, step)))
    return Timeline(step, bars, len(told), len(taken))


def _bar(one: Stretch, told: Collection[date], taken: Collection[date], flagged: Collection[date]) -> Bar:
    worst = {moment: scores.worst for moment, scores in one.pain.items()}
    return Bar(
        one.first,
        one.last,
        one.running.minutes,
        worst.get("during"),
        worst.get("morning"),
        sum(one.first <= day <= one.last for day in told),
        any(one.first <= day <= one.last for day in taken),
        one.running.stage,
        any(one.first <= day <= one.last for day in flagged),
    )
