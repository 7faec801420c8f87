"""What a clinician limits: the plan keeps to it before all else."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import cast

from planner.journal import vocabulary as v
from planner.journal.faults import Fault
from planner.journal.fields import Reader, Wrong, day, listed, number, one_of, some_of, text, truth, whole
from planner.journal.nested import records

MOST_EXERCISES = 20


@dataclass(frozen=True, slots=True)
class Exercise:
    """An exercise that a clinician chose: an id of `plans/`, or words of their own; what they left open is None."""

    id: str
    sets: int | None = None
    reps: int | None = None
    seconds: int | None = None
    load_kg: float | None = None
    per_week: int | None = None


LimitValue = float | str | tuple[str, ...] | tuple[int, ...] | tuple[Exercise, ...] | None


@dataclass(frozen=True, slots=True)
class Limit:
    """A clinician's limit: `value` depends on `kind` (minutes, score, stage, days, ids, exercises).

    `until` is inclusive, None means open. `by`: the name of who set it, or one of `CLINICIANS`.
    """

    kind: str
    value: LimitValue = None
    until: date | None = None
    note: str = ""
    by: str = ""

    def holds(self, on: date) -> bool:
        """Tell whether it is in force on a day."""
        return self.until is None or self.until >= on


def weekdays(value: object) -> tuple[int, ...]:
    """Weekdays (Monday 0) from their words."""
    return tuple(v.WEEKDAYS.index(word) for word in cast("tuple[str, ...]", some_of(v.WEEKDAYS)(value)))


def _stage(value: object) -> object:
    return one_of(v.STAGES)(str(value) if isinstance(value, int) else value)


def _days_off(value: object) -> object:
    """Weekdays (Monday 0), or how many days lie between runs."""
    return whole(0, 7)(value) if isinstance(value, (int, float)) else weekdays(value)


def _listed(reader: Reader) -> Reader:
    """Return a reader that takes one word for a list of it."""
    return lambda value: reader([value] if isinstance(value, str) else value)


def _anything(value: object) -> object:
    return value


_EXERCISE: dict[str, Reader] = {
    "id": text, "sets": whole(1, 20), "reps": whole(1, 200), "seconds": whole(1, 600), "load_kg": number(0, 300),
    "per_week": whole(1, 7),
}  # fmt: skip


def _exercises(value: object) -> tuple[Exercise, ...]:
    faults: list[Fault] = []
    found = [Exercise(**values) for _, values in records(listed(value), "exercises", "id", _EXERCISE, faults)]
    if len(found) > MOST_EXERCISES:
        raise Wrong("fault.range", given=len(found), least=0, most=MOST_EXERCISES)
    if faults:
        raise Wrong(faults[0].key, **faults[0].params)
    return tuple(found)


_LIMIT: dict[str, Reader] = {
    "kind": one_of(v.LIMIT_KINDS), "value": _anything, "until": day, "note": text, "by": text,
}  # fmt: skip
_VALUES: dict[str, Reader] = {
    "max_run_min": number(0, 1_440), "max_pain": whole(0, v.TOP_SCORE), "no_hills": truth, "days_off": _days_off,
    "hold_stage": _stage, "start_stage": _stage, "exercises": _listed(_exercises),
    "allow": _listed(some_of((*v.ITEM_KINDS, *v.HOLDS))),
}  # fmt: skip


def read_limits(value: object, faults: list[Fault], name: str = "clinician_limits") -> tuple[Limit, ...]:
    """The limits of a list, which stands under that name; what is wrong joins the faults. Raises Wrong for no list."""
    read: list[Limit] = []
    for where, values in records(value, name, "kind", _LIMIT, faults):
        kind = values["kind"]
        given = values.get("value", True if kind == "no_hills" else None)
        if given is None:
            faults.append(Fault("fault.missing", f"{where}.value", {"key": "value"}))
            continue
        try:
            limit_value = cast("LimitValue", _VALUES[kind](given))
            told = {key: values[key] for key in ("until", "note", "by") if key in values}
            read.append(Limit(kind, limit_value, **told))
        except Wrong as wrong:
            faults.append(Fault(wrong.key, f"{where}.value", wrong.params))
    return tuple(read)


def limit_json(limit: Limit) -> dict[str, object]:
    """A limit as it stands in the profile's JSON, without what was left open."""
    told = {"kind": limit.kind, "value": _value_json(limit), "by": limit.by, "note": limit.note}
    until = {"until": limit.until.isoformat()} if limit.until else {}
    return {key: value for key, value in told.items() if value != ""} | until


def _value_json(limit: Limit) -> object:
    if isinstance(limit.value, float) and limit.value.is_integer():
        return int(limit.value)
    if not isinstance(limit.value, tuple):
        return limit.value
    return [_part_json(part) for part in limit.value]


def _part_json(part: str | int | Exercise) -> object:
    if isinstance(part, Exercise):
        return {key: value for key, value in asdict(part).items() if value is not None}
    return v.WEEKDAYS[part] if isinstance(part, int) else part
