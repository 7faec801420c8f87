"""Invented runners and their days, drawn from a seed. The distributions are those of `docs/simulation.md`.

One runner has one stream of numbers a day, whatever plan they follow, so that plans are compared on the same luck.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from random import Random
from types import MappingProxyType
from typing import Any

from planner.simulate.tissue import TISSUES, State, Tissue

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Condition:
    """A group of runners: the diagnosis they come with (None: none), and the tissues that may be behind it."""

    name: str
    diagnosis: str | None
    tissues: tuple[str, ...]
    hurt: bool = True


# Tissues named twice are twice as likely.
CONDITIONS = (
    Condition("mtss", "mtss", ("shin",)),
    Condition("bone_stress", "bone_stress", ("bone",)),
    Condition("achilles_mid", "achilles_mid", ("achilles",)),
    Condition("achilles_insertional", "achilles_insertional", ("achilles_heel",)),
    Condition("plantar_fascia", "plantar_fascia", ("heel",)),
    Condition("calf_strain", "calf_strain", ("calf",)),
    Condition("runners_knee", "runners_knee", ("knee",)),
    Condition("lateral_hip", "lateral_hip", ("hip",)),
    Condition("undiagnosed_shin", None, ("shin", "shin", "bone")),
    Condition("undiagnosed_calf", None, ("calf",)),
    Condition("undiagnosed_heel", None, ("heel",)),
    Condition("healthy", None, ("shin", "achilles", "calf", "knee"), hurt=False),
)  # fmt: skip
# What a clinician calls the tissue when asked.
NAMED = {
    "shin": "mtss", "bone": "bone_stress", "achilles": "achilles_mid", "achilles_heel": "achilles_insertional",
    "heel": "plantar_fascia", "calf": "calf_strain", "knee": "runners_knee", "hip": "lateral_hip",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Logging:
    """How likely each is written down. `session`: by a watch at least; `evening`: with pain in it and an hour after."""

    session: float
    evening: float
    morning: float
    daily: float
    sleep: float


LOGGING = {
    "diligent": Logging(1.0, 0.97, 0.95, 0.6, 0.95),
    "regular": Logging(0.95, 0.85, 0.8, 0.3, 0.6),
    "sparse": Logging(0.75, 0.5, 0.4, 0.1, 0.1),
}


@dataclass(frozen=True, slots=True)
class Obedience:
    """`factor`: minutes done of those planned. `wobble`: by how much that strays. `extra`, `skips`: chance a day."""

    factor: float
    wobble: float
    extra: float
    skips: float
    stops: bool


OBEDIENCE = {
    "exact": Obedience(1.0, 0.0, 0.0, 0.02, stops=True),
    "loose": Obedience(1.0, 0.1, 0.02, 0.08, stops=True),
    "eager": Obedience(1.15, 0.15, 0.06, 0.03, stops=False),
}


@dataclass(frozen=True, slots=True)
class Runner:
    """One invented runner. `usual_min`: a usual run; `ailing_days`: since pain began; `clears_at`: damage at which
    their clinician lets them run again; `clinician_waits`: days beyond the day a flag names.
    """

    seed: int
    number: int
    condition: Condition
    tissue_name: str
    side: str
    profile: Mapping[str, Any]
    run_days: tuple[int, ...]
    usual_min: int
    pace: float
    logging_name: str
    obedience_name: str
    painkillers: float
    sleep_h: float
    ailing_days: int
    ran_on: bool
    start: State
    clears_at: float
    clinician_waits: int
    limits: bool

    @property
    def tissue(self) -> Tissue:
        """The tissue that decides what they feel."""
        return TISSUES[self.tissue_name]

    @property
    def logging(self) -> Logging:
        """What they write down."""
        return LOGGING[self.logging_name]

    @property
    def obedience(self) -> Obedience:
        """How they follow a plan."""
        return OBEDIENCE[self.obedience_name]


def condition_of(number: int) -> Condition:
    """Conditions take turns, so that any number of runners is spread evenly."""
    return CONDITIONS[number % len(CONDITIONS)]


def runner(seed: int, number: int) -> Runner:
    """The runner of that number; runners of one seed don't depend on how many there are."""
    rng = Random(f"runner {seed} {number}")
    condition = condition_of(number)
    tissue_name = rng.choice(condition.tissues)
    usual_min = rng.choice((30, 30, 35, 40, 45, 50, 60))
    days = _run_days(rng)
    pace = 5.0 + 2.5 * rng.random()
    healthy = usual_min * _between(rng, 1.1, 1.5)
    damage = _between(rng, 0.5, 1.1) if condition.hurt else 0.0
    left = _between(rng, 0.65, 0.95) if condition.hurt else 1.0
    start = State(damage, healthy * left, healthy * 1.6, flared=damage >= 1)
    return Runner(
        seed=seed,
        number=number,
        condition=condition,
        tissue_name=tissue_name,
        side=rng.choice(("left", "right")),
        profile=MappingProxyType(_profile(rng, days, usual_min, pace)),
        run_days=days,
        usual_min=usual_min,
        pace=pace,
        logging_name=rng.choice(tuple(LOGGING)),
        obedience_name=rng.choice(tuple(OBEDIENCE)),
        painkillers=rng.choice((0.0, 0.0, 0.05, 0.15)),
        sleep_h=_between(rng, 6.4, 8.2),
        ailing_days=rng.randrange(4, 29),
        ran_on=rng.random() < 0.5,
        start=start,
        clears_at=_between(rng, 0.15, 0.6),
        clinician_waits=rng.choice((0, 0, 0, 1, 3, 7)),
        limits=rng.random() < 0.2,
    )


