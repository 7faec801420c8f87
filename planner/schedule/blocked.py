"""Why a day has no run, and why this week's sessions are walks."""

from datetime import date, timedelta

from planner.assess import Assessment, Reason
from planner.schedule.caps import reason
from planner.schedule.week import Week


def blocked_days(week: Week) -> dict[date, Reason]:
    """The days without a run, and why; the strongest reason first."""
    a, book = week.assessment, week.book
    off = book.ladder.columns[a.standing.column].red_days_off
    found: dict[date, Reason] = {}
    flag = next((f for f in a.flags if f.holds in {"all", "impact"}), None)
    fever = _fever(a)
    for day in week.open_days:
        red = next((r for r in sorted(a.red_days) if r <= day <= r + timedelta(days=off)), None)
        if flag is not None:
            found[day] = Reason(
                "rest.flag", flag.reasons[0].source, flag.reasons[0].strength, {"flag": flag.id},
                flag.reasons[0].entries, f"lifts.flag.{flag.id}",
            )  # fmt: skip
        elif red is not None:
            entries = a.standing.last_red or _red_entries(a, red)
            found[day] = reason(week, "rest.red", entries, "lifts.red", red=red, days=off)
        elif a.rest_until_told:
            found[day] = reason(week, "rest.walking_hurts", _red_entries(a, week.today), "lifts.walking")
        elif fever is not None and day <= fever + timedelta(days=1):
            found[day] = reason(week, "rest.fever", (), "lifts.fever")
        elif week.paused(day):
            found[day] = reason(week, "fit.pause")
        elif any(isinstance(x.value, tuple) and day.weekday() in x.value for x in week.limit(day, "days_off")):
            found[day] = reason(week, "limit.days_off", (), "lifts.clinician")
        elif week.runner.run_days is not None and day.weekday() not in week.runner.run_days:
            found[day] = reason(week, "fit.run_days")
        elif day == week.today and week.ran_on(day):
            found[day] = reason(week, "fit.ran_today")
        elif day == week.today and (week.touched_today("run", day) or week.touched_today("walk", day)):
            found[day] = reason(week, "fit.answered_today")
    return found


def _fever(a: Assessment) -> date | None:
    """The last day with a fever."""
    readings = [*a.loose, *(r for s in a.sessions for r in s.readings)]
    return max((r.finding.day for r in readings if "fever" in r.finding.signs), default=None)


def _red_entries(a: Assessment, until: date) -> tuple[str, ...]:
    readings = [*a.loose, *(r for s in a.sessions for r in s.readings)]
    hits = [r for r in readings if r.light.value == 2 and r.finding.day <= until]
    return tuple(dict.fromkeys(r.finding.entry for r in hits[-3:]))


def walk_instead(week: Week) -> Reason | None:
    """Why the sessions of this week are walks; None where they are runs."""
    a, standing = week.assessment, week.assessment.standing
    if standing.stage == "W":
        left = max(0, standing.walks_needed - standing.walks)
        return reason(week, "ladder.walk", standing.entries, "lifts.walks", n=left, minutes=week.book.ladder.walk_min)
    if standing.morning_due and standing.stage is not None:
        return reason(week, "ladder.morning_due", standing.last_red, "lifts.morning")
    if standing.walk_due and standing.stage is not None:
        return reason(week, "ladder.walk_due", standing.last_red, "lifts.one_walk", minutes=week.book.ladder.walk_min)
    if standing.test_due is not None and standing.stage is not None:
        return reason(week, "ladder.test_due", (), "lifts.test", test=standing.test_due)
    if a.phase == "rest":
        return reason(week, "ladder.morning_due", standing.last_red, "lifts.morning")
    return None
