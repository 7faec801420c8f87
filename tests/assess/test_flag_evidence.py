"""Decision table E: what raises each flag, and what doesn't quite."""

import pytest

from .cases import (
    diagnosed,
    pain,
    run,
    screen,
    self_test,
    sign,
    the,
    walk,
)
from .flag_cases import HEAVY, KNOWN_TENDON, LESS, RISE, ROWS, Case, log, same

# What raises each, and what doesn't quite

RAISED: list[tuple[str, Case]] = [
    ("heart_or_lung", log(screen(-1, "chest_pain"))),
    ("heart_or_lung", log(screen(-1, "faint"))),
    ("heart_or_lung", log(pain(-1, "calf", 3), screen(-1, "breathless"))),
    ("heart_or_lung", log(screen(-2, "breathless"), pain(-1, "calf", 3))),
    ("heart_or_lung", log(sign(-1, "ankle", "swelling"), screen(-1, "breathless"))),
    ("heart_or_lung", log(sign(-2, "calf", "one_leg_swollen"), screen(0, "breathless"))),
    ("spine_emergency", log(screen(-1, "bladder_change"))),
    ("spine_emergency", log(screen(-1, "saddle_numbness"))),
    ("limb_circulation", log(sign(-1, "arch", "colour_change"))),
    ("limb_circulation", log(sign(-1, "arch", "cold_foot", "sudden", side="both"))),
    ("limb_circulation", log(screen(-1, "cold_foot"))),
    ("compartment_acute", log(sign(-1, "shin_front", "hard_tense", "numbness"))),
    ("compartment_acute", log(pain(-1, "calf", 7, signs=["hard_tense"]))),
    ("compartment_acute", log(sign(-2, "calf", "hard_tense"), sign(-1, "calf", "numbness"))),
    ("compartment_acute", log(sign(-2, "calf", "hard_tense"), pain(-1, "calf", 8))),
    ("clot_suspected", log(sign(-1, "calf", "swelling"))),
    ("clot_suspected", log(sign(-1, "calf", "warmth", side="right"))),
    ("clot_suspected", log(health=["clot_suspected"])),
    *[
        ("clot_suspected", log(pain(-1, "calf", 1), health=[risk]))
        for risk in ("past_clot", "cancer", "pregnancy", "postpartum", "oestrogen", "recent_surgery", "recent_immobility")
    ],
    ("clot_suspected", log(pain(-5, "calf", 2), health=[{"id": "recent_immobility", "until": the(-3)}])),
    ("tendon_rupture", log(sign(-1, "calf", "pop"))),
    ("tendon_rupture", log(sign(-1, "achilles_mid", "heel_raise_lost"))),
    ("tendon_rupture", log(KNOWN_TENDON, sign(-1, "achilles_mid", "heel_raise_lost", "sudden"))),
    ("tendon_rupture", log(KNOWN_TENDON, sign(-1, "achilles_mid", "heel_raise_lost", side="right"))),
    ("fracture_suspected", log(screen(-1, "cannot_bear_weight"))),
    ("infection", log(sign(-1, "calf", "redness", "warmth", "unwell"))),
    ("infection", log(sign(-1, "calf", "redness", "warmth", "skin_wound"))),
    ("infection", log(sign(-2, "knee_front", "redness"), sign(-1, "knee_front", "warmth"), screen(0, "fever"))),
    ("infection", log(pain(-9, "shin_inner", 1), sign(-2, "knee_front", "redness", "warmth"), screen(-1, "fever"))),
    ("diabetic_foot", log(sign(-1, "calf", "skin_wound"), health=["neuropathy"])),
    ("diabetic_foot", log(sign(-1, "ankle", "warmth", "swelling"), health=["diabetes"])),
    ("diabetic_foot", log(sign(-5, "arch", "skin_wound"), health=[{"id": "diabetes", "until": the(-3)}])),
    ("drug_tendon", log(pain(-1, "achilles_heel", 1), health=["steroid"])),
    ("drug_tendon", log(pain(-5, "achilles_mid", 2), health=[{"id": "fluoroquinolone", "until": the(-3)}])),
    *[
        ("bone_stress_high_risk", log(sign(-1, site, "focal_bone_spot")))
        for site in ("groin", "midfoot_top", "midfoot_outer", "big_toe_ball", "ankle_inner", "shin_front")
    ],
    ("bone_stress_high_risk", log(pain(-1, "midfoot_top", 3, during="run"))),
    ("bone_stress_high_risk", log(pain(-1, "shin_front", 3, during="walking"))),
    ("bone_stress_high_risk", log(pain(-9, "big_toe_ball", 1, during="run"), pain(-1, "big_toe_ball", 1, during="walking"))),
    ("bone_stress_high_risk", log(run(-1, 30, site="ankle_inner", side="left", pain_during=3))),
    ("bone_stress_high_risk", log(pain(-1, "groin", 1, during="walking"))),
    ("bone_stress_high_risk", log(sign(-1, "hip_outer", "groin_pain_on_load"))),
    ("redness_swelling", log(sign(-3, "ankle", "redness"), sign(-1, "ankle", "swelling"))),
    ("joint_internal", log(sign(-1, "knee_inner", "giving_way"))),
    ("joint_internal", log(sign(-1, "knee_outer", "swelling", "warmth"))),
    ("tendon_weak", log(same(-40, -20, 2, "achilles_heel"), sign(-1, "achilles_heel", "heel_raise_lost"))),
    ("bone_stress_suspected", log(sign(-1, "knee_front", "focal_bone_spot"))),
    ("bone_stress_suspected", log(sign(-1, "shin_inner", "hop_pain"))),
    ("bone_stress_suspected", log(sign(-1, "heel_sole", "hop_pain"))),
    ("bone_stress_suspected", log(pain(-1, "forefoot", 1), self_test(0, "hop", side="left", pain=2))),
    ("bone_stress_suspected", log(pain(-1, "forefoot", 1), self_test(0, "bone_press", side="left", pain=2))),
    ("bone_stress_suspected", log(sign(-1, "shin_inner", "limp", during="walking"))),
    ("bone_stress_suspected", log(walk(-1, 30, site="shin_inner", side="left", limp=True))),
    ("bone_stress_suspected", log(pain(-9, "shin_inner", 1, during="rest"), pain(-1, "shin_inner", 1, during="night"))),
    ("bone_stress_suspected", log(pain(-1, "shin_inner", 4, during="night"))),
    ("bone_stress_suspected", log(pain(-1, "shin_inner", 1, during="rest", signs=["swelling"]))),
    ("bone_stress_suspected", log(pain(-2, "shin_inner", 1, during="rest"), sign(0, "shin_inner", "bruise"))),
    ("bone_stress_suspected", log(run(-9, 30, 8), pain(-1, "shin_inner", 3, during="daily"))),
    ("bone_stress_suspected", log(pain(-1, "shin_inner", 4, during="night"), diagnoses=[diagnosed("mtss")])),
    ("bone_stress_suspected", log(pain(-1, "heel_sole", 4, during="night"), diagnoses=[diagnosed("plantar_fascia")])),
    ("bone_stress_suspected", log(pain(-9, "heel_sole", 2, 7, during="first_steps"), pain(-1, "heel_sole", 4, during="rest"))),
    ("bone_stress_suspected", log(pain(-1, "thigh_front", 4, during="night"))),
    ("bone_stress_diagnosed", log(diagnoses=[diagnosed("bone_stress")])),
    ("bone_stress_diagnosed", log(diagnoses=[diagnosed("bone_stress", given=False)])),
    ("bone_stress_diagnosed", log(diagnoses=[diagnosed("bone_stress", until=-5)])),
    ("low_energy", log(health=["previous_bone_stress", "periods_missed"])),
    ("low_energy", log(health=["previous_bone_stress", "weight_loss"])),
    ("low_energy", log(pain(-1, "shin_inner", 1), health=["disordered_eating"])),
    ("low_energy", log(pain(-40, "shin_inner", 2), health=["periods_missed"])),
    ("low_energy", log(diagnoses=[diagnosed("bone_stress", since=-300, until=-200), diagnosed("bone_stress", since=-9)])),
    ("rest_pain_once", log(pain(-1, "shin_inner", 3, during="night"))),
    ("rest_pain_once", log(pain(-1, "forefoot", 1, during="rest"))),
    *[
        ("clinician_first", log(health=[state]))
        for state in (
            "under_18", "pregnancy", "postpartum", "blood_thinner", "osteoporosis", "cancer", "neuropathy", "recent_surgery",
        )
    ],
    ("clinician_first", log(birth_year=2010)),
    ("clinician_first", log(birth_year=1955, experience="new")),
    ("exertional", log(screen(-1, "calf_tight_at_distance"))),
    ("no_improvement", log(LESS, same(-9, 0, 3))),
    ("no_improvement", log(LESS, same(-9, -7, 4), same(-6, 0, 3))),
    ("no_improvement", log(RISE)),
    ("no_improvement", log(pain(-3, "hip_outer", 1), pain(-2, "hip_outer", 2), pain(-1, "hip_outer", 3), pain(0, "hip_outer", 4))),
    ("no_improvement", log(run(-20, 40), same(-18, 0, 5))),
    ("venous", log(sign(-1, "calf", "heavy_legs", "visible_veins", side="both"))),
    ("venous", log(sign(-1, "ankle", "swelling", hour=20, side="both"), health=["varicose_veins"])),
]  # fmt: skip

