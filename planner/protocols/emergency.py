"""Whom to call in an emergency (`plans/emergency.toml`)."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shared:
    """One number for many countries."""

    number: str
    countries: tuple[str, ...]
    source: str
    strength: str


@dataclass(frozen=True, slots=True)
class National:
    """A number of its own for each country."""

    numbers: Mapping[str, str]
    source: str
    strength: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The number that mobile phones know as an emergency call where no other is known."""

    number: str
    source: str
    strength: str


@dataclass(frozen=True, slots=True)
class Emergency:
    """The numbers to call for an ambulance, by country."""

    shared: Shared
    national: National
    elsewhere: Elsewhere

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries whose number is known."""
        return tuple(sorted({*self.shared.countries, *self.national.numbers}))

    def number(self, country: str | None) -> str | None:
        """The number of a country; None where it isn't known."""
        if country in self.shared.countries:
            return self.shared.number
        return self.national.numbers.get(country or "")
