"""Why a stage comes again instead of the next one, and what opens the first one: what a runner asks under a hold."""

from planner.assess import Assessment, Judged, Light, Reason, Verdict
from planner.assess.lights import Session
from planner.assess.sessions import Answers
from planner.journal import Run
from planner.protocols import Protocols, Row
from planner.schedule.caps import intervals, reason
from planner.schedule.week import Week


def stage_told(week: Week, stage: str, minutes: float) -> Reason:
    """What a run on the ladder is: its stage with what is shown there, or why it comes again."""
    standing = week.assessment.standing
    repeated = _why_again(week, stage, minutes)
    if repeated is not None:
        return repeated
    if stage != standing.stage:
        return reason(week, "ladder.stage_below", standing.entries, None, stage=stage, minutes=minutes)
    return reason(
        week, "ladder.stage", standing.entries, None, stage=stage, minutes=minutes, clean=standing.clean,
        needed=standing.clean_needed,
    )  # fmt: skip


def again(week: Week) -> Reason | None:
    """Why the runner's stage comes again; None off the ladder's running stages, and where all goes on."""
    stage = week.assessment.standing.stage
    return None if stage in {None, "W"} else _why_again(week, str(stage), intervals(week, str(stage)).total_run_min)


def _why_again(week: Week, stage: str, minutes: float) -> Reason | None:
    """Why the stage comes again, with what the day has of it."""
    a = week.assessment
    flag = next((f for f in a.flags if f.holds == "progress"), None)
    if flag is not None:
        return reason(
            week, "ladder.held", flag.reasons[0].entries, f"lifts.flag.{flag.id}", flag=flag.id, stage=stage,
            minutes=minutes,
        )  # fmt: skip
    if a.standing.stage == "9":
        return None
    if not may_advance(a, week.book):
        days = week.book.caps.complaint_window_days
        return reason(week, "ladder.unnamed", (), "lifts.name", stage=stage, minutes=minutes, days=days)
    return _waiting(week, stage, minutes) or _after_last_run(week, stage, minutes)


def walk_gate(a: Assessment, book: Protocols) -> int | None:
    """The highest pain in a walk that lets running start; None where nothing asks for such a walk."""
    return min((row.walk_gate for row in rows_that_judge(a, book) if row.walk_gate is not None), default=None)


def may_advance(a: Assessment, book: Protocols) -> bool:
    """Tell whether what hurts lets the runner climb: a spot without a name doesn't."""
    return all(row.advances for row in rows_that_judge(a, book))


def rows_that_judge(a: Assessment, book: Protocols) -> list[Row]:
    """The rows of pain limits that judge this runner: of what hurts, soreness aside, and of every diagnosis."""
    names = {c.row for c in a.complaints if c.row != "soreness"} | {d.condition for d in a.diagnoses}
    return [book.rows[name] for name in sorted(names & set(book.rows))]


def _waiting(week: Week, stage: str, minutes: float) -> Reason | None:
    """All is shown at this stage, and still it waits: for sleep, or for time."""
    a, ladder = week.assessment, week.book.ladder
    n = a.standing.clean_needed
    if a.standing.slept_too_little:
        return reason(
            week, "ladder.again_sleep", a.recovery.sleep_entries, "lifts.sleep", stage=stage, minutes=minutes, n=n,
            hours=ladder.sleep_needed_h,
        )  # fmt: skip
    if a.standing.gained_enough:
        return reason(
            week, "ladder.again_time", a.standing.entries, "lifts.days", stage=stage, minutes=minutes, n=n,
            days=ladder.gain_window_days,
        )  # fmt: skip
    return None


def _after_last_run(week: Week, stage: str, minutes: float) -> Reason | None:
    """What kept the last run at this stage from counting. One of today still waits for its morning."""
    last = next((s for s in reversed(week.assessment.runs) if s.told), None)
    if last is None or last.stage != week.assessment.standing.stage or last.day == week.today:
        return None
    if last.light is Light.RED or last.verdict is Verdict.CLEAN:
        return None
    if last.light is Light.GREEN:
        return _not_clean(week, last, stage, minutes)
    felt = [r.finding for r in last.readings if r.light is Light.AMBER and r.finding.score]
    worst = max(felt, key=lambda finding: finding.score or 0, default=None)
    if worst is None:
        return reason(
            week, "ladder.again_amber_sign", last.entries, "lifts.green_run", stage=stage, minutes=minutes, day=last.day
        )
    return reason(
        week, "ladder.again_amber", (worst.entry,), "lifts.green_run", stage=stage, minutes=minutes, day=last.day,
        score=worst.score,
    )  # fmt: skip


def _not_clean(week: Week, last: Judged, stage: str, minutes: float) -> Reason:
    """Why a green run counts for nothing: a painkiller, other minutes than planned, or an open question."""
    ladder = week.book.ladder
    log = next((run for run in week.journal.runs if run.id == last.id), None)
    if Answers(week.journal, painless_counts=False).masked(Session(last.at, last.kind, log, list(last.readings))):
        return reason(
            week,
            "ladder.again_painkiller",
            last.entries,
            "lifts.painkiller",
            stage=stage,
            minutes=minutes,
            day=last.day,
        )
    planned = _planned(week, last, log)
    ran = {"ladder.again_over": planned * ladder.clean_to < last.run_min,
           "ladder.again_short": planned * ladder.clean_from > last.run_min}  # fmt: skip
    rule = next((rule for rule, holds in ran.items() if holds), None)
    if rule is not None:
        return reason(
            week, rule, (last.id,), "lifts.as_planned", stage=stage, minutes=minutes, day=last.day,
            ran=round(last.run_min), planned=round(planned),
        )  # fmt: skip
    return reason(
        week, "ladder.again_unanswered", last.entries, "lifts.answers", stage=stage, minutes=minutes, day=last.day
    )


def _planned(week: Week, last: Judged, log: Run | None) -> float:
    """The running minutes that a run was meant to have: of its item, else of its stage."""
    item = week.history.items().get((log.item if log else None) or "")
    if item is not None and item.run_min is not None:
        return item.run_min
    return intervals(week, str(last.stage)).total_run_min
