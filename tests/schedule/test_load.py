"""Decision table H: the single-run cap, what a healthy runner would run, and the first week."""

from typing import Any

import pytest

from tests.assess.cases import (
    Entry,
    answered,
    assessed,
    diagnosed,
    items,
    pain,
    plan,
    run,
    run_minutes,
)

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ROOMY: Entry = {"day_minutes": dict.fromkeys(WEEKDAYS, 300)}


def habit(*days: int, minutes: float = 40, **fields: Any) -> list[Entry]:
    return [run(day, minutes, **fields) for day in days]


FOUR = (-25, -18, -11, -4)


@pytest.mark.parametrize(
    ("longest", "cap"),
    [(0.5, 0.8), (2.0, 2.3), (2.9, 3.2), (3.0, 3.3), (5.2, 5.7), (6.3, 6.9), (10.0, 11.0), (21.1, 23.2)],
)
def test_the_cap_is_110_percent_or_300_metres_more_rounded_down(longest: float, cap: float) -> None:
    load = plan(habit(*FOUR, distance_km=longest))["assessment"]["load"]
    assert (load["longest_30d_km"], load["run_cap_km"]) == (longest, cap)


@pytest.mark.parametrize(("longest", "cap"), [(10, 13), (29, 32), (30, 33), (31, 34), (40, 44), (45, 49), (100, 110)])
def test_in_minutes_likewise(longest: float, cap: int) -> None:
    assert plan(habit(*FOUR, minutes=longest))["assessment"]["load"]["run_cap_min"] == cap


def test_only_runs_of_30_days_make_the_cap() -> None:
    assert assessed(habit(*FOUR), run(-29, 60)).load.cap_min == 66
    assert assessed(habit(*FOUR), run(-31, 60)).load.cap_min == 44


def test_minutes_of_running_count_where_intervals_were_run() -> None:
    assert assessed(habit(*FOUR, minutes=30, run_min=12)).load.cap_min == 15


def test_no_run_of_a_healthy_week_is_longer_than_the_cap_and_one_may_reach_it() -> None:
    minutes = sorted(run_minutes(plan(habit(*range(-28, -1, 2), distance_km=8), **ROOMY)).values())
    assert minutes[-1] == 44
    assert minutes[:-1] == [40] * (len(minutes) - 1)


def test_kilometres_stay_within_the_cap_too() -> None:
    made = plan(habit(*range(-28, -1, 3), minutes=30, distance_km=6), **ROOMY)
    assert max(item["dose"]["distance_km"] for item in items(made, "run")) <= 6.6


def test_a_healthy_runner_runs_at_least_twice_a_week() -> None:
    assert len(run_minutes(plan(habit(*FOUR)))) == 2


@pytest.mark.parametrize(("a_week", "runs"), [(3, 3), (4, 4), (5, 5), (6, 6), (7, 6)])
def test_a_healthy_runner_runs_as_often_as_in_the_last_28_days(a_week: int, runs: int) -> None:
    days = [-28 + 7 * week + day for week in range(4) for day in range(a_week)]
    made = plan(habit(*[day for day in days if day < 0]))
    assert len(run_minutes(made)) == runs


def test_the_minutes_of_a_healthy_runner_are_the_median_of_28_days() -> None:
    mixed = [
        run(day, minutes) for day, minutes in zip(range(-26, 0, 3), (20, 50, 20, 50, 35, 20, 50, 35, 35), strict=True)
    ]
    minutes = sorted(run_minutes(plan(mixed, **ROOMY)).values())
    assert minutes[0] == 35


FEW = (-33, -20, -8, -2)  # three runs in 30 days, no gap of fourteen


def test_with_fewer_than_four_runs_in_30_days_seventy_percent_of_the_longest_known_goes() -> None:
    assert max(run_minutes(plan(habit(*FEW), **ROOMY)).values()) == 28
    assert max(run_minutes(plan(habit(*FEW), run(-40, 60), **ROOMY)).values()) == 42


