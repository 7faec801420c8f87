"""Which events of a calendar ring, and how long before."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time, timedelta
from typing import cast

from planner.words.documents import ItemDoc

A_DAY_MIN = 24 * 60
_OF = {
    **dict.fromkeys(("run", "walk", "warm_up", "cool_down", "cross_training"), "session"),
    **dict.fromkeys(("strength", "mobility"), "strength"),
    **dict.fromkeys(
        ("contrast_shower", "leg_elevation", "warm_bath", "cold_pack", "massage", "compression"), "recovery"
    ),
    **dict.fromkeys(("hydration", "nutrition"), "drink"),
    "sleep": "bed",
    "check_in": "check_in",
}
_WHOLE_DAY_AT = time(8)


@dataclass(frozen=True, slots=True)
class Alarms:
    """How many minutes ahead, and of what (check_in, session, strength, recovery, drink, bed); None: of everything.

    A visit to a clinician always rings, and so does a rest day, which is news too.
    """

    lead_min: int
    kinds: frozenset[str] | None = None

    def ring_for(self, item: ItemDoc) -> bool:
        """Tell whether an item has an alarm; what was answered has none."""
        of = _OF.get(item["kind"])
        return not item.get("outcome") and (of is None or self.kinds is None or of in self.kinds)

    def before(self, item: ItemDoc, minutes: int) -> timedelta:
        """From an event's start to its alarm; an event of no `minutes` is one of the whole day, and rings at its hour."""
        if minutes:
            return timedelta(minutes=-self.lead_min)
        at = time.fromisoformat(item["at"]) if "at" in item else _WHOLE_DAY_AT
        return timedelta(hours=at.hour, minutes=at.minute)


def alarms_of(settings: object, *, usual_min: int, lead_min: int | None = None) -> Alarms:
    """The alarms that the app's reminders ask for, where they were set; `lead_min` is stronger than what they say."""
    told = cast("Mapping[str, object]", settings) if isinstance(settings, Mapping) else {}
    kinds, kept = told.get("kinds"), told.get("minutes_before")
    sound = isinstance(kept, int) and not isinstance(kept, bool) and 0 <= kept <= A_DAY_MIN
    lead = lead_min if lead_min is not None else kept if sound else usual_min
    return Alarms(int(cast("int", lead)), frozenset(map(str, kinds)) if isinstance(kinds, list) else None)
