"""A runner living through the weeks by one arm, day by day, and what came of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from planner.simulate.arms import Arm, RestFirst, TenPercent
from planner.simulate.body import Lived, lived, meant, morning_score
from planner.simulate.planned import ByPlan
from planner.simulate.runners import CONDITIONS, Runner, draws, runner

ARMS: dict[str, Callable[[Runner], Arm]] = {
    "planner": ByPlan,
    "rest_until_pain_free": RestFirst,
    "ten_percent": TenPercent,
}
PLANNER = "planner"
# "30 minutes continuous": nine tenths of them in one stretch (runners stray from what they planned) at this pain at most.
CONTINUOUS_MIN = 27.0
PAIN_AT_MOST = 2
# A morning of this score rules out an extra run, and any score of it makes a sore day.
SORE_FROM = 4


@dataclass(frozen=True, slots=True)
class Break:
    """An invariant that a plan broke: for whom, when, and what."""

    runner: int
    day: int
    what: str


@dataclass(frozen=True, slots=True)
class Life:
    """What became of one runner in one arm. Days count from 1; `first_30` None: never ran 30 minutes continuously."""

    condition: str
    arm: str
    first_30: int | None
    at_30_at_last: bool
    flare_ups: int
    sore_days: int
    run_min: float
    plans: int
    replans: int
    changes: int
    breaks: tuple[Break, ...]


def days_of(who: Runner, arm: Arm, days: int) -> Iterator[Lived]:
    """Each day as it was lived. Raises RuntimeError with runner and day where a plan can't be made."""
    state = who.start
    for day in range(days):
        luck = draws(who.seed, who.number, day)
        morning = morning_score(who, state, luck)
        try:
            wanted = arm.wants(day, morning, state, luck)
        except Exception as error:
            what = f"{type(error).__name__}: {error}"
            raise RuntimeError(f"seed {who.seed}, runner {who.number}, day {day + 1}: {what}") from error
        free = arm.free() and morning < SORE_FROM
        today = lived(who, state, meant(who, wanted, luck, free=free), day, luck)
        arm.learn(today, luck)
        state = today.state
        yield today


def live(seed: int, number: int, weeks: int, arm_name: str) -> Life:
    """Let a runner of that seed live so many weeks by that arm."""
    who = runner(seed, number)
    arm = ARMS[arm_name](who)
    past: list[Lived] = []
    breaks: list[Break] = []
    plans = replans = changes = 0
    for today in days_of(who, arm, 7 * weeks):
        past.append(today)
        if isinstance(arm, ByPlan) and arm.plan is not None:
            plans += 1
            replans += arm.plan.replanned
            changes += len(arm.plan.doc["changes"])
            breaks += [Break(number, today.day + 1, what) for what in arm.plan.breaks]
    reached = [one.day + 1 for one in past if ran_30(one)]
    return Life(
        condition=who.condition.name,
        arm=arm_name,
        first_30=reached[0] if reached else None,
        at_30_at_last=bool(reached) and reached[-1] > 7 * (weeks - 1),
        flare_ups=past[-1].state.flare_ups,
        sore_days=sum(_worst(one) >= SORE_FROM for one in past),
        run_min=sum(one.done.run_min for one in past if one.done),
        plans=plans,
        replans=replans,
        changes=changes,
        breaks=tuple(breaks),
    )


def ran_30(day: Lived) -> bool:
    """Tell whether 30 minutes were run without walking, and without pain to speak of."""
    return day.done is not None and day.done.longest >= CONTINUOUS_MIN and (day.pain_run or 0) <= PAIN_AT_MOST


def _worst(day: Lived) -> int:
    return max(day.pain_run or 0, day.pain_after or 0, day.pain_morning, day.pain_daily)


def lives_of(seed: int, number: int, weeks: int) -> list[Life]:
    """The same runner, with the same luck, in each arm."""
    return [live(seed, number, weeks, name) for name in ARMS]


def names() -> tuple[str, ...]:
    """The conditions, in the order of the report."""
    return tuple(condition.name for condition in CONDITIONS)
