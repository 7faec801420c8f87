"""Everything that was asked for as one Bundle.

A collection, not a document: nobody signs or attests what a runner logs, and a reader may take from it what it needs. Nor a
transaction, which would tell a server to change what it holds.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from planner.journal.fields import day
from planner.journal.records import dated
from planner.protocols import Question
from planner.share.fhir import answers
from planner.share.fhir.codes import Json
from planner.share.fhir.observations import observations, pains
from planner.share.fhir.parts import About, noted, reference, resource
from planner.share.fhir.plan import care_plan, conditions
from planner.words import DayDoc, PlanDoc

Entry = Mapping[str, Any]


def bundle(
    runner: Mapping[str, Any],
    journal: Sequence[Entry],
    plan: PlanDoc,
    *,
    about: About,
    stamp: datetime,
    questions: Sequence[Question],
    withdrawn: Sequence[DayDoc] = (),
) -> Json:
    """A Bundle of the runner, the week's plan, and these entries, oldest first.

    `runner` is the profile's JSON, `stamp` the aware time of the export, `questions` those about red flags. The same journal
    gives the same ids, and with the same stamp the same bundle.
    """
    found = conditions(runner, about, day(plan["today"]))
    resources = [
        _patient(runner, about),
        *found,
        care_plan(plan, withdrawn, found, about),
        *_told([dated(entry, stamp) for entry in journal], about, plan["rules_version"], questions),
    ]
    entries = [{"fullUrl": f"urn:uuid:{one['id']}", "resource": one} for one in resources]
    return {
        "resourceType": "Bundle",
        "id": about.id("bundle", plan["week_start"]),
        "language": about.language,
        "type": "collection",
        "timestamp": about.instant(stamp),
        "entry": entries,
    }


def _patient(runner: Mapping[str, Any], about: About) -> Json:
    born = runner.get("birth_year")
    return resource(
        "Patient", about.id("patient"), about,
        name=noted(about.name),
        gender=runner.get("sex"), birthDate=None if born is None else f"{int(born):04d}",
    )  # fmt: skip


def _told(journal: Sequence[Entry], about: About, version: str, questions: Sequence[Question]) -> Iterator[Json]:
    kinds = {entry["kind"] for entry in journal}
    if "check_in" in kinds:
        yield answers.check_in_questions(about, version)
    if "screen" in kinds:
        yield answers.screen_questions(about, version, questions)
    made = {str(entry["id"]): observations(entry, about) for entry in journal}
    sessions = {str(one["id"]): made[str(one["id"])][0] for one in journal if one["kind"] in {"run", "walk"}}
    for entry in journal:
        yield from made[str(entry["id"])]
        if entry["kind"] == "check_in":
            answered = answers.check_in(entry, about, version, sessions)
            yield answered
            yield from pains(entry, about, derivedFrom=[reference(str(answered["id"]))])
        elif entry["kind"] == "screen":
            yield answers.screen(entry, about, version, questions)
