"""A goal: the long run grows to it and no further, and the forecast says plainly whether its date can be kept."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.protocols import protocols
from planner.schedule.goal import fewest_weeks, longest_after
from tests.assess.cases import Entry, answered, diagnosed, items, pain, plan, run, run_minutes, sign, the

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ROOMY: Entry = {"day_minutes": dict.fromkeys(WEEKDAYS, 300)}
SHIN: Entry = {"site": "shin_inner", "side": "left"}


def habit(km: float, pace: float = 6.0, **fields: Any) -> list[Entry]:
    return [run(day, km * pace, distance_km=km, **fields) for day in range(-28, -1, 3)]


def goal(km: float, by: int | None = None, kind: str = "distance") -> Entry:
    return {"goal": {"kind": kind, "distance_km": km, **({} if by is None else {"by": the(by)})}}


def longest(made: dict[str, Any]) -> Entry:
    return max(items(made, "run"), key=lambda item: item["dose"]["run_min"])


# By hand: 6 -> 6.6 -> 7.2 -> 7.9, a lighter week, 8.6 -> 9.4 -> 10.3: seven weeks; 2 -> 2.3 -> 2.6 -> 2.9, lighter, 3.2
@pytest.mark.parametrize(
    ("now", "distance", "weeks"),
    [(10, 10, 0), (12, 10, 0), (9.1, 10, 1), (9, 10, 2), (8, 10, 3), (7.2, 10, 5), (6, 10, 7), (2, 3, 5), (0, 0.6, 2)],
)
def test_the_fewest_weeks_grow_by_the_cap_and_rest_every_fourth(now: float, distance: float, weeks: int) -> None:
    assert fewest_weeks(now, distance, protocols()) == weeks
    assert longest_after(now, weeks, distance, protocols()) == min(distance, max(now, distance))


@pytest.mark.parametrize(("weeks", "km"), [(0, 6), (1, 6.6), (2, 7.2), (3, 7.9), (4, 7.9), (5, 8.6), (7, 10), (30, 10)])
def test_how_far_a_run_can_grow_in_so_many_weeks(weeks: int, km: float) -> None:
    assert longest_after(6, weeks, 10, protocols()) == km


@given(st.floats(0.5, 60), st.floats(0.5, 100))
def test_a_week_less_never_reaches_the_goal(now: float, distance: float) -> None:
    weeks = fewest_weeks(now, distance, protocols())
    assert longest_after(now, weeks, distance, protocols()) == min(distance, max(now, distance))
    assert weeks == 0 or longest_after(now, weeks - 1, distance, protocols()) < distance


@pytest.mark.parametrize("kind", ["distance", "race"])
def test_a_goal_within_reach_is_told_with_its_weeks(kind: str) -> None:
    forecast = plan(habit(6), **goal(10, 70, kind), **ROOMY)["assessment"]["forecast"]
    assert (forecast["weeks_min"], forecast["weeks_max"]) == (7, 11)
    assert "10 weeks, so it can be done" in forecast["basis"]


def test_a_date_that_cant_be_kept_is_told_plainly_with_what_can() -> None:
    basis = plan(habit(6), **goal(10, 28), **ROOMY)["assessment"]["forecast"]["basis"]
    assert "10 km is not reachable by then" in basis
    assert "about 7.9 km is" in basis


def test_a_goal_without_a_date_has_weeks_alone() -> None:
    basis = plan(habit(6), **goal(10))["assessment"]["forecast"]["basis"]
    assert "at least 7 weeks" in basis
    assert "Until" not in basis


def test_a_goal_that_was_run_is_there() -> None:
    forecast = plan(habit(11), **goal(10, 70))["assessment"]["forecast"]
    assert (forecast["weeks_min"], forecast["weeks_max"]) == (0, 0)
    assert "11 km" in forecast["basis"]


@pytest.mark.parametrize(
    "given", [{}, goal(10, -1), {"goal": {"kind": "distance"}}], ids=["none", "over", "no distance"]
)
def test_without_a_goal_ahead_there_is_no_forecast_and_nothing_else_changes(given: Entry) -> None:
    journal = habit(6)
    made, free = plan(journal, **given, **ROOMY), plan(journal, **ROOMY)
    assert made["assessment"]["forecast"] is None
    assert made["days"] == free["days"]


def test_while_running_is_held_back_there_is_no_word_on_a_goal() -> None:
    assert plan(habit(6), sign(-1, "calf", "one_leg_swollen"), **goal(10))["assessment"]["forecast"] is None
    assert plan(habit(6), pain(-1, "knee_front", 1, during="daily"), **goal(10))["assessment"]["forecast"] is None


def test_on_the_ladder_the_forecast_of_the_diagnosis_stays_and_the_goal_is_told() -> None:
    clean = [answered(run(day, 30, run_min=6, stage="1", distance_km=3, **SHIN)) for day in (-5, -2)]
    without = plan(clean, diagnoses=[diagnosed("mtss")])["assessment"]["forecast"]
    made = plan(clean, diagnoses=[diagnosed("mtss")], **goal(10, 30))["assessment"]["forecast"]
    assert (made["weeks_min"], made["weeks_max"]) == (without["weeks_min"], without["weeks_max"])
    assert made["basis"].startswith(without["basis"])
    assert "run and walk first" in made["basis"]
    assert "not reachable" in made["basis"]


# From W: 1 walking gate and 3 to 9, six steps, at two a week; 30 min at 6 min/km are 5 km, 5 -> 5.5 -> 6 -> 6.6
@pytest.mark.parametrize(("km", "weeks"), [(5, 4), (5.5, 5), (6.6, 7)])
def test_who_starts_anew_climbs_the_ladder_first(km: float, weeks: int) -> None:
    assert plan(**goal(km))["assessment"]["forecast"]["weeks_min"] == weeks


# The long run


def test_the_longest_run_names_the_goal_and_how_far_it_goes() -> None:
    made = plan(habit(6), **goal(10), **ROOMY)
    told = next(r for r in longest(made)["reasons"] if r["rule"] == "goal.build")
    assert "10 km" in told["text"]
    assert "6.5 km" in told["text"]
    others = [item for item in items(made, "run") if item["id"] != longest(made)["id"]]
    assert others
    assert all("goal.build" not in {r["rule"] for r in item["reasons"]} for item in others)


@pytest.mark.parametrize(("km", "longest_min"), [(10, 39), (6.3, 38), (6, 36), (3, 36)])
def test_the_longest_run_grows_within_the_cap_to_the_goal_and_no_further(km: float, longest_min: int) -> None:
    assert max(run_minutes(plan(habit(6), **goal(km), **ROOMY)).values()) == longest_min


def test_a_goal_never_makes_a_week_longer() -> None:
    for km in (3, 6, 6.3, 10, 42.2):
        free, toward = run_minutes(plan(habit(6), **ROOMY)), run_minutes(plan(habit(6), **goal(km), **ROOMY))
        assert sum(toward.values()) <= sum(free.values())


def test_where_the_pace_is_unknown_the_goal_bounds_nothing() -> None:
    journal = [run(day, 36) for day in range(-28, -1, 3)]
    assert run_minutes(plan(journal, **goal(3), **ROOMY)) == run_minutes(plan(journal, **ROOMY))
