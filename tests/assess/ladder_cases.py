"""Runners with a diagnosis, who climb the ladder and log at its site."""

from typing import Any

import pytest

from .cases import (
    Entry,
    answered,
    clearance,
    diagnosed,
    flags,
    mornings,
    pain,
    phase,
    plan,
    run,
    stage,
    walk,
)

# Running minutes and minutes of the whole session (clinical 1.4)
STAGES = {
    "B1": (5, 15), "B2": (8, 24), "1": (6, 30), "2": (12, 30), "3": (16, 24), "4": (18, 30), "5": (20, 25),
    "6": (25, 30), "7": (27, 30), "8": (30, 30), "9": (33, 33),
}  # fmt: skip
SITES = {
    "mtss": "shin_inner",
    "runners_knee": "knee_front",
    "achilles_mid": "achilles_mid",
    "bone_stress": "shin_inner",
}
CLEARED = clearance(-59, "sports_physician", "bone_stress_diagnosed")


class Runner:
    """Somebody with one diagnosis, who logs at its site."""

    def __init__(self, condition: str) -> None:
        self.condition = condition
        self.where: Entry = {"site": SITES[condition], "side": "left"}
        self.profile: Entry = {"diagnoses": [diagnosed(condition)]}

    def usual(self, first: int = -50, last: int = -30) -> list[Entry]:
        return mornings(first, last, 0, SITES[self.condition])

    def ran(
        self, day: int, at: str, *, during: int = 0, after: int = 0, morning: int | None = 0, **more: Any
    ) -> list[Entry]:
        bone_one = self.condition == "bone_stress" and at == "1"
        run_min, minutes = (10, 20) if bone_one else STAGES[at]
        told = {"run_min": run_min, "stage": at, **self.where, **more}
        return answered(run(day, minutes, **told), during, after, morning)

    def walked(self, *days: int, during: int = 0, minutes: float = 30) -> list[Entry]:
        return [one for day in days for one in answered(walk(day, minutes, **self.where), during)]

    def stage(self, *journal: Any, **more: Any) -> str | None:
        return stage(self.cleared(), *journal, **{**self.profile, **more})

    def plan(self, *journal: Any, **more: Any) -> dict[str, Any]:
        return plan(self.cleared(), *journal, **{**self.profile, **more})

    def flags(self, *journal: Any, **more: Any) -> dict[str, Any]:
        return flags(self.cleared(), *journal, **{**self.profile, **more})

    def phase(self, *journal: Any, **more: Any) -> str:
        return phase(self.cleared(), *journal, **{**self.profile, **more})

    def cleared(self) -> list[Entry]:
        return [CLEARED] if self.condition == "bone_stress" else []


MTSS, KNEE, TENDON, BONE = (Runner(name) for name in ("mtss", "runners_knee", "achilles_mid", "bone_stress"))
SOFT = pytest.mark.parametrize("who", [MTSS, KNEE, TENDON], ids=["mtss", "knee", "tendon"])
ALL = pytest.mark.parametrize("who", [MTSS, KNEE, TENDON, BONE], ids=["mtss", "knee", "tendon", "bone"])

LATE = TENDON.ran(-17, "8")


def red_in_daily_life(day: int) -> Entry:
    return pain(day, "achilles_mid", 7, 15, during="daily")
