"""Plans as they were issued: what later plans keep ids from and sessions are measured by."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from planner.journal.faults import Fault, Faults
from planner.journal.fields import Wrong, day

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class IssuedItem:
    """An item of an issued plan; `json` is how it was shown."""

    id: str
    kind: str
    date: date
    about: str | None
    run_min: float | None
    json: Json


@dataclass(frozen=True, slots=True)
class IssuedPlan:
    """A plan as issued: its items by day, in their order."""

    today: date
    week_start: date
    days: Mapping[date, tuple[IssuedItem, ...]]


@dataclass(frozen=True, slots=True)
class History:
    """All issued plans, the oldest first."""

    plans: tuple[IssuedPlan, ...] = ()

    def items(self) -> Mapping[str, IssuedItem]:
        """Every item ever issued, by id, as last issued."""
        return {item.id: item for plan in self.plans for items in plan.days.values() for item in items}

    def on(self, when: date) -> tuple[IssuedItem, ...]:
        """The items of a day, as last issued."""
        for plan in reversed(self.plans):
            if when in plan.days:
                return plan.days[when]
        return ()


def read_issued(plans: Iterable[object]) -> History:
    """Read issued plans from their JSON. Raises Faults where one isn't a plan."""
    read: list[IssuedPlan] = []
    for n, plan in enumerate(plans, 1):
        try:
            read.append(_plan(_object(plan)))
        except (Wrong, KeyError, TypeError) as wrong:
            params = wrong.params if isinstance(wrong, Wrong) else {"key": str(wrong).strip("'")}
            raise Faults([Fault("fault.issued", f"issued[{n}]", {"n": n, **params})]) from None
    return History(tuple(sorted(read, key=lambda plan: plan.today)))


def _object(value: object) -> Json:
    if not isinstance(value, Mapping):
        raise Wrong("fault.object", given=value)
    return cast("Json", value)


def _list(value: object) -> Sequence[object]:
    if not isinstance(value, (list, tuple)):
        raise Wrong("fault.list", given=value)
    return cast("Sequence[object]", value)


def _plan(plan: Json) -> IssuedPlan:
    days: dict[date, tuple[IssuedItem, ...]] = {}
    for raw in _list(plan.get("days", [])):
        one = _object(raw)
        when = day(one["date"])
        days[when] = tuple(_item(_object(item), when) for item in _list(one.get("items", [])))
    first = min(days, default=None)
    start = day(plan["week_start"]) if "week_start" in plan else first
    if start is None:
        raise Wrong("fault.missing", key="week_start")
    return IssuedPlan(day(plan["today"]) if "today" in plan else start, start, days)


def _item(item: Json, when: date) -> IssuedItem:
    dose = item.get("dose")
    run_min: object = cast("Json", dose).get("run_min") if isinstance(dose, Mapping) else None
    return IssuedItem(
        str(item["id"]),
        str(item["kind"]),
        when,
        str(item["for"]) if item.get("for") is not None else None,
        float(run_min) if isinstance(run_min, (int, float)) else None,
        item,
    )
