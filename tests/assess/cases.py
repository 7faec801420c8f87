"""Cases in one line a row. Days are counted from today: 0 is today, -3 three days ago. TODAY is a Monday."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import count
from typing import Any

from planner.assess import Assessment, Flag, Judged, Reason, assess
from planner.cases import plan_case, read_case
from planner.protocols import protocols
from planner.schedule import WeekPlan, plan_week

Entry = dict[str, Any]
Logged = Entry | list[Any] | tuple[Any, ...]
TODAY = date(2026, 11, 23)
_NUMBERS = count(1)


def on(day: int, hour: float = 12) -> str:
    """A moment; `hour` 18.5 is half past six."""
    return f"{TODAY + timedelta(days=day)}T{int(hour):02}:{round(hour % 1 * 60):02}"


def the(day: int) -> str:
    return str(TODAY + timedelta(days=day))


def _entry(kind: str, day: int, hour: float, fields: Entry) -> Entry:
    return {"kind": kind, "id": f"{kind}-{next(_NUMBERS)}", "at": on(day, hour), **fields}


def pain(day: int, site: str | None, score: int | None = None, hour: float = 12, **fields: Any) -> Entry:
    """A score at the left unless told otherwise."""
    where = {"site": site, "side": "left"} if site else {}
    return _entry("pain", day, hour, {**where, **({} if score is None else {"score": score}), **fields})


def sign(day: int, site: str | None, *signs: str, hour: float = 12, **fields: Any) -> Entry:
    """Signs without a score."""
    return pain(day, site, None, hour, signs=list(signs), **fields)


def run(day: int, minutes: float = 30, hour: float = 18, **fields: Any) -> Entry:
    return _entry("run", day, hour, {"duration_min": minutes, **fields})


def walk(day: int, minutes: float = 30, hour: float = 12, **fields: Any) -> Entry:
    return _entry("walk", day, hour, {"duration_min": minutes, **fields})


def answered(session: Entry, during: int = 0, after: int = 0, morning: int | None = 0) -> list[Entry]:
    """A session and the answers about it: in it, an hour later, the next morning."""
    session = {**session, "pain_during": during, "pain_1h": after}
    day = (date.fromisoformat(session["at"][:10]) - TODAY).days
    if morning is None or day >= 0:
        return [session]
    return [session, check_in(day + 1, about=session["id"], pain_morning=morning)]


def check_in(day: int, hour: float = 7, **fields: Any) -> Entry:
    return _entry("check_in", day, hour, fields)


def self_test(day: int, test: str, **fields: Any) -> Entry:
    return _entry("test", day, 9, {"test": test, **fields})


def slept(day: int, hours: float) -> Entry:
    """The night before a day."""
    return {"kind": "sleep", "id": f"sleep-{next(_NUMBERS)}", "night_of": the(day - 1), "asleep_h": hours}


def clearance(day: int, by: str, *flags: str, hour: float = 20, **fields: Any) -> Entry:
    return _entry("clearance", day, hour, {"by": by, "clears": list(flags), **fields})


def screen(day: int, *signs: str) -> Entry:
    return {"kind": "screen", "id": f"screen-{next(_NUMBERS)}", "on": the(day), "signs": list(signs)}


def mornings(first: int, last: int, score: int, site: str, during: str = "next_morning") -> list[Entry]:
    """The same score on each morning from one day to another, both included."""
    return [pain(day, site, score, 7, during=during) for day in range(first, last + 1)]


def diagnosed(
    condition: str, side: str = "left", since: int = -60, *, given: bool = True, until: int | None = None
) -> Entry:
    diagnosis: Entry = {"condition": condition, "side": side, "since": the(since), "given_by_clinician": given}
    return diagnosis if until is None else {**diagnosis, "until": the(until)}


def case(*journal: Logged, ahead: int = 0, start: str | None = None, issued: Any = (), **runner: Any) -> Entry:
    """A case told on TODAY, or so many days later; keys of the profile by name."""
    entries = list(_flat(journal))
    made: Entry = {"schema": 1, "today": the(ahead), "runner": runner, "journal": entries, "issued": list(issued)}
    return made if start is None else {**made, "week_start": start}


def _flat(parts: Iterable[Logged]) -> Iterator[Entry]:
    for part in parts:
        if isinstance(part, dict):
            yield part
        else:
            yield from _flat(part)


def plan(*journal: Logged, **more: Any) -> dict[str, Any]:
    return dict(plan_case(case(*journal, **more)))


def assessed(*journal: Logged, **more: Any) -> Assessment:
    """Where the runner stands, without a plan."""
    told = case(*journal, **more)
    today = date.fromisoformat(told["today"])
    return assess(*read_case(told["journal"], told["runner"], told["issued"], today), today, protocols())


def session(condition: str, *journal: Logged, **runner: Any) -> Judged:
    """The last session of somebody with that diagnosis."""
    return assessed(*journal, **{"diagnoses": [diagnosed(condition)], **runner}).sessions[-1]


def light(*journal: Logged, **more: Any) -> str:
    return assessed(*journal, **more).light.word


def stage(*journal: Logged, **more: Any) -> str | None:
    return assessed(*journal, **more).standing.stage


def phase(*journal: Logged, **more: Any) -> str:
    return assessed(*journal, **more).phase


def flags(*journal: Logged, **more: Any) -> dict[str, Flag]:
    """The flags in force by id; of several with one id, the last."""
    return {flag.id: flag for flag in assessed(*journal, **more).flags}


def items(made: dict[str, Any], *kinds: str) -> list[Entry]:
    """The items of those kinds with their dates, as (date, item) in order."""
    return [
        {**item, "date": day["date"]}
        for day in made["days"]
        for item in day["items"]
        if not kinds or item["kind"] in kinds
    ]


def run_minutes(made: dict[str, Any]) -> dict[str, float]:
    """Running minutes by date."""
    return {item["date"]: item["dose"]["run_min"] for item in items(made, "run")}


def regular(weeks: int = 5, minutes: float = 40, last: int = -2, **fields: Any) -> list[Entry]:
    """A habit of three runs a week, the last of them on the day `last`."""
    days = [last - 7 * week - back for week in range(weeks) for back in (0, 2, 4)]
    return [run(day, minutes, **fields) for day in sorted(days)]


def planned(*journal: Logged, **more: Any) -> WeekPlan:
    """The plan as it is before it is told: with its reasons as they are."""
    told = case(*journal, **more)
    today, start = date.fromisoformat(told["today"]), told.get("week_start")
    read = read_case(told["journal"], told["runner"], told["issued"], today)
    return plan_week(*read, today, date.fromisoformat(start) if start else None, protocols())


def reasons(made: WeekPlan) -> list[Reason]:
    """Every reason that a plan has for an item, for what isn't there, a change, a flag or a day without a run; and those
    that were looked at.
    """
    days = [made.why_no_run(day.date) for day in made.days]
    return [
        *(why for day in made.days for item in day.items for why in item.reasons),
        *(why for _, why in made.not_placed),
        *(why for change in made.changes for why in change.reasons),
        *(why for flag in made.assessment.flags for why in flag.reasons),
        *(why for why in days if why is not None),
        *(one.reason for one in made.looked()),
    ]


def said(made: WeekPlan, rule: str) -> Reason:
    """The reason of a rule; where it is given more than once, it is the same each time, or the first."""
    return next(why for why in reasons(made) if why.rule == rule)
