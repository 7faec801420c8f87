"""Recovery, habits and the questions of a week (contract 8 and 12, decisions G), and what they are measured by."""

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
    regular,
    run,
    sign,
    slept,
    walk,
)

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SHIN: Entry = {"site": "shin_inner", "side": "left"}
LADDER = answered(run(-2, 30, run_min=12, stage="2", **SHIN), morning=None)
PAUSE: Entry = {"kind": "pause", "id": "p", "from": "2026-11-23", "to": "2026-12-06", "why": "holiday"}
HELPED: dict[str, tuple[Any, dict[str, Any]]] = {
    "a run": (regular(5), {}),
    "the ladder": (LADDER, {"diagnoses": [diagnosed("mtss")]}),
    "pain": ([regular(5), pain(-1, "knee_front", 2, during="daily")], {"run_days": []}),
    "soreness": ([regular(5), run(-1, 90), pain(0, "calf", 4, 8, during="daily", side="both")], {}),
    "venous trouble": ([], {"diagnoses": [diagnosed("venous", "both")], "run_days": []}),
    "heavy legs": ([sign(-1, "calf", "heavy_legs", "visible_veins", side="both")], {"run_days": []}),
    "a red day": ([regular(5), pain(0, "knee_front", 6, during="daily")], {}),
    "a held impact": ([regular(5), pain(-1, "shin_inner", 5, during="night")], {}),
    "a pause in pain": ([regular(5), pain(-1, "knee_front", 2, during="daily"), PAUSE], {}),
    "no minutes": (regular(5), {"day_minutes": dict.fromkeys(WEEKDAYS, 0), "diagnoses": [diagnosed("mtss")]}),
}


def drink(day: int, ml: float, hour: int = 12) -> Entry:
    at = run(day, 1, hour)["at"]
    return {"kind": "drink", "id": f"drink{day}-{hour}", "at": at, "volume_ml": ml}


@pytest.mark.parametrize("why", HELPED)
def test_legs_that_run_or_hurt_get_a_contrast_shower_and_a_leg_elevation(why: str) -> None:
    journal, runner = HELPED[why]
    made = plan(journal, **runner)
    for kind in ("contrast_shower", "leg_elevation"):
        placed = items(made, kind)
        assert placed, kind
        assert all(item["dose"] and item["steps"] for item in placed)


def test_showers_and_elevation_are_within_what_is_safe_at_home() -> None:
    made = plan(regular(5))
    for item in items(made, "contrast_shower"):
        dose = item["dose"]
        assert 36 <= dose["warm_c"] <= 38
        assert 15 <= dose["cool_c"] <= 20
        assert 30 <= dose["cool_s"] <= 60
        assert 3 <= dose["rounds"] <= 5
    for item in items(made, "leg_elevation"):
        assert 10 <= item["dose"]["minutes"] <= 30


def test_showers_and_elevation_wait_until_the_run_is_over() -> None:
    for journal, runner in (HELPED["a run"], HELPED["the ladder"]):
        made = plan(journal, **runner)
        ends = {item["date"]: item["at"] for item in items(made, "cool_down")}
        for item in items(made, "contrast_shower", "leg_elevation"):
            assert item["at"] > ends.get(item["date"], "")


def test_no_shower_or_elevation_while_everything_is_held() -> None:
    assert not items(plan(regular(5), sign(-1, "calf", "one_leg_swollen")), "contrast_shower", "leg_elevation")


def test_sleep_and_fluids_are_daily() -> None:
    for journal, runner in HELPED.values():
        made = plan(journal, **runner)
        assert len(items(made, "sleep")) == 7
        assert len(items(made, "hydration")) == 7


@pytest.mark.parametrize(("birth_year", "least"), [(1988, 7), (2010, 8)])
def test_the_sleep_target_is_seven_hours_and_eight_for_teens(birth_year: int, least: float) -> None:
    assert all(least <= item["dose"]["target_h"] <= least + 2 for item in items(plan(birth_year=birth_year), "sleep"))


@pytest.mark.parametrize(("sex", "ml"), [("female", 1600), ("male", 2000)])
def test_the_drinking_target_is_that_of_drinks_alone(sex: str, ml: int) -> None:
    assert {item["dose"]["drink_ml"] for item in items(plan(regular(5), sex=sex), "hydration")} == {ml}


def test_means_are_of_seven_days() -> None:
    nights = [slept(day, 8) for day in range(-6, 1)] + [slept(-7, 2)]
    drinks = [drink(-1, 1000), drink(-1, 500, 18), drink(0, 500), drink(-7, 5000)]
    scores = [
        pain(-1, "knee_front", 2, during="daily"),
        pain(0, "knee_front", 4, 8, during="daily"),
        pain(-7, "arch", 9),
    ]
    made = assessed(nights, drinks, scores).recovery
    assert (made.sleep_7d_h, made.drink_7d_ml, made.pain_7d_mean) == (8, 1000, 3)


def test_nothing_logged_is_no_mean() -> None:
    made = assessed().recovery
    assert (made.sleep_7d_h, made.drink_7d_ml, made.pain_7d_mean) == (None, None, None)


@pytest.mark.parametrize(
    ("hours", "short"),
    [
        ([7] * 7, False), ([6.9] * 7, True), ([8, 8, 8, 8, 8, 5, 8], False), ([9, 9, 9, 9, 9, 5, 5], True),
        ([6, 6], False), ([5, 5], True), ([6, 6, 6], True),
    ],
)  # fmt: skip
def test_sleep_is_short_below_seven_hours_or_with_two_nights_below_six(hours: list[float], short: bool) -> None:
    assert assessed([slept(-n, one) for n, one in enumerate(hours)]).recovery.short_sleep == short


def test_strength_has_no_impact_before_stage_nine() -> None:
    for stage in ("1", "4", "8"):
        ran = answered(run(-2, 30, run_min=6, stage=stage, **SHIN), morning=None)
        made = plan(ran, diagnoses=[diagnosed("mtss")])
        exercises = [one for item in items(made) for one in item["dose"].get("exercises", [])]
        assert exercises
        assert not any(one["impact"] for one in exercises)


def test_only_equipment_that_is_there_is_used() -> None:
    def band(**runner: Any) -> bool:
        return any(
            one["id"] == "band_walk"
            for item in items(plan(regular(5), **runner), "strength")
            for one in item["dose"]["exercises"]
        )

    assert band(equipment=["resistance_band"])
    assert not band()


def test_a_clinicians_exercises_replace_ours() -> None:
    limit = {"clinician_limits": [{"kind": "exercises", "value": ["towel_curl"]}]}
    made = items(plan(regular(5), **limit), "strength")
    assert made
    assert all([one["id"] for one in item["dose"]["exercises"]] == ["towel_curl"] for item in made)


def test_a_walk_of_today_is_followed_by_no_other() -> None:
    made = plan(run(-60, 30), answered(walk(0, 30, **SHIN)), diagnoses=[diagnosed("mtss")])
    assert not [item for item in items(made, "walk") if item["date"] == "2026-11-23"]


def test_of_two_entries_for_a_night_the_shorter_counts_and_one_without_hours_doesnt() -> None:
    for hours in ((8, 6), (6, 8)):
        nights = [slept(0, one) for one in hours]
        bare = {"kind": "sleep", "id": "bare", "night_of": "2026-11-21", "quality": 4}
        assert assessed(nights, bare).recovery.sleep_7d_h == 6
