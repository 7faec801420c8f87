from dataclasses import replace

import pytest

from planner.simulate import ALL, ARMS, Break, Life, document, results
from planner.simulate.report import result_of

LIFE = Life(
    condition="mtss", arm="planner", first_30=30, at_30_at_last=True, flare_ups=1, sore_days=4, run_min=320.0, plans=28,
    replans=24, changes=36, breaks=(),
)  # fmt: skip


def test_a_result_is_shares_and_means_over_runners() -> None:
    result = result_of([LIFE, replace(LIFE, first_30=None, at_30_at_last=False, flare_ups=0, sore_days=0)], 4)
    assert (result.runners, result.at_30_last_week, result.reached_30) == (2, 0.5, 0.5)
    assert (result.flare_ups_per_runner, result.sore_days_per_week, result.run_min_per_week) == (0.5, 0.5, 80.0)
    assert result.changes_per_replan == 1.5


@pytest.mark.parametrize(
    ("days", "median"),
    [([5], 5), ([9, 5, 7], 7), ([5, None, 7], 7), ([5, None, None], None), ([5, None], 5), ([None], None)],
)
def test_the_median_counts_those_who_never_got_there_as_last(days: list[int | None], median: int | None) -> None:
    assert result_of([replace(LIFE, first_30=day) for day in days], 4).median_days_to_30 == median


@pytest.mark.parametrize(("weeks", "share"), [(15, None), (16, 0.5), (20, 0.5)])
def test_week_sixteen_is_told_in_runs_that_reach_it(weeks: int, share: float | None) -> None:
    lives = [LIFE, replace(LIFE, first_30=16 * 7 + 1)]
    assert result_of(lives, weeks).reached_30_by_week_16 == share


def test_an_arm_without_plans_has_no_churn() -> None:
    assert result_of([replace(LIFE, replans=0, changes=0)], 4).changes_per_replan is None


def test_results_come_by_condition_and_over_all_and_leave_out_whom_nobody_has() -> None:
    lives = [replace(LIFE, arm=arm, condition=name) for arm in ARMS for name in ("healthy", "mtss")]
    found = results(lives, 4)
    assert list(found) == ["mtss", "healthy", ALL]
    assert found["mtss"]["planner"].runners == 1
    assert found[ALL]["ten_percent"].runners == 2
    assert list(found[ALL]) == list(ARMS)


def test_the_document_says_what_it_is_and_names_every_break() -> None:
    broken = replace(LIFE, breaks=(Break(3, 12, "3: no rest day"),))
    lives = [broken, *(replace(LIFE, arm=arm, plans=0) for arm in ARMS if arm != "planner")]
    told = document(lives, runners=1, weeks=4, seed=9, note="No claim.")
    assert told["breaks"] == [{"seed": 9, "runner": 3, "day": 12, "what": "3: no rest day"}]
    assert (told["note"], told["plans"], told["arms"]) == ("No claim.", 28, list(ARMS))
    assert set(told["results"]) == {"mtss", ALL}
