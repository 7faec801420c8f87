"""The application: open, fold, assess, plan, compare, save as issued. The only caller of both the store and the core."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import RLock
from uuid import uuid4

from planner.assess import Figures, Place, figures
from planner.cases import SCHEMA, plan_case, read_case
from planner.derived import Entry, State, derive
from planner.journal import Fault, Faults, canonical, content_id, profile, read_runner
from planner.journal.fields import Wrong, instant, listed, mapping, moment
from planner.journal.fields import day as read_day
from planner.journal.records import dated
from planner.journal.vocabulary import HEALTH
from planner.nights import with_hours
from planner.protocols import cards_for, protocols
from planner.schedule import WeekPlan, can_move, monday, plan_week, possible_days, refusal
from planner.store import Copy, Store, StoreFault
from planner.words import ChangeDoc, DayDoc, PlanDoc, ReasonDoc, WayDoc, day_of, say_faults, say_stop, tell, tell_plan

A_DAY = timedelta(days=1)

__all__ = ["Copy", "Desk", "StoreFault", "Tally", "plan_case"]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many entries were new, and how many were there already; the ids of the new ones."""

    new: int
    known: int
    ids: tuple[str, ...] = field(default=(), compare=False)


class Desk:
    """A runner's journal and plans in a folder. Safe to share between threads; what it confirmed is on disk."""

    def __init__(self, folder: Path, *, clock: Callable[[], datetime], today: date | None = None) -> None:
        """`clock` gives aware local time; `today` stands in for its date."""
        self.folder = folder
        self._clock = clock
        self._fixed_today = today
        self._begun = date.min
        self._store = Store(folder)
        self._lock = RLock()
        self._state_of_store: State | None = None
        self._plans: dict[tuple[date, bool], PlanDoc] = {}
        self._weeks: dict[date, WeekPlan] = {}
        self._figures: dict[tuple[int, str, Place | None], Figures] = {}

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
        """The runner's date. A day that was begun goes on where a flight west takes the clock back over midnight."""
        if self._fixed_today:
            return self._fixed_today
        by_clock = self._clock().date()
        return self._begun if self._begun - by_clock == A_DAY else by_clock

    @property
    def language(self) -> str:
        """The language of all texts."""
        return self._state().runner.language

    def runner(self) -> dict[str, object]:
        """The profile's JSON."""
        return profile(self._state().journal)

    def change_runner(self, changes: Mapping[str, object], note: str = "") -> None:
        """Change the profile; None takes a key away. `note`: why, kept with the change. Raises Faults when it would be wrong."""
        with self._lock:
            changed = {**self.runner(), **changes}
            read_runner(changed, self.today)
            said = {"note": note} if note else {}
            self._append([{"kind": "profile", "id": _new_id(), "changes": dict(changes), **said}])

    def notes(self) -> list[Entry]:
        """The changes of the profile that were made with a note, the newest first."""
        return [entry for entry in reversed(self._state().raw) if entry.get("kind") == "profile" and entry.get("note")]

    def log(self, entry: Mapping[str, object]) -> str:
        """Log one entry and return its id. Raises Faults when it is wrong; then nothing changed."""
        made = with_hours(dated({key: value for key, value in entry.items() if value is not None}, self.now))
        return self._log(made, str(made.get("id") or _new_id()))

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
                    new[text] = entry if "logged_at" in entry else dated(entry, self.now)
                    if "logged_at" not in entry:
                        ids.add(entry["id"])
            self._check(list(new.values()))
            self._append(list(new.values()))
            return Tally(len(new), known, tuple(str(entry["id"]) for entry in new.values()))

    def edit(self, entry_id: str, changes: Mapping[str, object]) -> str:
        """Correct an entry: append one that replaces it, and return the new id. None takes a field away."""
        with self._lock:
            old, doubles = self._state().standing(entry_id)
            kept = {key: value for key, value in old.items() if key not in {"id", "logged_at", "replaces"}}
            changed = {key: value for key, value in {**kept, **changes}.items() if value is not None}
            # What was corrected is the run as a whole: a second record of it must not overrule the correction.
            return self._log({**changed, "replaces": old["id"]}, _new_id(), [_deletion(double) for double in doubles])

    def delete(self, entry_id: str) -> None:
        """Withdraw an entry, with all records of it; it stays in the log, and no longer counts."""
        with self._lock:
            old, doubles = self._state().standing(entry_id)
            self._append([_deletion(one) for one in (str(old["id"]), *doubles)])

    def withdraw(self, entry_ids: Iterable[str]) -> None:
        """Take back what was just logged, in one write: these records alone, not another one of the same run."""
        with self._lock:
            self._append([_deletion(one) for one in entry_ids])

    def put_back(self, entry: Mapping[str, object]) -> str:
        """Log an entry again that was deleted, and lead what was said about it to its new id, which is returned."""
        with self._lock:
            entry_id = _new_id()
            kept = {key: value for key, value in entry.items() if key not in {"logged_at", "replaces"}}
            more = [
                {**told, "id": _new_id(), "replaces": told["id"], "about": entry_id}
                for told in self._state().said_about(str(entry.get("id")))
            ]
            return self._log(kept, entry_id, more)

    def journal(self, since: date | None = None, kind: str | None = None) -> list[Entry]:
        """The entries that count, oldest first; a run that was logged twice is one."""
        return self._state().entries(since, kind)

    def latest(self, kind: str | None = None) -> Entry | None:
        """The newest entry that counts, of that kind or of any."""
        return self._state().latest(lambda entry: kind in {None, entry["kind"]})

    def entry(self, entry_id: str) -> Entry | None:
        """The entry of that id, as it counts."""
        return self._state().latest(lambda entry: entry["id"] == entry_id)

    def plan(self, week_start: date | None = None, *, trace: bool = False) -> PlanDoc:
        """The plan of a week (default: this one), saved as issued where it differs from what was shown before."""
        with self._lock:
            state = self._state()
            start = week_start or monday(state.today)
            if (start, trace) not in self._plans:
                week = plan_week(state.journal, state.runner, state.history, state.today, start, protocols())
                self._weeks[start] = week
                plan = tell_plan(week, state.runner.language, protocols(), trace=trace)
                plan["changes"] = plan["changes"] or state.shown_changes(start)
                self._issue(plan)
                self._plans[(start, trace)] = plan
            return self._plans[(start, trace)]

    def day(self, day: date | None = None) -> DayDoc:
        """A day of its week's plan, each item with its outcome where there is one."""
        when = day or self.today
        return day_of(self.plan(monday(when)), when)

    def why_no_run(self, day: date | None = None) -> ReasonDoc | None:
        """Why a day from today on has no run; None where it has one."""
        when = day or self.today
        why = self._week(when).why_no_run(when)
        return None if why is None else tell(why, self.language)

    def stop_rule(self, kind: str) -> str:
        """What to do when it hurts in a session of that kind today."""
        return say_stop(kind, self._week(self.today).stop_score(self.today), self.language)

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
        """Say what became of a planned item. Raises Faults as `answer` does."""
        answer = {"why": why, "pain": pain, "to": to.isoformat() if to else None}
        return self.answer({"kind": "done", "item": item_id, "outcome": outcome, **answer})

    def answer(self, entry: Mapping[str, object]) -> str:
        """Log what became of a planned item, and return the entry's id.

        Raises Faults for an item that was never issued, and for a move that a rule stands in the way of.
        """
        item, to = entry.get("item"), entry.get("to")
        if item not in self._state().history.items():
            raise Faults([Fault("fault.no_item", "", {"given": item})])
        if to is not None and entry.get("outcome") == "moved":
            given = dated({key: value for key, value in entry.items() if value is not None}, self.now)
            self._check([given])
            why = self.refusal(str(item), read_day(to))
            if why is not None:
                raise Faults([Fault("fault.move", "", {"given": item, "to": to, "why": why["text"]})])
        return self.log(entry)

    def refusal(self, item_id: str, to: date) -> ReasonDoc | None:
        """The rule that keeps a planned item off a day; None where it may be moved there. Raises KeyError: no such item."""
        state = self._state()
        why = refusal(state.journal, state.runner, state.history, state.today, item_id, to, protocols())
        return None if why is None else tell(why, state.runner.language)

    def can_move(self, item_id: str) -> bool:
        """Whether an item is one that may have another day at all. Raises KeyError: no such item."""
        return can_move(self._state().history, item_id)

    def possible_days(self, item_id: str) -> tuple[date, ...]:
        """The days of its week that a planned item may be moved to. Raises KeyError: no such item."""
        state = self._state()
        return possible_days(state.journal, state.runner, state.history, state.today, item_id, protocols())

    def way(self) -> WayDoc:
        """The way ahead: the stages of the ladder, what is asked for next, how a long run may grow."""
        return self._state().way

    def weeks(self) -> tuple[date, date]:
        """The Mondays of the first and of the last week that there is a plan to look at."""
        return self._state().weeks()

    def changes_on(self, day: date, week_start: date) -> list[ChangeDoc]:
        """What changed on a day in a week's plan, several replans told as one."""
        return self._state().changes_on(day, week_start)

    def figures(self, reach: str, place: Place | None = None) -> Figures:
        """What was logged, as figures of a reach (`REACHES`) up to today; pain at one place, or at all."""
        with self._lock:
            state = self._state()
            key = (state.version, reach, place)
            if key not in self._figures:
                self._figures[key] = figures(state.journal, state.history, state.today, reach, protocols(), place)
            return self._figures[key]

    def has_health(self, state: str) -> bool:
        """Tell whether a health state holds today: told, or known by the age."""
        return self._state().runner.has(state, self.today)

    def sites(self) -> tuple[str, ...]:
        """Where it hurt lately, the latest first, and where a named condition is."""
        return self._state().sites()

    def cards(self) -> tuple[str, ...]:
        """The cards to learn from that fit this runner, by where it hurt lately and what they told of their health."""
        state = self._state()
        health = [one for one in HEALTH if state.runner.has(one, state.today)]
        return cards_for(protocols().cards, state.sites(), health)

    def whole(self) -> Entry:
        """Everything: the profile, and all entries as logged, profile changes and issued plans among them."""
        state = self._state()
        return {
            "schema": SCHEMA,
            "today": state.today.isoformat(),
            "runner": profile(state.journal),
            "journal": [dict(entry) for entry in state.raw],
        }

    def take_in(self, whole: Mapping[str, object]) -> Tally:
        """Take in an export, or a case: its entries, and its profile where no entry tells it. Raises Faults."""
        if whole.get("schema") != SCHEMA:
            raise Faults([Fault("fault.schema", "schema", {"given": whole.get("schema"), "known": SCHEMA})])
        try:
            now = moment(whole.get("today") or self.today.isoformat())
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
        return self.log_all([*entries, *({"kind": "issued", "plan": plan} for plan in plans)])

    def check(self) -> list[str]:
        """What is wrong with the data, in words; empty when all is sound."""
        found = self._store.check()
        if not found:
            try:
                self._state()
            except Faults as wrong:
                found.append(say_faults(wrong))
        return found

    def copies(self) -> list[Copy]:
        """The dated copies that were made, the newest first."""
        return self._store.copies()

    def back_up(self, target: Path | None = None) -> Path:
        """Keep a copy of everything, read back before it counts: beside the journal, or where it is told."""
        return self._store.back_up(self.now, target)

    def restore(self, source: Path) -> Path | None:
        """Go back to a copy; return where what was there before is kept. Raises StoreFault or Faults for no sound one."""
        with self._lock:
            read_case(self._store.read_copy(source), None, (), self.today)
            kept = self._store.restore(source, self.now)
            self._state_of_store = None
            return kept

    def forget(self) -> None:
        """Delete all data for good, with the copies."""
        with self._lock:
            self._store.forget()
            self._state_of_store = None
            self._plans.clear()
            self._figures.clear()

    def _state(self) -> State:
        with self._lock:
            today, version = self.today, self._store.version
            state = self._state_of_store
            if state is None or state.version != version or state.today != today:
                state = self._state_of_store = self._read()
                self._plans.clear()
                self._figures.clear()
            return state

    def _week(self, day: date) -> WeekPlan:
        """The week of a day as its plan was last made."""
        with self._lock:
            self.plan(monday(day))
            return self._weeks[monday(day)]

    def _read(self) -> State:
        try:
            state = self._read_on(self.today)
        except Faults as wrong:
            tomorrow = self.today + A_DAY
            is_ahead = {(fault.key, fault.params.get("given")) for fault in wrong.faults} == {
                ("fault.future", str(tomorrow))
            }
            if self._fixed_today or not is_ahead:
                raise
            # Written down before the clock went back; it would stop everything until midnight.
            state = self._read_on(tomorrow)
        self._begun = state.today
        return state

    def _read_on(self, today: date) -> State:
        version, known = self._store.version, self._state_of_store
        grown = known and known.followed_by(self._store.entries(after=max(len(known.raw) - 1, 0)), version, today)
        return grown or derive(version, tuple(self._store.entries()), today)

    def _log(self, entry: Entry, entry_id: str, more: Sequence[Entry] = ()) -> str:
        with self._lock:
            self._check([entry])
            self._append([{**entry, "id": entry_id}, *more])
        return entry_id

    def _check(self, entries: Sequence[Entry]) -> None:
        """Read the new entries on their own, so that what is wrong is named before anything is written."""
        read_case(entries, None, (), self.today)

    def _append(self, entries: Sequence[Entry]) -> None:
        """Write entries down, later than all that is there: the order of two profile changes is that of their times."""
        now = self._clock().astimezone(UTC)
        last = self._state().last_logged_at
        if last and instant(last) >= instant(now.isoformat()):
            now = datetime.fromisoformat(instant(last)) + timedelta(microseconds=1)
        logged_at = now.isoformat(timespec="microseconds")
        self._store.append([{"logged_at": logged_at, **entry} for entry in entries])

    def _issue(self, plan: PlanDoc) -> None:
        """Save the days that differ from what was issued, with what changed."""
        issued = self._state().to_issue(plan)
        if issued is not None:
            self._append([{"kind": "issued", "id": _new_id(), "plan": issued}])
            self._state_of_store = self._read()


def _deletion(entry_id: str) -> Entry:
    return {"kind": "deleted", "id": _new_id(), "entry": entry_id}


def _new_id() -> str:
    return uuid4().hex
