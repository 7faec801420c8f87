"""Pain that doesn't get better, or gets worse (decisions E, `no_improvement`)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta

from planner.assess.complaints import OTHER, Complaint, Located, Where
from planner.assess.load import Load
from planner.assess.sightings import Sighting
from planner.protocols import Protocols


def no_improvement(
    located: Sequence[Located], complaints: Sequence[Complaint], load: Load, today: date, book: Protocols
) -> Iterator[Sighting]:
    """Complaints without improvement under less load, or with pain that rises by the week or by the day."""
    days = _daily_worst(located)
    for where, scores in days.items():
        yield from _worse_by_the_day(where, scores, today, book)
        yield from _worse_by_the_week(where, scores, today, book)
    for complaint in complaints:
        scores = days.get((complaint.site, complaint.side), {})
        yield from _no_better_under_less_load(complaint, scores, load, today, book)


def _daily_worst(located: Sequence[Located]) -> dict[Where, dict[date, int]]:
    days: dict[Where, dict[date, int]] = {}
    for one in located:
        if one.finding.score is None:
            continue
        for side in one.finding.sides:
            scores = days.setdefault((one.finding.site or OTHER, side), {})
            scores[one.finding.day] = max(one.finding.score, scores.get(one.finding.day, 0))
    return days


def _mean(scores: Mapping[date, int], after: date, until: date) -> float | None:
    window = [score for day, score in scores.items() if after < day <= until]
    return sum(window) / len(window) if window else None


def _sighting(where: Where, day: date, params: dict[str, object]) -> Sighting:
    return Sighting("no_improvement", where[0], where[1], datetime.combine(day, time(12)), (), params)


def _better_since(scores: Mapping[date, int], trigger: date, today: date, level: float, book: Protocols) -> bool:
    lately = _mean(scores, max(trigger, today - timedelta(days=7)), today)
    return lately is not None and lately <= level - book.flags.no_improvement_points


def _worse_by_the_day(where: Where, scores: Mapping[date, int], today: date, book: Protocols) -> Iterator[Sighting]:
    rules = book.flags
    logged = sorted(scores)
    rising = 1
    for before, day in zip(logged, logged[1:], strict=False):
        rising = rising + 1 if scores[day] > scores[before] else 1
        high = scores[day] >= rules.no_improvement_worse_to
        if rising >= rules.no_improvement_worse_days and high:
            if not _better_since(scores, day, today, scores[day], book):
                yield _sighting(where, day, {"days": rising, "score": scores[day]})


def _worse_by_the_week(where: Where, scores: Mapping[date, int], today: date, book: Protocols) -> Iterator[Sighting]:
    week = timedelta(days=7)
    means = [_mean(scores, today - (n + 1) * week, today - n * week) for n in range(3)]
    last, before, first = means
    if last is None or before is None or first is None:
        return
    rise = book.flags.no_improvement_week_rise
    if last >= before + rise and before >= first + rise:
        yield _sighting(where, max(day for day in scores if day <= today), {"mean": round(last, 1)})


def _no_better_under_less_load(
    complaint: Complaint, scores: Mapping[date, int], load: Load, today: date, book: Protocols
) -> Iterator[Sighting]:
    rules = book.flags
    week = timedelta(days=rules.no_improvement_days)
    if complaint.since > today - week or load.last_7d_min >= book.caps.less_load_factor * load.before_7d_min:
        return
    last, before = _mean(scores, today - week, today), _mean(scores, today - 2 * week, today - week)
    if last is None or before is None or last < 1:
        return
    if before - last < rules.no_improvement_points:
        where = (complaint.site, complaint.side)
        yield _sighting(where, complaint.last, {"mean": round(last, 1), "days": rules.no_improvement_days})
