"""Hard and easy days: nothing longer than usual on the day after a hard run or a long one (clinical 3.2, R9 and R10)."""

from datetime import date, timedelta

from planner.assess import Reason
from planner.schedule.week import Cap, Week


def after_hard(week: Week, day: date, usual_min: int) -> Cap | None:
    """The usual run, as the most on the day after a hard or long run; None where the day before was easy."""
    rule = week.book.caps.hard_easy
    before = day - timedelta(days=1)
    hard = [r for r in week.runs_on(before) if (r.rpe or 0) >= rule.rpe]
    if hard:
        params: dict[str, object] = {"rpe": max(r.rpe or 0 for r in hard), "minutes": usual_min}
        why = Reason(
            "load.hard_easy", rule.source, rule.strength, params, tuple(r.id for r in hard), "lifts.easy_day"
        )  # fmt: skip
        return Cap("load.hard_easy", usual_min, why)
    long = _long_run(week, before, usual_min)
    if long is None:
        return None
    minutes, entries = long
    params = {"long": round(minutes), "minutes": usual_min}
    why = Reason("load.long_apart", rule.source, rule.strength, params, entries, "lifts.easy_day")
    return Cap("load.long_apart", usual_min, why)


def _long_run(week: Week, day: date, usual_min: int) -> tuple[float, tuple[str, ...]] | None:
    """A long run of that day, in minutes: logged, or issued for a day between today and this week."""
    least = usual_min * week.book.caps.hard_easy.long_factor
    logged = [(s.run_min, (s.id,)) for s in week.assessment.runs if s.day == day and s.run_min >= least]
    if logged:
        return max(logged)
    if not week.today <= day < week.start or day in week.run_days:
        return None
    issued = [item.run_min or 0.0 for item in week.history.on(day) if item.kind == "run"]
    return (max(issued), ()) if issued and max(issued) >= least else None
