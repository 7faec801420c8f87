"""Whole cases of people with one diagnosis, and what a runner sees of a plan: which runs, on which days, and what is said."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.assess.cases import TODAY, Entry, answered, clearance, diagnosed, items, mornings, plan, run, walk

Plan = dict[str, Any]

SITES = {
    "mtss": "shin_inner", "bone_stress": "shin_inner", "achilles_mid": "achilles_mid",
    "achilles_insertional": "achilles_heel", "plantar_fascia": "heel_sole", "calf_strain": "calf",
    "runners_knee": "knee_front", "lateral_hip": "hip_outer",
}  # fmt: skip
SOFT = ("achilles_mid", "achilles_insertional", "plantar_fascia", "calf_strain", "runners_knee", "lateral_hip")
# What counts as the morning: the first steps on a sore heel, the night on a sore hip
MORNINGS = {"plantar_fascia": "first_steps", "lateral_hip": "night"}
# stage -> running minutes, minutes of the whole session (clinical 1.4)
MINUTES = {
    "B1": (5, 15), "B2": (8, 24), "1": (6, 30), "2": (12, 30), "3": (16, 24), "4": (18, 30), "5": (20, 25),
    "6": (25, 30), "7": (27, 30), "8": (30, 30), "9": (33, 33),
}  # fmt: skip
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ROOMY: Any = {"day_minutes": dict.fromkeys(WEEKDAYS, 120)}


def where(condition: str) -> Entry:
    return {"site": SITES[condition], "side": "left"}


def usual(condition: str, score: int = 0, first: int = -30, last: int = -10) -> list[Entry]:
    return mornings(first, last, score, SITES[condition], MORNINGS.get(condition, "next_morning"))


def ran(
    condition: str, day: int, stage: str, *, during: int = 0, after: int = 0, morning: int | None = 0, **more: Any
) -> list[Entry]:
    """A whole session of a stage, answered."""
    run_min, minutes = (10, 20) if (condition, stage) == ("bone_stress", "1") else MINUTES[stage]
    told = {"run_min": run_min, "stage": stage, **where(condition), **more}
    return answered(run(day, minutes, **told), during, after, morning)


def walked(condition: str, *days: int, during: int = 0) -> list[Entry]:
    return [one for day in days for one in answered(walk(day, 30, **where(condition)), during)]


def week(condition: str, *journal: Any, **more: Any) -> Plan:
    """The plan of somebody with that diagnosis; bone stress has been cleared."""
    cleared = [clearance(-59, "sports_physician", "bone_stress_diagnosed")] if condition == "bone_stress" else []
    return plan(cleared, *journal, **{"diagnoses": [diagnosed(condition)], **ROOMY, **more})


def standing(made: Plan) -> Mapping[str, Any]:
    return made["assessment"]


def stages(made: Plan) -> set[str]:
    """The stages of the week's runs."""
    return {item["dose"]["stage"] for item in items(made, "run")}


def run_days(made: Plan, kind: str = "run") -> list[int]:
    """The days with a run, counted from the day the plan is told on as in the builders."""
    return [(date.fromisoformat(item["date"]) - TODAY).days for item in items(made, kind)]


def rules(made: Plan) -> set[str]:
    """The ids of every reason that the plan gives."""
    told = [*items(made), *made["not_placed"], *made["assessment"]["flags"]]
    return {reason["rule"] for one in told for reason in one["reasons"]}


def flags(made: Plan) -> dict[str, Any]:
    return {flag["id"]: flag for flag in made["assessment"]["flags"]}
