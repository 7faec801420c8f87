"""What was brought in and taken back, and is brought in again: it comes under another id, for deletion wins for good."""

from collections.abc import Iterable, Mapping, Sequence

from planner.desk.derived import Entry
from planner.journal import content_id

REFERENCES = ("id", "replaces", "about", "entry")


def under_new_ids(entries: Iterable[Mapping[str, object]], raw: Sequence[Mapping[str, object]]) -> list[Entry]:
    """The entries, each with an id; those that were taken back here, and what speaks of them, with the next one.

    What somebody deleted, and what the entries themselves withdraw, keeps its id, and stays deleted.
    """
    given = [{**entry, "id": entry.get("id") or content_id(entry)} for entry in entries]
    taken_back = _targets(raw, taken_back=True) - _targets(raw, taken_back=False)
    withdrawn = _targets(given, taken_back=True) | _targets(given, taken_back=False)
    free = taken_back - withdrawn
    renamed = {str(entry["id"]): _next(str(entry["id"]), free) for entry in given if entry["id"] in free}
    if not renamed:
        return given
    return [entry if entry.get("kind") == "deleted" else _renamed(entry, renamed) for entry in given]


def _targets(entries: Iterable[Mapping[str, object]], *, taken_back: bool) -> set[object]:
    """The ids that are withdrawn by undoing what brought them in, or for good."""
    return {
        entry.get("entry")
        for entry in entries
        if entry.get("kind") == "deleted" and bool(entry.get("taken_back")) is taken_back
    }


def _next(entry_id: str, taken: set[object]) -> str:
    """The same on every device, so that bringing it in twice is bringing it in once."""
    while entry_id in taken:
        entry_id = content_id({"again": entry_id})
    return entry_id


def _renamed(entry: Entry, renamed: Mapping[str, str]) -> Entry:
    return {key: renamed.get(str(value), value) if key in REFERENCES else value for key, value in entry.items()}
