"""Plans as they were issued: what later plans keep ids from and sessions are measured by."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import Any, cast

from planner.journal.faults import Fault, Faults
from planner.journal.fields import Reader, Wrong, clock, day, listed, mapping, number, one_of, text, texts, whole
from planner.journal.vocabulary import ITEM_KINDS

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


@dataclass(frozen=True)
class History:
    """All issued plans, the oldest first."""

    plans: tuple[IssuedPlan, ...] = ()

    @cached_property
    def _items(self) -> Mapping[str, IssuedItem]:
        return {item.id: item for plan in self.plans for items in plan.days.values() for item in items}

    @cached_property
    def _days(self) -> Mapping[date, tuple[IssuedItem, ...]]:
        return {day: items for plan in self.plans for day, items in plan.days.items()}

    @cached_property
    def _begun(self) -> frozenset[date]:
        return frozenset(day for plan in self.plans if plan.today >= plan.week_start for day in plan.days)

    @cached_property
    def runs(self) -> tuple[IssuedItem, ...]:
        """Every run ever issued, as last issued."""
        return tuple(item for item in self._items.values() if item.kind == "run")

    def followed_by(self, later: "History") -> "History":
        """These plans and later ones."""
        return History(_oldest_first((*self.plans, *later.plans))) if later.plans else self

    def items(self) -> Mapping[str, IssuedItem]:
        """Every item ever issued, by id, as last issued."""
        return self._items

    def on(self, when: date) -> tuple[IssuedItem, ...]:
        """The items of a day, as last issued."""
        return self._days.get(when, ())

    def was_current(self, when: date) -> bool:
        """Whether a day was issued once its week had begun, and not only looked at ahead."""
        return when in self._begun


def read_issued(plans: Iterable[object]) -> History:
    """Read issued plans from their JSON. Raises Faults with everything in them that a plan can't have."""
    faults: list[Fault] = []
    read = [_plan(plan, f"issued[{n}]", faults) for n, plan in enumerate(plans, 1)]
    if faults:
        raise Faults(faults)
    return History(_oldest_first(plan for plan in read if plan))


def _oldest_first(plans: Iterable[IssuedPlan]) -> tuple[IssuedPlan, ...]:
    return tuple(sorted(plans, key=attrgetter("today")))


def _plan(value: object, where: str, faults: list[Fault]) -> IssuedPlan | None:
    found = len(faults)
    values = _read(value, _PLAN, (), where, faults)
    days: dict[date, tuple[IssuedItem, ...]] = {}
    for n, raw in enumerate(values.get("days", ()), 1):
        place = f"{where}, day {n}"
        one = _read(raw, _DAY, ("date",), place, faults)
        items = [_item(item, one, f"{place}, item {m}", faults) for m, item in enumerate(one.get("items", ()), 1)]
        if "date" in one:
            days[one["date"]] = tuple(item for item in items if item)
    start = values.get("week_start", min(days, default=None))
    if start is None and len(faults) == found:
        faults.append(Fault("fault.missing", where, {"key": "week_start"}))
    return None if start is None else IssuedPlan(values.get("today", start), start, days)


def _item(value: object, of_day: Json, where: str, faults: list[Fault]) -> IssuedItem | None:
    found = len(faults)
    item = _read(value, _ITEM, ("id", "kind"), where, faults)
    dose = _read(item.get("dose", {}), _DOSE, (), f"{where}, dose", faults)
    if len(faults) > found or "date" not in of_day:
        return None
    shown = {key: one for key, one in cast("Json", value).items() if one is not None}
    return IssuedItem(item["id"], item["kind"], of_day["date"], item.get("for"), dose.get("run_min"), shown)


def _read(
    value: object, spec: Mapping[str, Reader], needs: Sequence[str], where: str, faults: list[Fault]
) -> dict[str, Any]:
    """The values that can be read; keys that `spec` lacks stay for the screen, as they were shown."""
    values: dict[str, Any] = {}
    try:
        given = mapping(value)
    except Wrong as wrong:
        faults.append(Fault(wrong.key, where, wrong.params))
        return values
    for key, reader in spec.items():
        if given.get(key) is not None:
            try:
                values[key] = reader(given[key])
            except Wrong as wrong:
                faults.append(Fault(wrong.key, f"{where}, {key}", wrong.params))
        elif key in needs:
            faults.append(Fault("fault.missing", where, {"key": key}))
    return values


_PLAN: dict[str, Reader] = {"today": day, "week_start": day, "days": listed, "changes": listed}
_DAY: dict[str, Reader] = {"date": day, "items": listed}
_ITEM: dict[str, Reader] = {
    "id": text, "kind": one_of(ITEM_KINDS), "title": text, "at": clock, "minutes": whole(0, 1_440), "for": text,
    "dose": mapping, "steps": texts, "reasons": listed,
}  # fmt: skip
_DOSE: dict[str, Reader] = {"run_min": number(0, 2_880)}
