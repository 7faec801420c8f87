"""The pain bands of clinical 2.3, and a week after one clean session at stage 3 and one with these answers."""

from typing import Any

from tests.assess.cases import items, pain
from tests.clinical.people import Plan, ran, run_days, stages, standing, usual, week

USUAL = 2
# condition -> column -> highest green, highest amber
BANDS: dict[str, dict[str, tuple[int, int]]] = {
    "mtss": {"P": (2, 3), "A": (1, 2), "M": (0, 1)},
    "achilles_mid": {"P": (3, 5), "A": (3, 5), "M": (0, 1)},
    "achilles_insertional": {"P": (3, 5), "A": (3, 5), "M": (0, 1)},
    "plantar_fascia": {"P": (3, 5), "A": (3, 5), "M": (0, 1)},
    "calf_strain": {"P": (1, 2), "A": (1, 2), "M": (0, 1)},
    "runners_knee": {"P": (2, 3), "M": (0, 1)},
    "lateral_hip": {"P": (3, 5), "A": (3, 5), "M": (0, 1)},
}


def after(condition: str, p: int = 0, a: int = 0, m: int = 0, *more: Any, **told: Any) -> Plan:
    """The week after one clean session at stage 3 and one with these answers, on the days -5 and -2."""
    before = usual(condition, USUAL, -24, -3)
    if condition == "lateral_hip":
        night = pain(-1, "hip_outer", USUAL + m, 3, during="night")
        second = [*ran(condition, -2, "3", during=p, after=a, morning=0, **told), night]
        first = [*ran(condition, -5, "3", morning=0)]
    else:
        second = ran(condition, -2, "3", during=p, after=a, morning=USUAL + m, **told)
        first = ran(condition, -5, "3", morning=USUAL)
    return week(condition, before, first, second, *more)


def what_follows(made: Plan, light: str, last: int = -1) -> None:
    """Assert what a runner sees: the light, the stage, and how soon; `last` is the day of the last answer."""
    assert standing(made)["light"] == light
    if light == "red":
        assert standing(made)["stage"] == "2"
        assert not [day for day in run_days(made) + run_days(made, "walk") if day <= last + 1]
        assert items(made, "rest")
    else:
        assert stages(made) == {"4" if light == "green" else "3"}
        assert min(run_days(made)) <= 1


def bone(**answers: Any) -> Plan:
    return week("bone_stress", ran("bone_stress", -5, "3"), ran("bone_stress", -2, "3", **answers))
