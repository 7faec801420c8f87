"""What an assessment is made from: who asks, what of the journal still counts, and the evidence in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from planner.assess.complaints import Complaint, Judge, Located, active_diagnoses, complaints, locate
from planner.assess.findings import findings, sides
from planner.assess.flags import authority
from planner.assess.load import Load
from planner.assess.past import earlier, episode_start, start_of
from planner.assess.recovery import Nights
from planner.journal import Diagnosis, Journal, Run, Runner
from planner.journal.issued import History
from planner.protocols import Protocols, Row


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a journal: of whom, on which day, by which protocols; with the load of all its runs."""

    runner: Runner
    history: History
    today: date
    book: Protocols
    load: Load


@dataclass(frozen=True, slots=True)
class Case:
    """What an assessment is made from: `journal` of the last weeks, `runs` of all times, evidence of both; sessions
    count from `first` on, those of the way up the ladder from `episode` on.
    """

    journal: Journal
    runs: Sequence[Run]
    first: date
    episode: date | None
    runner: Runner
    history: History
    today: date
    book: Protocols
    diagnoses: tuple[Diagnosis, ...]
    earlier: tuple[Located, ...]
    located: tuple[Located, ...]
    complaints: tuple[Complaint, ...]
    load: Load
    nights: Nights

    @property
    def rows(self) -> list[Row]:
        """The rows of the diagnoses."""
        return [self.book.rows[d.condition] for d in self.diagnoses if d.condition in self.book.rows]

    @property
    def bone(self) -> bool:
        """Tell whether there is a diagnosed bone stress injury."""
        return any(d.condition == "bone_stress" for d in self.diagnoses)


def case_of(journal: Journal, recent: Journal, first: date, asked: Asked) -> Case:
    """The case of a journal, of which `recent` counts whole (it may be all of it), and its sessions from `first` on."""
    runner, today, book = asked.runner, asked.today, asked.book
    found = findings(recent, asked.history, book)
    before = Journal() if recent is journal else earlier(journal, start_of(first, book), runner, book)
    old = findings(before, asked.history, book)
    diagnoses = active_diagnoses(runner, today, _excluded(journal, runner))
    judge = Judge(diagnoses, journal.runs, [*old, *found], book)
    located = locate(found, judge, diagnoses, today, book)
    return Case(
        recent, journal.runs, first, episode_start(journal.runs, today, book), runner, asked.history, today, book, diagnoses,
        locate(old, judge, diagnoses, today, book), located, complaints(located, today, book), asked.load,
        Nights(recent.sleeps, book),
    )  # fmt: skip


def _excluded(journal: Journal, runner: Runner) -> frozenset[Diagnosis]:
    """Bone stress diagnoses that a clinician has since ruled out no longer count."""
    return frozenset(d for d in runner.diagnoses if d.condition == "bone_stress" and _ruled_out(d, journal))


def _ruled_out(diagnosis: Diagnosis, journal: Journal) -> bool:
    return any(
        c.outcome == "excluded"
        and "bone_stress_diagnosed" in c.clears
        and authority(c.by) >= 0
        and c.at is not None
        and (diagnosis.since is None or c.at.date() >= diagnosis.since)
        and set(sides(diagnosis.side)) <= set(sides(c.side))
        for c in journal.clearances
    )
