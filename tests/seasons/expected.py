"""What was derived by hand for each day of a season, and where a season went another way.

A table has a line a span: `FIRST[..LAST] | PHASE STAGE | PLAN`. Phase and stage may name rivals: `walking/rest W`;
no stage is `-`. A plan names what is on which weekdays, parted by `;`, all other days are off:

    off                     no run and no walk
    walk mon wed            a walk on each Monday and Wednesday
    run 12 tue sat          a run with 12 minutes of running
    run 30+ tue sat         with at least so many
    may run 21              on any day a run of at most 21 minutes, or none
    may walk [thu fri]      a walk or none
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from .season import Day, Season

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_PART = re.compile(r"(?P<may>may )?(?P<kind>run|walk)( (?P<minutes>\d+)(?P<more>\+)?)?(?P<days>( [a-z]{3})*)$")


@dataclass(frozen=True, slots=True)
class _Part:
    kind: str
    minutes: int | None
    more: bool
    may: bool
    days: frozenset[int]


@dataclass(frozen=True, slots=True)
class Span:
    """Days for which the same was derived."""

    first: date
    last: date
    phases: tuple[str, ...]
    stages: tuple[str, ...]
    plan: str


def table(text: str) -> list[Span]:
    """Read a table of spans."""
    spans: list[Span] = []
    for line in filter(None, (line.split("#")[0].strip() for line in text.splitlines())):
        when, standing, plan = (part.strip() for part in line.split("|"))
        first, last = _days(when)
        phase, stage = standing.split()
        spans.append(Span(first, last, tuple(phase.split("/")), tuple(stage.split("/")), plan))
    return spans


def spans_of(text: str) -> dict[date, tuple[str, ...]]:
    """Read `FIRST[..LAST] WORD …` lines into the words of each day."""
    found: dict[date, tuple[str, ...]] = {}
    for line in filter(None, (line.split("#")[0].strip() for line in text.splitlines())):
        when, *words = line.split()
        first, last = _days(when)
        for n in range((last - first).days + 1):
            day = first + timedelta(days=n)
            found[day] = (*found.get(day, ()), *words)
    return found


def deviations(season: Season, expected: str, lights: str = "", flags: str = "") -> Iterator[str]:
    """Each day on which the season and the tables differ. A day without a span is one."""
    spans = table(expected)
    colours, raised = spans_of(lights), spans_of(flags)
    for day in season.days:
        mine = [span for span in spans if span.first <= day.date <= span.last]
        wrong = [f"{len(mine)} spans for this day"] if len(mine) != 1 else list(_wrong(day, mine[0]))
        wrong.extend(_wrong_light(day, colours))
        if set(day.flags) != set(raised.get(day.date, ())):
            wrong.append(f"flags {sorted(day.flags)}, expected {sorted(raised.get(day.date, ()))}")
        if wrong:
            yield f"{day.date:%Y-%m-%d %a}: {'; '.join(wrong)}"


def _wrong(day: Day, span: Span) -> Iterator[str]:
    if day.phase not in span.phases or (day.stage or "-") not in span.stages:
        yield f"{day.phase} {day.stage or '-'}, expected {'/'.join(span.phases)} {'/'.join(span.stages)}"
    if not any(_fits(day, part) for part in _parts(day, span.plan)):
        yield f"planned {day.planned}, expected {span.plan}"


def _wrong_light(day: Day, colours: Mapping[date, Sequence[str]]) -> Iterator[str]:
    told = colours.get(day.date, ("green",))
    if day.light not in told and "any" not in told:
        yield f"light {day.light}, expected {'/'.join(told)}"


def _parts(day: Day, plan: str) -> Iterator[_Part | None]:
    """What a day may hold; None: nothing."""
    mine = [part for text in plan.split(";") if text.strip() != "off" and _on(part := _part(text.strip()), day.date)]
    yield from mine
    if all(part.may for part in mine):
        yield None


def _part(text: str) -> _Part:
    found = _PART.match(text)
    assert found is not None, f"not a plan: {text!r}"
    days = frozenset(_WEEKDAYS.index(word) for word in found["days"].split())
    minutes = int(found["minutes"]) if found["minutes"] else None
    return _Part(found["kind"], minutes, bool(found["more"]), bool(found["may"]), days)


def _on(part: _Part, day: date) -> bool:
    return not part.days or day.weekday() in part.days


def _fits(day: Day, part: _Part | None) -> bool:
    item = day.session
    if part is None or item is None:
        return part is None and item is None
    if item["kind"] != part.kind:
        return False
    if part.minutes is None:
        return True
    run_min = item["dose"]["run_min"]
    if part.may:
        return run_min <= part.minutes
    return run_min >= part.minutes if part.more else run_min == part.minutes


def _days(when: str) -> tuple[date, date]:
    first, _, last = when.partition("..")
    return date.fromisoformat(first), date.fromisoformat(last or first)
