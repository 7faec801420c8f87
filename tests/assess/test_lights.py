"""Decision table B: the light of a session, and what it counts as."""

from typing import Any

import pytest

from .cases import (
    Entry,
    answered,
    assessed,
    check_in,
    clearance,
    diagnosed,
    light,
    mornings,
    pain,
    plan,
    regular,
    run,
    session,
    stage,
    the,
    walk,
)

SITES = {
    "mtss": "shin_inner", "achilles_mid": "achilles_mid", "achilles_insertional": "achilles_heel",
    "plantar_fascia": "heel_sole", "calf_strain": "calf", "runners_knee": "knee_front", "lateral_hip": "hip_outer",
}  # fmt: skip
# highest green, highest amber
DURING = {
    "mtss": (2, 3), "achilles_mid": (3, 5), "achilles_insertional": (3, 5), "plantar_fascia": (3, 5),
    "calf_strain": (1, 2), "runners_knee": (2, 3), "lateral_hip": (3, 5),
}  # fmt: skip
AFTER = {
    "mtss": (1, 2), "achilles_mid": (3, 5), "achilles_insertional": (3, 5), "plantar_fascia": (3, 5),
    "calf_strain": (1, 2), "lateral_hip": (3, 5),
}  # fmt: skip
DAILY = {
    "mtss": (1, 2), "achilles_mid": (3, 5), "achilles_insertional": (3, 5), "plantar_fascia": (3, 5),
    "calf_strain": (1, 2), "runners_knee": (2, 3), "lateral_hip": (3, 5),
}  # fmt: skip
USUAL = 2


def colour(score: int, limits: tuple[int, int]) -> str:
    return "green" if score <= limits[0] else "amber" if score <= limits[1] else "red"


def where(condition: str) -> Entry:
    return {"site": SITES[condition], "side": "left"}


def habit(condition: str, first: int = -20) -> list[Entry]:
    """Mornings at the usual score up to the day of the run."""
    during = "first_steps" if condition == "plantar_fascia" else "next_morning"
    return mornings(first, -3, USUAL, SITES[condition], during)


def told(condition: str, during: int = 0, after: int = 0, morning: int = USUAL, **fields: Any) -> str:
    """The light of the run of the day before yesterday, with all its answers."""
    ran = answered(run(-2, 30, **where(condition), **fields), during, after, morning)
    return session(condition, habit(condition), ran).light.word


@pytest.mark.parametrize("condition", DURING)
def test_the_worst_pain_in_the_run_has_its_light(condition: str) -> None:
    for score in range(11):
        assert told(condition, during=score) == colour(score, DURING[condition]), score


@pytest.mark.parametrize("condition", AFTER)
def test_the_pain_an_hour_later_has_its_light(condition: str) -> None:
    for score in range(11):
        assert told(condition, after=score) == colour(score, AFTER[condition]), score


@pytest.mark.parametrize("condition", DURING)
def test_the_next_morning_is_measured_against_the_usual_one(condition: str) -> None:
    for score in range(11):
        assert told(condition, morning=score) == colour(score - USUAL, (0, 1)), score


@pytest.mark.parametrize("condition", DAILY)
@pytest.mark.parametrize("during", ["daily", "walking", "rest", "night"])
def test_scores_in_daily_life_walking_and_rest_belong_to_the_run_before(condition: str, during: str) -> None:
    if (condition, during) == ("lateral_hip", "night"):
        return  # its night score is its morning
    for score in range(11):
        journal = habit(condition), answered(run(-2, 30, **where(condition)), 0, 0, USUAL)
        later = pain(-1, SITES[condition], score, 15, during=during)
        got = session(condition, journal, later).light.word
        assert got == colour(score, DAILY[condition]), score


def test_the_night_is_the_morning_of_the_lateral_hip() -> None:
    ran = answered(run(-2, 30, **where("lateral_hip")), 0, 0, None)
    nights = mornings(-20, -3, USUAL, "hip_outer", "night")
    for score in range(11):
        got = session("lateral_hip", nights, ran, pain(-1, "hip_outer", score, 3, during="night")).light.word
        assert got == colour(score - USUAL, (0, 1)), score


