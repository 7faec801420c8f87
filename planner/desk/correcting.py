"""Second thoughts about what was logged: correct it, withdraw it, put it back. Nothing is changed in place."""

from collections.abc import Iterable, Mapping

from planner.desk.ledger import Ledger, deletion, new_id


def edit(ledger: Ledger, entry_id: str, changes: Mapping[str, object]) -> str:
    """Append an entry that replaces it, and return the new id. None takes a field away. Raises Faults."""
    with ledger.lock:
        old, doubles = ledger.state().standing(entry_id)
        kept = {key: value for key, value in old.items() if key not in {"id", "logged_at", "replaces"}}
        changed = {key: value for key, value in {**kept, **changes}.items() if value is not None}
        # What was corrected is the run as a whole: a second record of it must not overrule the correction.
        return ledger.log({**changed, "replaces": old["id"]}, new_id(), [deletion(double) for double in doubles])


def delete(ledger: Ledger, entry_id: str) -> None:
    """Withdraw an entry, with all records of it; it stays in the log, and no longer counts. Raises Faults."""
    with ledger.lock:
        old, doubles = ledger.state().standing(entry_id)
        ledger.append([deletion(one) for one in (str(old["id"]), *doubles)])


def withdraw(ledger: Ledger, entry_ids: Iterable[str]) -> None:
    """Take back what was just logged, in one write: these records alone, not another one of the same run.

    Brought in again, they come again.
    """
    with ledger.lock:
        ledger.append([deletion(one, taken_back=True) for one in entry_ids])


def put_back(ledger: Ledger, entry: Mapping[str, object]) -> str:
    """Log an entry again that was deleted, and lead what was said about it to its new id, which is returned."""
    with ledger.lock:
        entry_id = new_id()
        kept = {key: value for key, value in entry.items() if key not in {"logged_at", "replaces"}}
        more = [
            {**told, "id": new_id(), "replaces": told["id"], "about": entry_id}
            for told in ledger.state().said_about(str(entry.get("id")))
        ]
        return ledger.log(kept, entry_id, more)
