"""What a clinician's limit says on the items that it touches: who set it, and until when."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from planner.assess import Reason
from planner.journal import Limit
from planner.schedule.items import Item
from planner.schedule.week import Week

_FELT = frozenset({"run", "walk", "strength"})


def limited(limit: Limit, **params: object) -> Reason:
    """The reason that a limit gives."""
    known = {key: value for key, value in (("by", limit.by), ("until", limit.until)) if value}
    said = {**params, "note": limit.note, **known}
    return Reason(f"limit.{limit.kind}", "clinician", "D", said, (), "lifts.clinician")


def with_limits(week: Week, items: Iterable[Item]) -> list[Item]:
    """The items: the limit that decided one comes first, those that shape it besides come last."""
    told = ((item, (*_decided_first(item), *_shaping(week, item))) for item in items)
    return [item if said == item.reasons else replace(item, reasons=said) for item, said in told]


def _decided_first(item: Item) -> list[Reason]:
    return sorted(item.reasons, key=lambda why: not why.rule.startswith("limit."))


def _shaping(week: Week, item: Item) -> Iterator[Reason]:
    runs = item.kind == "run"
    for limit in week.limits(item.day):
        match limit.kind, limit.value:
            case "max_pain", score if item.kind in _FELT and item.dose.get("pain_max") == score:
                yield limited(limit, score=score)
            case "no_hills", _ if runs:
                yield limited(limit)
            case "allow", tuple(kinds) if item.kind in kinds:
                yield limited(limit)
            case "days_off", int(n) if runs and n > 0:
                yield replace(limited(limit, n=n), rule="limit.rest_days")
            case _:
                pass