def _between(rng: Random, low: float, high: float) -> float:
    return low + (high - low) * rng.random()


def _run_days(rng: Random) -> tuple[int, ...]:
    return tuple(sorted(rng.choice(((1, 3, 5), (0, 2, 5), (1, 3, 5, 6), (0, 2, 4, 6), (1, 5), (0, 2, 4, 5, 6)))))


def _profile(rng: Random, days: tuple[int, ...], usual_min: int, pace: float) -> dict[str, Any]:
    height = rng.randrange(156, 192)
    bmi = _between(rng, 19, 31)
    week_km = round(len(days) * usual_min / pace)
    profile: dict[str, Any] = {
        "birth_year": rng.randrange(1962, 2003),
        "sex": rng.choice(("female", "male")),
        "height_cm": height,
        "mass_kg": round(bmi * height * height / 10_000),
        "experience": rng.choice(("regular", "regular", "experienced")),
        "usual_week_km": week_km,
        "day_minutes": {day: rng.choice((45, 60, 75, 90)) for day in WEEKDAYS},
    }
    if rng.random() < 0.6:
        free = set(days) | {rng.randrange(7), rng.randrange(7)}
        profile["run_days"] = [WEEKDAYS[day] for day in sorted(free)]
    if rng.random() < 0.15:
        profile["health"] = ["varicose_veins"]
    return profile


@dataclass(frozen=True, slots=True)
class Draws:
    """The luck of one runner's day, each number from 0 up to 1."""

    run: float
    after: float
    morning: float
    daily: float
    niggle: float
    niggle_more: float
    logs_session: float
    logs_evening: float
    logs_morning: float
    logs_daily: float
    logs_sleep: float
    sleep: float
    painkiller: float
    skip: float
    extra: float
    wobble: float
    hard: float


_DRAWS = len(fields(Draws))
NIGGLES = 0.04


def draws(seed: int, number: int, day: int) -> Draws:
    """The luck of that runner on that day, the same for every plan."""
    rng = Random(f"day {seed} {number} {day}")
    return Draws(*(rng.random() for _ in range(_DRAWS)))


def stray(draw: float) -> float:
    """A draw as a number from -1 to 1."""
    return 2 * draw - 1


def niggle(luck: Draws) -> int:
    """Points of pain that mean nothing, on a few days."""
    if luck.niggle >= NIGGLES:
        return 0
    return 2 if luck.niggle_more < 0.25 else 1
