"""When each recovery item helps: its best days first, and why (clinical 5.3 and 5.5)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from planner.assess import Light
from planner.schedule.items import Item
from planner.schedule.week import ACTIVE, RUNNING, TIMED, Week

Days = tuple[tuple[date, ...], str]  # the best first; and the rule that says why
_LATELY = 20


@dataclass(frozen=True, slots=True)
class Wish:
    """A recovery item that would help: on which days, the best first, on how many of them, and the rule that says so."""

    kind: str
    days: tuple[date, ...]
    most: int
    why: str


def wishes(week: Week, placed: Sequence[Item]) -> Iterator[Wish]:
    """What would help in this week, whether or not something forbids it."""
    asked = {
        "contrast_shower": _for_legs,
        "leg_elevation": _for_legs,
        "compression": _compression,
        "massage": _massage,
        "nutrition": _nutrition,
        "cold_pack": _cold_pack,
        "mobility": _mobility,
        "warm_bath": _warm_bath,
    }
    for kind, ask in asked.items():
        most = _most(week, kind)
        wish = ask(week, placed, kind) if most > 0 and _equipped(week, kind) else None
        if wish is not None and wish[0]:
            days, why = wish
            yield Wish(kind, days, most, why)


def venous(week: Week) -> bool:
    """Tell whether the veins are what troubles the legs."""
    a = week.assessment
    known = any(week.runner.has(health, week.today) for health in ("varicose_veins", "past_clot"))
    return known or any(f.id == "venous" for f in a.flags) or any(d.condition == "venous" for d in a.diagnoses)


def _most(week: Week, kind: str) -> int:
    """How often a week may have it, less what past days of this week had; the weekly ones keep one."""
    book = week.book
    made = book.routines.get(kind) or book.practices[kind]
    past = sum(week.was_issued(kind, day) for day in week.days if day < week.today)
    return max(int(kind in book.extras.least_a_week), made.days_a_week - past)


def _equipped(week: Week, kind: str) -> bool:
    practice = week.book.practices.get(kind)
    return practice is None or set(practice.needs) <= set(week.runner.equipment)


def _ranked(week: Week, kind: str, first: frozenset[date]) -> tuple[date, ...]:
    """The open days: those issued, so that little changes, then those that help most, the earliest; paused ones last."""

    def rank(day: date) -> tuple[bool, bool, bool, int]:
        return week.paused(day), not week.was_issued(kind, day), day not in first, day.toordinal()

    return tuple(sorted(week.open_days, key=rank))


def _moving(week: Week, placed: Sequence[Item]) -> frozenset[date]:
    """Days with a run or ladder walk, planned or done."""
    return frozenset(item.day for item in placed if item.kind in RUNNING) | {s.day for s in week.assessment.sessions}


def _for_legs(week: Week, placed: Sequence[Item], kind: str) -> Days | None:
    """A week with pain, soreness, venous trouble, or a run or ladder walk, planned or done."""
    a = week.assessment
    ran = any(session.day in week.days for session in a.sessions) or any(item.kind in RUNNING for item in placed)
    if not (a.complaints or a.diagnoses or venous(week) or ran):
        return None
    return _ranked(week, kind, _moving(week, placed)), "for_legs"


def _hard(week: Week, placed: Sequence[Item]) -> frozenset[date]:
    """Days with a long or hard run, planned or logged."""
    extras = week.book.extras
    planned = {i.day for i in placed if i.kind == "run" and i.dose["run_min"] >= extras.long_run_min}
    logged = {
        run.at.date()
        for run in week.journal.runs[-_LATELY:]
        if (run.rpe or 0) >= extras.hard_rpe or (run.duration_min or 0) >= extras.long_run_min
    }
    return frozenset(planned | logged)


def _hardest(week: Week, placed: Sequence[Item]) -> frozenset[date]:
    """Days with a long or hard run, and with the longest planned run of the week."""
    runs = [item for item in placed if item.kind == "run"]
    longest = max((run.dose["run_min"] for run in runs), default=0)
    return _hard(week, placed) | {run.day for run in runs if run.dose["run_min"] == longest}


def _compression(week: Week, placed: Sequence[Item], kind: str) -> Days:
    if venous(week):
        return _ranked(week, kind, _moving(week, placed)), "venous"
    hard = _hard(week, placed)
    return tuple(day for day in week.open_days if day in hard and not week.paused(day)), "after_run"


def _massage(week: Week, placed: Sequence[Item], kind: str) -> Days:
    """After runs, the hardest first, and on the next days where legs are sore."""
    if any(c.row == "soreness" for c in week.assessment.complaints):
        return _ranked(week, kind, frozenset(week.open_days[:2])), "sore"
    runs = {item.day for item in placed if item.kind == "run"} | {run.day for run in week.assessment.runs}
    ranked = _ranked(week, kind, _hardest(week, placed))
    return tuple(day for day in ranked if day in runs), "after_run"


def _nutrition(week: Week, placed: Sequence[Item], kind: str) -> Days:
    """On days with strength or one of the hardest runs."""
    helped = _hardest(week, placed) | {item.day for item in placed if item.kind == "strength"}
    return tuple(day for day in _ranked(week, kind, helped) if day in helped and not week.paused(day)), "meals"


def _cold_pack(week: Week, _: Sequence[Item], kind: str) -> Days | None:
    """The days after a score that was amber or red: for comfort."""
    a = week.assessment
    if a.light is Light.GREEN:
        return None
    last = max((c.last for c in a.complaints), default=date.min)
    near = timedelta(days=week.book.extras.sore_days)
    return tuple(day for day in _ranked(week, kind, frozenset()) if day - last < near), "sore"


def _mobility(week: Week, placed: Sequence[Item], kind: str) -> Days | None:
    """On days without a session, of somebody who may move freely."""
    a = week.assessment
    if a.held == "impact" or a.phase == "rest":
        return None
    busy = {item.day for item in placed if item.kind in ACTIVE or item.kind in TIMED}
    return tuple(
        day for day in _ranked(week, kind, frozenset()) if day not in busy and not week.paused(day)
    ), "free_day"


def _warm_bath(week: Week, placed: Sequence[Item], kind: str) -> Days | None:
    """On the evening of a day without a run."""
    moving = _moving(week, placed)
    return tuple(day for day in _ranked(week, kind, frozenset()) if day not in moving), "evening"