NOT_RAISED: list[tuple[str, Case]] = [
    ("heart_or_lung", log(screen(-1, "breathless"))),
    ("heart_or_lung", log(pain(-9, "calf", 3), screen(-1, "breathless"))),
    ("spine_emergency", log(pain(-1, "low_back", 8, signs=["numbness"]))),
    ("limb_circulation", log(sign(-1, "arch", "cold_foot", side="both"))),
    ("compartment_acute", log(pain(-1, "calf", 6, signs=["hard_tense"]))),
    ("compartment_acute", log(sign(-9, "calf", "injury"), sign(-1, "calf", "hard_tense"))),
    ("compartment_acute", log(sign(-1, "calf", "injury", side="right"), sign(-1, "calf", "hard_tense"))),
    ("clot_suspected", log(sign(-1, "calf", "swelling", "injury"))),
    ("clot_suspected", log(sign(-1, "calf", "swelling", side="both"))),
    ("clot_suspected", log(sign(-1, "ankle", "swelling"))),
    ("clot_suspected", log(pain(-1, "calf", 4))),
    ("clot_suspected", log(pain(-1, "calf", 4, side="both"), health=["past_clot"])),
    ("clot_suspected", log(pain(-1, "calf", 0), health=["past_clot"])),
    ("clot_suspected", log(pain(-1, "calf", 4), health=["diabetes"])),
    ("tendon_rupture", log(KNOWN_TENDON, sign(-1, "achilles_mid", "heel_raise_lost"))),
    ("fracture_suspected", log(sign(-1, "ankle", "injury", "limp"))),
    ("infection", log(sign(-1, "knee_front", "redness", "warmth"))),
    ("infection", log(sign(-1, "knee_front", "redness", "fever"))),
    ("diabetic_foot", log(sign(-1, "arch", "skin_wound"))),
    ("diabetic_foot", log(sign(-1, "ankle", "swelling"), health=["diabetes"])),
    ("drug_tendon", log(pain(-1, "achilles_mid", 2))),
    ("drug_tendon", log(pain(-1, "calf", 2), health=["fluoroquinolone"])),
    ("bone_stress_high_risk", log(sign(-1, "shin_inner", "focal_bone_spot"))),
    ("bone_stress_high_risk", log(pain(-1, "midfoot_top", 2, during="run"))),
    ("bone_stress_high_risk", log(pain(-20, "midfoot_top", 2, during="run"), pain(-1, "midfoot_top", 2, during="run"))),
    ("bone_stress_high_risk", log(pain(-1, "midfoot_top", 2, 8, during="run"), pain(-1, "midfoot_top", 2, 18, during="run"))),
    ("bone_stress_high_risk", log(pain(-2, "midfoot_top", 2, during="run"), pain(-1, "midfoot_top", 2, during="run", side="right"))),
    ("bone_stress_high_risk", log(pain(-1, "midfoot_top", 4, during="daily"))),
    ("redness_swelling", log(sign(-1, "ankle", "redness"))),
    ("redness_swelling", log(sign(-9, "ankle", "redness"), sign(-1, "ankle", "swelling"))),
    ("redness_swelling", log(sign(-1, "ankle", "redness"), sign(-1, "knee_front", "swelling"))),
    ("joint_internal", log(sign(-1, "ankle", "giving_way"))),
    ("joint_internal", log(sign(-1, "knee_front", "swelling"))),
    ("nerve", log(sign(-1, "calf", "numbness"))),
    ("tendon_weak", log(KNOWN_TENDON, pain(-1, "achilles_mid", 5))),
    ("bone_stress_suspected", log(sign(-1, "achilles_mid", "hop_pain"))),
    ("bone_stress_suspected", log(run(-1, 30, site="shin_inner", side="left", limp=True))),
    ("bone_stress_suspected", log(walk(-1, 30, site="knee_front", side="left", limp=True))),
    ("bone_stress_suspected", log(pain(-20, "shin_inner", 1, during="rest"), pain(-1, "shin_inner", 1, during="rest"))),
    ("bone_stress_suspected", log(pain(-1, "shin_inner", 1, 2, during="night"), pain(-1, "shin_inner", 1, 13, during="rest"))),
    ("bone_stress_suspected", log(pain(-2, "shin_inner", 1, during="rest"), pain(-1, "shin_inner", 1, during="rest", side="right"))),
    ("bone_stress_suspected", log(pain(-1, "knee_front", 5, during="night"))),
    ("bone_stress_suspected", log(run(-5, 30), pain(-1, "shin_inner", 3, during="daily"))),
    ("bone_stress_suspected", log(pain(-1, "shin_inner", 2, during="daily"))),
    ("bone_stress_suspected", log(pain(-1, "shin_inner", 5, during="run"))),
    ("bone_stress_suspected", log(pain(-1, "thigh_front", 4, during="rest", side="both"))),
    ("bone_stress_suspected", log(pain(-1, "thigh_front", 4, during="daily", side="both"))),
    ("rest_pain_once", log(pain(-1, "thigh_front", 2, during="night", side="both"))),
    ("rest_pain_once", log(pain(-1, "knee_front", 2, during="night"))),
    ("rest_pain_once", log(pain(-1, "shin_inner", 0, during="night"))),
    ("bone_stress_diagnosed", log(diagnoses=[diagnosed("mtss")])),
    ("low_energy", log(health=["previous_bone_stress"])),
    ("low_energy", log(health=["periods_missed"])),
    ("low_energy", log(pain(-1, "knee_front", 3), health=["periods_missed"])),
    ("low_energy", log(diagnoses=[diagnosed("bone_stress", since=-500, until=-400), diagnosed("bone_stress", since=-9)])),
    ("clinician_first", log(birth_year=2000)),
    ("clinician_first", log(birth_year=1955, experience="experienced")),
    ("clinician_first", log(birth_year=1961, experience="new")),
    ("clinician_first", log(health=[{"id": "recent_surgery", "until": the(-1)}])),
    ("exertional", log(pain(-1, "calf", 5))),
    ("no_improvement", log(LESS, same(-9, -7, 5), same(-6, 0, 3))),
    ("no_improvement", log(LESS, same(-5, 0, 3))),
    ("no_improvement", log(HEAVY, pain(-3, "hip_outer", 1), pain(-2, "hip_outer", 2), pain(-1, "hip_outer", 3))),
    ("no_improvement", log(HEAVY, pain(-3, "hip_outer", 4), pain(-2, "hip_outer", 4), pain(-1, "hip_outer", 4))),
    ("venous", log(sign(-1, "calf", "heavy_legs", side="both"))),
    ("venous", log(sign(-1, "ankle", "swelling", hour=20), health=["varicose_veins"])),
]  # fmt: skip


@pytest.mark.parametrize(("flag", "told"), RAISED, ids=[f"{flag}-{n}" for n, (flag, _) in enumerate(RAISED)])
def test_what_raises_a_flag(flag: str, told: Case) -> None:
    found = told.flags()
    assert flag in found
    assert (found[flag].urgency, found[flag].holds) == ROWS[flag][:2] or flag == "low_energy"


@pytest.mark.parametrize(("flag", "told"), NOT_RAISED, ids=[f"{flag}-{n}" for n, (flag, _) in enumerate(NOT_RAISED)])
def test_what_doesnt_quite_raise_it(flag: str, told: Case) -> None:
    assert flag not in told.flags()


@pytest.mark.parametrize(("flag", "told"), RAISED, ids=[f"{flag}-{n}" for n, (flag, _) in enumerate(RAISED)])
def test_what_raised_a_flag_still_stands_after_a_month_of_silence(flag: str, told: Case) -> None:
    assert flag in told.flags(ahead=33)