@pytest.mark.parametrize("during", ["run", "after_run", "next_morning", "daily", "walking", "rest"])
def test_undiagnosed_bone_pain_has_no_green_above_zero_and_no_amber(during: str) -> None:
    journal = mornings(-20, -3, 2, "shin_inner"), run(-2, 30)
    day, hour = (-2, 18) if during in {"run", "after_run"} else (-1, 8)
    for score in range(3):
        assert light(journal, pain(day, "shin_inner", score, hour, during=during)) == ("red" if score else "green")


# Usual mornings


def morning_after(before: list[Entry], morning: int, **runner: Any) -> str:
    return session("mtss", before, answered(run(-2, 30, **where("mtss")), 0, 0, morning), **runner).light.word


def test_usual_is_the_lower_of_the_7_day_and_the_28_day_median() -> None:
    calmer_lately = [*mornings(-28, -9, 3, "shin_inner"), *mornings(-8, -3, 1, "shin_inner")]
    worse_lately = [*mornings(-28, -9, 1, "shin_inner"), *mornings(-8, -3, 3, "shin_inner")]
    for before in (calmer_lately, worse_lately):
        assert [morning_after(before, score) for score in (1, 2, 3)] == ["green", "amber", "red"]


def test_the_median_of_an_even_count_is_the_lower_middle() -> None:
    four = [
        pain(day, "shin_inner", score, 7, during="next_morning") for day, score in ((-6, 1), (-5, 1), (-4, 3), (-3, 3))
    ]
    assert [morning_after(four, score) for score in (1, 2, 3)] == ["green", "amber", "red"]


def test_of_two_scores_on_one_morning_the_worse_counts() -> None:
    twice = [*mornings(-8, -3, 2, "shin_inner"), *mornings(-8, -3, 0, "shin_inner")]
    assert morning_after(twice, 2) == "green"


def test_with_fewer_than_three_mornings_the_stated_one_counts() -> None:
    two = mornings(-5, -4, 0, "shin_inner")
    stated = {"usual_morning": {"shin_inner": 3}}
    assert [morning_after(two, score, **stated) for score in (3, 4, 5)] == ["green", "amber", "red"]
    assert morning_after(mornings(-6, -4, 0, "shin_inner"), 3, **stated) == "red"


def test_without_a_usual_morning_only_four_and_more_is_scored() -> None:
    two = mornings(-5, -4, 0, "shin_inner")
    assert [morning_after(two, score) for score in (0, 3, 4)] == ["green", "green", "red"]


def test_mornings_of_the_other_side_say_nothing_of_this_one() -> None:
    right = [{**one, "side": "right"} for one in mornings(-12, -3, 3, "shin_inner")]
    assert morning_after([*right, *mornings(-12, -3, 0, "shin_inner")], 2) == "red"


def test_mornings_older_than_28_days_are_not_usual_any_more() -> None:
    assert morning_after(mornings(-40, -31, 4, "shin_inner"), 3) == "green"
    assert morning_after(mornings(-40, -31, 4, "shin_inner"), 4) == "red"


# The knee an hour after


@pytest.mark.parametrize(
    ("before", "after", "morning", "expected"),
    [
        (None, 1, 1, "green"), (None, 2, 1, "amber"), (None, 2, 2, "red"),
        (2, 3, 1, "amber"), (2, 3, 2, "red"), (0, 1, 1, "amber"), (0, 0, 1, "green"),
    ],
)  # fmt: skip
def test_a_knee_is_measured_an_hour_later_against_the_level_before_the_run(
    before: int | None, after: int, morning: int, expected: str
) -> None:
    knee = where("runners_knee")
    level = [] if before is None else [pain(-2, "knee_front", before, 17, during="daily")]
    journal = mornings(-12, -3, 1, "knee_front"), level, answered(run(-2, 30, **knee), 0, after, morning)
    assert session("runners_knee", journal).light.word == expected


def test_a_knee_above_its_level_without_a_morning_is_amber() -> None:
    journal = mornings(-12, -3, 1, "knee_front"), answered(run(-2, 30, **where("runners_knee")), 0, 3, None)
    assert session("runners_knee", journal).light.word == "amber"


# What makes a light worse


@pytest.mark.parametrize(("during", "expected"), [(2, "amber"), (3, "red"), (4, "red")])
def test_pain_that_rises_is_one_colour_worse(during: int, expected: str) -> None:
    assert told("mtss", during, course="rises") == expected
    entry = pain(-2, "shin_inner", during, during="run", course="rises")
    assert light(habit("mtss"), run(-2, 30), entry, diagnoses=[diagnosed("mtss")]) == expected


