"""Clinical 2.3, traffic lights per condition: each edge of each band, and what it does to the week.

The runner is at stage 3 with one clean session. After a green second one the week has stage 4, after an amber one stage 3
again, after a red one rest and then stage 2. Columns: P worst pain in the run, A an hour later, M next morning minus usual.
"""

from typing import Any

import pytest

from tests.assess.cases import (
    Entry,
    answered,
    diagnosed,
    items,
    pain,
    plan,
    regular,
    run,
    self_test,
    sign,
    the,
)
from tests.clinical.bands import BANDS, after, bone, what_follows
from tests.clinical.people import (
    ROOMY,
    SITES,
    SOFT,
    flags,
    ran,
    run_days,
    stages,
    standing,
    week,
)


def edges(column: str, green: int, amber: int) -> list[tuple[int, str]]:
    """The scores on both sides of each edge."""
    lowest = -1 if column == "M" else 0
    told = [(lowest, "green"), (green, "green"), (green + 1, "amber"), (amber, "amber"), (amber + 1, "red")]
    return [*dict.fromkeys([*told, (8 if column == "M" else 10, "red")])]


ROWS = [
    (condition, column, score, light)
    for condition, columns in BANDS.items()
    for column, (green, amber) in columns.items()
    for score, light in edges(column, green, amber)
]


@pytest.mark.parametrize(("condition", "column", "score", "light"), ROWS, ids=["-".join(map(str, r)) for r in ROWS])
def test_each_edge_of_each_band_acts_on_the_week(condition: str, column: str, score: int, light: str) -> None:
    what_follows(after(condition, **{column.lower(): score}), light)


@pytest.mark.parametrize(
    ("before", "hour", "morning", "light"),
    [
        (2, 2, 0, "green"),  # back to the level before the run
        (2, 0, 0, "green"),
        (2, 3, 0, "amber"),  # above it after an hour, settled by the next morning
        (2, 6, 0, "amber"),
        (2, 3, 1, "red"),  # later than that
        (0, 1, 0, "amber"),
    ],
)
def test_a_knee_an_hour_later_is_measured_against_the_level_before_the_run(
    before: int, hour: int, morning: int, light: str
) -> None:
    """Decisions B, "Knee A", where clinical 2.3 says by 60 min / by 24 h / later."""
    level = pain(-2, "knee_front", before, 17, during="daily")
    what_follows(after("runners_knee", 0, hour, morning, level), light)


@pytest.mark.parametrize(
    ("p", "a", "m", "light"),
    [(3, 0, 0, "amber"), (3, 3, 0, "red"), (0, 2, 2, "red"), (2, 1, 0, "green"), (2, 1, 1, "amber")],
)
def test_the_worst_column_wins(p: int, a: int, m: int, light: str) -> None:
    what_follows(after("mtss", p, a, m), light)


# Bone stress, cleared: 0 / none / 1 and more that repeats


@pytest.mark.parametrize("answers", [{"during": 2}, {"after": 1}, {"morning": 1}, {"during": 10}, {"limp": True}])
def test_cleared_bone_stress_is_red_from_the_first_point_on(answers: dict[str, Any]) -> None:
    made = bone(**answers)
    assert (standing(made)["light"], standing(made)["phase"], standing(made)["stage"]) == ("red", "rest", "1")
    assert not items(made, "run", "walk")


def test_cleared_bone_stress_at_zero_goes_on() -> None:
    assert (standing(bone())["light"], stages(bone())) == ("green", {"4"})


def test_a_stray_point_of_cleared_bone_stress_never_advances_and_one_that_repeats_is_red() -> None:
    """Decisions B hold it once in three sessions; contract 4 (no pain band at all) makes it red from the first on."""
    once = bone(during=1)
    assert "4" not in stages(once)
    again = week("bone_stress", [ran("bone_stress", day, "3", during=p) for day, p in ((-6, 1), (-4, 0), (-2, 1))])
    assert standing(again)["light"] == "red"
    assert not items(again, "run")


@pytest.mark.parametrize("score", range(0, 11, 5))
def test_bone_stress_that_nobody_cleared_has_no_run_at_any_score(score: int) -> None:
    """Contract 4."""
    made = plan(regular(5), pain(-1, "shin_inner", score), diagnoses=[diagnosed("bone_stress")])
    assert not items(made, "run")
    assert flags(made)["bone_stress_diagnosed"]["holds"] == "impact"


@pytest.mark.parametrize(
    ("told", "flag"),
    [
        (pain(-1, "shin_inner", 4, 3, during="night"), "bone_stress_suspected"),
        (sign(-1, "shin_inner", "focal_bone_spot"), "bone_stress_suspected"),
        (sign(-1, "shin_inner", "limp", during="walking"), "bone_stress_suspected"),
    ],
)
def test_limp_night_pain_or_a_new_spot_stop_cleared_bone_stress(told: Entry, flag: str) -> None:
    made = week("bone_stress", ran("bone_stress", -5, "3"), ran("bone_stress", -2, "3"), told)
    assert standing(made)["light"] == "red"
    assert flags(made)[flag]["holds"] == "impact"
    assert not items(made, "run", "walk")


# Straight to red, and on to the red flags (4)

