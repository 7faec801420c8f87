"""What of a journal tells of pain or a sign: sorted out once a journal, so that looking far back costs no more by the year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from planner.journal.entries import CheckIn, Pain, Run, Screen, Test, Walk

if TYPE_CHECKING:
    from planner.journal.fold import Journal

Where = tuple[str | None, str]  # site, one side
_BOTH = ("left", "right")


@dataclass(frozen=True, slots=True)
class Symptoms:
    """The entries that tell of pain or a sign, by kind, oldest first.

    `answers`: check-ins with the session that they are about; `hurting`: when it hurt, by site and side.
    """

    pains: Sequence[Pain]
    runs: Sequence[Run]
    walks: Sequence[Walk]
    answers: Sequence[tuple[CheckIn, Run | Walk]]
    screens: Sequence[Screen]
    tests: Sequence[Test]
    hurting: Mapping[Where, Sequence[datetime]]


def symptoms_of(journal: "Journal") -> Symptoms:
    """Sort out what tells of pain or a sign."""
    pains = [p for p in journal.pains if p.score or p.signs]
    runs = [r for r in journal.runs if r.pain_during or r.pain_1h or r.limp]
    walks = [w for w in journal.walks if w.pain_during or w.pain_1h or w.limp]
    answers = answered(journal, [c for c in journal.check_ins if c.pain_1h or c.pain_morning or c.limp])
    screens = [s for s in journal.screens if s.signs]
    told = [
        *((one.at, one) for one in (*pains, *runs, *walks)),
        *((check.at, session) for check, session in answers),
    ]
    hurting: dict[Where, list[datetime]] = {}
    for at, place in told:
        for side in _BOTH if place.side == "both" else (place.side,):
            hurting.setdefault((place.site, side), []).append(at)
    for times in hurting.values():
        times.sort()
    return Symptoms(pains, runs, walks, answers, screens, [t for t in journal.tests if t.pain], hurting)


def answered(journal: "Journal", check_ins: Sequence[CheckIn]) -> list[tuple[CheckIn, Run | Walk]]:
    """The check-ins that name a session of the journal, each with it."""
    about = ((check, journal.sessions.get(journal.id_of(check.about) or "")) for check in check_ins if check.about)
    return [(check, session) for check, session in about if session is not None]
