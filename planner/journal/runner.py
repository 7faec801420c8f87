"""The runner's profile: who they are, what limits them, when they can run."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any, cast

from planner.journal import vocabulary as v
from planner.journal.faults import Fault, Faults
from planner.journal.fields import (
    Reader,
    Wrong,
    clock,
    day,
    mapping,
    number,
    one_of,
    some_of,
    text,
    texts,
    truth,
    whole,
)

DAY_MINUTES = 60


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A named condition; `until` is inclusive, None means open."""

    condition: str
    side: str = "both"
    since: date | None = None
    until: date | None = None
    given_by_clinician: bool = False


@dataclass(frozen=True, slots=True)
class HealthState:
    """Something about the runner's health that changes a plan."""

    id: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Limit:
    """A clinician's limit: `value` depends on `kind` (minutes, score, stage, days, ids)."""

    kind: str
    value: object = None
    until: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Goal:
    """What the runner wants to run, and by when."""

    kind: str = "distance"
    distance_km: float | None = None
    by: date | None = None


@dataclass(frozen=True, slots=True)
class Runner:
    """The profile. `run_days` None: any day; empty: no running. `day_minutes`: weekday (Monday 0) -> minutes."""

    birth_year: int | None = None
    sex: str | None = None
    height_cm: float | None = None
    mass_kg: float | None = None
    language: str = "en"
    units: str = "metric"
    experience: str | None = None
    usual_week_km: float | None = None
    goal: Goal | None = None
    run_days: frozenset[int] | None = None
    day_minutes: tuple[int, ...] = (DAY_MINUTES,) * 7
    diagnoses: tuple[Diagnosis, ...] = ()
    health: tuple[HealthState, ...] = ()
    equipment: tuple[str, ...] = ()
    surfaces: tuple[str, ...] = ()
    bedtime: time | None = None
    wake: time | None = None
    clinician_limits: tuple[Limit, ...] = ()
    usual_morning: Mapping[str, int] = field(default_factory=dict[str, int])

    @property
    def bmi(self) -> float | None:
        """Body mass index in kg/m², where mass and height are known."""
        if self.mass_kg is None or self.height_cm is None:
            return None
        return self.mass_kg / (self.height_cm / 100) ** 2

    def has(self, health_id: str, on: date) -> bool:
        """Tell whether that health state holds on that day."""
        if health_id == "under_18" and self.age(on) is not None and cast("int", self.age(on)) < 18:
            return True
        return any(state.id == health_id and (state.until is None or state.until >= on) for state in self.health)

    def age(self, on: date) -> int | None:
        """Age reached in that year."""
        return None if self.birth_year is None else on.year - self.birth_year


_HEALTH_ID = one_of(v.HEALTH)
_DIAGNOSIS: dict[str, Reader] = {
    "condition": one_of(v.CONDITIONS), "side": one_of(v.SIDES), "since": day, "until": day,
    "given_by_clinician": truth, "note": text, "by": text,
}  # fmt: skip
_HEALTH: dict[str, Reader] = {"id": _HEALTH_ID, "until": day, "note": text}
_GOAL: dict[str, Reader] = {"kind": text, "distance_km": number(0, 500), "by": day}
_LIMIT: dict[str, Reader] = {"kind": one_of(v.LIMIT_KINDS), "until": day, "note": text, "by": text}
_LIMIT_VALUES: dict[str, Reader] = {
    "max_run_min": number(0, 1_440), "max_pain": whole(0, 10), "hold_stage": one_of(v.STAGES),
    "start_stage": one_of(v.STAGES),
}  # fmt: skip


def _stage(value: object) -> str:
    return str(one_of(v.STAGES)(str(value) if isinstance(value, int) else value))


