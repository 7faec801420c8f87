"""Pain that doesn't get better, or gets worse (decisions E, `no_improvement`).

Each logged day is looked at as if it were today, so that what was seen once stays until it is better by two points.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from planner.assess.complaints import OTHER, Located, Where
from planner.assess.evidence import Sighting
from planner.assess.past import AT
from planner.assess.sessions import running_minutes
from planner.journal import Run
from planner.protocols import Protocols

_WEEK = 7


@dataclass(frozen=True, slots=True)
class _Course:
    """The daily worst scores at one site and side, oldest first, as day numbers, with the entries behind them."""

    days: Sequence[int]
    worst: Sequence[int]
    entries: Sequence[str]

    def mean(self, until: int, weeks_ago: int = 0) -> float | None:
        """The mean of the seven days up to a day, or of an earlier week."""
        last = until - _WEEK * weeks_ago
        scores = self.worst[bisect_right(self.days, last - _WEEK) : bisect_right(self.days, last)]
        return sum(scores) / len(scores) if scores else None

    def before(self, day: int, days: int) -> bool:
        """Tell whether it hurt so many days before a day or earlier, within four weeks."""
        return any(
            score > 0
            for logged, score in zip(self.days, self.worst, strict=True)
            if day - 4 * _WEEK < logged <= day - days
        )


def no_improvement(located: Sequence[Located], runs: Sequence[Run], book: Protocols) -> Iterator[Sighting]:
    """Complaints without improvement under less load, or with pain that rises by the week or by the day."""
    courses = _courses(located)
    if not courses:
        return
    rows = {((one.finding.site or OTHER), side): one.row for one in located for side in one.finding.sides}
    watched = {
        ((one.finding.site or OTHER), side) for one in located if one.row == "provisional" for side in one.finding.sides
    }
    for (site, side), course in courses.items():
        row = book.rows[rows[(site, side)]]
        bearable = None if (site, side) in watched else max(row.during[0], row.daily[0])
        for n, params in _triggers(course, runs, book, bearable):
            at = datetime.combine(date.fromordinal(course.days[n]), time(12))
            entries = tuple(dict.fromkeys(course.entries[max(0, n - 6) : n + 1]))
            yield Sighting("no_improvement", site, side, at, entries, params)


def _courses(located: Sequence[Located]) -> dict[Where, _Course]:
    sore = [one.finding for one in located if one.finding.score]
    days: dict[Where, dict[int, tuple[int, str]]] = {(f.site or OTHER, side): {} for f in sore for side in f.sides}
    for one in located if days else ():
        finding = one.finding
        for side in finding.sides:
            scores = days.get((finding.site or OTHER, side))
            if finding.score is None or scores is None:
                continue
            known = scores.get(finding.day.toordinal())
            if known is None or finding.score > known[0]:
                scores[finding.day.toordinal()] = (finding.score, finding.entry)
    made: dict[Where, _Course] = {}
    for where, scores in days.items():
        ordered = sorted(scores)
        made[where] = _Course(ordered, [scores[d][0] for d in ordered], [scores[d][1] for d in ordered])
    return made


def _triggers(
    course: _Course, runs: Sequence[Run], book: Protocols, bearable: int | None
) -> Sequence[tuple[int, dict[str, object]]]:
    """The places of the days on which it didn't improve, since it was last better by two points or calm for a week.

    `bearable`: the mean that a known condition lives with, in its green; None for pain without a diagnosis, which should
    get better in a week whatever the load.
    """
    triggers: list[tuple[int, dict[str, object]]] = []
    level = 0.0
    rising = 1
    for n, day in enumerate(course.days):
        rising = rising + 1 if n and course.worst[n] > course.worst[n - 1] else 1
        if not triggers and course.worst[n] == 0:
            continue
        mean = course.mean(day) or 0.0
        if triggers and mean <= max(0.0, level - book.flags.no_improvement_points):
            triggers.clear()
        params = _not_improving(course, n, rising, runs, book, bearable)
        if params is not None:
            level = max(level if triggers else 0.0, mean, float(course.worst[n]))
            triggers.append((n, params))
    return triggers


def _not_improving(
    course: _Course, n: int, rising: int, runs: Sequence[Run], book: Protocols, bearable: int | None
) -> dict[str, object] | None:
    rules = book.flags
    day, worst = course.days[n], course.worst[n]
    if worst == 0:
        return None
    if rising >= rules.no_improvement_worse_days and worst >= rules.no_improvement_worse_to:
        return {"days": rising, "score": worst}
    last, before, first = (course.mean(day, weeks) for weeks in range(3))
    rise = rules.no_improvement_week_rise
    if last is None or before is None:
        return None
    if first is not None and last >= before + rise and before >= first + rise:
        return {"mean": round(last, 1)}
    highest = max(mean for weeks in range(1, 4) if (mean := course.mean(day, weeks)) is not None)
    better = highest - min(last, worst) >= rules.no_improvement_points
    if last < 1 or last <= (bearable or 0) or better or not course.before(day, rules.no_improvement_days):
        return None
    if bearable is None or _less_load(day, runs, book):
        return {"mean": round(last, 1), "days": rules.no_improvement_days}
    return None


def _less_load(day: int, runs: Sequence[Run], book: Protocols) -> bool:
    """Running minutes of seven days below 80 % of the seven before."""
    end = datetime.combine(date.fromordinal(day) + timedelta(days=1), time.min)
    first, middle, last = (bisect_left(runs, end - timedelta(weeks=weeks), key=AT) for weeks in (2, 1, 0))
    pace = book.caps.assumed_pace_min_per_km
    week = sum(running_minutes(run, pace) for run in runs[middle:last])
    before = sum(running_minutes(run, pace) for run in runs[first:middle])
    return week < book.caps.less_load_factor * before
