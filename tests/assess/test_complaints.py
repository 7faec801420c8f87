"""Decision table A: which rules a complaint falls under."""

from typing import Any

import pytest

from .cases import (
    Entry,
    answered,
    assessed,
    check_in,
    diagnosed,
    flags,
    items,
    light,
    mornings,
    pain,
    phase,
    plan,
    regular,
    run,
    sign,
    the,
)

BONE_SITES = (
    "shin_inner",
    "ankle",
    "ankle_inner",
    "forefoot",
    "big_toe_ball",
    "midfoot_top",
    "midfoot_outer",
    "heel_sole",
)
PROVISIONAL_SITES = (
    "calf", "achilles_mid", "achilles_heel", "arch", "knee_front", "knee_inner", "knee_outer", "hip_outer", "thigh_back",
    "buttock", "low_back", "other",
)  # fmt: skip
# condition, its sites, the highest score in daily life that is green for it
DIAGNOSED = (
    ("mtss", ("shin_inner",), 1),
    ("bone_stress", ("shin_inner", "ankle", "forefoot", "heel_sole"), 0),
    ("achilles_mid", ("achilles_mid", "achilles_heel"), 3),
    ("achilles_insertional", ("achilles_mid", "achilles_heel"), 3),
    ("plantar_fascia", ("heel_sole", "arch"), 3),
    ("calf_strain", ("calf",), 1),
    ("runners_knee", ("knee_front",), 2),
    ("lateral_hip", ("hip_outer",), 3),
)
LONG_RUN = [*regular(4), run(-2, 90)]


def daily(site: str, score: int, day: int = -1, **fields: Any) -> str:
    """The light of one score in daily life by somebody who doesn't run."""
    return light(pain(day, site, score, during="daily", **fields))


@pytest.mark.parametrize("site", [*BONE_SITES, "shin_front", "groin", "thigh_front"])
def test_pain_without_a_diagnosis_at_a_bone_site_is_red_from_one_on(site: str) -> None:
    assert daily(site, 0) == "green"
    assert daily(site, 1) == "red"


@pytest.mark.parametrize("site", PROVISIONAL_SITES)
@pytest.mark.parametrize(("score", "colour"), [(2, "green"), (3, "amber"), (4, "red")])
def test_other_pain_without_a_diagnosis_follows_the_provisional_limits(site: str, score: int, colour: str) -> None:
    assert daily(site, score) == colour


def test_pain_in_both_thighs_is_provisional_where_one_thigh_is_bone() -> None:
    assert daily("thigh_front", 2, side="both") == "green"
    assert daily("thigh_front", 2, side="right") == "red"


def test_a_heel_with_first_step_pain_is_provisional() -> None:
    first_steps = pain(-9, "heel_sole", 2, 7, during="first_steps")
    assert light(first_steps, pain(-1, "heel_sole", 2, during="daily")) == "green"
    assert light(pain(-1, "heel_sole", 2, during="daily")) == "red"


def test_first_step_pain_of_the_other_heel_loosens_nothing() -> None:
    first_steps = pain(-9, "heel_sole", 2, 7, during="first_steps", side="right")
    assert light(first_steps, pain(-1, "heel_sole", 2, during="daily")) == "red"


@pytest.mark.parametrize(("condition", "sites", "green"), DIAGNOSED)
def test_a_diagnosis_rules_its_own_sites(condition: str, sites: tuple[str, ...], green: int) -> None:
    for site in sites:
        calm = light(pain(-1, site, green, during="daily"), diagnoses=[diagnosed(condition)])
        sore = light(pain(-1, site, green + 1, during="daily"), diagnoses=[diagnosed(condition)])
        assert (calm, sore != "green") == ("green", True), site


@pytest.mark.parametrize(("condition", "sites", "green"), DIAGNOSED)
def test_a_diagnosis_rules_its_own_side_only(condition: str, sites: tuple[str, ...], green: int) -> None:
    other_side = light(pain(-1, sites[0], 3, during="daily", side="right"), diagnoses=[diagnosed(condition, "left")])
    assert other_side == daily(sites[0], 3, side="right")


def test_a_diagnosis_that_no_clinician_gave_loosens_nothing() -> None:
    told = [diagnosed("mtss", given=False)]
    assert light(pain(-1, "shin_inner", 1, during="daily"), diagnoses=told) == "red"
    assert (
        light(pain(-1, "achilles_mid", 3, during="daily"), diagnoses=[diagnosed("achilles_mid", given=False)])
        == "amber"
    )


@pytest.mark.parametrize(("since", "until"), [(-60, -2), (None, -30)])
def test_a_diagnosis_counts_until_its_last_day(since: int | None, until: int) -> None:
    ended = [{**diagnosed("mtss", since=since or -60), "until": diagnosed("mtss", since=until)["since"]}]
    assert light(pain(-1, "shin_inner", 1, during="daily"), diagnoses=ended) == "red"


def test_the_worst_light_of_all_complaints_governs() -> None:
    assert light(pain(-1, "knee_front", 1, during="daily"), pain(-1, "shin_inner", 1, 13, during="daily")) == "red"
    assert light(pain(-1, "knee_front", 1, during="daily"), pain(-1, "hip_outer", 3, 13, during="daily")) == "amber"


def test_a_runs_pain_without_a_site_belongs_to_the_strictest_complaint() -> None:
    knee, shin = pain(-9, "knee_front", 1, during="daily"), pain(-9, "shin_inner", 0, during="daily", signs=["bruise"])
    assert light(knee, run(-1, 30, pain_during=2)) == "green"
    assert light(knee, shin, run(-1, 30, pain_during=2)) == "red"


