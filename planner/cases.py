"""A case (one runner as JSON) -> a plan as JSON: the whole pipeline, without a clock, a file or a network."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, cast

from planner.journal import Fault, Faults, Journal, Runner, fold, profile, read_runner
from planner.journal.fields import Wrong, day
from planner.journal.issued import History, read_issued
from planner.protocols import protocols
from planner.schedule import plan_week
from planner.words import PlanDoc, tell_plan

SCHEMA = 1
_KEYS = frozenset({"schema", "today", "week_start", "runner", "issued", "journal"})


def plan_case(case: Mapping[str, Any], *, trace: bool = False) -> PlanDoc:
    """Plan a case of the contract. Raises Faults with everything that is wrong in it."""
    faults = [Fault("fault.field", key, {"given": key, "kind": "case"}) for key in case if key not in _KEYS]
    if case.get("schema") != SCHEMA:
        faults.append(Fault("fault.schema", "schema", {"given": case.get("schema"), "known": SCHEMA}))
    today = _day(case, "today", faults)
    start = _day(case, "week_start", faults) if case.get("week_start") is not None else None
    entries = _list(case, "journal", faults)
    plans = _list(case, "issued", faults)
    if faults or today is None:
        raise Faults(faults)
    journal, runner, history = read_case(entries, case.get("runner"), plans, today)
    plan = plan_week(journal, runner, history, today, start, protocols())
    return tell_plan(plan, runner.language, protocols(), trace=trace)


def read_case(
    entries: Sequence[object], runner: object, plans: Sequence[object], today: date
) -> tuple[Journal, Runner, History]:
    """The journal, profile and issued plans of a case. Raises Faults with what is wrong in all three."""
    faults: list[Fault] = []
    raws: list[Mapping[str, Any]] = []
    for n, entry in enumerate(entries, 1):
        if isinstance(entry, Mapping):
            raws.append(cast("Mapping[str, Any]", entry))
        else:
            faults.append(Fault("fault.object", f"journal {n}", {"given": entry}))
    journal, who = Journal(), Runner()
    try:
        journal = fold(raws, today)
    except Faults as wrong:
        faults.extend(wrong.faults)
    try:
        raw: object = profile(journal) if runner is None else runner
        if not isinstance(raw, Mapping):
            raise Faults([Fault("fault.object", "runner", {"given": raw})])
        who = read_runner(cast("Mapping[str, object]", raw), today)
    except Faults as wrong:
        faults.extend(wrong.faults)
    history = History()
    try:
        history = read_issued([*plans, *(issued.plan for issued in journal.issued)])
    except Faults as wrong:
        faults.extend(wrong.faults)
    if faults:
        raise Faults(faults)
    return journal, who, history


def _day(case: Mapping[str, Any], key: str, faults: list[Fault]) -> date | None:
    if case.get(key) is None:
        faults.append(Fault("fault.missing", key, {"key": key}))
        return None
    try:
        return day(case[key])
    except Wrong as wrong:
        faults.append(Fault(wrong.key, key, wrong.params))
        return None


def _list(case: Mapping[str, Any], key: str, faults: list[Fault]) -> Sequence[object]:
    value = case.get(key)
    if value is None:
        return ()
    if not isinstance(value, (list, tuple)):
        faults.append(Fault("fault.list", key, {"given": value}))
        return ()
    return cast("Sequence[object]", value)
