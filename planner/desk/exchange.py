"""Entries that come from elsewhere, and everything as it goes elsewhere: watch files, exports, cases."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from planner.cases import SCHEMA
from planner.desk.again import under_new_ids
from planner.desk.derived import Entry, State
from planner.desk.ledger import Ledger
from planner.journal import Fault, Faults, canonical, content_id, profile, share_id
from planner.journal.fields import Wrong, listed, mapping, moment
from planner.journal.records import dated


@dataclass(frozen=True, slots=True)
class Tally:
    """How many entries were new, and how many were there already; the ids of the new ones."""

    new: int
    known: int
    ids: tuple[str, ...] = field(default=(), compare=False)


def log_all(ledger: Ledger, entries: Iterable[Mapping[str, object]]) -> Tally:
    """Log entries in one write; those that are here already are left out. Raises Faults."""
    with ledger.lock:
        raw = ledger.state().raw
        ids = {entry.get("id") for entry in raw}
        whole = {canonical(entry) for entry in raw}
        new: dict[str, Entry] = {}
        known = 0
        for entry in under_new_ids(entries, raw):
            text = canonical(entry)
            if text in new or (text in whole if "logged_at" in entry else entry["id"] in ids):
                known += 1
            else:
                new[text] = entry if "logged_at" in entry else dated(entry, ledger.now)
                if "logged_at" not in entry:
                    ids.add(entry["id"])
        ledger.check(list(new.values()))
        ledger.append(list(new.values()))
        return Tally(len(new), known, tuple(str(entry["id"]) for entry in new.values()))


def whole_of(state: State) -> Entry:
    """Everything: the profile, and all entries as logged, profile changes and issued plans among them.

    `for`: what a clinician's reply calls this journal (`share_id`).
    """
    named = {"for": share_id(str(state.raw[0]["id"]))} if state.raw else {}
    return {
        "schema": SCHEMA,
        "today": state.today.isoformat(),
        "runner": profile(state.journal),
        "journal": [dict(entry) for entry in state.raw],
        **named,
    }


def take_in(ledger: Ledger, whole: Mapping[str, object]) -> Tally:
    """Take in an export, or a case: its entries, and its profile where no entry tells it. Raises Faults."""
    if whole.get("schema") != SCHEMA:
        raise Faults([Fault("fault.schema", "schema", {"given": whole.get("schema"), "known": SCHEMA})])
    try:
        now = moment(whole.get("today") or ledger.today.isoformat())
        given = [mapping(entry) for entry in listed(whole.get("journal") or ())]
        runner = mapping(whole.get("runner") or {})
        plans = listed(whole.get("issued") or ())
    except Wrong as wrong:
        raise Faults([Fault(wrong.key, "import", wrong.params)]) from None
    # The id comes first: it is the hash of what was given, on whatever day it is taken in.
    entries = [
        entry if "logged_at" in entry else {**dated(entry, now), "id": entry.get("id") or content_id(entry)}
        for entry in given
    ]
    if runner and not any(entry.get("kind") == "profile" for entry in given):
        entries.insert(0, {"kind": "profile", "changes": runner})
    return log_all(ledger, [*entries, *({"kind": "issued", "plan": plan} for plan in plans)])
