"""A reply while it is written: what was put into the form, and the JSON that it makes."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

from planner.journal.reply import SCHEMA
from planner.journal.vocabulary import WEEKDAYS
from planner.ui.log.drafts import number
from planner.ui.more.saving import told

FILE = "stridewell-reply.json"


@dataclass(frozen=True)
class Dosed:
    """An exercise with its dose; numbers as they were typed."""

    exercise: str = ""
    sets: str = ""
    reps: str = ""
    seconds: str = ""
    load: str = ""
    weekly: str = ""

    def raw(self) -> dict[str, object]:
        typed = {
            "sets": self.sets,
            "reps": self.reps,
            "seconds": self.seconds,
            "load_kg": self.load,
            "per_week": self.weekly,
        }
        return {"id": self.exercise, **told(**{name: number(text) for name, text in typed.items()})}


@dataclass(frozen=True)
class Cleared:
    """What is said about warning signs; a place only where one is meant."""

    flags: tuple[str, ...] = ()
    site: str = ""
    side: str = ""
    outcome: str = ""


@dataclass(frozen=True)
class Draft:
    """Empty: nothing is said about it."""

    minutes: str = ""
    pain: str = ""
    no_hills: bool = False
    days_off: tuple[str, ...] = ()
    hold: str = ""
    start: str = ""
    exercises: tuple[Dosed, ...] = ()
    cleared: tuple[Cleared, ...] = ()
    withdraws: tuple[str, ...] = ()
    until: str = ""
    note: str = ""
    name: str = ""
    role: str = ""

    def limits(self) -> list[dict[str, object]]:
        """As the reply has them."""
        given = {
            "max_run_min": number(self.minutes),
            "max_pain": number(self.pain),
            "no_hills": True if self.no_hills else None,
            "days_off": [day for day in WEEKDAYS if day in self.days_off] or None,
            "hold_stage": self.hold or None,
            "start_stage": self.start or None,
            "exercises": [one.raw() for one in self.exercises] or None,
        }
        return [{"kind": kind, "value": value} for kind, value in given.items() if value is not None]

    def clearances(self) -> list[dict[str, object]]:
        """As the reply has them: a side says nothing without a site."""
        return [
            {
                "clears": list(one.flags),
                "outcome": one.outcome,
                **told(site=one.site, side=one.side if one.site else ""),
            }
            for one in self.cleared
        ]

    def raw(self, runner: str, today: date) -> dict[str, Any]:
        """The reply to the runner of that shared file; each one is a new one."""
        limits = self.limits()
        set_anew = {limit["kind"] for limit in limits}
        return {
            "schema": SCHEMA,
            "id": str(uuid4()),
            "for": runner,
            "written": today.isoformat(),
            "by": {"name": self.name.strip(), "role": self.role},
            **told(until=self.until),
            "limits": limits,
            # What is set anew takes the place of what was there.
            "withdraws": [kind for kind in self.withdraws if kind not in set_anew],
            "clearances": self.clearances(),
            **told(note=self.note.strip()),
        }
