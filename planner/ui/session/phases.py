"""What a session is made of: the stretches of time in an item's dose, or its exercises and their sets."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from planner.ui.session.timing import MINUTE_S, Phase
from planner.words.documents import ItemDoc

TIMED = frozenset({"leg_elevation", "warm_bath", "cold_pack", "massage"})


@dataclass(frozen=True, slots=True)
class Exercise:
    """A line of a list to tick: its words, and how many sets it has."""

    words: str
    sets: int


def phases_of(item: ItemDoc) -> tuple[Phase, ...]:
    """The stretches of time of an item, in their order; none where it is no session by the clock."""
    dose = item["dose"]
    if "segments" in dose:
        return tuple(phase for segment in dose["segments"] for phase in _segment(segment))
    if "rounds" in dose:
        warm, cool = Phase("warm", dose["warm_min"] * MINUTE_S), Phase("cool", dose["cool_s"])
        return (warm, cool) * int(dose["rounds"])
    if item["kind"] in TIMED and item["minutes"]:
        return (Phase("still", item["minutes"] * MINUTE_S),)
    return ()


def exercises_of(item: ItemDoc) -> tuple[Exercise, ...]:
    """The exercises of an item: the first steps say them one by one, those after them say how."""
    doses: list[Mapping[str, Any]] = item["dose"].get("exercises", [])
    return tuple(Exercise(words, int(dose.get("sets", 1))) for words, dose in zip(item["steps"], doses, strict=False))


def how_to(item: ItemDoc) -> list[str]:
    """The steps that are no exercises."""
    return item["steps"][len(exercises_of(item)) :]


def can_be_guided(item: ItemDoc) -> bool:
    return bool(phases_of(item) or exercises_of(item))


def _segment(segment: Mapping[str, Any]) -> Iterator[Phase]:
    for _ in range(int(segment["times"])):
        for kind in ("run", "walk"):
            if segment[f"{kind}_min"]:
                yield Phase(kind, segment[f"{kind}_min"] * MINUTE_S)
