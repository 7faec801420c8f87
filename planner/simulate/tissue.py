"""The invented tissue: load above capacity damages, rest heals, capacity follows load. `docs/simulation.md` has the equations.

Sums, products and quotients only, whose bytes are the same on every machine.
"""

from dataclasses import dataclass, replace

FLARE_UP = 1.0
# A flare-up is over, and the next one can be counted, once damage is back below this.
CALM = 0.6
WORST = 2.0
MOST_PAIN = 10
# Share of a day's strain that is still felt the next day.
CARRIED = 0.3
# Share of capacity that damage of 1 takes away, and the share that always remains.
WEAKENS = 0.5
LEAST_LEFT = 0.25
AT_NIGHT = 0.7
# Minutes of walking that load like one minute of running.
WALK_PER_RUN = 5.0
# Half an hour of walking: a brittle tissue bears that much.
BARELY = 30 / WALK_PER_RUN
# A capacity that falls with disuse still carries daily life.
DAILY_LIFE = 8.0


@dataclass(frozen=True, slots=True)
class Tissue:
    """How one tissue answers. All numbers are invented for the test bench; none was measured on a person.

    `heals`: share of damage a day. `load_helps`: how much a full load within capacity adds to that share (negative:
    takes from it). `damages`: damage of a load that is twice the capacity. `adapts`, `detrains`: capacity a day.
    `brittle`: damage from which any running adds more, and how much. `silent`: damage that isn't felt.
    `run`, `after`, `morning`, `daily`: pain points at damage 1. `noise`: share by which a score strays. `scar`: share
    of capacity that a flare-up costs for good. `night`: pain at night for each point of damage above `AT_NIGHT`.
    `signs`: what is seen on the day of a flare-up.
    """

    site: str
    heals: float
    load_helps: float
    damages: float
    adapts: float
    detrains: float
    run: float
    after: float
    morning: float
    daily: float
    silent: float
    noise: float
    scar: float = 0.05
    brittle_from: float = WORST
    brittle: float = 0.0
    night: float = 0.0
    first_steps: bool = False
    signs: tuple[str, ...] = ()


# Invented, like all numbers here: chosen once so that rest alone takes about as long as clinics report, then left alone.
TISSUES: dict[str, Tissue] = {
    "shin": Tissue("shin_inner", 0.040, -0.2, 0.35, 0.020, 0.004, 7, 5, 4, 3, 0.10, 0.25),
    "bone": Tissue("shin_inner", 0.040, -0.6, 0.50, 0.015, 0.004, 7, 5, 3, 4, 0.20, 0.20, 0.1, 0.3, 0.20,
                   night=5, signs=("hop_pain",)),
    "achilles": Tissue("achilles_mid", 0.030, 0.5, 0.25, 0.020, 0.005, 5, 4, 6, 3, 0.08, 0.30),
    "achilles_heel": Tissue("achilles_heel", 0.027, 0.4, 0.28, 0.020, 0.005, 5, 4, 6, 3, 0.08, 0.30),
    "heel": Tissue("heel_sole", 0.028, 0.2, 0.25, 0.020, 0.005, 4, 5, 7, 4, 0.08, 0.30, first_steps=True),
    "calf": Tissue("calf", 0.080, 0.1, 0.60, 0.025, 0.006, 8, 4, 3, 3, 0.08, 0.25, signs=("sudden",)),
    "knee": Tissue("knee_front", 0.045, 0.2, 0.30, 0.025, 0.004, 6, 4, 2, 4, 0.10, 0.35),
    "hip": Tissue("hip_outer", 0.035, 0.3, 0.25, 0.020, 0.004, 5, 4, 4, 3, 0.08, 0.30),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class State:
    """A tissue on one day. `damage` 0 is none and 1 a flare-up; `capacity` and `carried` are in minutes of easy running.

    `flared`: a flare-up isn't over yet. `flare_ups`: how many began since the first day.
    """

    damage: float
    capacity: float
    highest: float
    carried: float = 0.0
    flared: bool = False
    flare_ups: int = 0


@dataclass(frozen=True, slots=True)
class Felt:
    """Pain of a day, before rounding and noise, in points of 0 to 10."""

    run: float
    after: float
    morning: float
    daily: float
    night: float


def load_of(run_min: float, walk_min: float, intensity: float = 1.0) -> float:
    """A day's load in minutes of easy running."""
    return run_min * intensity + walk_min / WALK_PER_RUN


def carries(state: State) -> float:
    """What the tissue bears on a day, as damaged as it is: minutes of easy running."""
    return state.capacity * max(LEAST_LEFT, 1 - WEAKENS * state.damage)


def strained(state: State, tissue: Tissue, load: float) -> State:
    """The tissue right after a day's load: what was too much became damage, and what was enough a stimulus."""
    bears = carries(state)
    strain = load + state.carried
    damage = state.damage
    if load > 0 and strain > bears:
        damage += tissue.damages * (strain - bears) / bears
    if load > BARELY and state.damage > tissue.brittle_from:
        damage += tissue.brittle * min(1.0, load / bears)
    damage = min(damage, WORST)
    capacity = state.capacity + tissue.adapts * min(load, bears) * (1 - state.capacity / state.highest)
    begins = damage >= FLARE_UP and not state.flared
    if begins:
        capacity *= 1 - tissue.scar
    return replace(
        state, damage=damage, capacity=max(DAILY_LIFE, capacity), carried=strain * CARRIED,
        flared=state.flared or begins, flare_ups=state.flare_ups + begins,
    )  # fmt: skip


def rested(state: State, tissue: Tissue, load: float) -> State:
    """The tissue after the night that follows a day's load: healed a little, detrained a little."""
    used = min(1.0, load / carries(state))
    damage = state.damage * (1 - tissue.heals * (1 + tissue.load_helps * used))
    idle = state.capacity - tissue.detrains * (state.capacity - DAILY_LIFE) * (1 - used)
    return replace(state, damage=damage, capacity=idle, flared=state.flared and damage >= CALM)


def felt(state: State, tissue: Tissue, load: float) -> Felt:
    """What is felt at this damage; in a run the more, the nearer its load comes to what the tissue bears."""
    sore = max(0.0, state.damage - tissue.silent)
    near = 0.4 + 0.6 * min(1.0, load / carries(state))
    night = tissue.night * max(0.0, state.damage - AT_NIGHT)
    return Felt(tissue.run * sore * near, tissue.after * sore * near, tissue.morning * sore, tissue.daily * sore, night)


def score(points: float, tissue: Tissue, stray: float, niggle: int) -> int:
    """A score of 0 to 10; `stray` in -1..1 moves it by the tissue's noise, `niggle` adds points that mean nothing."""
    return max(0, min(MOST_PAIN, round(points * (1 + tissue.noise * stray)) + niggle))
