"""A clinician's reply comes back: whether it is for this runner, what it would change, and changing it in one write."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from planner.desk.exchange import Tally, log_all
from planner.desk.ledger import Ledger
from planner.journal import Fault, Faults, Reply, content_id, limit_json, profile, read_reply, share_id
from planner.journal.fields import listed, mapping

KEY = "clinician_limits"
Raw = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that a reply changes. `kind`: of a limit, or "clearance" or "note"; None: nothing was, or will be, there.

    `before` and `after` are limits as in the profile's JSON, clearances as entries, or {"note": …}.
    """

    kind: str
    before: Raw | None
    after: Raw | None


def reply_of(ledger: Ledger, raw: Mapping[str, object]) -> Reply:
    """The reply of a JSON object. Raises Faults: it is wrong, for somebody else, or in force already."""
    reply = read_reply(raw, ledger.today)
    entries = ledger.state().raw
    if reply.runner not in {share_id(str(entry["id"])) for entry in entries}:
        raise Faults([Fault("fault.reply.for", "for", {})])
    gone = {entry.get("entry") for entry in entries if entry.get("kind") == "deleted"}
    if any(entry.get("reply") == reply.key and entry["id"] not in gone for entry in entries):
        raise Faults([Fault("fault.reply.known", "", {"name": reply.name, "day": reply.written})])
    return reply


def difference(ledger: Ledger, reply: Reply) -> tuple[Difference, ...]:
    """What the reply changes, in the order in which it says it; a kind that it names anew replaces the old limits."""
    known = _in_force(ledger)
    made: list[Difference] = []
    for limit in reply.limits:
        before = [one for one in known if one.get("kind") == limit.kind]
        made.extend(Difference(limit.kind, one, None) for one in before[1:])
        made.append(Difference(limit.kind, before[0] if before else None, limit_json(limit)))
    made.extend(Difference(str(one["kind"]), one, None) for one in known if one.get("kind") in reply.withdraws)
    made.extend(Difference("clearance", None, entry) for entry in reply.clearances)
    return (*made, Difference("note", None, {"note": reply.note})) if reply.note else tuple(made)


def apply_reply(ledger: Ledger, reply: Reply, said: str) -> Tally:
    """Write down what the reply sets, as one change that can be withdrawn by its ids; `said`: the words kept with it."""
    with ledger.lock:
        replaced = {limit.kind for limit in reply.limits} | set(reply.withdraws)
        kept = [dict(one) for one in _known(ledger) if one.get("kind") not in replaced]
        limits = [*kept, *(limit_json(limit) for limit in reply.limits)]
        changes = {KEY: limits or None} if replaced else {}
        entries = [{"kind": "profile", "changes": changes, "note": said}, *reply.clearances]
        marked = [
            {**entry, "reply": reply.key, "id": content_id({"reply": reply.key, "part": n})}
            for n, entry in enumerate(entries)
        ]
        return log_all(ledger, marked)


def let_go(ledger: Ledger, changes: Mapping[str, object]) -> list[Raw]:
    """The limits in force that a change of the profile would not leave as they are."""
    if KEY not in changes:
        return []
    given = changes[KEY]
    kept = cast("list[object]", given) if isinstance(given, list) else []
    return [one for one in _in_force(ledger) if one not in kept]


def _in_force(ledger: Ledger) -> list[Raw]:
    today = ledger.today.isoformat()
    return [one for one in _known(ledger) if str(one.get("until") or today) >= today]


def _known(ledger: Ledger) -> list[Raw]:
    """The limits of the profile that are written down, over or not."""
    given = profile(ledger.state().journal).get(KEY)
    return [mapping(one) for one in listed(given or ())]
