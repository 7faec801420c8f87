"""What the ladder has to know about a runner: tissue, gates, tests, and from when on walks count."""

from datetime import date, datetime, time, timedelta

from planner.assess.case import Case
from planner.assess.findings import sides
from planner.assess.flags import authority
from planner.assess.lights import Light
from planner.assess.past import since
from planner.assess.standing import Setting


def setting_of(case: Case, light: Light, *, bone_open: bool) -> Setting:
    """The setting of a case; `bone_open`: a bone stress injury that no clinician has cleared."""
    complained = [case.book.rows[c.row] for c in case.complaints if c.row != "soreness"]
    rows = [*case.rows, *complained]
    columns = {row.column for row in rows} | _columns_of_the_way(case)
    gates = [row.walk_gate for row in rows if row.walk_gate is not None]
    return Setting(
        column=next((c for c in ("bone", "mtss", "soft") if c in columns), "healthy"),
        diagnosed=bool(case.rows),
        climbed=bool(case.rows) and _climbed(case),
        complaint=bool(complained),
        advances=all(row.advances for row in rows),
        walk_gate=min(gates, default=None),
        bone=case.bone,
        light=light,
        today=case.today,
        slept_enough=case.nights.enough,
        failed_test=_failed_test(case),
        clear_from=_clear_from(case) if case.bone and not bone_open else None,
        stuck_cleared=tuple(
            c.at.date() for c in case.journal.clearances if "ladder_stuck" in c.clears and c.at and authority(c.by) >= 0
        ),
    )


def _columns_of_the_way(case: Case) -> set[str]:
    """The columns of what hurt since the way up the ladder, or in the month before a gap, began: a complaint that only
    grows old opens no gate.
    """
    start = case.episode
    if start is None and case.load.days_since_run is not None and case.load.days_since_run >= case.book.caps.gap_days:
        start = case.today - timedelta(days=case.load.days_since_run + case.book.caps.complaint_window_days)
    if start is None:
        return set()
    hurting = {o.row for o in case.located if o.finding.day >= start and o.finding.hurts}
    return {case.book.rows[row].column for row in hurting - {"soreness"}}


def _climbed(case: Case) -> bool:
    """Tell whether the runner has been up the ladder since the diagnosis: what follows is no entry any more."""
    diagnosed = max((d.since for d in case.diagnoses if d.condition in case.book.rows and d.since), default=date.min)
    return any(run.stage == "9" for run in since(case.runs, datetime.combine(diagnosed, time.min)))


def _failed_test(case: Case) -> str | None:
    """A self-test of the last four weeks that a diagnosis asks for, and that was not good enough the last time."""
    first = case.today - timedelta(days=case.book.caps.complaint_window_days)
    latest = {(t.test, side): t for t in case.journal.tests if t.at.date() > first for side in sides(t.side)}
    for diagnosis in case.diagnoses:
        row = case.book.rows.get(diagnosis.condition)
        for name, gate in row.tests.items() if row else ():
            for side in sides(diagnosis.side):
                test = latest.get((name, side))
                if test is not None and ((test.pain or 0) > gate.most_pain or _too_few(test.reps, gate.least_reps)):
                    return name
    return None


def _too_few(reps: int | None, least: int) -> bool:
    return reps is not None and reps < least


def bone_pains(case: Case) -> list[date]:
    """The days with pain or a sign at a bone site."""
    sites = case.book.rows["bone_stress"].sites
    return [o.finding.day for o in (*case.earlier, *case.located) if o.finding.site in sites and o.finding.hurts]


def _clear_from(case: Case) -> date | None:
    """The first day whose walks count after bone stress: ten pain-free days after the last pain."""
    starts = [d.since for d in case.diagnoses if d.condition == "bone_stress" and d.since]
    cleared = [c.at.date() for c in case.journal.clearances if c.at and "bone_stress_diagnosed" in c.clears]
    known = bone_pains(case) or starts or cleared
    return max(known) + timedelta(days=case.book.ladder.columns["bone"].pain_free_days) if known else None
