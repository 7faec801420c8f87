"""The minutes of a day: what exactly fits, what was spent already, and the parts that a session is made of."""

from typing import Any

import pytest

from tests.assess.cases import Entry, answered, diagnosed, items, plan, planned, reasons, regular, run, run_minutes
from tests.schedule.test_changes import of, one, ticked

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SHIN: Entry = {"site": "shin_inner", "side": "left"}
MTSS: dict[str, Any] = {"diagnoses": [diagnosed("mtss")]}
HABIT = regular(5, distance_km=8)


def daily(minutes: int) -> Entry:
    return {"day_minutes": dict.fromkeys(WEEKDAYS, minutes)}


@pytest.mark.parametrize(("minutes", "longest"), [(62, 44), (61, 43)])
def test_a_run_that_just_fits_its_day_is_whole_and_one_minute_less_is_told(minutes: int, longest: int) -> None:
    made = planned(HABIT, **daily(minutes))
    assert max(run_minutes(plan(HABIT, **daily(minutes))).values()) == longest
    told = [dict(why.params) for why in reasons(made) if why.rule == "fit.minutes"]
    assert told == ([] if longest == 44 else [{"minutes": 61, "needed": 62}])


@pytest.mark.parametrize(("minutes", "stage"), [(48, "2"), (47, "1")])
def test_a_stage_that_just_fits_its_day_is_whole(minutes: int, stage: str) -> None:
    made = planned(answered(run(-3, 30, run_min=12, stage="2", **SHIN)), **MTSS, **daily(minutes))
    told = [dict(why.params) for why in reasons(made) if why.rule == "fit.minutes"]
    assert bool(told) == (stage == "1")
    assert all(why == {"minutes": 47, "needed": 48} for why in told)


@pytest.mark.parametrize(("less", "fits"), [(0, True), (1, False)])
def test_strength_that_just_fits_a_day_is_there(less: int, fits: bool) -> None:
    usual = items(plan(HABIT, run_days=["mon"]), "strength")[0]["minutes"]
    made = plan(HABIT, run_days=["mon"], day_minutes={"mon": 60, **dict.fromkeys(WEEKDAYS[1:], usual - less)})
    assert bool(items(made, "strength")) == fits


@pytest.mark.parametrize(("minutes", "room"), [(60, False), (120, True)])
def test_what_was_ticked_today_has_used_its_minutes(minutes: int, room: bool) -> None:
    only: Entry = {"run_days": ["mon"], "day_minutes": {**dict.fromkeys(WEEKDAYS, 0), "mon": minutes}}
    first = plan(HABIT, run_days=["mon"], day_minutes=dict.fromkeys(WEEKDAYS, 60))
    done = plan(HABIT, ticked(one(first, 0, "run")["id"]), issued=[first], **only)
    assert any(item["kind"] == "strength" for item in of(done, 0)) == room


@pytest.mark.parametrize("minutes", [30, 20])
def test_a_walk_is_one_stretch_of_walking_without_running(minutes: int) -> None:
    walks = items(plan(**MTSS, **daily(minutes)), "walk")
    assert walks
    assert all(
        walk["dose"]["segments"] == [{"times": 1, "run_min": 0, "walk_min": minutes}] and walk["minutes"] == minutes
        for walk in walks
    )


STAGES = [
    ("1", 6, 1, 4),
    ("2", 6, 2, 3),
    ("3", 8, 2, 1),
    ("4", 6, 3, 2),
    ("5", 5, 4, 1),
    ("6", 5, 5, 1),
    ("7", 3, 9, 1),
]


@pytest.mark.parametrize(("stage", "times", "run_min", "walk_min"), STAGES)
def test_a_stage_is_told_by_its_intervals(stage: str, times: int, run_min: int, walk_min: int) -> None:
    ran = run(-3, times * (run_min + walk_min), run_min=times * run_min, stage=stage, **SHIN)
    made = items(plan(answered(ran), **MTSS, **daily(60)), "run")
    assert made
    for item in made:
        assert item["dose"]["segments"] == [{"times": times, "run_min": run_min, "walk_min": walk_min}]
        assert (item["dose"]["run_min"], item["minutes"]) == (times * run_min, times * (run_min + walk_min))


def test_a_run_that_the_first_weeks_minutes_shorten_says_so_and_others_dont() -> None:
    four = [run(day, 8, distance_km=0.6) for day in (-6, -4, -3, -1)]
    [cut] = items(plan(four, experience="new"), "run")
    assert "load.first_week_share" in {why["rule"] for why in cut["reasons"]}
    assert cut["dose"]["run_min"] == 8
    whole = items(plan(run(-3, 9, distance_km=1.2), experience="new"), "run")
    assert [item["dose"]["run_min"] for item in whole] == [6, 6]
    assert "load.first_week_share" not in {why["rule"] for item in whole for why in item["reasons"]}


def test_each_run_of_a_lighter_week_says_why_it_is_shorter() -> None:
    weeks = [
        run(-7 * back + day, total / 3) for back, total in ((4, 90), (3, 90), (2, 96), (1, 102)) for day in (0, 2, 4)
    ]
    runs = items(plan(weeks, **daily(300)), "run")
    assert [item["dose"]["run_min"] for item in runs] == [26, 25, 25]
    assert all([why["rule"] for why in item["reasons"]].count("load.step_back") == 1 for item in runs)


def test_the_walk_of_a_short_day_is_as_long_as_the_day_and_none_below_ten_minutes() -> None:
    assert {walk["minutes"] for walk in items(plan(**MTSS, **daily(10)), "walk")} == {10}
    assert not items(plan(**MTSS, **daily(9)), "walk")
    assert {walk["minutes"] for walk in items(plan(**MTSS, **daily(300)), "walk")} == {30}