def test_a_complaint_older_than_28_days_takes_no_pain_without_a_site() -> None:
    assert light(pain(-29, "shin_inner", 1, during="daily"), run(-1, 30, pain_during=2)) == "green"


def test_signs_make_a_complaint_without_a_score() -> None:
    assert phase(sign(-2, "calf", "bruise")) != "healthy"


# Soreness


@pytest.mark.parametrize("site", ["calf", "thigh_front", "thigh_back", "buttock"])
def test_soreness_of_both_sides_after_an_unusual_run_leaves_the_pain_limits_alone(site: str) -> None:
    assert light(LONG_RUN, pain(-1, site, 3, during="daily", side="both")) == "green"


@pytest.mark.parametrize(
    "cause",
    [run(-2, 90), run(-2, 40, rpe=8), run(-2, 40, surface="hills"), run(-2, 53)],
    ids=["long", "hard", "hilly", "a third longer"],
)
def test_unusually_long_hard_or_hilly_runs_make_sore(cause: dict[str, Any]) -> None:
    assert light(regular(4, last=-4), cause, pain(-1, "calf", 3, during="daily", side="both")) == "green"


@pytest.mark.parametrize(
    "cause", [run(-2, 52), run(-2, 40, rpe=6), run(-2, 40)], ids=["1.3 times as long", "brisk", "usual"]
)
def test_a_usual_run_makes_no_soreness(cause: dict[str, Any]) -> None:
    assert light(regular(4, last=-4), cause, pain(-1, "calf", 3, during="daily", side="both")) == "amber"


@pytest.mark.parametrize(
    "told",
    [
        pain(-1, "calf", 3, during="daily"),
        pain(-1, "achilles_mid", 3, during="daily", side="both"),
        pain(-1, "calf", 3, during="daily", side="both", signs=["heavy_legs"]),
    ],
    ids=["one side", "no muscle", "a sign"],
)
def test_pain_that_is_no_soreness_follows_its_site(told: dict[str, Any]) -> None:
    assert light(LONG_RUN, told) == "amber"


def test_soreness_ends_96_hours_after_the_run() -> None:
    calf: Entry = {"during": "daily", "side": "both"}
    assert light(regular(4, last=-8), run(-4, 90, 18), pain(0, "calf", 3, 17, **calf)) == "green"
    assert light(regular(4, last=-8), run(-4, 90, 11), pain(0, "calf", 3, 12, **calf)) == "amber"


def test_soreness_up_to_three_allows_an_easy_run_and_more_only_a_walk() -> None:
    habit = regular(5, last=-3), run(-2, 90, 8)
    kinds: dict[int, set[str]] = {}
    for score in (3, 5):
        sore = pain(0, "thigh_back", score, 7, during="daily", side="both")
        kinds[score] = {item["kind"] for item in items(plan(habit, sore), "run", "walk") if item["date"] <= the(1)}
    assert kinds == {3: {"run"}, 5: {"walk"}}


def test_a_walking_score_of_both_legs_is_news_of_each() -> None:
    hurt = pain(-3, "hip_outer", 3, during="walking")
    assert phase(regular(5), hurt) == "rest"
    assert phase(regular(5), hurt, pain(-1, "hip_outer", 0, during="walking", side="both")) != "rest"


# What a complaint without a diagnosis leads to


@pytest.mark.parametrize("site", ["knee_front", "calf", "hip_outer"])
def test_provisional_pain_never_lets_running_grow(site: str) -> None:
    made = plan(regular(5, 40), pain(-1, site, 2, during="daily"))
    assert max(i["dose"]["run_min"] for day in made["days"] for i in day["items"] if i["kind"] == "run") <= 40


def test_provisional_pain_that_hasnt_changed_by_day_seven_asks_for_somebody_to_look() -> None:
    same = [pain(day, "knee_front", 2, during="daily") for day in range(-8, 1)]
    better = [pain(day, "knee_front", 3 if day < -4 else 1, during="daily") for day in range(-8, 1)]
    assert "no_improvement" in flags(regular(5), same)
    assert "no_improvement" not in flags(regular(5), better)
    assert "no_improvement" not in flags(regular(5), same[-6:])


def test_answers_about_a_run_without_a_site_count_where_the_diagnosis_is() -> None:
    ran = run(-2, 30)
    journal = [
        mornings(-12, -3, 0, "shin_inner"),
        answered(ran, morning=None),
        check_in(-1, about=ran["id"], pain_morning=2),
    ]
    assert light(journal, diagnoses=[diagnosed("mtss")]) == "red"


def test_conditions_name_the_diagnosis_in_force() -> None:
    assert plan(diagnoses=[diagnosed("mtss")])["assessment"]["conditions"] == ["mtss"]


def test_thighs_that_hurt_in_a_run_are_not_merely_sore() -> None:
    thighs: Entry = {"site": "thigh_front", "side": "both"}
    assert assessed(LONG_RUN, pain(-1, "thigh_front", 2, side="both", during="daily")).complaints[0].row == "soreness"
    assert assessed(LONG_RUN, answered(run(-1, 20, **thighs), 2)).complaints[0].row == "provisional"


@pytest.mark.parametrize(("during", "row"), [("first_steps", "provisional"), ("daily", "bone"), ("rest", "bone")])
def test_the_first_score_of_a_heel_is_of_the_plantar_fascia_where_it_is_that_of_the_first_steps(
    during: str, row: str
) -> None:
    made = assessed(pain(0, "heel_sole", 3, 7, during=during))
    assert [one.row for one in made.complaints] == [row]
