"""Ids of items: minted once, kept through replans by kind, what they belong to, and slot; never used twice."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import product

from planner.journal.issued import IssuedItem
from planner.schedule.items import Item, asks_for_flags
from planner.schedule.week import Week


def with_ids(items: Sequence[Item], finished: Sequence[Item], week: Week) -> list[Item]:
    """Give each item the id under which it was issued, or a new one."""
    taken = {item.id for item in finished}
    kept = _kept(items, week, taken)
    known, used = week.history.items(), set(taken)
    numbers: dict[tuple[date, str], int] = {}
    named: list[Item] = []
    for n, item in enumerate(items):
        item_id = kept.get(n)
        if item_id is None:
            item_id = _mint(item, known, used, numbers)
        used.add(item_id)
        named.append(replace(item, id=item_id))
    return _linked(named, finished)


def _mint(item: Item, known: Container[str], used: set[str], numbers: dict[tuple[date, str], int]) -> str:
    key = (item.day, item.kind)
    while True:
        numbers[key] = numbers.get(key, 0) + 1
        candidate = f"{item.day}/{item.kind}/{numbers[key]}"
        if candidate not in known and candidate not in used:
            return candidate


def _kept(items: Sequence[Item], week: Week, taken: set[str]) -> Mapping[int, str]:
    """For the place of each item, the issued id that it keeps: moved there, of its day and slot, or of another day."""
    days = week.open_days
    gone = taken | {key for key, outcome in week.outcomes.items() if outcome == "skipped"}
    issued = [item for day in days for item in week.history.on(day) if item.id not in gone]
    free = dict.fromkeys(item.id for item in issued)
    kept: dict[int, str] = {}
    moved_here = week.moved
    for n, item in enumerate(items):
        moved = moved_here.get((item.day, item.kind))
        if moved is not None and moved not in taken and moved not in kept.values():
            kept[n] = moved
            free.pop(moved, None)
    for day in days:
        for kind in dict.fromkeys(item.kind for item in items if item.day == day):
            slots = [n for n, item in enumerate(items) if item.day == day and item.kind == kind and n not in kept]
            there = [one for one in issued if one.date == day and one.kind == kind and one.id in free]
            for n, one in _same_slots(items, slots, there):
                kept[n] = one.id
                free.pop(one.id, None)
    for n, item in enumerate(items):
        if n in kept or item.kind in {"check_in", "rest", "sleep", "hydration", "see_clinician"}:
            continue
        moved = next((one for one in issued if one.id in free and one.kind == item.kind), None)
        if moved is not None:
            kept[n] = moved.id
            free.pop(moved.id)
    return kept


def _same_slots(
    items: Sequence[Item], slots: Sequence[int], there: Sequence[IssuedItem]
) -> Sequence[tuple[int, IssuedItem]]:
    """Pair items with issued ones of their day and kind: what belongs to something with its like, and questions too."""
    pairs: list[tuple[int, IssuedItem]] = []
    for slot in product((True, False), repeat=2):
        mine = [n for n in slots if (items[n].about is not None, items[n].looks_for_flags) == slot]
        theirs = [one for one in there if (one.about is not None, asks_for_flags(one.json)) == slot]
        pairs.extend(zip(mine, theirs, strict=False))
    return pairs


def _linked(named: Sequence[Item], finished: Sequence[Item]) -> list[Item]:
    """Turn what an item belongs to into that item's id."""
    ids = {f"{item.day}/{item.kind}": item.id for item in (*finished, *named) if item.kind in {"run", "walk"}}
    return [replace(item, about=ids.get(item.about, item.about)) if item.about else item for item in named]
