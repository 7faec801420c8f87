"""Everything that is tried on one seed: the judge, the order of lines, worse cases, and a replan against what was issued."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from .facts import Case, canonical
from .generate import Planner, shuffled, with_issued
from .judge import judge, running_minutes_ahead
from .variants import WORSE, unanswered_beside_zero


@dataclass(frozen=True)
class Breach:
    """A breach in words, the case that shows it, and the case it was compared with."""

    words: str
    case: Case
    beside: Case | None = None


def judged(case: Case, plan: Planner) -> Iterator[Breach]:
    for words in judge(case, plan(case)):
        yield Breach(words, case)


def same_in_any_order(case: Case, plan: Planner, rng: Random) -> Iterator[Breach]:
    other = shuffled(case, rng)
    if canonical(plan(case)) != canonical(plan(other)):
        yield Breach("10: another plan for shuffled and repeated lines", case, other)


def not_more(name: str, case: Case, worse: Case, plan: Planner) -> Iterator[Breach]:
    before, after = running_minutes_ahead(plan(case)), running_minutes_ahead(plan(worse))
    if after > before + 1e-9:
        yield Breach(f"{name}: {after:g} running minutes instead of {before:g}", case, worse)


def never_harder(case: Case, plan: Planner, rng: Random) -> Iterator[Breach]:
    for name, make in WORSE.items():
        worse = make(case, rng)
        if worse is not None:
            number = "7" if name == "one more limit" else "9"
            yield from not_more(f"{number}: {name}", case, worse, plan)
    for name, without, zero in unanswered_beside_zero(case, rng):
        if not _zero_tells_of_a_rise(plan(zero), plan(without)):
            yield from not_more(f"9: {name} unanswered and not 0", zero, without, plan)


def _zero_tells_of_a_rise(zero: dict[str, Any], without: dict[str, Any]) -> bool:
    """A 0 of long ago can show that pain has risen since; leaving it out is no better answer about that run."""
    trends = [any(f["id"] == "no_improvement" for f in each["assessment"]["flags"]) for each in (zero, without)]
    return trends == [True, False]


def replanned(case: Case, plan: Planner, rng: Random) -> Iterator[Breach]:
    issued = plan(case)
    again = deepcopy(case) | {"issued": [issued]}
    if not case.get("issued"):
        second = plan(again)
        if canonical(second["days"]) != canonical(issued["days"]):
            yield Breach("ids: a replan of the same case has other days", again)
        if second["changes"]:
            yield Breach("ids: a replan of the same case has changes", again)
    later = with_issued(case, rng, plan)
    yield from judged(later, plan)
    yield from _ids_kept(later, plan(later))
    yield from same_in_any_order(later, plan, rng)
    yield from _next_week(later, plan)


def _ids_kept(case: Case, now: dict[str, Any]) -> Iterator[Breach]:
    """An id means one thing for good, and an unmoved item keeps its id by kind, `for` and place in the day."""
    old = {item["id"]: (day["date"], item) for p in case["issued"] for day in p["days"] for item in day["items"]}
    for day in now["days"]:
        for item in day["items"]:
            before = old.get(item["id"])
            if before and before[1]["kind"] != item["kind"]:
                yield Breach(f"ids: {item['id']} was {before[1]['kind']} and is {item['kind']}", case)
    last = {day["date"]: day["items"] for day in case["issued"][-1]["days"]}
    for day in now["days"]:
        for kind in ("run", "rest", "contrast_shower", "leg_elevation", "sleep"):
            was = [i["id"] for i in last.get(day["date"], []) if i["kind"] == kind]
            new = [i["id"] for i in day["items"] if i["kind"] == kind]
            moved = {e.get("item") for e in case["journal"] if e.get("outcome") == "moved"}
            if len(was) == len(new) == 1 and was != new and not moved & set(was + new):
                yield Breach(f"ids: the {kind} of {day['date']} was {was[0]} and is {new[0]}", case)


def _next_week(case: Case, plan: Planner) -> Iterator[Breach]:
    """The week after, with this one issued: judged as well."""
    start = date.fromisoformat(case["week_start"]) + timedelta(days=7)
    following = deepcopy(case) | {"week_start": start.isoformat()}
    yield from judged(following, plan)


def same_standing_for_any_week(case: Case, plan: Planner) -> Iterator[Breach]:
    """What lies ahead can't have been earned: where the runner stands doesn't depend on the week that is planned."""
    now = plan(case)
    start = date.fromisoformat(now["week_start"]) + timedelta(days=14)
    if start - date.fromisoformat(case["today"]) > timedelta(days=84):
        return
    then = plan(deepcopy(case) | {"week_start": start.isoformat()})
    if then["assessment"] != now["assessment"]:
        yield Breach("shape: the assessment depends on which week is planned", case)


TRIALS: dict[str, Callable[[Case, Planner, Random], Iterator[Breach]]] = {
    "judge": lambda case, plan, _: judged(case, plan),
    "order": same_in_any_order,
    "worse": never_harder,
    "replan": replanned,
    "later": lambda case, plan, _: same_standing_for_any_week(case, plan),
}


def all_breaches(case: Case, plan: Planner, seed: int, trials: tuple[str, ...] = tuple(TRIALS)) -> Iterator[Breach]:
    for name in trials:
        yield from TRIALS[name](case, plan, Random(f"{name}{seed}"))
