"""(journal, issued plans, today) -> Figures: what was logged, in the steps of a reach, beside the time before it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from planner.assess.findings import findings
from planner.assess.load import pace_of
from planner.assess.past import lately
from planner.assess.series.kept import Kept
from planner.assess.series.load import Load
from planner.assess.series.reach import every_day, in_steps, reach
from planner.assess.series.scores import Masks, Place, places, scores_by_day
from planner.assess.series.stretch import Amount, Stretch, merged
from planner.journal import Drink, Journal, Sleep
from planner.journal.issued import History
from planner.protocols import Protocols

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures by the step (day, week, month), of the whole reach, and of as many days before it.

    `started`: the first day that tells anything; None: nothing was logged. `before`: None where nothing is known of it.
    """

    reach: str
    step: str
    today: date
    started: date | None
    bins: tuple[Stretch, ...]
    whole: Stretch
    before: Stretch | None
    places: tuple[Place, ...]
    place: Place | None
    sleep_target_h: float

    @property
    def days(self) -> int:
        """The days of the reach that could tell: from the first day that tells anything on."""
        return (self.today - max(self.started or self.today, self.whole.first)).days + 1


def figures(
    journal: Journal, history: History, today: date, name: str, book: Protocols, place: Place | None = None
) -> Figures:
    """The figures of a reach up to today; pain at one place, or at all. A place without a score there counts as all."""
    started = first_day(journal)
    first, step = reach(name, min(started or today, today), today)
    earlier = first - (today - first + _DAY) if name != "all" and started is not None and started < first else None
    from_day = earlier or first
    known = lately(journal, datetime.combine(from_day - timedelta(days=book.caps.cap_window_days), time.min))
    found = [one for one in findings(known, history, book) if one.day >= from_day]
    here = places(found, first)
    chosen = place if place in here else None
    pain = scores_by_day(found, Masks(known), chosen)
    pace = pace_of(journal.runs, today, book) or book.caps.assumed_pace_min_per_km
    load, kept = Load(known, history.items(), pace, book), Kept(known, history, today)
    nights, quality, drunk = _nights(known.sleeps), _quality(known.sleeps), _drunk(known.drinks)
    days = [
        Stretch(
            day, day, pain.get(day, {}), load.on(day), nights.get(day, Amount()), quality.get(day, Amount()),
            drunk.get(day, Amount()), kept.on(day),
        )
        for day in every_day(from_day, today)
    ]  # fmt: skip
    shown = [day for day in days if day.first >= first]
    before = merged([day for day in days if day.first < first]) if earlier is not None else None
    return Figures(
        name, step, today, started, in_steps(shown, step), merged(shown), before, here, chosen,
        book.caps.sleep_target_h,
    )  # fmt: skip


def first_day(journal: Journal) -> date | None:
    """The first day that tells anything of a figure; None where nothing was logged."""
    in_time = (journal.pains, journal.runs, journal.walks, journal.check_ins, journal.drinks, journal.dones)
    first = [entries[0].at.date() for entries in in_time if entries]
    return min([*first, *(sleep.night_of + _DAY for sleep in journal.sleeps[:1])], default=None)


def _nights(sleeps: Sequence[Sleep]) -> Mapping[date, Amount]:
    """Hours asleep before each day; of two entries for one night the shorter counts, as it does for the plan."""
    hours: dict[date, float] = {}
    for sleep in sleeps:
        if sleep.asleep_h is not None:
            day = sleep.night_of + _DAY
            hours[day] = min(sleep.asleep_h, hours.get(day, sleep.asleep_h))
    return {day: Amount(asleep, 1) for day, asleep in hours.items()}


def _quality(sleeps: Sequence[Sleep]) -> Mapping[date, Amount]:
    told = {sleep.night_of + _DAY: sleep.quality for sleep in sleeps if sleep.quality is not None}
    return {day: Amount(quality, 1) for day, quality in told.items()}


def _drunk(drinks: Sequence[Drink]) -> Mapping[date, Amount]:
    drunk: dict[date, Amount] = {}
    for drink in drinks:
        day = drink.at.date()
        drunk[day] = Amount(drunk.get(day, Amount()).total + drink.volume_ml, 1)
    return drunk
