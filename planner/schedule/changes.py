"""What changed against the plan that was issued: added, removed, moved, eased, extended - each with its reasons."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from planner.assess import Reason
from planner.journal.issued import History, IssuedItem
from planner.schedule.items import Item

SHOWN = frozenset(
    {
        "run", "walk", "rest", "strength", "mobility", "contrast_shower", "leg_elevation", "warm_bath", "cold_pack",
        "massage", "compression", "cross_training", "see_clinician",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """One difference to the issued plan; `before` and `after` are None where there was or is nothing."""

    what: str
    item: str
    kind: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
    reasons: tuple[Reason, ...]


def changes(
    items: Sequence[Item], finished: Sequence[Item], history: History, days: Sequence[date], why: Mapping[date, Reason]
) -> tuple[Change, ...]:
    """Compare the open days with what was issued for them. `why`: why a day has no run."""
    covered = [day for day in days if any(day in plan.days for plan in history.plans)]
    if not covered:
        return ()
    done = {item.id for item in finished}
    old = {one.id: one for day in covered for one in history.on(day) if one.kind in SHOWN and one.id not in done}
    new = {item.id: item for item in items if item.kind in SHOWN}
    found: list[Change] = []
    gone = [one for key, one in old.items() if key not in new]
    come = [item for key, item in new.items() if key not in old and item.day in covered]
    for key, item in new.items():
        if key in old:
            change = _difference(old[key], item)
            if change is not None:
                found.append(change)
    for one in gone:
        heir = next(
            (item for item in come if item.day == one.date and one.kind == "run" and item.kind in {"walk", "rest"}),
            None,
        )
        if heir is not None:
            come.remove(heir)
            found.append(Change("eased", one.id, one.kind, _of_issued(one), _of_item(heir), heir.reasons))
        elif one.kind != "rest":
            found.append(Change("removed", one.id, one.kind, _of_issued(one), None, _reasons_gone(one, items, why)))
    found.extend(Change("added", i.id, i.kind, None, _of_item(i), i.reasons) for i in come if i.kind != "rest")
    return tuple(sorted(found, key=lambda c: (str((c.after or c.before or {}).get("date")), c.item, c.what)))


def _reasons_gone(one: IssuedItem, items: Sequence[Item], why: Mapping[date, Reason]) -> tuple[Reason, ...]:
    if one.date in why:
        return (why[one.date],)
    same = next((i.reasons for i in items if i.kind == one.kind), None)
    if same:
        return same
    return next((i.reasons for i in items if i.day == one.date and i.kind in {"rest", "run", "walk"}), (
        Reason("plan.changed", "decisions", "D"),))  # fmt: skip


def _difference(old: IssuedItem, item: Item) -> Change | None:
    before, after = _of_issued(old), _of_item(item)
    amount = (before.get("run_min") or 0, before["minutes"]), (after.get("run_min") or 0, after["minutes"])
    if old.date != item.day:
        what = "moved"
    elif amount[1] < amount[0]:
        what = "eased"
    elif amount[1] > amount[0]:
        what = "extended"
    else:
        return None
    return Change(what, item.id, item.kind, before, after, item.reasons)


def _of_issued(one: IssuedItem) -> dict[str, Any]:
    return _short(one.kind, one.date, str(one.json.get("at", "")), one.json.get("minutes", 0), one.run_min)


def _of_item(item: Item) -> dict[str, Any]:
    return _short(item.kind, item.day, f"{item.at:%H:%M}", item.minutes, item.dose.get("run_min"))


def _short(kind: str, day: date, at: str, minutes: int, run_min: float | None) -> dict[str, Any]:
    short: dict[str, Any] = {"kind": kind, "date": day.isoformat(), "at": at, "minutes": minutes}
    if run_min is not None:
        short["run_min"] = run_min
    return short
