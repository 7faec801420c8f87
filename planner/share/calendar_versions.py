"""How often each item that was ever issued changed, when it last did, and which of them are gone.

All of it follows from the journal as it was logged, in any order, so that the same journal makes the same calendar anywhere.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, cast

from planner.words.documents import DayDoc, ItemDoc, PlanDoc

Entry = Mapping[str, Any]
_State = tuple[object, ...] | None


@dataclass(frozen=True, slots=True)
class Version:
    """`number` grows with each change, and never goes back; `at` is the moment of the last one, in UTC."""

    number: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Versions:
    """`known` by item id; `gone`: what was issued and is planned no more, each on its last day."""

    known: Mapping[str, Version] = field(default_factory=dict[str, Version])
    gone: Sequence[DayDoc] = ()

    def of(self, item_id: str, day: str) -> Version:
        """The version of an item; where it was never issued, the first one, as of its day."""
        return self.known.get(item_id) or Version(0, _moment(day))


def versions(logged: Iterable[Entry], since: str = "") -> Versions:
    """What the journal as it was logged says of every item; from plans with a day from `since` on, where that is given.

    No item leaves its week, so what was issued for weeks before those of a calendar has no part in it.
    An item changes when a plan is issued that shows it otherwise, leaves it out or has it again, and when somebody says what
    became of it, or takes that back.
    """
    entries = list(logged)
    told = _Told()
    issued = [one for one in entries if one.get("kind") == "issued" and _reaches(one["plan"], since)]
    for entry in sorted(issued, key=_order):
        told.issue(entry["plan"], _moment(entry.get("logged_at") or entry["plan"]["today"]))
    told.answers(entries)
    known = {key: Version(number, told.at[key]) for key, number in told.numbers.items()}
    return Versions(known, tuple(told.gone()))


def withdrawn(issued: Iterable[Mapping[str, object]], plan: PlanDoc) -> list[DayDoc]:
    """Items from today on that an earlier issued plan had in this week and `plan` no longer has, on their last day."""
    told = _Told()
    for earlier in (*issued, plan):
        told.issue(earlier, datetime.min)
    dates = {day["date"] for day in plan["days"] if day["date"] >= plan["today"]}
    return [day for day in told.gone() if day["date"] in dates]


@dataclass(slots=True)
class _Told:
    """The issued plans up to one of them: which item is on which day, and as what it was last shown."""

    days: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    on: dict[str, str] = field(default_factory=dict[str, str])
    last: dict[str, tuple[str, ItemDoc]] = field(default_factory=dict[str, tuple[str, ItemDoc]])
    states: dict[str, _State] = field(default_factory=dict[str, _State])
    numbers: dict[str, int] = field(default_factory=dict[str, int])
    at: dict[str, datetime] = field(default_factory=dict[str, datetime])

    def issue(self, plan: Mapping[str, Any] | PlanDoc, when: datetime) -> None:
        """One plan more; it may hold only the days that changed."""
        days = [day for day in cast("list[DayDoc]", plan["days"]) if not day.get("past")]
        before = {one for day in days for one in self.days.get(day["date"], ()) if self.on.get(one) == day["date"]}
        for item_id in before:
            del self.on[item_id]
        for day in days:
            self.days[day["date"]] = {item["id"] for item in day["items"]}
            for item in day["items"]:
                self.on[item["id"]] = day["date"]
                self.last[item["id"]] = (day["date"], item)
        for item_id in sorted(before.union(*(self.days[day["date"]] for day in days))):
            self._compare(item_id, when)

    def _compare(self, item_id: str, when: datetime) -> None:
        state = _shown(*self.last[item_id]) if item_id in self.on else None
        if item_id not in self.states:
            self.numbers[item_id], self.at[item_id] = 0, when
        elif self.states[item_id] != state:
            self.numbers[item_id] += 1
            self.at[item_id] = max(self.at[item_id], when)
        self.states[item_id] = state

    def answers(self, entries: Iterable[Entry]) -> None:
        """What was said of the items, and what of that was taken back: each is one change more."""
        about: dict[str, str] = {}
        said: dict[tuple[str, str], Entry] = {}
        for entry in entries:
            if entry.get("kind") == "done" and entry.get("item") in self.numbers:
                about[str(entry.get("id"))] = entry["item"]
            if entry.get("kind") in {"done", "deleted"}:
                said[str(entry.get("id")), str(entry.get("logged_at"))] = entry
        for entry in said.values():
            item_id = about.get(str(entry.get("id") if entry["kind"] == "done" else entry.get("entry")))
            if item_id is not None:
                self.numbers[item_id] += 1
                self.at[item_id] = max(self.at[item_id], _moment(entry.get("logged_at") or ""))

    def gone(self) -> list[DayDoc]:
        return [{"date": day, "items": [item]} for key, (day, item) in self.last.items() if key not in self.on]


def _reaches(plan: Mapping[str, Any], since: str) -> bool:
    return any(day["date"] >= since for day in plan["days"])


def _order(entry: Entry) -> tuple[str, str]:
    return str(entry.get("logged_at") or entry["plan"]["today"]), str(entry.get("id"))


def _moment(text: str) -> datetime:
    """A moment in UTC; the first there is where nothing was written."""
    read = datetime.fromisoformat(text) if text else datetime(1970, 1, 1)
    return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)


def _shown(day: str, item: ItemDoc) -> tuple[object, ...]:
    texts = [reason["text"] for reason in item.get("reasons", ())]
    return day, item.get("title"), item.get("at"), item.get("minutes"), item.get("steps"), texts
