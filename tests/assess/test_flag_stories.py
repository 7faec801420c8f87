"""Decision table E: flags with a story of their own."""

import pytest

from .cases import (
    answered,
    check_in,
    clearance,
    diagnosed,
    flags,
    items,
    pain,
    plan,
    run,
    screen,
    sign,
    the,
)
from .flag_cases import CLINICIANS, HEAVY, LESS, PLAIN, same

# Rows with a story of their own


def test_a_later_clearance_overrides_a_clot_on_record() -> None:
    assert "clot_suspected" not in flags(clearance(-1, "doctor", "clot_suspected"), health=["clot_suspected"])
    assert "clot_suspected" in flags(clearance(-1, "physio", "clot_suspected"), health=["clot_suspected"])


def test_clearing_a_suspicion_doesnt_clear_a_diagnosis() -> None:
    told = {"diagnoses": [diagnosed("bone_stress")]}
    assert "bone_stress_diagnosed" in flags(clearance(-1, "hospital", "bone_stress_suspected"), **told)
    assert "bone_stress_diagnosed" not in flags(clearance(-1, "physio", "bone_stress_diagnosed"), **told)
    assert "bone_stress_diagnosed" in flags(clearance(-61, "hospital", "bone_stress_diagnosed"), **told)


def test_clearing_one_leg_doesnt_clear_the_other() -> None:
    both = {"diagnoses": [diagnosed("bone_stress", "both")]}
    left = flags(clearance(-1, "doctor", "bone_stress_diagnosed", side="left"), **both)
    assert left["bone_stress_diagnosed"].side == "right"


def test_ruling_out_one_injury_keeps_the_rules_of_the_other() -> None:
    words = [
        clearance(-30, "physio", "bone_stress_diagnosed", side="left", outcome="excluded"),
        clearance(-30, "physio", "bone_stress_diagnosed", side="right"),
    ]
    made = plan(words, diagnoses=[diagnosed("bone_stress", "left"), diagnosed("bone_stress", "right")])
    assert made["assessment"]["conditions"] == ["bone_stress"]
    assert made["assessment"]["next"]["stage"] == "B1"


def test_a_suspicion_of_bone_stress_never_ends_by_time() -> None:
    spot = sign(-3, "shin_inner", "focal_bone_spot")
    calm = [pain(day, "shin_inner", 0, during="daily") for day in range(-2, 60)]
    assert "bone_stress_suspected" in flags(spot, calm, ahead=60)


def test_one_night_of_pain_holds_impact_until_a_calm_entry_and_two_days_have_passed() -> None:
    night = pain(-5, "shin_inner", 2, 3, during="night")
    assert flags(night)["rest_pain_once"].holds == "impact"
    assert flags(night, pain(-4, "shin_inner", 0, during="daily"))["rest_pain_once"].holds == "progress"
    assert flags(night, pain(-4, "knee_front", 0, during="daily"))["rest_pain_once"].holds == "impact"
    assert flags(night, pain(-4, "shin_inner", 1, during="daily"))["rest_pain_once"].holds == "impact"
    last_night = pain(-1, "shin_inner", 2, 3, during="night"), pain(-1, "shin_inner", 0, 20, during="daily")
    assert flags(last_night)["rest_pain_once"].holds == "impact"


def test_one_night_of_pain_ends_after_fourteen_days_without_pain() -> None:
    night = pain(-30, "shin_inner", 2, 3, during="night")
    calm = pain(-3, "shin_inner", 0, during="daily")
    assert "rest_pain_once" not in flags(night, calm)
    assert "rest_pain_once" in flags(night, pain(-10, "shin_inner", 1, during="daily"), calm)
    assert "rest_pain_once" in flags({**night, "at": the(-10) + "T03:00"}, calm)


@pytest.mark.parametrize("who", CLINICIANS)
def test_one_night_of_pain_is_no_matter_of_a_word(who: str) -> None:
    night = pain(-5, "shin_inner", 2, 3, during="night")
    assert "rest_pain_once" in flags(night, clearance(-1, who, "rest_pain_once"))


def test_low_energy_with_bone_pain_holds_impact() -> None:
    assert flags(health=["previous_bone_stress", "weight_loss"])["low_energy"].holds == "progress"
    assert flags(pain(-1, "shin_inner", 1), health=["weight_loss"])["low_energy"].holds == "impact"


@pytest.mark.parametrize(("who", "ends"), [("physio", False), ("podiatrist", False), ("doctor", True)])
def test_low_energy_is_for_a_doctor(who: str, ends: bool) -> None:
    told = flags(clearance(-1, who, "low_energy"), health=["previous_bone_stress", "weight_loss"])
    assert ("low_energy" not in told) == ends


def test_clinician_first_ends_with_any_word() -> None:
    assert "clinician_first" not in flags(clearance(-1, "physio", "clinician_first"), health=["osteoporosis"])


