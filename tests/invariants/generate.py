"""Cases to try the planner with: one seed, one case. A mixture in which sensible runners are the larger part."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import strategies as st

from .facts import day_of
from .limited import limited
from .odd import odd, tampered, worsened
from .runners import Case, healthy, ladder, rebuilding, sore

KINDS: dict[str, tuple[Callable[[Random], Case], int]] = {
    "healthy": (healthy, 28),
    "ladder": (ladder, 26),
    "rebuilding": (rebuilding, 8),
    "sore": (sore, 3),
    "limited": (limited, 12),
    "worsened": (worsened, 7),
    "tampered": (tampered, 6),
    "odd": (odd, 10),
}
Planner = Callable[[Case], Any]


def labelled(seed: int) -> tuple[str, Case]:
    """The kind of runner and the case of a seed."""
    rng = Random(seed)
    label = rng.choices(list(KINDS), weights=[weight for _, weight in KINDS.values()])[0]
    return label, KINDS[label][0](rng)


def case(seed: int) -> Case:
    return labelled(seed)[1]


def of_kind(label: str, seed: int) -> Case:
    return KINDS[label][0](Random(seed))


def cases() -> st.SearchStrategy[Case]:
    return st.integers(min_value=0, max_value=10**9).map(case)


def cases_of(label: str) -> st.SearchStrategy[Case]:
    return st.integers(min_value=0, max_value=10**9).map(lambda seed: of_kind(label, seed))


def shuffled(given: Case, rng: Random) -> Case:
    """The same case with its journal in another order and some lines repeated."""
    other = deepcopy(given)
    journal = other.get("journal") or []
    journal += [deepcopy(rng.choice(journal)) for _ in range(min(len(journal), 5))]
    rng.shuffle(journal)
    if "journal" in other:
        other["journal"] = journal
    return other


def as_of(given: Case, today: date) -> Case:
    """The case as it stood on an earlier day, planning the week that holds that day."""
    earlier = deepcopy(given)
    earlier["today"] = today.isoformat()
    earlier["week_start"] = (today - timedelta(days=today.weekday())).isoformat()
    earlier["issued"] = []
    earlier["journal"] = [e for e in earlier.get("journal") or [] if (d := day_of(e)) is None or d <= today]
    return earlier


def _outcomes(rng: Random, issued: dict[str, Any], today: date) -> Iterator[dict[str, Any]]:
    """What became of issued items up to today: done, skipped, moved, or nothing said."""
    for day in issued["days"]:
        if not issued["today"] <= day["date"] <= today.isoformat():
            continue
        for item in day["items"]:
            said = rng.random()
            name = {"item": item["id"], "at": f"{day['date']}T20:00"}
            if item["kind"] == "run" and said < 0.6:
                minutes = item["dose"]["run_min"]
                stage = {"stage": item["dose"]["stage"]} if "stage" in item["dose"] else {}
                yield {
                    "kind": "run",
                    "id": f"did-{item['id']}",
                    "duration_min": item["minutes"],
                    "run_min": minutes,
                    "pain_during": 0,
                    "pain_1h": 0,
                    **name,
                    **stage,
                }
            elif item["kind"] != "run" and said < 0.25:
                yield {"kind": "done", "id": f"done-{item['id']}", "outcome": "done", **name}
            elif said < 0.7 and item["kind"] in ("run", "strength", "contrast_shower"):
                yield {
                    "kind": "done",
                    "id": f"skip-{item['id']}",
                    "outcome": "skipped",
                    "why": rng.choice(["tired", "no_time", "other"]),
                    **name,
                }
            elif said < 0.75 and item["kind"] in ("run", "strength", "mobility"):
                to = (date.fromisoformat(day["date"]) + timedelta(days=1)).isoformat()
                yield {"kind": "done", "id": f"move-{item['id']}", "outcome": "moved", "to": to, **name}


def with_issued(given: Case, rng: Random, plan: Planner) -> Case:
    """The case with a plan issued some days before in the same week, and with what was made of it."""
    today = date.fromisoformat(given["today"])
    earlier = today - timedelta(days=rng.randrange(0, today.weekday() + 1))
    issued = plan(as_of(given, earlier))
    later = deepcopy(given)
    later["issued"] = [issued]
    later["week_start"] = issued["week_start"]
    later.setdefault("journal", [])
    later["journal"] += list(_outcomes(rng, issued, today))
    return later