STRAIGHT: list[tuple[str, Entry, str | None]] = [
    ("mtss", sign(-1, "shin_inner", "focal_bone_spot"), "bone_stress_suspected"),
    ("mtss", pain(-1, "shin_inner", 3, 3, during="night"), "rest_pain_once"),
    ("mtss", pain(-1, "shin_inner", 4, 3, during="rest"), "bone_stress_suspected"),
    ("achilles_mid", sign(-1, "achilles_mid", "swelling"), None),
    ("achilles_mid", sign(-1, "achilles_mid", "sudden"), None),
    ("achilles_mid", sign(-1, "achilles_mid", "pop"), "tendon_rupture"),
    ("achilles_insertional", sign(-1, "achilles_heel", "swelling"), None),
    ("achilles_insertional", sign(-1, "achilles_heel", "sudden"), None),
    ("achilles_insertional", sign(-1, "achilles_heel", "pop"), "tendon_rupture"),
    ("plantar_fascia", sign(-1, "heel_sole", "numbness"), None),
    ("plantar_fascia", self_test(-1, "bone_press", side="left", pain=3), "bone_stress_suspected"),
    ("calf_strain", sign(-1, "calf", "sudden"), None),
    ("calf_strain", sign(-1, "calf", "bruise"), None),
    ("runners_knee", sign(-1, "knee_front", "swelling"), None),
    ("runners_knee", sign(-1, "knee_front", "locked"), "joint_internal"),
    ("runners_knee", sign(-1, "knee_front", "giving_way"), "joint_internal"),
    ("lateral_hip", sign(-1, "hip_outer", "groin_pain_on_load"), "bone_stress_high_risk"),
]


@pytest.mark.parametrize(
    ("condition", "told", "flag"), STRAIGHT, ids=[f"{c}-{(e.get('signs') or [e['kind']])[0]}-{n}" for n, (c, e, _) in enumerate(STRAIGHT)]
)  # fmt: skip
def test_what_goes_straight_to_red_stops_the_week_and_leads_to_its_flag(
    condition: str, told: Entry, flag: str | None
) -> None:
    made = after(condition, 0, 0, 0, told)
    assert not [day for day in run_days(made) + run_days(made, "walk") if day <= 1]
    if flag is None:
        assert (standing(made)["light"], standing(made)["phase"]) == ("red", "rest")
    else:
        assert flag in flags(made)
        assert made["days"][0]["items"][0]["kind"] == "see_clinician"
        assert standing(made)["phase"] == "stopped"
        assert not items(made, "run", "walk")


@pytest.mark.parametrize("condition", ["achilles_mid", "achilles_insertional"])
@pytest.mark.parametrize(
    ("p", "m", "light"), [(4, 0, "amber"), (5, 0, "amber"), (3, 1, "amber"), (4, 1, "red"), (5, 1, "red")]
)
def test_a_tendon_at_four_or_five_with_a_worse_morning_is_red(condition: str, p: int, m: int, light: str) -> None:
    what_follows(after(condition, p, 0, m), light)


def test_an_insertional_tendon_has_no_exercise_with_the_heel_below_the_step() -> None:
    for condition, everywhere in (("achilles_insertional", True), ("achilles_mid", False)):
        made = after(condition)
        doses = [
            each for item in items(made) for each in item["dose"].get("exercises", []) if "heel_raise" in each["id"]
        ]
        standing_raises = [each for each in doses if "seated" not in each["id"]]
        assert standing_raises
        assert any(each.get("floor_only") for each in standing_raises) == everywhere
        if everywhere:
            assert all(each.get("floor_only") for each in standing_raises if "bent" not in each["id"])
            ids = {each["id"] for item in items(made) for each in item["dose"].get("exercises", [])}
            assert "calf_stretch" not in ids


# Vascular or unknown cause: no self-progression, any symptom -> clinician


@pytest.mark.parametrize("condition", ["unknown", "venous"])
@pytest.mark.parametrize("site", ["knee_front", "calf", "shin_inner"])
def test_a_vascular_or_unknown_cause_never_lets_running_grow(condition: str, site: str) -> None:
    runs = [answered(run(day, 30, site=site, side="left")) for day in range(-30, -1, 3)]
    known = pain(-9, site, 1, during="daily")
    made = plan(runs, known, diagnoses=[diagnosed(condition)], **ROOMY)
    assert max((one["dose"]["run_min"] for one in items(made, "run")), default=0) <= 30


def test_a_symptom_of_unknown_cause_that_stays_for_seven_days_leads_to_a_clinician() -> None:
    """Decisions A (day 7 without change) where clinical 2.3 has "any symptom -> clinician"."""
    weeks = [run(day, 40) for day in (-13, -11, -9)]
    stays = [pain(day, "knee_front", 2, 9, during="daily") for day in range(-9, 1)]
    made = plan(weeks, stays, diagnoses=[diagnosed("unknown")], **ROOMY)
    assert flags(made)["no_improvement"]["holds"] == "progress"
    assert items(made, "see_clinician")


def test_the_signs_of_a_vascular_cause_lead_to_a_clinician() -> None:
    """Decisions E (`venous`: heavy legs with visible veins) where clinical 2.3 has "any symptom -> clinician"."""
    symptom = sign(0, "calf", "heavy_legs", "visible_veins", side="both", hour=9)
    made = plan(regular(5), symptom, diagnoses=[diagnosed("venous")], **ROOMY)
    assert flags(made)["venous"]["urgency"] == "routine"
    assert items(made, "see_clinician")


def test_the_table_has_every_condition_with_a_pain_band() -> None:
    assert set(BANDS) == set(SITES) - {"bone_stress"} == {"mtss", *SOFT}
    assert the(0) == "2026-11-23"
