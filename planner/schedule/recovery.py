"""Layer 3: what helps legs recover, around running and strength (decisions G)."""

from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Any

from planner.assess import Reason
from planner.schedule.items import Item, Unplaced, clock
from planner.schedule.week import Week


def recovery_items(week: Week, placed: Sequence[Item]) -> tuple[list[Item], list[Unplaced]]:
    """Contrast showers and leg elevation: after runs, and for legs that hurt or ache."""
    if not _helps(week, placed) or week.assessment.held == "all" or not week.open_days:
        return [], []
    items: list[Item] = []
    missing: list[Unplaced] = []
    for kind in ("contrast_shower", "leg_elevation"):
        practice = week.book.practices[kind]
        days = [day for day in week.open_days if week.allowed(kind, day) is None]
        if not days:
            health = week.allowed(kind, week.open_days[0])
            why = Reason("health.never", week.book.health.source, week.book.health.strength, {"health": health})
            missing.append((kind, why))
            continue
        items.extend(
            _practice(week, kind, day, clock(practice.at), dict(practice.dose), _why(week, kind, day, placed))
            for day in _recovery_days(week, kind, days, placed, practice.days_a_week)
        )
    return items, missing


def _helps(week: Week, placed: Sequence[Item]) -> bool:
    """A week with pain, soreness, venous trouble, or a run or ladder walk, planned or done."""
    a = week.assessment
    venous = any(week.runner.has(h, week.today) for h in ("varicose_veins", "past_clot"))
    venous = venous or any(f.id == "venous" for f in a.flags) or any(d.condition == "venous" for d in a.diagnoses)
    ran = any(session.day in week.days for session in a.sessions)
    return bool(a.complaints or a.diagnoses or venous or ran or any(item.kind in {"run", "walk"} for item in placed))


def _recovery_days(week: Week, kind: str, days: Sequence[date], placed: Sequence[Item], most: int) -> Sequence[date]:
    """First the days with a run or walk, then those it was issued for; a paused day only where there is no other."""
    moving = {item.day for item in placed if item.kind in {"run", "walk"}} | {s.day for s in week.assessment.sessions}

    def rank(day: date) -> tuple[bool, bool, bool, int]:
        return week.paused(day), day not in moving, not week.was_issued(kind, day), day.toordinal()

    ranked = sorted(days, key=rank)
    first = [day for day in ranked if not week.paused(day)][:most]
    return sorted(first or ranked[:1])


def _why(week: Week, kind: str, day: date, placed: Sequence[Item]) -> tuple[Reason, ...]:
    practice = week.book.practices[kind]
    a = week.assessment
    if any(item.day == day and item.kind == "run" for item in placed) or any(s.day == day for s in a.runs):
        rule = "after_run"
    else:
        rule = "for_legs"
    entries = a.complaints[0].entries[-2:] if a.complaints else ()
    return (Reason(f"{kind}.{rule}", practice.source, practice.strength, dict(practice.dose), entries),)


def _practice(week: Week, kind: str, day: date, at: time, dose: Mapping[str, Any], reasons: tuple[Reason, ...]) -> Item:
    return Item(day, kind, at, week.book.practices[kind].minutes, dose, reasons)
