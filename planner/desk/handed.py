"""Everything of a runner that a report is made from, as it stood at one moment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from planner.journal import Journal, Runner
from planner.journal.issued import History
from planner.words import PlanDoc, Voice, WayDoc


@dataclass(frozen=True, slots=True)
class Handed:
    """`entries`: what counts, as a person logged it, the oldest first; `whole`: what `export json` writes."""

    today: date
    journal: Journal
    history: History
    runner: Runner
    profile: Mapping[str, Any]
    entries: Sequence[Mapping[str, Any]]
    plan: PlanDoc
    next_plan: PlanDoc
    way: WayDoc
    whole: Mapping[str, Any]
    voice: Voice
