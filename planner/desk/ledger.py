"""The journal as it stands: read once for each version of the store, grown by what is written down."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import RLock
from uuid import uuid4

from planner.cases import read_case
from planner.desk.derived import Entry, State, derive
from planner.journal import Faults
from planner.journal.fields import instant
from planner.store import Store

A_DAY = timedelta(days=1)


class Ledger:
    """Safe to share between threads: who asks and then writes holds `lock` meanwhile.

    `reading` grows each time that the state is read anew, and not with what is issued: that was made from it.
    """

    def __init__(self, folder: Path, clock: Callable[[], datetime], fixed_today: date | None) -> None:
        self.store = Store(folder)
        self.lock = RLock()
        self.reading = 0
        self._clock = clock
        self._fixed_today = fixed_today
        self._begun = date.min
        self._state: State | None = None

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

    def state(self) -> State:
        """What the store says today. Raises Faults."""
        with self.lock:
            today, version = self.today, self.store.version
            state = self._state
            if state is None or state.version != version or state.today != today:
                state = self._state = self._read()
                self.reading += 1
            return state

    def check(self, entries: Sequence[Entry]) -> None:
        """Read new entries on their own, so that what is wrong is named before anything is written. Raises Faults."""
        read_case(entries, None, (), self.today)

    def append(self, entries: Sequence[Entry]) -> None:
        """Write entries down, later than all that is there: the order of two profile changes is that of their times."""
        now = self._clock().astimezone(UTC)
        last = self.state().last_logged_at
        if last and instant(last) >= instant(now.isoformat()):
            now = datetime.fromisoformat(instant(last)) + timedelta(microseconds=1)
        logged_at = now.isoformat(timespec="microseconds")
        self.store.append([{"logged_at": logged_at, **entry} for entry in entries])

    def log(self, entry: Entry, entry_id: str, more: Sequence[Entry] = ()) -> str:
        """Write one entry down under an id, with what follows from it. Raises Faults when it is wrong."""
        with self.lock:
            self.check([entry])
            self.append([{**entry, "id": entry_id}, *more])
        return entry_id

    def issue(self, plan: Entry) -> None:
        """Write a plan down as it was shown."""
        self.append([{"kind": "issued", "id": new_id(), "plan": plan}])
        self._state = self._read()

    def let_go(self) -> None:
        """Read everything anew: what is in the store is another journal now."""
        self._state = None

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
        version, known = self.store.version, self._state
        grown = known and known.followed_by(self.store.entries(after=max(len(known.raw) - 1, 0)), version, today)
        return grown or derive(version, tuple(self.store.entries()), today)


def new_id() -> str:
    return uuid4().hex


def deletion(entry_id: str, *, taken_back: bool = False) -> Entry:
    """The entry that withdraws another one; `taken_back`: it had only just come, and may come again."""
    made: Entry = {"kind": "deleted", "id": new_id(), "entry": entry_id}
    return {**made, "taken_back": True} if taken_back else made