@pytest.mark.parametrize("days", [(-2,), (-5, -2), (-8, -5, -2)])
def test_somebody_who_has_only_just_begun_runs_seventy_percent_too(days: tuple[int, ...]) -> None:
    made = plan(habit(*days, minutes=30), **ROOMY)
    assert made["assessment"]["phase"] == "healthy"
    assert list(run_minutes(made).values()) == [21, 21]


def test_with_few_runs_the_cap_still_holds() -> None:
    assert max(run_minutes(plan(habit(*FEW, distance_km=8), run(-40, 120, distance_km=24), **ROOMY)).values()) == 44


def test_eight_days_off_leave_seventy_percent_of_the_longest_of_30_days() -> None:
    off = habit(*range(-30, -8, 2)), run(-35, 100)
    assert max(run_minutes(plan(off, run(-9, 50), **ROOMY)).values()) == 35


def test_the_cap_doesnt_bind_the_ladder() -> None:
    shin: Entry = {"site": "shin_inner", "side": "left"}
    clean = [answered(run(day, 30, run_min=6, stage="1", **shin)) for day in (-5, -2)]
    assert set(run_minutes(plan(clean, diagnoses=[diagnosed("mtss")])).values()) == {12}


@pytest.mark.parametrize(
    "runner",
    [{"experience": "new"}, {"mass_kg": 98, "height_cm": 180}],
    ids=["new", "heavy"],
)
def test_the_first_week_of_a_new_or_heavy_runner_has_three_kilometres_in_all(runner: Entry) -> None:
    first = [run(-6, 6, distance_km=1.0)]
    back = plan(first, **runner)
    km = sum(item["dose"]["run_min"] for item in items(back, "run")) / 6
    assert km <= 2.0
    settled = plan(habit(*range(-28, -1, 3), minutes=20, distance_km=3), **runner)
    assert sum(run_minutes(settled).values()) > 20


def test_a_bmi_below_thirty_is_not_heavy() -> None:
    week = [run(day, 20, distance_km=3) for day in (-6, -4, -3, -2)]
    heavy, light = {"mass_kg": 98, "height_cm": 180}, {"mass_kg": 90, "height_cm": 180}
    assert not run_minutes(plan(week, **heavy))
    assert run_minutes(plan(week, **light))


def test_the_first_week_is_over_once_a_run_is_older_than_seven_days() -> None:
    new: Entry = {"experience": "new"}
    week = [run(day, 20, distance_km=3) for day in (-6, -4, -3, -2)]
    assert not run_minutes(plan(week, **new))
    assert run_minutes(plan(week, run(-8, 20, distance_km=3), **new))


def test_short_sleep_lets_no_run_grow() -> None:
    nights = [
        {"kind": "sleep", "id": f"n{day}", "night_of": f"2026-11-{23 - day}", "asleep_h": 6} for day in range(1, 8)
    ]
    assert max(run_minutes(plan(habit(*range(-28, -1, 2), distance_km=8), **ROOMY)).values()) == 44
    assert max(run_minutes(plan(habit(*range(-28, -1, 2), distance_km=8), nights, **ROOMY)).values()) == 40


def test_a_niggle_lets_no_run_grow() -> None:
    made = plan(habit(*range(-28, -1, 2), distance_km=8), pain(-1, "knee_front", 1, during="daily"), **ROOMY)
    assert max(run_minutes(made).values()) == 40


def test_the_load_adds_up() -> None:
    load = plan(habit(-20, -8, -6, -3, distance_km=5), run(-40, 60, distance_km=12))["assessment"]["load"]
    assert (load["last_7d_km"], load["last_28d_km"], load["longest_30d_km"]) == (10, 20, 5)


def test_one_amber_run_and_none_besides_leaves_a_quarter_less() -> None:
    knee: Entry = {"site": "knee_front", "side": "left"}
    told = run(-200, 60), answered(run(-2, 40, **knee), 3, 0, 0)
    made = plan(*told, **ROOMY)
    assert set(run_minutes(made).values()) == {30}
    assert "pain.amber" in {reason["rule"] for item in items(made, "run") for reason in item["reasons"]}