def _record(value: object, spec: Mapping[str, Reader], where: str, faults: list[Fault]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, given in mapping(value).items():
        if given is None:
            continue
        reader = spec.get(key)
        if reader is None:
            faults.append(Fault("fault.field", f"{where}.{key}", {"given": key, "kind": where}))
            continue
        try:
            values[key] = reader(given)
        except Wrong as wrong:
            faults.append(Fault(wrong.key, f"{where}.{key}", wrong.params))
    return values


def _records(value: object) -> list[object]:
    if not isinstance(value, (list, tuple)):
        raise Wrong("fault.list", given=value)
    return list(cast("list[object]", value))


def _needs(values: Mapping[str, Any], key: str, where: str, faults: list[Fault]) -> bool:
    if key in values:
        return True
    faults.append(Fault("fault.missing", f"{where}.{key}", {"key": key}))
    return False


def _diagnoses(value: object, faults: list[Fault]) -> tuple[Diagnosis, ...]:
    read: list[Diagnosis] = []
    for n, raw in enumerate(_records(value), 1):
        where = f"diagnoses[{n}]"
        values = _record(raw, _DIAGNOSIS, where, faults)
        values.pop("note", None)
        values.pop("by", None)
        if _needs(values, "condition", where, faults):
            read.append(Diagnosis(**values))
    return tuple(read)


def _health(value: object, faults: list[Fault]) -> tuple[HealthState, ...]:
    read: list[HealthState] = []
    for n, raw in enumerate(_records(value), 1):
        where = f"health[{n}]"
        values = _record(raw if isinstance(raw, Mapping) else {"id": raw}, _HEALTH, where, faults)
        if "id" in values:
            read.append(HealthState(values["id"], values.get("until")))
    return tuple(read)


def _limits(value: object, faults: list[Fault]) -> tuple[Limit, ...]:
    read: list[Limit] = []
    for n, raw in enumerate(_records(value), 1):
        where = f"clinician_limits[{n}]"
        given = dict(mapping(raw))
        limit_value = given.pop("value", None)
        values = _record(given, _LIMIT, where, faults)
        if not _needs(values, "kind", where, faults):
            continue
        try:
            limit_value = _limit_value(values["kind"], limit_value)
        except Wrong as wrong:
            faults.append(Fault(wrong.key, f"{where}.value", wrong.params))
            continue
        read.append(Limit(values["kind"], limit_value, values.get("until"), values.get("note", "")))
    return tuple(read)


def _limit_value(kind: str, value: object) -> object:
    if kind in {"hold_stage", "start_stage"}:
        return _stage(value)
    if kind in _LIMIT_VALUES:
        return _LIMIT_VALUES[kind](value)
    if kind == "days_off":
        if isinstance(value, (list, tuple)):
            return tuple(
                v.WEEKDAYS.index(d) for d in cast("tuple[str, ...]", some_of(v.WEEKDAYS)(cast("object", value)))
            )
        return whole(0, 7)(value)
    if kind in {"exercises", "allow"} and value is not None:
        return texts(value if isinstance(value, (list, tuple)) else [value])
    return value


def _goal(value: object, faults: list[Fault]) -> Goal:
    return Goal(**_record(value, _GOAL, "goal", faults))


def _run_days(value: object, _: list[Fault]) -> frozenset[int]:
    return frozenset(v.WEEKDAYS.index(d) for d in cast("tuple[str, ...]", some_of(v.WEEKDAYS)(value)))


def _day_minutes(value: object, faults: list[Fault]) -> tuple[int, ...]:
    minutes = [DAY_MINUTES] * 7
    for key, given in mapping(value).items():
        where = f"day_minutes.{key}"
        try:
            minutes[v.WEEKDAYS.index(str(one_of(v.WEEKDAYS)(key)))] = int(cast("float", number(0, 1_440)(given)))
        except Wrong as wrong:
            faults.append(Fault(wrong.key, where, wrong.params))
    return tuple(minutes)


def _usual_morning(value: object, faults: list[Fault]) -> Mapping[str, int]:
    return _record(value, {site: whole(0, 10) for site in v.SITES}, "usual_morning", faults)


_SIMPLE: dict[str, Reader] = {
    "birth_year": whole(1900, 2100), "sex": one_of(v.SEXES), "height_cm": number(50, 260), "mass_kg": number(20, 350),
    "language": text, "units": one_of(("metric", "imperial")), "experience": one_of(v.EXPERIENCES),
    "usual_week_km": number(0, 500), "equipment": texts, "surfaces": texts, "bedtime": clock, "wake": clock,
}  # fmt: skip
_NESTED: dict[str, Any] = {
    "goal": _goal, "run_days": _run_days, "day_minutes": _day_minutes, "diagnoses": _diagnoses, "health": _health,
    "clinician_limits": _limits, "usual_morning": _usual_morning,
}  # fmt: skip
KEYS = (*_SIMPLE, *_NESTED)


def read_runner(raw: Mapping[str, object], today: date) -> Runner:
    """The profile from its JSON. Raises Faults with everything that is wrong in it."""
    faults: list[Fault] = []
    values: dict[str, Any] = {}
    for key, value in raw.items():
        if value is None:
            continue
        where = f"runner, {key}"
        try:
            if key in _SIMPLE:
                values[key] = _SIMPLE[key](value)
            elif key in _NESTED:
                inner: list[Fault] = []
                values[key] = _NESTED[key](value, inner)
                faults.extend(Fault(f.key, f"runner, {f.where}", f.params) for f in inner)
            else:
                faults.append(Fault("fault.field", where, {"given": key, "kind": "runner"}))
        except Wrong as wrong:
            faults.append(Fault(wrong.key, where, wrong.params))
    if values.get("birth_year", 0) > today.year:
        faults.append(Fault("fault.future", "runner, birth_year", {"given": values["birth_year"], "today": str(today)}))
    if faults:
        raise Faults(faults)
    return Runner(**values)
