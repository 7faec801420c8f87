"""What a runner can read about (`plans/learn.toml`): cards of points, each with what it rests on."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing that a card says, with its source and strength. Its sentence is a translation."""

    id: str
    source: str
    strength: str


@dataclass(frozen=True, slots=True)
class Card:
    """A card. `sites`: the area that it is about. `can_be`: what pain there can come from. `watch`: flags to know.

    `honest`: where the article that the project grew from and the evidence disagree. `health`: for whom it is first of all.
    """

    source: str
    strength: str
    sites: tuple[str, ...] = ()
    health: tuple[str, ...] = ()
    can_be: tuple[str, ...] = ()
    points: tuple[Advice, ...] = ()
    helps: tuple[Advice, ...] = ()
    avoid: tuple[Advice, ...] = ()
    honest: tuple[Advice, ...] = ()
    watch: tuple[str, ...] = ()


def cards_for(cards: Mapping[str, Card], sites: Iterable[str], health: Collection[str]) -> tuple[str, ...]:
    """The cards about these sites, in the order of the sites, then those for these health states."""
    about = [key for site in sites for key, card in cards.items() if site in card.sites]
    meant = [key for key, card in cards.items() if any(state in health for state in card.health)]
    return tuple(dict.fromkeys([*about, *meant]))