def test_no_improvement_ends_when_it_is_two_points_better_or_somebody_looked() -> None:
    assert "no_improvement" in flags(LESS, same(-9, 0, 5), ahead=10)
    assert "no_improvement" in flags(LESS, same(-9, 0, 5), same(1, 10, 4), ahead=10)
    assert "no_improvement" not in flags(LESS, same(-9, 0, 5), same(1, 10, 3), ahead=10)
    assert "no_improvement" not in flags(LESS, same(-9, 0, 5), clearance(0, "physio", "no_improvement"), ahead=10)


def test_pain_that_rises_again_after_the_physio_looked_asks_anew() -> None:
    word = clearance(-4, "physio", "no_improvement")
    first = pain(-8, "hip_outer", 2), pain(-7, "hip_outer", 3), pain(-6, "hip_outer", 4)
    again = pain(-3, "hip_outer", 3), pain(-2, "hip_outer", 4), pain(-1, "hip_outer", 5)
    assert "no_improvement" not in flags(HEAVY, first, word)
    assert "no_improvement" in flags(HEAVY, first, word, again)


def test_venous_trouble_holds_nothing() -> None:
    legs = sign(-1, "calf", "heavy_legs", "visible_veins", side="both")
    made = plan(HEAVY, legs)
    assert [flag["id"] for flag in made["assessment"]["flags"]] == ["venous"]
    assert items(made, "run")
    assert len(items(made, "see_clinician")) == 1


def test_signs_combine_at_one_site_and_side_within_three_days_only() -> None:
    assert "redness_swelling" in flags(sign(-3, "arch", "redness"), sign(0, "arch", "swelling"))
    assert "redness_swelling" not in flags(sign(-4, "arch", "redness"), sign(0, "arch", "swelling"))
    assert "redness_swelling" not in flags(sign(-1, "arch", "redness"), sign(0, "arch", "swelling", side="right"))
    assert "redness_swelling" in flags(sign(-1, "arch", "redness"), sign(0, "arch", "swelling", side="both"))


def test_the_order_in_which_signs_are_told_doesnt_matter() -> None:
    for first, second in (("redness", "swelling"), ("swelling", "redness")):
        assert "redness_swelling" in flags(sign(-2, "arch", first), sign(-1, "arch", second))


def test_new_pain_is_pain_without_a_score_there_14_to_180_days_earlier() -> None:
    oestrogen = {"health": ["oestrogen"]}
    for earlier, new in ((-13, True), (-16, False), (-180, False), (-190, True)):
        word = clearance(earlier, "doctor", "clot_suspected", hour=23)
        told = flags(pain(earlier, "calf", 1), word, pain(-1, "calf", 1), **oestrogen)
        assert ("clot_suspected" in told) == new, earlier


def test_the_most_urgent_flag_comes_first() -> None:
    told = flags(sign(-1, "calf", "calf_tight_at_distance"), sign(-1, "knee_front", "locked"), screen(-1, "faint"))
    assert next(iter(told)) == "heart_or_lung"


def test_a_flag_names_the_entries_behind_it() -> None:
    for told in PLAIN.values():
        made = plan(*told.journal, **(told.profile or {}))
        for flag in made["assessment"]["flags"]:
            assert all(reason["text"] and reason["source"] for reason in flag["reasons"])
            if flag["id"] in PLAIN:
                assert flag["reasons"][0]["entries"], flag["id"]
    rising = plan(pain(-3, "hip_outer", 2), pain(-2, "hip_outer", 3), pain(-1, "hip_outer", 4))
    assert rising["assessment"]["flags"][0]["reasons"][0]["entries"]


def test_a_cleared_flag_is_named_with_whose_word_it_was() -> None:
    made = plan(sign(-3, "shin_inner", "focal_bone_spot"), clearance(-1, "doctor", "bone_stress_suspected"))
    assert made["assessment"]["cleared_flags"] == [
        {"id": "bone_stress_suspected", "by": "doctor", "at": the(-1) + "T20:00"}
    ]


def test_a_limp_told_the_morning_after_a_run_is_a_limp_in_walking() -> None:
    ran = answered(run(-2, 30, site="shin_inner", side="left"), morning=None)
    assert "bone_stress_suspected" in flags(ran, check_in(-1, about=ran[0]["id"], limp=True))


def test_a_clinician_may_allow_what_a_flag_holds_but_not_where_a_bone_is_the_question() -> None:
    def limit(hold: str, until: int) -> dict[str, list[dict[str, object]]]:
        return {"clinician_limits": [{"kind": "allow", "value": [hold], "until": the(until)}]}

    bones = {"health": ["osteoporosis"]}
    assert flags(**bones)["clinician_first"].holds == "progress"
    assert flags(**bones, **limit("progress", 0))["clinician_first"].holds == "none"
    assert flags(**bones, **limit("progress", -1))["clinician_first"].holds == "progress"
    locked = sign(-1, "knee_front", "locked")
    assert flags(locked, **limit("impact", 0))["joint_internal"].holds == "progress"
    spot = sign(-1, "shin_inner", "focal_bone_spot")
    assert flags(spot, **limit("impact", 0))["bone_stress_suspected"].holds == "impact"
