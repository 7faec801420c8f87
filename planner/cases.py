"""A case (one runner as JSON) -> a plan as JSON: the whole pipeline, without a clock, a file or a network."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar, cast

from planner.journal import Fault, Faults, Journal, Runner, fold, profile, read_runner
from planner.journal.fields import Wrong, day, listed, mapping
from planner.journal.issued import History, read_issued
from planner.protocols import protocols
from planner.schedule import plan_week
from planner.words import PlanDoc, tell_plan, voice_of

T = TypeVar("T")

SCHEMA = 1
_KEYS = frozenset({"schema", "today", "week_start", "runner", "issued", "journal", "for", "report"})


def plan_case(case: Mapping[str, Any], *, trace: bool = False) -> PlanDoc:
    """Plan a case of the contract. Raises Faults with everything that is wrong in it."""
    faults = [Fault("fault.field", key, {"given": key, "kind": "case"}) for key in case if key not in _KEYS]
    if case.get("schema") != SCHEMA or case.get("schema") is True:
        faults.append(Fault("fault.schema", "schema", {"given": case.get("schema"), "known": SCHEMA}))
    if case.get("today") is None:
        faults.append(Fault("fault.missing", "today", {"key": "today"}))
    today = _read(case, "today", day, faults)
    start = _read(case, "week_start", day, faults)
    entries = _read(case, "journal", listed, faults) or ()
    plans = _read(case, "issued", listed, faults) or ()
    if today is None:
        raise Faults(faults)
    try:
        journal, runner, history = read_case(entries, case.get("runner"), plans, today)
    except Faults as wrong:
        raise Faults([*faults, *wrong.faults]) from None
    if faults:
        raise Faults(faults)
    plan = plan_week(journal, runner, history, today, start, protocols())
    return tell_plan(plan, voice_of(runner), protocols(), trace=trace)


def read_case(
    entries: Sequence[object], runner: object, plans: Sequence[object], today: date
) -> tuple[Journal, Runner, History]:
    """The journal, profile and issued plans of a case; without a `runner`, the profile is the journal's.

    Raises Faults with what is wrong in all three.
    """
    faults = [
        Fault("fault.object", f"journal {n}", {"given": entry})
        for n, entry in enumerate(entries, 1)
        if not isinstance(entry, (dict, Mapping))  # a dict is told much faster than a Mapping
    ]
    raws = [entry for entry in entries if isinstance(entry, Mapping)] if faults else entries
    journal, who, history = Journal(), Runner(), History()
    try:
        journal = fold(cast("Sequence[Mapping[str, Any]]", raws), today)
    except Faults as wrong:
        faults.extend(wrong.faults)
    try:
        who = read_runner(mapping(profile(journal) if runner is None else runner), today)
    except Wrong as wrong:
        faults.append(Fault(wrong.key, "runner", wrong.params))
    except Faults as wrong:
        faults.extend(wrong.faults)
    try:
        history = read_issued([*plans, *(issued.plan for issued in journal.issued)])
    except Faults as wrong:
        faults.extend(wrong.faults)
    if faults:
        raise Faults(faults)
    return journal, who, history


def _read(case: Mapping[str, Any], key: str, reader: Callable[[object], T], faults: list[Fault]) -> T | None:
    if case.get(key) is None:
        return None
    try:
        return reader(case[key])
    except Wrong as wrong:
        faults.append(Fault(wrong.key, key, wrong.params))
        return None
