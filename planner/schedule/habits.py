"""Layer 4: sleep and fluids every day, and rest on rest days (decisions G)."""

from collections.abc import Iterator, Sequence
from datetime import date, time

from planner.assess import Reason
from planner.schedule.caps import reason
from planner.schedule.clinician import clinician
from planner.schedule.items import Item, clock
from planner.schedule.running import Running
from planner.schedule.week import ACTIVE, Week


def habit_items(week: Week, placed: Sequence[Item], running: Running) -> Iterator[Item]:
    """Sleep and fluids every day, rest on rest days, and the clinician to see."""
    for day in week.open_days:
        yield _sleep(week, day)
        yield _hydration(week, day, placed)
        moved = any(item.day == day and item.kind in ACTIVE for item in placed)
        why = _rest_reason(week, day, running)
        done_today = day == week.today and week.was_active(day) and not why.rule.startswith("rest.")
        if not moved and not done_today:
            rest = week.book.practices["rest"]
            yield Item(day, "rest", clock(rest.at), rest.minutes, {}, (why,))
        yield from clinician(week, day)


def _rest_reason(week: Week, day: date, running: Running) -> Reason:
    stop = running.blocked.get(day)
    if stop is not None:
        return stop
    if week.assessment.standing.stage is not None:
        return reason(week, "ladder.every_other_day")
    return reason(week, "fit.between")


def _sleep(week: Week, day: date) -> Item:
    practice = week.book.practices["sleep"]
    teen = week.runner.has("under_18", day)
    hours = practice.teen_target_h if teen else float(practice.dose["target_h"])
    bedtime = week.runner.bedtime or clock(practice.at)
    at = bedtime if bedtime >= time(18) else time(23, 59)
    entries = week.assessment.recovery.sleep_entries[:3]
    basis = practice.basis_of("teen_target_h" if teen else "dose")
    why = Reason("sleep.target", basis.source, basis.strength, {"hours": hours}, entries)
    return Item(day, "sleep", at, 0, {"target_h": hours, "bedtime": f"{bedtime:%H:%M}"}, (why,))


def _hydration(week: Week, day: date, placed: Sequence[Item]) -> Item:
    practice = week.book.practices["hydration"]
    forbidden = week.allowed("drink_target", day)
    at = clock(practice.at)
    if forbidden is not None:
        health = week.book.health
        why = Reason("hydration.no_target", health.source, health.strength, {"health": forbidden})
        return Item(day, "hydration", at, 0, {}, (why,))
    ml = practice.drink_ml_male if week.runner.sex == "male" else practice.drink_ml_female
    reasons = [Reason("hydration.target", practice.source, practice.strength, {"ml": ml})]
    dose: dict[str, float] = {"drink_ml": ml}
    if week.runner.has("pregnancy", day):
        dose["drink_ml"] = ml + practice.pregnancy_extra_ml
        params = {"ml": practice.pregnancy_extra_ml}
        reasons.append(Reason("hydration.pregnancy", practice.source, practice.strength, params))
    long = max((item.minutes for item in placed if item.day == day and item.kind == "run"), default=0)
    if long > practice.long_run_min:
        dose["most_l_per_h"] = practice.most_l_per_h
        basis = practice.basis_of("most_l_per_h")
        params = {"minutes": long, "litres": practice.most_l_per_h}
        reasons.append(Reason("hydration.long_run", basis.source, basis.strength, params))
    return Item(day, "hydration", at, 0, dose, tuple(reasons))
