"""Items of a plan before they have ids."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from planner.assess import Reason

RANK = (
    "see_clinician", "check_in", "hydration", "rest", "nutrition", "warm_up", "run", "walk", "cool_down", "strength",
    "mobility", "cross_training", "contrast_shower", "cold_pack", "warm_bath", "massage", "compression",
    "leg_elevation", "sleep",
)  # fmt: skip


RED_FLAGS = "red_flags"
Unplaced = tuple[str, Reason]


@dataclass(frozen=True, slots=True)
class Item:
    """Something to do. `about`: key of the item it belongs to; `answers`: id of a logged run or walk it asks about."""

    day: date
    kind: str
    at: time
    minutes: int
    dose: Mapping[str, Any]
    reasons: tuple[Reason, ...]
    about: str | None = None
    answers: str | None = None
    id: str = ""
    outcome: str | None = None
    shown: Mapping[str, Any] | None = field(default=None, compare=False)

    @property
    def looks_for_flags(self) -> bool:
        """Tell whether it asks the red-flag questions."""
        return asks_for_flags(self.shown or {"dose": self.dose})

    @property
    def order(self) -> tuple[time, int, str]:
        """Items of a day are in the order of their time."""
        return self.at, RANK.index(self.kind), self.answers or ""


def asks_for_flags(shown: Mapping[str, Any]) -> bool:
    """Tell whether an item, as it is shown, asks the red-flag questions."""
    asks = shown.get("dose", {}).get("asks")
    return isinstance(asks, list) and RED_FLAGS in asks


def clock(text: str) -> time:
    """A time of day from a protocol."""
    return time.fromisoformat(text)


def minutes_later(at: time, minutes: int) -> time:
    """A time of day so many minutes later, at most 23:59."""
    total = min(at.hour * 60 + at.minute + minutes, 24 * 60 - 1)
    return time(total // 60, total % 60)
