"""Sleep, fluids and the week's pain."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from operator import attrgetter

from planner.assess.complaints import Located
from planner.assess.past import since
from planner.journal import Journal, Sleep
from planner.protocols import Protocols


@dataclass(frozen=True, slots=True)
class Recovery:
    """Means of the last seven days; None where nothing was logged. `short_sleep`: load isn't raised."""

    sleep_7d_h: float | None
    drink_7d_ml: float | None
    pain_7d_mean: float | None
    short_sleep: bool
    sleep_entries: tuple[str, ...]


class Nights:
    """Hours asleep by night."""

    def __init__(self, sleeps: Sequence[Sleep], book: Protocols) -> None:
        """Of two entries for one night the shorter counts."""
        self._caps = book.caps
        self._hours: dict[date, tuple[float, str]] = {}
        for sleep in sleeps:
            if sleep.asleep_h is not None:
                known = self._hours.get(sleep.night_of)
                if known is None or sleep.asleep_h < known[0]:
                    self._hours[sleep.night_of] = (sleep.asleep_h, sleep.id)

    def week(self, today: date) -> list[tuple[float, str]]:
        """The nights of the seven days before a day."""
        nights = (today - timedelta(days=back) for back in range(1, 8))
        return [self._hours[night] for night in nights if night in self._hours]

    def enough(self, today: date) -> bool:
        """Tell whether sleep lets the load rise: a 7-day mean of 7 h, and no two nights under 6 h."""
        hours = [hours for hours, _ in self.week(today)]
        short = sum(h < self._caps.sleep_short_h for h in hours)
        if short >= self._caps.sleep_short_nights:
            return False
        if len(hours) < self._caps.sleep_least_nights:
            return True
        return sum(hours) / len(hours) >= self._caps.sleep_target_h


def recovery(journal: Journal, located: Sequence[Located], nights: Nights, today: date) -> Recovery:
    """The last seven days' sleep, drinks and pain."""
    week = nights.week(today)
    start = datetime.combine(today - timedelta(days=6), time.min)
    drunk: dict[date, float] = {}
    for drink in since(journal.drinks, start):
        drunk[drink.at.date()] = drunk.get(drink.at.date(), 0.0) + drink.volume_ml
    lately = located[bisect_left(located, start, key=attrgetter("finding.at")) :]
    scores = [o.finding.score for o in lately if o.finding.score is not None and not o.also]
    return Recovery(
        sleep_7d_h=sum(h for h, _ in week) / len(week) if week else None,
        drink_7d_ml=sum(drunk.values()) / len(drunk) if drunk else None,
        pain_7d_mean=sum(scores) / len(scores) if scores else None,
        short_sleep=not nights.enough(today),
        sleep_entries=tuple(entry for _, entry in week),
    )
