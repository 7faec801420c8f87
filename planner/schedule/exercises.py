"""Which exercises suit a runner: what a row, a site or a fresh injury leaves out, and what is done smaller."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from planner.assess import Light, Reason
from planner.assess.past import since
from planner.protocols import Exercise, Fit, Routine
from planner.schedule.week import Week

Cause = tuple[str, str]  # rule of the reason, and the row or site


@dataclass(frozen=True, slots=True)
class Body:
    """What decides on exercises on a day. `rows`: the strictest first; `sites`: of complaints without a diagnosis."""

    rows: tuple[str, ...]
    sites: tuple[str, ...]
    equipment: tuple[str, ...]
    impact: bool
    running: bool
    fresh: bool


@dataclass(frozen=True, slots=True)
class Chosen:
    """Exercises with their doses, and why others were left out."""

    doses: tuple[Mapping[str, Any], ...]
    reasons: tuple[Reason, ...]


def body_of(week: Week, day: date, stage: str | None) -> Body:
    """The runner on a day, as exercises see them."""
    a, book = week.assessment, week.book
    sites = tuple(dict.fromkeys(c.site for c in a.complaints if not book.rows[c.row].diagnosable))
    return Body(
        rows_of(week), sites, week.runner.equipment, impact_allowed(week, stage),
        not week.limit(day, "max_run_min"), fresh_since(week, day) is not None,
    )  # fmt: skip


def rows_of(week: Week) -> tuple[str, ...]:
    """The rows that judge the runner, of diagnoses and of complaints, the strictest first."""
    a, book = week.assessment, week.book
    known = {d.condition for d in a.diagnoses if d.condition in book.rows} | {c.row for c in a.complaints}
    return tuple(sorted(known, key=lambda row: book.rows[row].strictness))


def impact_allowed(week: Week, stage: str | None) -> bool:
    """Impact exercises: from stage 9 and off the ladder, while the light is green and nothing is held or watched."""
    a = week.assessment
    if a.held in {"all", "impact"} or a.light is not Light.GREEN:
        return False
    return stage in {None, "9"} and a.phase in {"healthy", "rebuild"}


def fresh_since(week: Week, day: date) -> date | None:
    """The day of a new injury or swelling that is still fresh on that day; None where there is none."""
    extras = week.book.extras
    window = timedelta(hours=extras.fresh_h)
    first = datetime.combine(day - window, time.min)
    told = (*since(week.journal.pains, first), *since(week.journal.screens, first))
    found = [one.at.date() for one in told if set(extras.fresh_signs) & set(one.signs)]
    found += [d.since for d in week.assessment.diagnoses if d.condition in extras.fresh_conditions and d.since]
    return max((one for one in found if timedelta(0) <= day - one < window), default=None)


def why_left_out(fit: Fit, body: Body) -> Cause | None:
    """Why the runner leaves an exercise out; None where nothing speaks against it."""
    row = next((row for row in body.rows if row in fit.leave_out_for), None)
    site = next((site for site in body.sites if site in fit.leave_out_sites), None)
    if row is not None:
        return "exercise.left_out", row
    if site is not None:
        return "exercise.left_out_site", site
    if fit.not_fresh and body.fresh:
        return "exercise.fresh", ""
    if fit.impact and not body.impact:
        return "exercise.impact_waits", ""
    if fit.running and not body.running:
        return "exercise.limit", ""
    if fit.needs is not None and fit.needs not in body.equipment:
        return "exercise.equipment", fit.needs
    return None


def ways(fit: Fit, body: Body) -> dict[str, Any]:
    """What is different for this runner in an exercise: floor level only, a small range."""
    found: dict[str, Any] = {"impact": fit.impact}
    if set(body.rows) & set(fit.floor_only_for):
        found["floor_only"] = True
    if set(body.rows) & set(fit.small_range_for) or set(body.sites) & set(fit.small_range_sites):
        found["small_range"] = True
    return found


def left_out(causes: Iterable[tuple[str, Cause]]) -> Iterator[Reason]:
    """One reason for each cause, with the exercises that it left out. Lacking equipment needs no reason."""
    by_cause: dict[Cause, list[str]] = {}
    for exercise, cause in causes:
        by_cause.setdefault(cause, []).append(exercise)
    for (rule, what), names in by_cause.items():
        listed = tuple(names)
        if rule == "exercise.left_out":
            yield Reason("exercise.left_out", "decisions", "D", {"row": what, "exercises": listed})
        elif rule == "exercise.left_out_site":
            yield Reason("exercise.left_out_site", "decisions", "D", {"site": what, "exercises": listed})
        elif rule == "exercise.fresh":
            yield Reason("exercise.fresh", "decisions", "D", {"exercises": listed})
        elif rule == "exercise.impact_waits":
            yield Reason("exercise.impact_waits", "decisions", "D", {"exercises": listed})
        elif rule == "exercise.limit":
            yield Reason("exercise.limit", "clinician", "D", {"exercises": listed})


def routine_exercises(routine: Routine, body: Body) -> Chosen:
    """The exercises of a routine that suit the runner; what those left out would have taken is walked."""
    causes = {one.id: why_left_out(one.fit, body) for one in routine.exercises}
    kept = [one for one in routine.exercises if causes[one.id] is None]
    left = routine.minutes * 60 - sum(one.work_s for one in kept)
    doses = tuple({"id": one.id, **ways(one.fit, body), **_dose(one, left)} for one in kept)
    return Chosen(doses, tuple(left_out((key, cause) for key, cause in causes.items() if cause is not None)))


def _dose(exercise: Exercise, left_s: int) -> dict[str, Any]:
    if exercise.fills:
        return {"minutes": left_s // 60, "work_s": left_s}
    shapes = {key: getattr(exercise, key) for key in ("reps", "seconds", "times", "metres", "work_s")}
    return {key: value for key, value in shapes.items() if value}


def walked(chosen: Sequence[Mapping[str, Any]]) -> int:
    """Minutes of walking in a routine."""
    return sum(one.get("minutes", 0) for one in chosen)
