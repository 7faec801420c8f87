"""Cases beside a case: worse ones, less answered ones, more limited ones, which may never be given more running."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from random import Random
from typing import Any

from .facts import Case, Entry, Facts, day_of, facts_of
from .limited import some_limit
from .tables import HEALTH, SIGNS

SCORES = ("score", "pain_during", "pain_1h", "pain_morning", "pain")


def _latest(case: Case) -> list[int]:
    """Places in the journal of the entries with scores or signs on the latest day that has any."""
    facts: Facts = facts_of(case)
    telling: list[tuple[date, int]] = []
    for index, entry in enumerate(case.get("journal") or []):
        on = day_of(entry)
        if on and entry in facts.sure and (any(entry.get(k) is not None for k in SCORES) or entry.get("signs")):
            telling.append((on, index))
    last = max((on for on, _ in telling), default=None)
    return [index for on, index in telling if on == last]


def _is_repeated(case: Case, entry: Entry) -> bool:
    return sum(entry == other for other in case["journal"]) > 1 or bool(entry.get("replaces"))


def more_pain(case: Case, rng: Random) -> Case | None:
    """Some scores of the latest day with any, raised."""
    places = [i for i in _latest(case) if any(case["journal"][i].get(k) is not None for k in SCORES)]
    places = [i for i in places if not _is_repeated(case, case["journal"][i])]
    if not places:
        return None
    other = deepcopy(case)
    for index in rng.sample(places, rng.randrange(1, len(places) + 1)):
        entry = other["journal"][index]
        for key in SCORES:
            if entry.get(key) is not None:
                entry[key] = min(10, entry[key] + rng.choice([0, 1, 1, 2, 3, 6]))
    return None if other == case else other


def more_signs(case: Case, rng: Random) -> Case | None:
    """A sign more on an entry of the latest day with any score or sign."""
    places = [i for i in _latest(case) if case["journal"][i]["kind"] in ("pain", "screen")]
    places = [i for i in places if not _is_repeated(case, case["journal"][i])]
    if not places:
        return None
    other = deepcopy(case)
    entry = other["journal"][rng.choice(places)]
    entry["signs"] = [*(entry.get("signs") or []), rng.choice(SIGNS)]
    return other


def less_sleep(case: Case, rng: Random) -> Case | None:
    places = [i for i, e in enumerate(case.get("journal") or []) if e["kind"] == "sleep" and e.get("asleep_h")]
    if not places:
        return None
    other = deepcopy(case)
    for index in rng.sample(places, rng.randrange(1, len(places) + 1)):
        other["journal"][index]["asleep_h"] = round(
            other["journal"][index]["asleep_h"] * rng.choice([0.3, 0.7, 0.9]), 2
        )
    return other


def more_health(case: Case, rng: Random) -> Case:
    other = deepcopy(case)
    runner: dict[str, Any] = other.setdefault("runner", {})
    runner["health"] = [*(runner.get("health") or []), rng.choice(sorted(HEALTH))]
    return other


def more_limits(case: Case, rng: Random) -> Case:
    other = deepcopy(case)
    runner: dict[str, Any] = other.setdefault("runner", {})
    limit = some_limit(rng, date.fromisoformat(case["today"]))
    runner["clinician_limits"] = [*(runner.get("clinician_limits") or []), limit]
    return other


WORSE = {
    "more pain": more_pain,
    "more signs": more_signs,
    "less sleep": less_sleep,
    "more health ids": more_health,
    "one more limit": more_limits,
}


def unanswered_beside_zero(case: Case, rng: Random) -> Iterator[tuple[str, Case, Case]]:
    """Pairs: what is left unanswered, the case without the answer, the same case with 0.

    Mornings are left out of the last run alone: an older one also says what is usual, which is another question.
    """
    facts, journal = facts_of(case), case.get("journal") or []
    places = [i for i, e in enumerate(journal) if e in facts.sure and not _is_repeated(case, e)]
    runs = [i for i in places if journal[i]["kind"] in ("run", "walk")][-6:]
    for index in rng.sample(runs, min(2, len(runs))):
        key = rng.choice(("pain_during", "pain_1h"))
        yield f"{key} of a {journal[index]['kind']}", *_beside(case, index, key)
    last = facts.runs[-1].get("id") if facts.runs else None
    about = [i for i in places if journal[i]["kind"] == "check_in" and last and journal[i].get("about") == last]
    if len(about) == 1:
        key = rng.choice(("pain_1h", "pain_morning"))
        yield f"{key} of the last check_in", *_beside(case, about[0], key)
        without, zero = deepcopy(case), deepcopy(case)
        del without["journal"][about[0]]
        zero["journal"][about[0]] |= {"pain_1h": 0, "pain_morning": 0, "limp": False}
        yield "the whole last check_in", without, zero


def _beside(case: Case, index: int, key: str) -> tuple[Case, Case]:
    without, zero = deepcopy(case), deepcopy(case)
    without["journal"][index].pop(key, None)
    zero["journal"][index][key] = 0
    return without, zero
