"""Why a day has no run, and why this week's sessions are walks."""

from dataclasses import dataclass
from datetime import date, timedelta

from planner.assess import Assessment, Light, Reason
from planner.schedule.caps import reason
from planner.schedule.limited import limited
from planner.schedule.repeats import may_advance, walk_gate
from planner.schedule.week import Week


@dataclass(frozen=True, slots=True)
class _Heavy:
    """A run that a tendon felt, and the days that it rests after it."""

    day: date
    days: int
    reason: Reason


def _heavy_session(week: Week) -> _Heavy | None:
    """The last run, where it was amber in a tissue that then rests longer than from one run to the next."""
    runs = [s for s in week.assessment.runs if s.told]
    felt = [r for s in runs[-1:] for r in s.readings if r.finding.during == "run" and r.light is Light.AMBER]
    rows = [(week.book.rows[r.row], r) for r in felt if week.book.rows[r.row].rest_days_after_amber]
    if not rows:
        return None
    row, reading = max(rows, key=lambda pair: (pair[0].rest_days_after_amber, pair[1].finding.score or 0))
    basis, days = row.basis_of("rest_days_after_amber"), row.rest_days_after_amber
    params: dict[str, object] = {"score": reading.finding.score, "days": days}
    why = Reason("rest.heavy_session", basis.source, basis.strength, params, (reading.finding.entry,), "lifts.days")
    return _Heavy(runs[-1].day, days, why)


def blocked_days(week: Week) -> dict[date, Reason]:
    """The days without a run, and why; the strongest reason first."""
    a, book = week.assessment, week.book
    off = book.ladder.columns[a.standing.column].red_days_off
    found: dict[date, Reason] = {}
    flag = next((f for f in a.flags if f.holds in {"all", "impact"}), None)
    fever = _fever(a)
    heavy = _heavy_session(week)
    for day in week.open_days:
        red = next((r for r in sorted(a.red_days) if r <= day <= r + timedelta(days=off)), None)
        if flag is not None:
            found[day] = Reason(
                "rest.flag", flag.reasons[0].source, flag.reasons[0].strength, {"flag": flag.id},
                flag.reasons[0].entries, f"lifts.flag.{flag.id}",
            )  # fmt: skip
        elif red is not None:
            found[day] = reason(week, "rest.red", a.standing.last_red, "lifts.red", red=red, days=off)
        elif heavy is not None and heavy.day < day <= heavy.day + timedelta(days=heavy.days):
            found[day] = heavy.reason
        elif a.rest_until_told:
            found[day] = _until_told(week)
        elif fever is not None and day <= fever + timedelta(days=1):
            found[day] = reason(week, "rest.fever", (), "lifts.fever")
        elif (why := _of_life(week, day)) is not None:
            found[day] = why
    return found


def _until_told(week: Week) -> Reason:
    """What keeps all days free until better scores: walking that hurts, else a bone's days without pain."""
    a, book = week.assessment, week.book
    if a.walking_hurts:
        return reason(week, "rest.walking_hurts", a.walking_hurts, "lifts.walking")
    days = book.ladder.columns["bone"].pain_free_days
    return reason(week, "rest.bone", a.standing.last_red, "lifts.bone_rest", days=days)


def _of_life(week: Week, day: date) -> Reason | None:
    """What keeps a day free besides the body: a pause, the clinician's days, the runner's days and answers."""
    off = [x for x in week.limit(day, "days_off") if isinstance(x.value, tuple) and day.weekday() in x.value]
    today = day == week.today
    answered = today and (week.touched_today("run", day) or week.touched_today("walk", day))
    if (pause := week.pause_on(day)) is not None:
        return reason(week, "fit.pause", why=pause)
    if off:
        return limited(off[0])
    if week.runner.run_days is not None and day.weekday() not in week.runner.run_days:
        return reason(week, "fit.run_days")
    if today and week.ran_on(day):
        return reason(week, "fit.ran_today")
    if (given_up := _given_up(week, day)) is not None:
        return reason(week, given_up)
    return reason(week, "fit.answered_today") if answered else None


def _given_up(week: Week, day: date) -> str | None:
    """The rule that keeps a day free on which the runner skipped a session, or from which they moved it away."""
    outcome = week.given_up.get((day, "run")) or week.given_up.get((day, "walk"))
    skipped_today = outcome == "skipped" and day == week.today
    return {"skipped": "fit.skipped", "moved": "fit.moved_away"}[outcome] if outcome and not skipped_today else None


def _fever(a: Assessment) -> date | None:
    """The last day with a fever."""
    readings = [*a.loose, *(r for s in a.sessions for r in s.readings)]
    return max((r.finding.day for r in readings if "fever" in r.finding.signs), default=None)


def walk_instead(week: Week) -> Reason | None:
    """Why the sessions of this week are walks; None where they are runs."""
    a, standing = week.assessment, week.assessment.standing
    if standing.stage == "W":
        return _walking_first(week)
    if standing.morning_due and standing.stage is not None:
        return reason(week, "ladder.morning_due", standing.last_red, "lifts.morning")
    if standing.walk_due and standing.stage is not None:
        gate, minutes = walk_gate(a, week.book), week.book.ladder.walk_min
        if gate == 0:
            return reason(week, "ladder.walk_due_painless", standing.last_red, "lifts.one_walk", minutes=minutes)
        return reason(week, "ladder.walk_due", standing.last_red, "lifts.one_walk", minutes=minutes, gate=gate)
    if standing.test_due is not None and standing.stage is not None:
        # Nobody is asked to hop again on their own: a hop can break a stressed bone.
        lifts = "lifts.test_hop" if standing.test_due == "hop" else "lifts.test"
        days = week.book.caps.complaint_window_days
        return reason(week, "ladder.test_due", (), lifts, test=standing.test_due, days=days)
    if a.phase == "rest":
        return reason(week, "ladder.morning_due", standing.last_red, "lifts.morning")
    return None


def _walking_first(week: Week) -> Reason:
    """What opens the first running stage: so many clean walks, or a name for a spot that has none."""
    a, standing, minutes = week.assessment, week.assessment.standing, week.book.ladder.walk_min
    if not may_advance(a, week.book):
        days = week.book.caps.complaint_window_days
        return reason(week, "ladder.walk_unnamed", standing.entries, "lifts.name", days=days)
    gate, left = walk_gate(a, week.book), standing.walks_needed - standing.walks
    if gate == 0:
        return reason(week, "ladder.walk_painless", standing.entries, "lifts.walks", n=left, minutes=minutes)
    if gate is None:
        return reason(week, "ladder.walk", standing.entries, "lifts.walks", n=left, minutes=minutes)
    return reason(week, "ladder.walk_gate", standing.entries, "lifts.walks", n=left, minutes=minutes, gate=gate)
