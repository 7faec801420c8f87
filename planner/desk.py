"""The application: open, fold, assess, plan, compare, save as issued. The only caller of both the store and the core."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from threading import RLock
from typing import Any, cast
from uuid import uuid4

from planner.cases import plan_case, read_case
from planner.journal import Fault, Faults, Journal, Runner, canonical, content_id, profile, read_runner, survivors
from planner.journal.fields import day as read_day
from planner.journal.issued import History
from planner.protocols import protocols
from planner.schedule import monday, plan_week
from planner.store import Store
from planner.words import DayDoc, PlanDoc, day_of, say_faults, tell_plan

__all__ = ["Desk", "Tally", "plan_case"]

Entry = dict[str, Any]
_OURS = frozenset({"profile", "issued"})


@dataclass(frozen=True, slots=True)
class Tally:
    """How many entries were new, and how many were there already."""

    new: int
    known: int


@dataclass(frozen=True, slots=True)
class _State:
    """What was derived from one version of the store on one day."""

    version: int
    today: date
    raw: tuple[Entry, ...]
    journal: Journal
    runner: Runner
    history: History


class Desk:
    """A runner's journal and plans in a folder. Safe to share between threads; what it confirmed is on disk."""

    def __init__(self, folder: Path, *, clock: Callable[[], datetime], today: date | None = None) -> None:
        """`clock` gives aware local time; `today` stands in for its date."""
        self.folder = folder
        self._clock = clock
        self._fixed_today = today
        self._store = Store(folder)
        self._lock = RLock()
        self._state_of_store: _State | None = None
        self._plans: dict[tuple[date, bool], PlanDoc] = {}

    @property
    def notice(self) -> str | None:
        """One sentence for the user, where a broken file was put aside."""
        return self._store.notice

    @property
    def now(self) -> datetime:
        """The runner's local time; on a fixed day, that day at this time."""
        now = self._clock()
        return now if self._fixed_today is None else datetime.combine(self._fixed_today, now.timetz())

    @property
    def today(self) -> date:
        """The runner's date."""
        return self._fixed_today or self._clock().date()

    @property
    def language(self) -> str:
        """The language of all texts."""
        return self._state().runner.language

    def runner(self) -> dict[str, object]:
        """The profile's JSON."""
        return profile(self._state().journal)

    def change_runner(self, changes: Mapping[str, object]) -> None:
        """Change the profile; None takes a key away. Raises Faults when the changed profile would be wrong."""
        with self._lock:
            changed = {**self.runner(), **changes}
            read_runner({key: value for key, value in changed.items() if value is not None}, self.today)
            self._append([{"kind": "profile", "id": _new_id(), "changes": dict(changes)}])

    def log(self, entry: Mapping[str, object]) -> str:
        """Log one entry and return its id. Raises Faults when it is wrong; then nothing changed."""
        made = self._made(entry)
        with self._lock:
            self._check([made])
            self._append([made])
        return str(made["id"])

    def log_all(self, entries: Iterable[Mapping[str, object]]) -> Tally:
        """Log entries that came from elsewhere, in one write; those that are here already are left out."""
        with self._lock:
            raw = self._state().raw
            ids = {entry.get("id") for entry in raw}
            whole = {canonical(entry) for entry in raw}
            new: dict[str, Entry] = {}
            known = 0
            for given in entries:
                entry = {**given, "id": given.get("id") or content_id(given)}
                text = canonical(entry)
                if text in new or (text in whole if "logged_at" in entry else entry["id"] in ids):
                    known += 1
                else:
                    new[text] = entry
                    if "logged_at" not in entry:
                        ids.add(entry["id"])
            self._check(list(new.values()))
            self._append(list(new.values()))
            return Tally(len(new), known)

    def edit(self, entry_id: str, changes: Mapping[str, object]) -> str:
        """Correct an entry: append one that replaces it, and return the new id."""
        with self._lock:
            standing = survivors(self._state().raw)
            current = standing.alias.get(entry_id, entry_id)
            if current not in standing.entries or standing.entries[current].get("kind") in _OURS:
                raise Faults([Fault("fault.no_entry", "", {"given": entry_id})])
            old = {k: v for k, v in standing.entries[current].items() if k not in {"logged_at", "replaces"}}
            changed = {key: value for key, value in {**old, **changes}.items() if value is not None}
            made = {**changed, "id": _new_id(), "replaces": current}
            self._check([made])
            self._append([made])
            return str(made["id"])

    def delete(self, entry_id: str) -> None:
        """Withdraw an entry; it stays in the log, and no longer counts."""
        with self._lock:
            standing = survivors(self._state().raw)
            current = standing.alias.get(entry_id, entry_id)
            if current not in standing.entries or standing.entries[current].get("kind") in _OURS:
                raise Faults([Fault("fault.no_entry", "", {"given": entry_id})])
            self._append([{"kind": "deleted", "id": _new_id(), "entry": current}])

    def journal(self, since: date | None = None, kind: str | None = None) -> list[Entry]:
        """The entries that count, oldest first."""
        state = self._state()
        standing = survivors(state.raw).entries
        merged = state.journal.alias
        shown = [
            {**entry, "id": key}
            for key, entry in standing.items()
            if entry.get("kind") not in _OURS and key not in merged and kind in {None, entry.get("kind")}
        ]
        dated = [(str(_when(entry)), str(entry["id"]), entry) for entry in shown]
        first = since.isoformat() if since else ""
        return [entry for when, _, entry in sorted(dated, key=lambda one: one[:2]) if when >= first]

    def plan(self, week_start: date | None = None, *, trace: bool = False) -> PlanDoc:
        """The plan of a week (default: this one), saved as issued where it differs from what was shown before."""
        with self._lock:
            state = self._state()
            start = week_start or monday(state.today)
            if (start, trace) not in self._plans:
                week = plan_week(state.journal, state.runner, state.history, state.today, start, protocols())
                plan = tell_plan(week, state.runner.language, protocols(), trace=trace)
                plan["changes"] = plan["changes"] or self._shown_changes(start)
                self._issue(plan)
                self._plans[(start, trace)] = plan
            return self._plans[(start, trace)]

    def day(self, day: date | None = None) -> DayDoc:
        """A day of its week's plan, each item with its outcome where there is one."""
        when = day or self.today
        return day_of(self.plan(monday(when)), when)

    def issued(self) -> list[Entry]:
        """What was issued, the oldest first: the days that changed, with the changes as they were shown."""
        return [dict(one.plan) for one in self._state().journal.issued]

    def tick(
        self,
        item_id: str,
        outcome: str = "done",
        *,
        why: str | None = None,
        pain: int | None = None,
        to: date | None = None,
    ) -> str:
        """Say what became of a planned item. Raises Faults for an item that was never issued."""
        if item_id not in self._state().history.items():
            raise Faults([Fault("fault.no_item", "", {"given": item_id})])
        answer = {"why": why, "pain": pain, "to": to.isoformat() if to else None}
        given = {key: value for key, value in answer.items() if value is not None}
        return self.log({"kind": "done", "item": item_id, "outcome": outcome, **given})

    def whole(self) -> Entry:
        """Everything: the profile, and all entries as logged, profile changes and issued plans among them."""
        state = self._state()
        return {
            "schema": 1,
            "today": state.today.isoformat(),
            "runner": profile(state.journal),
            "journal": [dict(entry) for entry in state.raw],
        }

    def take_in(self, whole: Mapping[str, object]) -> Tally:
        """Take in an export, or a case: its entries, and its profile where no entry tells it. Raises Faults."""
        entries = whole.get("journal") or []
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in cast("list[Any]", entries)):
            raise Faults([Fault("fault.list", "journal", {"given": entries})])
        given = cast("list[Entry]", entries)
        if not any(entry.get("kind") == "profile" for entry in given) and isinstance(whole.get("runner"), dict):
            changes = cast("Entry", whole["runner"])
            read_runner(changes, self.today)
            given = [{"kind": "profile", "changes": changes}, *given]
        plans = cast("list[Entry]", whole.get("issued") or [])
        return self.log_all([*given, *({"kind": "issued", "plan": plan} for plan in plans)])

    def check(self) -> list[str]:
        """What is wrong with the data, in words; empty when all is sound."""
        found = self._store.check()
        if not found:
            try:
                self._state()
            except Faults as wrong:
                found.append(say_faults(wrong))
        return found

    def forget(self) -> None:
        """Delete all data for good."""
        with self._lock:
            self._store.forget()
            self._state_of_store = None
            self._plans.clear()

    def _state(self) -> _State:
        with self._lock:
            today, version = self.today, self._store.version
            state = self._state_of_store
            if state is None or state.version != version or state.today != today:
                raw = tuple(self._store.entries())
                journal, runner, history = read_case(raw, None, (), today)
                state = _State(version, today, raw, journal, runner, history)
                self._state_of_store = state
                self._plans.clear()
            return state

    def _made(self, entry: Mapping[str, object]) -> Entry:
        made: Entry = {key: value for key, value in entry.items() if value is not None}
        made.setdefault("id", _new_id())
        kind = made.get("kind")
        dated = {"sleep": "night_of", "screen": "on", "pause": "from"}.get(str(kind), "at")
        if dated == "at" and kind != "deleted":
            made.setdefault("at", self.now.isoformat(timespec="minutes"))
        elif dated in {"on", "from"}:
            made.setdefault(dated, self.today.isoformat())
        return made

    def _check(self, entries: list[Entry]) -> None:
        """Read the new entries on their own, so that what is wrong is named before anything is written."""
        kept = [entry for entry in entries if entry.get("kind") != "deleted"]
        read_case(kept, {}, (), self.today)

    def _append(self, entries: list[Entry]) -> None:
        logged_at = self._clock().astimezone(UTC).isoformat(timespec="microseconds")
        self._store.append([{"logged_at": logged_at, **entry} for entry in entries])

    def _shown_changes(self, start: date) -> list[Any]:
        """The changes as last shown for that week, while they are of today."""
        for one in reversed(self._state().journal.issued):
            if one.plan.get("week_start") == start.isoformat():
                return list(one.plan.get("changes") or []) if one.plan.get("today") == self.today.isoformat() else []
        return []

    def _issue(self, plan: PlanDoc) -> None:
        """Save the days that differ from what was issued, with what changed."""
        history = self._state().history
        new = [
            day
            for day in plan["days"]
            if not day.get("past")
            and [_content(item) for item in day["items"]]
            != [_content(item.json) for item in history.on(read_day(day["date"]))]
        ]
        if new:
            issued = {
                "schema": plan["schema"],
                "rules_version": plan["rules_version"],
                "today": plan["today"],
                "week_start": plan["week_start"],
                "days": new,
                "changes": plan["changes"],
            }
            self._append([{"kind": "issued", "id": _new_id(), "plan": issued}])
            raw = tuple(self._store.entries())
            state = self._state_of_store
            journal, runner, history = read_case(raw, None, (), self.today)
            version = self._store.version
            if state is not None:
                self._state_of_store = _State(version, self.today, raw, journal, runner, history)


def _content(item: Mapping[str, Any]) -> tuple[object, ...]:
    return tuple(item.get(key) for key in ("id", "kind", "at", "minutes", "dose", "for"))


def _when(entry: Mapping[str, Any]) -> object:
    return entry.get("at") or entry.get("night_of") or entry.get("on") or entry.get("from") or ""


def _new_id() -> str:
    return uuid4().hex
