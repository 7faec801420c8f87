"""Who is spoken to: their language, their units, and the country whose number they would call."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from babel.lists import format_list
from babel.numbers import format_decimal

from planner.journal import Runner
from planner.journal.units import celsius_to_fahrenheit, cm_to_inches, kg_to_pounds, km_to_miles, ml_to_fluid_ounces
from planner.words.catalogue import ENGLISH, say, spoken

# What a parameter is measured in, by the end of its name: its unit here, there, and the way from the one to the other
_UNITS: Mapping[str, tuple[str, str, Callable[[float], float]]] = {
    "km": ("km", "miles", km_to_miles),
    "ml": ("ml", "ounces", ml_to_fluid_ounces),
    "c": ("celsius", "fahrenheit", celsius_to_fahrenheit),
    "cm": ("cm", "inches", cm_to_inches),
    "kg": ("kg", "pounds", kg_to_pounds),
}


@dataclass(frozen=True, slots=True)
class Voice:
    """Says things so that this runner understands them. `country` as in ISO 3166-1; None where it isn't known."""

    language: str = ENGLISH
    imperial: bool = False
    country: str | None = None

    def say(self, key: str, /, **params: object) -> str:
        """The sentence of a key; a parameter that is measured is said with its unit, the runner's own."""
        return say(key, self.language, **{name: self._said(name, value) for name, value in params.items()})

    def measure(self, value: float, unit: str, *, about: bool = False) -> str:
        """5 km, or 3.1 mi: what the journal counts in `unit` (km, ml, c, cm). `about`: not to a tenth of the other unit."""
        return _measured(self, value, unit, about)

    def listed(self, words: Sequence[str], *, either: bool = False) -> str:
        """One, two and three; `either`: one, two or three."""
        return listed(words, self.language, either=either)

    def _said(self, name: str, value: object) -> object:
        unit = name.rpartition("_")[2]
        if unit not in _UNITS or not isinstance(value, (int, float)) or isinstance(value, bool):
            return value
        # What was meant as 40 °C or 2,000 ml was never meant to a tenth of another unit; a distance to run is.
        return self.measure(value, unit, about=unit != "km")


@lru_cache(maxsize=1024)
def _measured(voice: Voice, value: float, unit: str, about: bool) -> str:  # noqa: FBT001 - a key of the cache
    """The same few doses are said in every week."""
    here, there, convert = _UNITS[unit]
    amount = convert(value) if voice.imperial else value
    shown = round(amount) if about and voice.imperial else round(amount, 1)
    written = format_decimal(shown, "#,##0.#", locale=spoken(voice.language))
    return say(f"measure.{there if voice.imperial else here}", voice.language, value=written)


def listed(words: Sequence[str], language: str, *, either: bool = False) -> str:
    """One, two and three; `either`: one, two or three."""
    return format_list(words, style="or" if either else "standard", locale=spoken(language))


def voice_of(runner: Runner) -> Voice:
    """The voice that a runner is spoken to in."""
    return Voice(runner.language, runner.units == "imperial", runner.country)
