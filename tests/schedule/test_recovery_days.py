"""On which days recovery items are, and which of them give way where a day or a flag has no room for all."""

from typing import Any

import pytest

from tests.assess.cases import items, pain, run, sign, the
from tests.schedule.test_recovery_items import ALL_OF_IT, EXTRAS, WEEKDAYS, gone, week

AWAY: dict[str, Any] = {"kind": "pause", "id": "p", "why": "holiday"}
LAST: dict[str, Any] = {"ahead": 6, "start": the(0)}  # told on Sunday: one day is left


def kinds(made: dict[str, Any], day: int) -> set[str]:
    return {one["kind"] for one in items(made, *EXTRAS) if one["date"] == the(day)}


def test_the_last_day_of_a_week_keeps_its_shower_and_elevation_and_gives_up_the_rest() -> None:
    made = week(run(6, 40, 7, rpe=8), mass_kg=61, **LAST)
    assert kinds(made, 6) == {"compression", "leg_elevation", "contrast_shower"}


def test_what_a_week_has_to_have_is_on_its_last_day_without_a_pause() -> None:
    for first, last in ((6, 5), (5, 4)):
        made = week({**AWAY, "from": the(first), "to": the(6)})
        for kind in ("contrast_shower", "leg_elevation"):
            days = [one["date"] for one in items(made, kind)]
            assert max(days) == the(last), (kind, first)


def test_a_week_that_is_all_paused_keeps_one_shower_on_its_last_day() -> None:
    made = week({**AWAY, "from": the(0), "to": the(6)}, pain(-1, "knee_front", 2, during="daily"))
    for kind in ("contrast_shower", "leg_elevation"):
        assert [one["date"] for one in items(made, kind)] == [the(6)]


def test_food_is_a_matter_of_days_with_strength_or_one_of_the_hardest_runs() -> None:
    for profile in ({}, {"run_days": ["mon", "sat"]}, {"run_days": []}):
        made = week(**profile)
        runs = items(made, "run")
        longest = max((one["dose"]["run_min"] for one in runs), default=0)
        helped = {one["date"] for one in [*runs, *items(made, "strength")]
                  if one["kind"] == "strength" or one["dose"]["run_min"] == longest}  # fmt: skip
        assert items(made, "nutrition")
        assert {one["date"] for one in items(made, "nutrition")} <= helped
    no_minutes = week(day_minutes=dict.fromkeys(WEEKDAYS, 0))
    assert not items(no_minutes, "run", "strength", "nutrition")


def test_a_day_with_a_pause_has_no_food_of_a_hard_run() -> None:
    hard = run(0, 40, 8, rpe=8)
    none = dict.fromkeys(WEEKDAYS, 0)
    assert [one["date"] for one in items(week(hard, day_minutes=none), "nutrition")] == [the(0)]
    assert not items(week(hard, {**AWAY, "from": the(0), "to": the(6)}, day_minutes=none), "nutrition")


@pytest.mark.parametrize("health", ["open_wound", "neuropathy", "blood_thinner"])
def test_what_a_held_impact_keeps_out_is_not_told_as_forbidden_by_health(health: str) -> None:
    held = week(sign(-1, "shin_inner", "focal_bone_spot"), health=[health], equipment=ALL_OF_IT)
    assert not items(held, "massage", "warm_bath", "compression")
    assert not [kind for kind in ("massage", "warm_bath", "compression") if gone(held, kind)]
    free = week(health=[health], run_days=["tue"], equipment=ALL_OF_IT)
    assert gone(free, "massage") == ["health.never"]


def test_while_impact_is_held_what_stays_loses_no_place_to_what_goes() -> None:
    held = week(sign(-1, "shin_inner", "focal_bone_spot"), health=["past_clot"], run_days=["tue"])
    assert len(items(held, "leg_elevation")) == 4
    assert not items(held, "compression")
