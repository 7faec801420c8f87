"""What forbids a recovery item on a day, how much of it there is, and why it is there (clinical 5.3, 5.5, 5.6)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from planner.assess import Reason
from planner.protocols import Practice
from planner.schedule.exercises import body_of, fresh_since, routine_exercises, rows_of
from planner.schedule.items import Item
from planner.schedule.week import Week
from planner.schedule.wishes import Wish, venous


def why_not(week: Week, kind: str, day: date) -> Reason | None:
    """Why a recovery item may not be on a day; None where nothing speaks against it."""
    book = week.book
    health = week.allowed(kind, day)
    if health is not None:
        return Reason("health.never", book.health.source, book.health.strength, {"health": health})
    practice = book.practices.get(kind)
    if practice is None or _lifted(week, kind, day):
        return None
    if practice.not_venous and venous(week):
        return Reason("health.veins", "vein_clinics", "D")
    if kind in book.extras.child_without and _child(week, day):
        return Reason("health.child", book.health.source, book.health.strength, {"age": book.extras.child_below})
    row = next((row for row in rows_of(week) if row in practice.not_for), None)
    if row is not None:
        return Reason("health.row", book.health.source, book.health.strength, {"row": row})
    injury = fresh_since(week, day) if practice.not_fresh else None
    if injury is not None:
        basis = book.extras.basis_of("fresh_h")
        params = {"day": injury, "hours": book.extras.fresh_h}
        return Reason("health.fresh", basis.source, basis.strength, params)
    return None


def _lifted(week: Week, kind: str, day: date) -> bool:
    """Tell whether a clinician allows the kind on a day."""
    return any(kind in limit.value for limit in week.limit(day, "allow") if isinstance(limit.value, tuple))


def _child(week: Week, day: date) -> bool:
    age = week.runner.age(day)
    return age is not None and age < week.book.extras.child_below


def dose_of(week: Week, kind: str, day: date) -> Mapping[str, Any]:
    """How much of it: lukewarm for a child, grams of protein only where they are wanted."""
    if kind in week.book.routines:
        return {"exercises": list(routine_exercises(week.book.routines[kind], body_of(week, day, None)).doses)}
    practice = week.book.practices[kind]
    if kind == "nutrition":
        return _protein(week, practice, day)
    dose = dict(practice.child_dose if practice.child_dose and _child(week, day) else practice.dose)
    if practice.tool is not None:
        dose["tool"] = practice.tool if practice.tool in week.runner.equipment else "hands"
    return dose


def _protein(week: Week, practice: Practice, day: date) -> Mapping[str, Any]:
    """Protein a meal in grams, within the range that was studied; nothing where numbers do harm or the mass is unknown."""
    mass = week.runner.mass_kg
    guarded = any(week.runner.has(health, day) for health in practice.no_numbers_with)
    if mass is None or guarded or any(flag.id == "low_energy" for flag in week.assessment.flags):
        return {}
    meal = min(practice.most_g, max(practice.least_g, round(practice.g_per_kg * mass)))
    low, high = (round(share * mass) for share in practice.day_g_per_kg)
    return {"protein_meal_g": meal, "protein_day_from_g": low, "protein_day_to_g": high}


def reasons_of(week: Week, wish: Wish, day: date, placed: Sequence[Item]) -> tuple[Reason, ...]:
    """Why it is there, and what to mind about it."""
    if wish.kind == "mobility":
        routine = week.book.routines[wish.kind]
        chosen = routine_exercises(routine, body_of(week, day, None))
        why = Reason("mobility.free_day", routine.source, routine.strength, {"minutes": routine.minutes})
        return (why, *chosen.reasons)
    if wish.kind == "nutrition":
        return tuple(_of_nutrition(week, day))
    return (_main(week, wish, day, placed), *_mind(week, wish.kind, day))


def _main(week: Week, wish: Wish, day: date, placed: Sequence[Item]) -> Reason:
    practice, a = week.book.practices[wish.kind], week.assessment
    rule, basis = wish.why, practice.basis_of("minutes")
    ran = any(item.day == day and item.kind == "run" for item in placed) or any(s.day == day for s in a.runs)
    if rule == "for_legs" and ran:
        rule = "after_run"
    if wish.kind == "compression" and rule == "after_run":
        basis = practice.basis_of("dose")
    entries = a.complaints[0].entries[-2:] if a.complaints else ()
    return Reason(f"{wish.kind}.{rule}", basis.source, basis.strength, dict(practice.dose), entries)


def _mind(week: Week, kind: str, day: date) -> Iterator[Reason]:
    book = week.book
    if book.practices[kind].child_dose and _child(week, day):
        yield Reason("health.lukewarm", book.health.source, book.health.strength, {"age": book.extras.child_below})


def _of_nutrition(week: Week, day: date) -> Iterator[Reason]:
    practice = week.book.practices["nutrition"]
    doctor = next((health for health in practice.doctor_with if week.runner.has(health, day)), None)
    if doctor is not None:
        yield Reason("nutrition.ask", practice.source, practice.strength, {"health": doctor})
    elif dose := _protein(week, practice, day):
        yield Reason("nutrition.protein", practice.source, practice.strength, dict(dose))
    else:
        yield Reason("nutrition.palm", practice.source, practice.strength)
    if {"bone_stress", "bone"} & set(rows_of(week)):
        yield Reason("nutrition.bone", "lappe_2008", "B")