@pytest.mark.parametrize("course", ["eases", "steady"])
def test_other_courses_change_no_colour(course: str) -> None:
    for score in (2, 3, 4):
        assert told("mtss", score, course=course) == colour(score, DURING["mtss"])


def test_a_limp_is_red_at_any_score() -> None:
    assert told("achilles_mid", 0, limp=True) == "red"
    ran = run(-2, 30, pain_during=0, **where("achilles_mid"))
    assert session("achilles_mid", ran, check_in(-1, about=ran["id"], limp=True)).light.word == "red"
    assert session("achilles_mid", ran, pain(-1, "achilles_mid", 0, signs=["limp"])).light.word == "red"


@pytest.mark.parametrize("condition", ["achilles_mid", "achilles_insertional"])
def test_an_amber_tendon_with_a_worse_morning_is_red(condition: str) -> None:
    assert told(condition, 4, 0, USUAL) == "amber"
    assert told(condition, 3, 0, USUAL + 1) == "amber"
    assert told(condition, 4, 0, USUAL + 1) == "red"


@pytest.mark.parametrize(
    ("condition", "sign"),
    [
        ("mtss", "focal_bone_spot"), ("achilles_mid", "swelling"), ("achilles_mid", "pop"), ("achilles_mid", "sudden"),
        ("plantar_fascia", "numbness"), ("calf_strain", "bruise"), ("runners_knee", "swelling"),
        ("runners_knee", "locked"), ("runners_knee", "giving_way"), ("lateral_hip", "groin_pain_on_load"),
    ],
)  # fmt: skip
def test_signs_that_go_straight_to_red(condition: str, sign: str) -> None:
    ran = answered(run(-2, 30, **where(condition)), 0, 0, 0)
    assert session(condition, ran, pain(-1, SITES[condition], 0, 15, signs=[sign])).light.word == "red"


def test_a_clinicians_highest_pain_is_the_last_word() -> None:
    limit = [{"kind": "max_pain", "value": 1, "until": the(20)}]
    ran = answered(run(-2, 30, **where("achilles_mid")), 2, 0, 0)
    assert session("achilles_mid", ran).light.word == "green"
    assert session("achilles_mid", ran, clinician_limits=limit).light.word == "red"


# Bone stress

CLEARED = clearance(-50, "sports_physician", "bone_stress_diagnosed")


@pytest.mark.parametrize(
    "answers", [{"during": 2}, {"after": 1}, {"morning": 1}, {"during": 1, "after": 1}, {"during": 1, "morning": 1}]
)
def test_cleared_bone_stress_has_no_pain_band(answers: dict[str, int]) -> None:
    ran = answered(run(-2, 30, run_min=10, stage="1", site="shin_inner", side="left"), **answers)
    assert session("bone_stress", CLEARED, ran).light.word == "red"


def test_cleared_bone_stress_that_hurt_in_two_of_three_runs_is_red() -> None:
    shin: Entry = {"run_min": 10, "stage": "1", "site": "shin_inner", "side": "left"}
    runs = answered(run(-6, 30, **shin), 1), answered(run(-4, 30, **shin)), answered(run(-2, 30, **shin), 1)
    assert session("bone_stress", CLEARED, runs).light.word == "red"


@pytest.mark.parametrize("score", [0, 1, 3])
def test_bone_stress_that_nobody_cleared_runs_at_no_score(score: int) -> None:
    made = plan(answered(run(-2, 30, site="shin_inner", side="left"), score), diagnoses=[diagnosed("bone_stress")])
    assert not [item for day in made["days"] for item in day["items"] if item["kind"] == "run"]


# The day's light

STAGE_2: Entry = {"run_min": 12, "stage": "2", "site": "shin_inner", "side": "left"}


def test_a_run_told_of_by_pain_alone_has_its_light() -> None:
    assert light(pain(-1, "shin_inner", 3, during="run"), diagnoses=[diagnosed("mtss")]) == "amber"


