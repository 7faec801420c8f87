"""Figures in words: days, numbers and units as the runner says them."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, log10

from babel.dates import format_date
from babel.numbers import format_decimal

from planner.assess import Figures, Stretch, against
from planner.journal.units import km_to_miles, ml_to_fluid_ounces
from planner.ui import dates
from planner.ui.model import Model

ML_IN_A_LITRE = 1000
MINUTES_IN_AN_HOUR = 60
SAID_IN_HOURS_FROM = 600
# No tenth of a kilometre is missed in a year's running
WHOLE_FROM = 1000
# A year beside a month takes twice the room of a day beside it
LABELS_OF_DAYS, LABELS_OF_MONTHS = 3, 2


@dataclass(frozen=True)
class Telling:
    """Says the figures of a reach."""

    model: Model
    figures: Figures

    @property
    def is_imperial(self) -> bool:
        return self.model.desk.runner().get("units") == "imperial"

    def say(self, key: str, **parameters: object) -> str:
        return self.model.say(key, **parameters)

    def when(self, one: Stretch) -> str:
        """A step in full; one that isn't over says so."""
        if self.figures.step == "day":
            said = format_date(one.first, "EEE d MMM", locale=self.model.language)
        elif self.figures.step == "week":
            said = dates.span(one.first, one.last, self.model.language)
        else:
            said = format_date(one.first, "LLLL y", locale=self.model.language)
        return self.say("ui.trends.so_far", when=said) if one.last == self.figures.today else said

    def below(self) -> list[tuple[int, str]]:
        """What stands below a chart: a few of its steps, evenly spread."""
        bins, is_months = self.figures.bins, self.figures.step == "month"
        count = min(len(bins), LABELS_OF_MONTHS if is_months else LABELS_OF_DAYS)
        places = [(2 * n + 1) * len(bins) // (2 * count) for n in range(count)]
        pattern = "LLL y" if is_months else "d MMM"
        return [(n, format_date(bins[n].first, pattern, locale=self.model.language)) for n in places]

    def number(self, value: float, digits: int = 0) -> str:
        return format_decimal(value, f"#,##0.{'#' * digits}", locale=self.model.language)

    def distance_in_units(self, km: float) -> float:
        return km_to_miles(km) if self.is_imperial else km

    def distance(self, km: float) -> str:
        length = self.distance_in_units(km)
        value = self.number(length, 0 if length >= WHOLE_FROM else 1)
        return self.say("ui.trends.miles" if self.is_imperial else "ui.trends.km", value=value)

    def minutes(self, minutes: float) -> str:
        if minutes >= SAID_IN_HOURS_FROM:
            return self.hours(minutes / MINUTES_IN_AN_HOUR)
        return self.say("ui.trends.minutes", value=self.number(minutes))

    def hours(self, hours: float) -> str:
        whole, minutes = divmod(round(hours * MINUTES_IN_AN_HOUR), MINUTES_IN_AN_HOUR)
        key = "ui.trends.hours" if minutes else "ui.trends.whole_hours"
        return self.say(key, hours=self.number(whole), minutes=minutes)

    def volume_in_units(self, ml: float) -> float:
        return ml_to_fluid_ounces(ml) if self.is_imperial else ml / ML_IN_A_LITRE

    def volume(self, ml: float) -> str:
        value = self.number(self.volume_in_units(ml), 0 if self.is_imperial else 1)
        return self.say("ui.trends.ounces" if self.is_imperial else "ui.trends.litres", value=value)

    def beside_before(self, now: float | None, before: float | None, was: str, digits: int = 0) -> list[str]:
        """How a figure stands beside the time before, in a sentence; nothing where that isn't known."""
        difference = against(now, before, digits)
        if difference is None or self.figures.before is None:
            return []
        return [self.say(f"ui.trends.before.{difference}", n=self.figures.before.days, was=was)]

    def ticks(self, values: Sequence[float | None], least: float) -> list[tuple[float, str]]:
        """Round numbers from 0 to above the greatest value, at most five of them."""
        top = max([least, *(value for value in values if value is not None)])
        rough = top / 4
        magnitude = 10 ** (ceil(log10(rough)) - 1)
        step = next(size * magnitude for size in (1, 2, 5, 10) if size * magnitude >= rough)
        return [(n * step, self.number(n * step, 1)) for n in range(ceil(round(top / step, 6)) + 1)]
