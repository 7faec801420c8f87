"""The bundle of a journal as it lies on this machine: who it is about, its zone, what was taken off the plan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from planner.protocols import protocols
from planner.share.calendar_versions import withdrawn
from planner.share.fhir.bundle import bundle
from planner.share.fhir.codes import Json
from planner.share.fhir.parts import About, person_of
from planner.share.zone import local_zone
from planner.words import PlanDoc

Entries = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Known:
    """What the desk knows. `journal`: what counts, `logged`: all that was ever logged, `issued`: plans as they were shown."""

    runner: Mapping[str, Any]
    journal: Entries
    plan: PlanDoc
    logged: Entries
    issued: Entries
    language: str


def whole_bundle(known: Known, *, stamp: datetime, name: str = "") -> Json:
    """The bundle; `stamp`: the aware time of the export, `name`: who it is, where the reader shall know."""
    about = About(person_of(known.logged), ZoneInfo(local_zone()), known.language, name)
    return bundle(
        known.runner, known.journal, known.plan, about=about, stamp=stamp,
        questions=protocols().flags.screening.questions, withdrawn=withdrawn(known.issued, known.plan),
    )  # fmt: skip
