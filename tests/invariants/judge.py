"""Whether a plan keeps the contract, decided from the case, the plan and the written tables alone."""

import re
from collections.abc import Mapping
from typing import Any

from .facts import Case, facts_of
from .judge_flags import judge_flags
from .judge_ladder import judge_ladder
from .judge_runs import judge_runs
from .judge_shape import judge_shape, missing_keys
from .judge_week import judge_week
from .plan import Plan


def judge(case: Case, raw: Mapping[str, Any]) -> list[str]:
    """Every breach in words, each led by the invariant's number, the table's letter or `shape`; empty when the plan is sound."""
    lacking = missing_keys(raw)
    if lacking:
        return lacking
    facts = facts_of(case)
    plan = Plan(raw=raw, facts=facts)
    parts = (judge_shape, judge_flags, judge_runs, judge_ladder, judge_week)
    found = [each for part in parts for each in part(facts, plan)]
    return list(dict.fromkeys(found))


def kind_of(breach: str) -> str:
    """The breach without its days, numbers and lists, so that like breaches count as one."""
    lead, _, rest = breach.partition(": ")
    plain = re.sub(r"\[.*\]|\{.*\}", "…", rest)
    return f"{lead}: " + " ".join("#" if any(c.isdigit() for c in word) else word for word in plain.split())[:90]


def running_minutes_ahead(raw: Mapping[str, Any]) -> float:
    """Running minutes planned from today on."""
    return sum(
        item["dose"].get("run_min", 0)
        for day in raw["days"]
        if day["date"] >= raw["today"]
        for item in day["items"]
        if item["kind"] == "run" and item.get("outcome") is None
    )
