"""How is it now? A score logged today, before the run, that is amber for its row eases today's run and no other."""

from datetime import date

from planner.assess import Light, Reason
from planner.assess.lights import Reading
from planner.schedule.week import Cap, Week

_BEFORE_A_RUN = frozenset({"daily", "rest", "walking"})


def amber_now(week: Week) -> tuple[Reading, ...]:
    """The latest scores of today at each site, of those that are amber. A red one leaves no run to ease."""
    a = week.assessment
    latest: dict[tuple[str | None, tuple[str, ...]], Reading] = {}
    readings = [*a.loose, *(reading for session in a.sessions for reading in session.readings)]
    today = [r for r in readings if r.finding.day == week.today and r.finding.during in _BEFORE_A_RUN]
    for reading in sorted(today, key=lambda r: (r.finding.at, r.finding.score or 0)):
        finding = reading.finding
        if finding.score is not None:
            latest[(finding.site, tuple(finding.sides))] = reading
    return tuple(reading for reading in latest.values() if reading.light is Light.AMBER)


def eased(week: Week, day: date, usual_min: int) -> Cap | None:
    """Off the ladder: what an amber score leaves of today's run."""
    amber = amber_now(week) if day == week.today else ()
    if not amber:
        return None
    minutes = int(usual_min * week.book.caps.now.factor)
    return Cap("now.amber", minutes, _why(week, amber, "now.amber", minutes=minutes))


def stage_now(week: Week, day: date, stage: str) -> tuple[str, tuple[Reason, ...]]:
    """On the ladder: the stage that an amber score leaves of today's."""
    amber = amber_now(week) if day == week.today else ()
    if not amber:
        return stage, ()
    bone = week.assessment.standing.column == "bone"
    usable = [one.id for one in week.book.ladder.stages if bone or not one.bone_only]
    lower = usable[max(0, usable.index(stage) - week.book.caps.now.steps_back)]
    return lower, (_why(week, amber, "now.amber_stage", stage=lower),)


def _why(week: Week, amber: tuple[Reading, ...], rule: str, **params: object) -> Reason:
    now, worst = week.book.caps.now, max(amber, key=lambda r: (r.finding.score or 0, r.finding.entry))
    entries = tuple(dict.fromkeys(reading.finding.entry for reading in amber))
    told = {"score": worst.finding.score, "site": worst.finding.site, **params}
    return Reason(rule, now.source, now.strength, told, entries, "lifts.now")