def test_the_days_light_looks_at_the_last_run_and_at_three_days_of_pain() -> None:
    mtss = {"diagnoses": [diagnosed("mtss")]}
    assert light(pain(-2, "shin_inner", 3, during="daily"), **mtss) == "red"
    assert light(pain(-3, "shin_inner", 3, during="daily"), **mtss) == "green"
    assert light(answered(run(-9, 30, **STAGE_2), 3), answered(run(-6, 30, **STAGE_2)), **mtss) == "green"
    assert light(answered(run(-6, 30, **STAGE_2), 3), **mtss) == "amber"


def test_an_unanswered_run_is_neither_amber_nor_better_than_an_answered_one() -> None:
    mtss = {"diagnoses": [diagnosed("mtss")]}
    assert light(run(-2, 30, **STAGE_2), **mtss) == "green"
    assert stage(answered(run(-4, 30, **STAGE_2)), run(-2, 30, **STAGE_2), **mtss) == "2"


def test_a_walk_has_its_light_too() -> None:
    mtss = {"diagnoses": [diagnosed("mtss")]}
    assert light(answered(walk(-1, 30, site="shin_inner", side="left"), 3), **mtss) == "red"


@pytest.mark.parametrize(
    ("kind", "during"), [("run", "run"), ("walk", "walking"), ("strength", "daily"), (None, "daily")]
)
def test_a_score_given_with_a_tick_is_about_what_was_ticked(kind: str | None, during: str) -> None:
    shown = [{"id": "x", "kind": kind}] if kind else []
    issued = [{"today": the(-3), "week_start": the(-7), "days": [{"date": the(-1), "items": shown}]}]
    tick = {"kind": "done", "id": "tick", "at": the(-1) + "T19:00", "item": "x", "outcome": "done", "pain": 4}
    made = assessed(regular(5), tick, issued=issued)
    told = [*made.loose, *(reading for one in made.sessions for reading in one.readings)]
    assert [(one.finding.entry, one.finding.during, one.finding.score) for one in told] == [("tick", during, 4)]
    assert made.light.word == "red"


def test_a_morning_told_after_that_days_run_belongs_to_the_run_before() -> None:
    made = assessed(run(-3, 30), run(-1, 30, hour=6), pain(-1, "knee_front", 2, 8, during="next_morning"))
    assert [len(one.readings) for one in made.sessions] == [1, 0]


@pytest.mark.parametrize("before", [(0, 2, 3), (3, 0, 2), (0, 0, 2, 3, 3)])
def test_the_median_of_an_odd_count_is_the_middle(before: tuple[int, ...]) -> None:
    logged = [pain(-8 + n, "shin_inner", score, 7, during="next_morning") for n, score in enumerate(before)]
    assert [morning_after(logged, score) for score in (2, 3, 4)] == ["green", "amber", "red"]


# Whose score it is


@pytest.mark.parametrize(("told_at", "runs", "felt"), [
    (9, (18,), 0), (19, (18,), 0), (6, (7, 18), 0), (12, (7, 18), 0), (18, (7, 18), 1), (20, (7, 18), 1),
])  # fmt: skip
def test_a_score_in_a_run_belongs_to_that_days_run_whenever_it_was_told(
    told_at: int, runs: tuple[int, ...], felt: int
) -> None:
    ran = [run(-2, 30, hour, **where("mtss")) for hour in runs]
    made = assessed(ran, pain(-2, "shin_inner", 3, told_at, during="run"), diagnoses=[diagnosed("mtss")])
    assert [one.light.word for one in made.runs] == ["amber" if n == felt else "green" for n in range(len(runs))]
    assert not made.loose


def test_a_run_that_only_a_score_tells_of_is_a_run() -> None:
    told = [pain(-3, "knee_front", 1, during="run"), pain(-3, "knee_front", 2, 15, during="run")]
    made = assessed(told, run(-1, 30))
    assert [(one.kind, one.id) for one in made.runs] == [("run", told[0]["id"]), ("run", made.runs[-1].id)]
    assert [len(one.readings) for one in made.runs] == [2, 0]
    assert [one.told for one in made.runs] == [False, True]


def test_an_answer_that_names_no_place_belongs_to_the_side_that_hurts() -> None:
    made = assessed(pain(-3, "knee_front", 2, during="daily"), run(-1, 30, pain_during=3))
    assert [(one.site, one.side) for one in made.complaints] == [("knee_front", "left")]
    assert made.complaints[0].last == made.runs[-1].day
    assert {reading.finding.sides for one in made.runs for reading in one.readings} == {("left",)}
