"""What a clinician writes back: limits, clearances and words for one runner's journal (docs/reply.md)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, cast

from planner.journal import vocabulary as v
from planner.journal.faults import Fault, Faults
from planner.journal.fields import Reader, Wrong, day, listed, mapping, one_of, some_of, text
from planner.journal.fold import content_id
from planner.journal.limits import Limit, read_limits
from planner.journal.nested import record
from planner.journal.reading import read_entry

SCHEMA = "stridewell/reply/1"
LONGEST_NAME = 80
_CLEARANCE = ("clears", "site", "side", "outcome", "note")


@dataclass(frozen=True, slots=True)
class Reply:
    """A clinician's reply. `key`: hash of all that it says; `runner`: the id of the journal that it is for.

    `withdraws`: kinds of limits that no longer hold; `clearances`: entries of the journal, without ids.
    """

    key: str
    runner: str
    written: date
    name: str
    role: str
    limits: tuple[Limit, ...] = ()
    withdraws: tuple[str, ...] = ()
    clearances: tuple[Mapping[str, Any], ...] = ()
    note: str = ""


def share_id(entry_id: str) -> str:
    """What a shared file calls the journal that begins with that entry; nobody can tell the entry from it."""
    return content_id({"shared": entry_id})[:16]


def is_reply(raw: object) -> bool:
    """Tell whether a JSON value says of itself that it is a reply, of whatever schema."""
    schema = cast("Mapping[str, object]", raw).get("schema") if isinstance(raw, Mapping) else None
    return isinstance(schema, str) and schema.startswith(SCHEMA.rpartition("/")[0])


def _named(value: object) -> str:
    name = text(value).strip()
    if not 0 < len(name) <= LONGEST_NAME:
        raise Wrong("fault.reply.name", most=LONGEST_NAME)
    return name


_READERS: dict[str, Reader] = {
    "id": text, "for": text, "written": day, "by": mapping, "until": day, "limits": listed,
    "withdraws": some_of(v.LIMIT_KINDS), "clearances": listed, "note": text,
}  # fmt: skip
_BY: dict[str, Reader] = {"name": _named, "role": one_of(v.CLINICIANS)}


def read_reply(raw: Mapping[str, object], today: date) -> Reply:
    """The reply of a JSON object. Raises Faults with everything that is wrong in it."""
    if raw.get("schema") != SCHEMA:
        raise Faults([Fault("fault.reply.schema", "schema", {"given": raw.get("schema"), "known": SCHEMA})])
    faults: list[Fault] = []
    values = record({key: raw[key] for key in raw if key != "schema"}, _READERS, "reply", faults)
    signed = record(values.get("by", {}), _BY, "by", faults)
    for key, found in (("id", raw), ("for", raw), ("written", raw), ("name", signed), ("role", signed)):
        if found.get(key) is None and not any(fault.where.endswith(key) for fault in faults):
            faults.append(Fault("fault.missing", key, {"key": key}))
    written: date = values.get("written", today)
    if written > today:
        faults.append(Fault("fault.future", "written", {"given": str(written), "today": str(today)}))
    limits = _limits(values, str(signed.get("name", "")), today, faults)
    cleared = _clearances(values.get("clearances", ()), signed.get("role"), min(written, today), faults)
    withdraws = values.get("withdraws", ())
    _check_sense(limits, withdraws, faults)
    if not (faults or limits or withdraws or cleared or values.get("note")):
        faults.append(Fault("fault.reply.empty", "", {}))
    if faults:
        raise Faults(faults)
    return Reply(
        content_id({"reply": dict(raw)}), values["for"], written, signed["name"], signed["role"], limits,
        withdraws, cleared, values.get("note", "").strip(),
    )  # fmt: skip


def _limits(values: Mapping[str, Any], name: str, today: date, faults: list[Fault]) -> tuple[Limit, ...]:
    """The limits, each with its end and who set it; one that is over, or asks for nothing, is a mistake."""
    read = read_limits(values.get("limits", ()), faults, "limits")
    signed = tuple(replace(one, by=name, until=one.until or values.get("until")) for one in read)
    for n, one in enumerate(signed, 1):
        if not one.holds(today):
            faults.append(
                Fault("fault.reply.over", f"limits[{n}].until", {"until": str(one.until), "today": str(today)})
            )
        if one.value is False or one.value == ():
            faults.append(Fault("fault.reply.nothing", f"limits[{n}].value", {}))
    return signed


def _clearances(given: object, role: str | None, on: date, faults: list[Fault]) -> tuple[Mapping[str, Any], ...]:
    """The clearances as entries of the journal, signed and dated as the reply is."""
    made: list[Mapping[str, Any]] = []
    for n, one in enumerate(listed(given), 1):
        where = f"clearances[{n}]"
        told = dict(cast("Mapping[str, Any]", one)) if isinstance(one, Mapping) else {}
        if not set(told) <= set(_CLEARANCE) or not told.get("clears"):
            faults.append(Fault("fault.reply.clearance", where, {"keys": ", ".join(_CLEARANCE)}))
            continue
        entry: dict[str, Any] = {"kind": "clearance", "on": on.isoformat(), "by": role, **told}
        wrong: list[Fault] = []
        read_entry(entry, where, on, wrong)
        faults.extend(replace(fault, where=f"{where}, {fault.where}") for fault in wrong)
        made.append(entry)
    return tuple(made)


def _check_sense(limits: tuple[Limit, ...], withdraws: tuple[str, ...], faults: list[Fault]) -> None:
    """What can't be meant: a kind twice, a limit set and withdrawn, a start above the stage to stay at."""
    kinds = [one.kind for one in limits]
    faults.extend(
        Fault("fault.reply.twice", "limits", {"kind": kind}) for kind in sorted(set(kinds)) if kinds.count(kind) > 1
    )
    faults.extend(Fault("fault.reply.both", "withdraws", {"kind": kind}) for kind in withdraws if kind in kinds)
    stages = {one.kind: v.STAGES.index(str(one.value)) for one in limits if one.kind in {"hold_stage", "start_stage"}}
    if stages.get("start_stage", 0) > stages.get("hold_stage", len(v.STAGES)):
        faults.append(Fault("fault.reply.stages", "limits", {}))
