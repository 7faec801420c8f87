"""The runner's profile: who they are, what limits them, when they can run."""

from collections.abc import Callable, Mapping
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
    text,
    texts,
    truth,
    whole,
)
from planner.journal.limits import Limit, read_limits, weekdays
from planner.journal.nested import record, records

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
class Goal:
    """What the runner wants to run, and by when."""

    kind: str = "distance"
    distance_km: float | None = None
    by: date | None = None


@dataclass(frozen=True, slots=True)
class Runner:
    """The profile. `run_days` None: any day; empty: no running. `day_minutes`: weekday (Monday 0) -> minutes.

    `country`: two letters of ISO 3166-1, for the number to call. `run_at`: weekday -> when a run or walk begins, None: the
    usual hour; `long_run_day`: weekday of the longest run.
    """

    birth_year: int | None = None
    sex: str | None = None
    height_cm: float | None = None
    mass_kg: float | None = None
    language: str = "en"
    country: str | None = None
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
    run_at: tuple[time | None, ...] = (None,) * 7
    long_run_day: int | None = None
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


def _country(value: object) -> str:
    """Two capital letters; which of them are a country is for those who know its number."""
    given = text(value)
    if len(given) != 2 or not (given.isascii() and given.isalpha() and given.isupper()):
        raise Wrong("fault.country", given=value)
    return given


def _diagnoses(value: object, faults: list[Fault]) -> tuple[Diagnosis, ...]:
    found = records(value, "diagnoses", "condition", _DIAGNOSIS, faults)
    return tuple(Diagnosis(**_without(values, "note", "by")) for _, values in found)


def _health(value: object, faults: list[Fault]) -> tuple[HealthState, ...]:
    found = records(value, "health", "id", _HEALTH, faults)
    return tuple(HealthState(**_without(values, "note")) for _, values in found)


def _without(values: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key not in keys}


def _goal(value: object, faults: list[Fault]) -> Goal:
    return Goal(**record(value, _GOAL, "goal", faults))


def _run_days(value: object, _: list[Fault]) -> frozenset[int]:
    return frozenset(weekdays(value))


def _day_minutes(value: object, faults: list[Fault]) -> tuple[int, ...]:
    minutes = [DAY_MINUTES] * 7
    for key, given in mapping(value).items():
        try:
            weekday = v.WEEKDAYS.index(str(one_of(v.WEEKDAYS)(key)))
            if given is not None:
                minutes[weekday] = int(cast("float", number(0, 1_440)(given)))
        except Wrong as wrong:
            faults.append(Fault(wrong.key, f"day_minutes.{key}", wrong.params))
    return tuple(minutes)


def _run_at(value: object, faults: list[Fault]) -> tuple[time | None, ...]:
    """One time for all days, or a table by weekday."""
    if not isinstance(value, Mapping):
        return (clock(value),) * 7
    times = record(cast("object", value), dict.fromkeys(v.WEEKDAYS, clock), "run_at", faults)
    return tuple(times.get(weekday) for weekday in v.WEEKDAYS)


def _long_run_day(value: object, _: list[Fault]) -> int:
    return v.WEEKDAYS.index(str(one_of(v.WEEKDAYS)(value)))


def _usual_morning(value: object, faults: list[Fault]) -> Mapping[str, int]:
    return record(value, {site: whole(0, v.TOP_SCORE) for site in v.SITES}, "usual_morning", faults)


_SIMPLE: dict[str, Reader] = {
    "birth_year": whole(1900, 2100), "sex": one_of(v.SEXES), "height_cm": number(50, 260), "mass_kg": number(20, 350),
    "language": text, "country": _country, "units": one_of(("metric", "imperial")), "experience": one_of(v.EXPERIENCES),
    "usual_week_km": number(0, 500), "equipment": texts, "surfaces": texts, "bedtime": clock, "wake": clock,
}  # fmt: skip
_NESTED: dict[str, Callable[[object, list[Fault]], object]] = {
    "goal": _goal, "run_days": _run_days, "run_at": _run_at, "long_run_day": _long_run_day, "day_minutes": _day_minutes,
    "diagnoses": _diagnoses, "health": _health, "clinician_limits": read_limits, "usual_morning": _usual_morning,
}  # fmt: skip
KEYS = (*_SIMPLE, *_NESTED)


def read_runner(raw: Mapping[str, object], today: date) -> Runner:
    """The profile from its JSON. Raises Faults with everything that is wrong in it."""
    faults: list[Fault] = []
    values: dict[str, Any] = {}
    for key, value in raw.items():
        if key not in KEYS:
            faults.append(Fault("fault.field", f"runner, {key}", {"given": key, "kind": "runner"}))
        if value is None or key not in KEYS:
            continue
        inner: list[Fault] = []
        try:
            values[key] = _SIMPLE[key](value) if key in _SIMPLE else _NESTED[key](value, inner)
        except Wrong as wrong:
            inner.append(Fault(wrong.key, key, wrong.params))
        faults.extend(Fault(fault.key, f"runner, {fault.where}", fault.params) for fault in inner)
    if values.get("birth_year", 0) > today.year:
        faults.append(Fault("fault.future", "runner, birth_year", {"given": values["birth_year"], "today": str(today)}))
    if faults:
        raise Faults(faults)
    return Runner(**values)
