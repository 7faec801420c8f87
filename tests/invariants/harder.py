"""What a plan gives a runner, and where the worse case of a pair was given more (contract, 9)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .facts import Case
from .tables import STAGES
from .worse import Pair


@dataclass(frozen=True)
class Outcome:
    """What a plan gives a runner: running minutes of the days ahead, the longest run, the stage (None off the ladder)."""

    minutes: float
    longest: float
    stage: int | None

    def harder_than(self, other: "Outcome") -> Iterator[str]:
        """In which ways this is more than the other."""
        if self.minutes > other.minutes + 1e-9:
            yield f"{self.minutes:g} running minutes instead of {other.minutes:g}"
        if self.longest > other.longest + 1e-9:
            yield f"a longest run of {self.longest:g} min instead of {other.longest:g}"
        if self.stage is not None and other.stage is not None and self.stage > other.stage:
            yield f"stage {STAGES[self.stage]} instead of {STAGES[other.stage]}"


def outcome(plan: Mapping[str, Any]) -> Outcome:
    ahead = [d for d in plan["days"] if d["date"] >= plan["today"]]
    runs = [
        float(i["dose"]["run_min"]) for d in ahead for i in d["items"] if i["kind"] == "run" and not i.get("outcome")
    ]
    stage = plan["assessment"].get("stage")
    return Outcome(sum(runs), max(runs, default=0.0), None if stage is None else STAGES.index(stage))


def breaches(way: str, pair: Pair, plan: Callable[[Case], Any]) -> Iterator[str]:
    """Where the worse case of a pair got more, in words."""
    better, worse = (outcome(plan(each)) for each in pair)
    for words in worse.harder_than(better):
        yield f"{way}: {words}"
