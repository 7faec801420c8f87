"""What is derived from one version of the store on one day: the folded journal, and what to show and to issue of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from operator import itemgetter
from typing import Any

from planner.cases import read_case
from planner.journal import Fault, Faults, Journal, Runner, profile, read_runner, survivors, with_more
from planner.journal.fields import day as read_day
from planner.journal.fields import listed
from planner.journal.issued import History, read_issued
from planner.journal.records import of_both, when_of
from planner.words import PlanDoc

Entry = dict[str, Any]
_OURS = frozenset({"profile", "issued"})


@dataclass(frozen=True, slots=True)
class State:
    """The entries of one version of the store, folded on one day."""

    version: int
    today: date
    raw: tuple[Entry, ...]
    journal: Journal
    runner: Runner
    history: History
    ids: frozenset[object]

    def entries(self, since: date | None, kind: str | None) -> list[Entry]:
        """The entries that count, oldest first; a run that was logged twice is one."""
        alias = self.journal.alias
        runs = {run.id: run for run in self.journal.runs if run.id in alias.values()}
        shown: list[tuple[datetime, str, Entry]] = []
        for key, raw in survivors(self.raw).entries.items():
            if raw.get("kind") in _OURS or key in alias or kind not in {None, raw.get("kind")}:
                continue
            entry = {**raw, "id": key} | (of_both(runs[key], raw) if key in runs else {})
            shown.append((when_of(entry, self.today), key, entry))
        return [
            entry for when, _, entry in sorted(shown, key=itemgetter(0, 1)) if since is None or when.date() >= since
        ]

    def standing(self, entry_id: str) -> tuple[Entry, list[str]]:
        """The entry that stands for an id, as it is shown, and the ids of other records of the same run.

        Raises Faults where there is none.
        """
        alias = self.journal.alias
        current = alias.get(entry_id, entry_id)
        found = next((entry for entry in self.entries(None, None) if entry["id"] == current), None)
        if found is None:
            raise Faults([Fault("fault.no_entry", "", {"given": entry_id})])
        records = survivors(self.raw).entries
        return found, [one for one, heir in alias.items() if heir == current and one in records]

    def shown_changes(self, start: date) -> list[Any]:
        """The changes as last shown for the week that begins on a day, while they are of today."""
        for one in reversed(self.journal.issued):
            if one.plan.get("week_start") == start.isoformat():
                of_today = one.plan.get("today") == self.today.isoformat()
                return [*listed(one.plan.get("changes") or ())] if of_today else []
        return []

    def to_issue(self, plan: PlanDoc) -> Entry | None:
        """The days of a plan that differ from what was issued, with what changed; None where none does."""
        new = [
            day
            for day in plan["days"]
            if not day.get("past")
            and [_content(item) for item in day["items"]]
            != [_content(item.json) for item in self.history.on(read_day(day["date"]))]
        ]
        if not new:
            return None
        kept = ("schema", "rules_version", "today", "week_start")
        return {**{key: plan[key] for key in kept}, "days": new, "changes": plan["changes"]}


def derive(version: int, raw: tuple[Entry, ...], today: date, known: State | None) -> State:
    """Fold the entries; from what is known on, where they only grew. Raises Faults."""
    grown = _grown(known, version, today, raw) if known is not None else None
    return grown or State(version, today, raw, *read_case(raw, None, (), today), _named(raw))


def _grown(known: State, version: int, today: date, raw: tuple[Entry, ...]) -> State | None:
    """The state with what was appended to the store since; None where all of it has to be folded anew."""
    before = len(known.raw)
    if today < known.today or raw[:1] != known.raw[:1] or raw[before - 1 : before] != known.raw[-1:]:
        return None
    new = raw[before:]
    ids = {entry.get("id") for entry in new}
    unknown = len(ids) == len(new) and not ids & known.ids
    journal = with_more(known.journal, new, today) if unknown else None
    if journal is None:
        return None
    runner = read_runner(profile(journal), today)
    issued = read_issued(entry["plan"] for entry in new if entry.get("kind") == "issued")
    return State(version, today, raw, journal, runner, known.history.followed_by(issued), known.ids | _named(new))


def _named(entries: Iterable[Entry]) -> frozenset[object]:
    """All ids of entries, and all that an entry corrects or withdraws: it may have come before what it names."""
    return frozenset(entry.get(key) for entry in entries for key in ("id", "replaces", "entry"))


def _content(item: Mapping[str, Any]) -> Sequence[object]:
    return [item.get(key) for key in ("id", "kind", "at", "minutes", "dose", "for")]
