"""The way ahead, for a runner to look at: the stages of the ladder, what a clean session is, how a long run may grow."""

from dataclasses import dataclass
from math import ceil, floor

from planner.assess import Assessment
from planner.assess.load import cap_km
from planner.journal import Runner
from planner.protocols import Intervals, Protocols, Row
from planner.schedule.goal import reach
from planner.schedule.repeats import rows_that_judge, walk_gate
from planner.schedule.week import WEEKS_AHEAD

DONE, HERE, AHEAD = "done", "here", "ahead"


@dataclass(frozen=True, slots=True)
class Step:
    """A stage: done, here or ahead. `weeks`: the fewest until it can be reached; no stage opens by a date."""

    stage: str
    intervals: Intervals
    state: str
    weeks: int


@dataclass(frozen=True, slots=True)
class Clean:
    """What a clean session is here. Minutes of running, 0 for a walk; the highest scores, None where none is asked.

    `before_counts`: an hour later is measured against the level before the run; `painless`: mornings against 0.
    """

    kind: str
    done: int
    needed: int
    least_min: int
    most_min: int
    during: int | None
    after: int | None
    before_counts: bool
    painless: bool


@dataclass(frozen=True, slots=True)
class SelfTest:
    """A test that running waits for, and what it has to show."""

    test: str
    least_reps: int
    most_pain: int
    source: str
    strength: str


@dataclass(frozen=True, slots=True)
class Growth:
    """A week's longest run on the quickest way to a goal; `lighter`: a week in which it doesn't grow."""

    week: int
    km: float
    lighter: bool


@dataclass(frozen=True, slots=True)
class Way:
    """All of it. Off the ladder there are no steps; without a goal within sight nothing grows."""

    steps: tuple[Step, ...] = ()
    clean: Clean | None = None
    tests: tuple[SelfTest, ...] = ()
    growth: tuple[Growth, ...] = ()


def way_ahead(a: Assessment, runner: Runner, book: Protocols) -> Way:
    """The way ahead of a runner. While running is stopped nobody can tell one."""
    if a.phase == "stopped":
        return Way()
    if a.standing.stage is None:
        return Way(growth=_growth(a, runner, book))
    growth = _growth(a, runner, book) if a.standing.stage == "9" else ()
    return Way(_steps(a, book), _clean(a, book), _tests(a, book), growth)


def _steps(a: Assessment, book: Protocols) -> tuple[Step, ...]:
    """The stages of this runner's tissue, without those that the walks pass over."""
    standing, ladder = a.standing, book.ladder
    column, bone, walking = ladder.columns[standing.column], standing.column == "bone", standing.stage == "W"
    first = ladder.place(column.after_walks if walking else str(standing.stage))
    found: list[Step] = []
    for n, stage in enumerate(ladder.stages):
        if (stage.bone_only and not bone) or (walking and 0 < n < first):
            continue
        state = HERE if stage.id == standing.stage else DONE if n < first else AHEAD
        left = walking + sum(1 for one in ladder.stages[first + 1 : n + 1] if bone or not one.bone_only)
        weeks = ceil(left / column.most_gain) if state == AHEAD else 0
        found.append(Step(stage.id, stage.intervals(bone=bone), state, weeks))
    return tuple(found)


def _clean(a: Assessment, book: Protocols) -> Clean:
    standing, ladder = a.standing, book.ladder
    rows = rows_that_judge(a, book)
    after = [row.after[0] for row in rows if not row.after_against_before]
    during = min((row.during[0] for row in rows), default=None)
    painless = any(row.usual_is_zero for row in rows)
    before_counts = any(row.after_against_before for row in rows)
    if standing.stage == "W":
        gate = walk_gate(a, book)
        return Clean(
            "walk", standing.walks, standing.walks_needed, 0, 0, during if gate is None else gate,
            min(after, default=None), before_counts, painless,
        )  # fmt: skip
    planned = ladder.stages[ladder.place(str(standing.stage))].intervals(bone=standing.column == "bone").total_run_min
    return Clean(
        "run", standing.clean, standing.clean_needed, ceil(planned * ladder.clean_from),
        floor(planned * ladder.clean_to), during, min(after, default=None), before_counts, painless,
    )  # fmt: skip


def _tests(a: Assessment, book: Protocols) -> tuple[SelfTest, ...]:
    """The brisk walk that opens running, and a self-test that failed the last time."""
    standing, rows = a.standing, rows_that_judge(a, book)
    found: list[SelfTest] = []
    gate = walk_gate(a, book)
    if gate is not None and (standing.stage == "W" or standing.walk_due):
        basis = min((row for row in rows if row.walk_gate == gate), key=_strictness).basis_of("walk_gate")
        found.append(SelfTest("brisk_walk", 0, gate, basis.source, basis.strength))
    if standing.test_due is not None:
        due = [row.tests[standing.test_due] for row in rows if standing.test_due in row.tests]
        strictest = min(due, key=lambda test: (test.most_pain, -test.least_reps))
        reps = max(test.least_reps for test in due)
        found.append(SelfTest(standing.test_due, reps, strictest.most_pain, strictest.source, strictest.strength))
    return tuple(found)


def _strictness(row: Row) -> int:
    return row.strictness


def _growth(a: Assessment, runner: Runner, book: Protocols) -> tuple[Growth, ...]:
    """Week by week as `goal.fewest_weeks` counts them, no further than plans reach."""
    goal = reach(a, runner, book)
    if goal is None:
        return ()
    every = book.caps.step_back.building_weeks + 1
    km, found = goal.longest_km, list[Growth]()
    for week in range(1, min(goal.weeks, WEEKS_AHEAD) + 1):
        lighter = week % every == 0
        km = km if lighter else min(cap_km(km, book), goal.distance_km)
        found.append(Growth(week, round(km, 1), lighter))
    return tuple(found)
