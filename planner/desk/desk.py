"""What everything outside may ask and tell: one verb each, the work in the modules beside."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from planner.assess import Figures, Place
from planner.cases import read_case
from planner.desk import correcting, exchange, replying
from planner.desk.derived import Entry
from planner.desk.exchange import Tally
from planner.desk.handed import Handed
from planner.desk.ledger import Ledger, deletion, new_id
from planner.desk.replying import Difference
from planner.desk.weeks import Weeks
from planner.journal import Fault, Faults, Reply, profile, read_runner
from planner.journal.fields import day as read_day
from planner.journal.nights import with_hours
from planner.journal.records import dated
from planner.protocols import protocols
from planner.schedule import can_move, monday
from planner.store import Copy, StoreFault
from planner.words import (
    ChangeDoc,
    DayDoc,
    HowToDoc,
    PlanDoc,
    ReasonDoc,
    Voice,
    WayDoc,
    day_of,
    how_to_test,
    say_faults,
    say_reply,
    say_stop,
    tell,
)
from planner.words.catalogue import ENGLISH


class Desk:
    """A runner's journal and plans in a folder. Safe to share between threads; what it confirmed is on disk."""

    def __init__(self, folder: Path, *, clock: Callable[[], datetime], today: date | None = None) -> None:
        """`clock` gives aware local time; `today` stands in for its date."""
        self.folder = folder
        self._ledger = Ledger(folder, clock, today)
        self._weeks = Weeks(self._ledger)

    @property
    def notice(self) -> str | None:
        """One sentence for the user, where a broken file was put aside."""
        notice = self._ledger.store.notice
        return notice.said(self._known_language()) if notice else None

    @property
    def now(self) -> datetime:
        """The runner's local time; on a fixed day, that day at this time."""
        return self._ledger.now

    @property
    def today(self) -> date:
        """The runner's date."""
        return self._ledger.today

    @property
    def language(self) -> str:
        """The language of all texts."""
        return self._ledger.state().runner.language

    @property
    def voice(self) -> Voice:
        """The runner's language, units and country."""
        return self._ledger.state().voice

    def runner(self) -> dict[str, object]:
        """The profile's JSON."""
        return profile(self._ledger.state().journal)

    def change_runner(self, changes: Mapping[str, object], note: str = "") -> None:
        """Change the profile; None takes a key away. `note`: why, kept with the change.

        Raises Faults when it would be wrong, and where a clinician's limit in force would go without a note that says why.
        """
        with self._ledger.lock:
            if not note and replying.let_go(self._ledger, changes):
                raise Faults([Fault("fault.limit", "clinician_limits", {})])
            changed = {**self.runner(), **changes}
            read_runner(changed, self.today)
            said = {"note": note} if note else {}
            self._ledger.append([{"kind": "profile", "id": new_id(), "changes": dict(changes), **said}])

    def limits_let_go(self, changes: Mapping[str, object]) -> list[Mapping[str, Any]]:
        """The limits in force that a change of the profile would not leave as they are, as in the profile's JSON."""
        return replying.let_go(self._ledger, changes)

    def notes(self) -> list[Entry]:
        """The changes of the profile that were made with a note, the newest first."""
        raw = self._ledger.state().raw
        return [entry for entry in reversed(raw) if entry.get("kind") == "profile" and entry.get("note")]

    def log(self, entry: Mapping[str, object]) -> str:
        """Log one entry and return its id. Raises Faults when it is wrong; then nothing changed."""
        told = dated({key: value for key, value in entry.items() if value is not None}, self.now)
        made = with_hours(told, _by_this_machine)
        return self._ledger.log(made, str(made.get("id") or new_id()))

    def log_all(self, entries: Iterable[Mapping[str, object]]) -> Tally:
        """Log entries that came from elsewhere, in one write; those that are here already are left out."""
        return exchange.log_all(self._ledger, entries)

    def edit(self, entry_id: str, changes: Mapping[str, object]) -> str:
        """Correct an entry: append one that replaces it, and return the new id. None takes a field away."""
        return correcting.edit(self._ledger, entry_id, changes)

    def delete(self, entry_id: str) -> None:
        """Withdraw an entry, with all records of it; it stays in the log, and no longer counts."""
        correcting.delete(self._ledger, entry_id)

    def withdraw(self, entry_ids: Iterable[str]) -> None:
        """Take back what was just logged, in one write: these records alone, not another one of the same run."""
        correcting.withdraw(self._ledger, entry_ids)

    def put_back(self, entry: Mapping[str, object]) -> str:
        """Log an entry again that was deleted, and lead what was said about it to its new id, which is returned."""
        return correcting.put_back(self._ledger, entry)

    def journal(self, since: date | None = None, kind: str | None = None) -> list[Entry]:
        """The entries that count, oldest first; a run that was logged twice is one."""
        return self._ledger.state().entries(since, kind)

    def latest(self, kind: str | None = None) -> Entry | None:
        """The newest entry that counts, of that kind or of any."""
        return self._ledger.state().latest(lambda entry: kind in {None, entry["kind"]})

    def entry(self, entry_id: str) -> Entry | None:
        """The entry of that id, as it counts."""
        return self._ledger.state().latest(lambda entry: entry["id"] == entry_id)

    def plan(self, week_start: date | None = None, *, trace: bool = False) -> PlanDoc:
        """The plan of a week (default: this one), saved as issued where it differs from what was shown before."""
        with self._ledger.lock:
            return self._weeks.told(week_start or monday(self._ledger.state().today), trace=trace)

    def day(self, day: date | None = None) -> DayDoc:
        """A day of its week's plan, each item with its outcome where there is one."""
        when = day or self.today
        return day_of(self.plan(monday(when)), when)

    def why_no_run(self, day: date | None = None) -> ReasonDoc | None:
        """Why a day from today on has no run; None where it has one."""
        when = day or self.today
        why = self._weeks.of(when).why_no_run(when)
        return None if why is None else tell(why, self.voice)

    def stop_rule(self, kind: str) -> str:
        """What to do when it hurts in a session of that kind today."""
        return say_stop(kind, self._weeks.of(self.today).stop_score(self.today), self.voice)

    def issued(self) -> list[Entry]:
        """What was issued, the oldest first: the days that changed, with the changes as they were shown."""
        return [dict(one.plan) for one in self._ledger.state().journal.issued]

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
        if item not in self._ledger.state().history.items():
            raise Faults([Fault("fault.no_item", "", {"given": item})])
        if to is not None and entry.get("outcome") == "moved":
            given = dated({key: value for key, value in entry.items() if value is not None}, self.now)
            self._ledger.check([given])
            why = self.refusal(str(item), read_day(to))
            if why is not None:
                raise Faults([Fault("fault.move", "", {"given": item, "to": to, "why": why["text"]})])
        return self.log(entry)

    def take_back(self, item_id: str) -> None:
        """Withdraw all that was said about a planned item; what was logged for it stays."""
        with self._ledger.lock:
            self._ledger.append([deletion(one) for one in self._ledger.state().answers_to(item_id)])

    def is_logged(self, item_id: str) -> bool:
        """Whether a run or walk in the journal stands for a planned item."""
        return item_id in self._ledger.state().logged_items

    def sessions_to_answer(self) -> list[Entry]:
        """The runs and walks that a check-in may be about, the latest first."""
        return self._ledger.state().sessions_to_answer()

    def refusal(self, item_id: str, to: date) -> ReasonDoc | None:
        """The rule that keeps a planned item off a day; None where it may be moved there. Raises KeyError: no such item."""
        return self._ledger.state().refusal(item_id, to)

    def can_move(self, item_id: str) -> bool:
        """Whether an item is one that may have another day at all. Raises KeyError: no such item."""
        return can_move(self._ledger.state().history, item_id)

    def possible_days(self, item_id: str) -> tuple[date, ...]:
        """The days of its week that a planned item may be moved to. Raises KeyError: no such item."""
        return self._ledger.state().possible_days(item_id)

    def way(self) -> WayDoc:
        """The way ahead: the stages of the ladder, what is asked for next, how a long run may grow."""
        return self._ledger.state().way

    def weeks(self) -> tuple[date, date]:
        """The Mondays of the first and of the last week that there is a plan to look at."""
        return self._ledger.state().weeks()

    def changes_on(self, day: date, week_start: date) -> list[ChangeDoc]:
        """What changed on a day in a week's plan, several replans told as one."""
        return self._ledger.state().changes_on(day, week_start)

    def figures(self, reach: str, place: Place | None = None) -> Figures:
        """What was logged, as figures of a reach (`REACHES`) up to today; pain at one place, or at all."""
        with self._ledger.lock:
            return self._ledger.state().figures(reach, place)

    def has_health(self, state: str) -> bool:
        """Tell whether a health state holds today: told, or known by the age."""
        return self._ledger.state().runner.has(state, self.today)

    def sites(self) -> tuple[str, ...]:
        """Where it hurt lately, the latest first, and where a named condition is."""
        return self._ledger.state().sites()

    def cards(self) -> tuple[str, ...]:
        """The cards to learn from that fit this runner, by where it hurt lately and what they told of their health."""
        return self._ledger.state().cards()

    def how_to_test(self, test: str) -> HowToDoc:
        """How a self-test is done. Raises KeyError for no such test."""
        return how_to_test(test, self.voice, protocols())

    def glasses_ml(self) -> tuple[float, ...]:
        """The sizes of a glass or bottle to choose from, as they are sold where the runner's units are used."""
        return self._ledger.state().glasses_ml()

    def logged(self) -> list[Entry]:
        """All entries as they were logged, also those that no longer count, in the order in which they came."""
        return [dict(entry) for entry in self._ledger.state().raw]

    def whole(self) -> Entry:
        """Everything: the profile, and all entries as logged, profile changes and issued plans among them."""
        return exchange.whole_of(self._ledger.state())

    def handed(self) -> Handed:
        """Everything that a report for a physio is made from, as it stands now."""
        with self._ledger.lock:
            plan, next_plan = self.plan(), self.plan(monday(self.today) + timedelta(weeks=1))
            state = self._ledger.state()
            return Handed(
                state.today, state.journal, state.history, state.runner, self.runner(), state.entries(None, None), plan,
                next_plan, state.way, self.whole(), state.voice,
            )  # fmt: skip

    def take_in(self, whole: Mapping[str, object]) -> Tally:
        """Take in an export, or a case: its entries, and its profile where no entry tells it. Raises Faults."""
        return exchange.take_in(self._ledger, whole)

    def reply_of(self, raw: Mapping[str, object]) -> Reply:
        """The reply of a clinician from its JSON. Raises Faults: wrong, for another runner, in force already."""
        return replying.reply_of(self._ledger, raw)

    def difference(self, reply: Reply) -> tuple[Difference, ...]:
        """What a reply would change."""
        return replying.difference(self._ledger, reply)

    def apply_reply(self, reply: Reply) -> Tally:
        """Do what a reply says, in one write; `withdraw` of the ids takes it back as a whole."""
        return replying.apply_reply(self._ledger, reply, say_reply(reply, self.voice))

    def check(self) -> list[str]:
        """What is wrong with the data, in words; empty when all is sound."""
        found = [remark.said(self._known_language()) for remark in self._ledger.store.check()]
        if not found:
            try:
                self._ledger.state()
            except Faults as wrong:
                found.append(say_faults(wrong))
        return found

    def _known_language(self) -> str:
        """The language of all texts; English where the journal can't be read."""
        try:
            return self.language
        except (StoreFault, Faults):
            return ENGLISH

    def copies(self) -> list[Copy]:
        """The dated copies that were made, the newest first."""
        return self._ledger.store.copies()

    def back_up(self, target: Path | None = None) -> Path:
        """Keep a copy of everything, read back before it counts: beside the journal, or where it is told."""
        return self._ledger.store.back_up(self.now, target)

    def restore(self, source: Path) -> Path | None:
        """Go back to a copy; return where what was there before is kept. Raises StoreFault or Faults for no sound one."""
        with self._ledger.lock:
            read_case(self._ledger.store.read_copy(source), None, (), self.today)
            kept = self._ledger.store.restore(source, self.now)
            self._ledger.let_go()
            return kept

    def forget(self) -> None:
        """Delete all data for good, with the copies."""
        with self._ledger.lock:
            self._ledger.store.forget()
            self._ledger.let_go()


def _by_this_machine(at: datetime) -> datetime:
    """A wall clock's time in UTC, by the zone of this machine."""
    return at.astimezone(UTC)
