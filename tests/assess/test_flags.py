"""Decision table E: what raises each flag, what doesn't quite, what it holds, and whose word ends it."""

from dataclasses import dataclass
from typing import Any

import pytest

from .cases import (
    Entry,
    answered,
    check_in,
    clearance,
    diagnosed,
    flags,
    items,
    pain,
    plan,
    regular,
    run,
    screen,
    self_test,
    sign,
    the,
    walk,
)

CLINICIANS = ("physio", "podiatrist", "doctor", "sports_physician", "orthopaedics", "hospital")


@dataclass(frozen=True)
class Case:
    """A journal and a profile."""

    journal: tuple[Any, ...] = ()
    profile: Any = None

    def flags(self, *more: Any, ahead: int = 0) -> dict[str, Any]:
        return flags(*self.journal, *more, ahead=ahead, **(self.profile or {}))


def log(*journal: Any, **profile: Any) -> Case:
    return Case(journal, profile)


RISE = [
    pain(day, "knee_front", score, during="daily")
    for first, last, score in ((-20, -14, 1), (-13, -7, 2), (-6, 0, 4))
    for day in range(first, last + 1)
]
LESS = [run(day, 40) for day in (-13, -11, -9)]
KNOWN_TENDON = pain(-30, "achilles_mid", 2, during="daily")
HEAVY = regular(5, 40)


def same(first: int, last: int, score: int, site: str = "knee_front") -> list[Entry]:
    return [pain(day, site, score, during="daily") for day in range(first, last + 1)]


# flag -> urgency, holds, the lowest clinician who ends it (None: nobody's word does)
ROWS: dict[str, tuple[str, str, str | None]] = {
    "heart_or_lung": ("emergency_now", "all", "doctor"),
    "spine_emergency": ("emergency_now", "all", "doctor"),
    "limb_circulation": ("emergency_now", "all", "doctor"),
    "compartment_acute": ("emergency_now", "all", "doctor"),
    "clot_suspected": ("same_day", "all", "doctor"),
    "tendon_rupture": ("same_day", "all", "doctor"),
    "fracture_suspected": ("same_day", "all", "doctor"),
    "infection": ("same_day", "all", "doctor"),
    "diabetic_foot": ("same_day", "all", "doctor"),
    "drug_tendon": ("same_day", "impact", "doctor"),
    "bone_stress_high_risk": ("within_days", "impact", "sports_physician"),
    "redness_swelling": ("within_days", "all", "doctor"),
    "joint_internal": ("within_days", "impact", "physio"),
    "nerve": ("within_days", "impact", "doctor"),
    "tendon_weak": ("within_days", "impact", "physio"),
    "bone_stress_suspected": ("within_week", "impact", "physio"),
    "bone_stress_diagnosed": ("within_week", "impact", "physio"),
    "low_energy": ("within_week", "progress", "doctor"),
    "rest_pain_once": ("routine", "impact", None),
    "clinician_first": ("routine", "progress", "physio"),
    "exertional": ("routine", "progress", "physio"),
    "no_improvement": ("routine", "progress", "physio"),
    "venous": ("routine", "none", None),
}
# One plain case each, its evidence on day -3 at the earliest told by a sign at the left
PLAIN: dict[str, Case] = {
    "heart_or_lung": log(sign(-3, "calf", "chest_pain")),
    "spine_emergency": log(sign(-3, "low_back", "saddle_numbness")),
    "limb_circulation": log(sign(-3, "arch", "cold_foot")),
    "compartment_acute": log(sign(-3, "calf", "hard_tense", "injury")),
    "clot_suspected": log(sign(-3, "calf", "one_leg_swollen")),
    "tendon_rupture": log(sign(-3, "achilles_mid", "pop")),
    "fracture_suspected": log(sign(-3, "ankle", "cannot_bear_weight")),
    "infection": log(sign(-3, "knee_front", "redness", "warmth", "fever")),
    "diabetic_foot": log(sign(-3, "arch", "skin_wound"), health=["diabetes"]),
    "drug_tendon": log(pain(-3, "achilles_mid", 2, during="daily"), health=["fluoroquinolone"]),
    "bone_stress_high_risk": log(pain(-3, "groin", 1, during="run")),
    "redness_swelling": log(sign(-3, "knee_front", "redness", "swelling")),
    "joint_internal": log(sign(-3, "knee_front", "locked")),
    "nerve": log(sign(-3, "shin_front", "foot_drop")),
    "tendon_weak": log(KNOWN_TENDON, sign(-3, "achilles_mid", "heel_raise_lost")),
    "bone_stress_suspected": log(sign(-3, "shin_inner", "focal_bone_spot")),
    "exertional": log(sign(-3, "calf", "calf_tight_at_distance")),
}
BY_SITE = [flag for flag in PLAIN if flag != "heart_or_lung"]


@pytest.mark.parametrize("flag", PLAIN)
def test_each_flag_has_its_urgency_and_hold(flag: str) -> None:
    found = PLAIN[flag].flags()[flag]
    assert (found.urgency, found.holds) == ROWS[flag][:2]


@pytest.mark.parametrize("flag", PLAIN)
def test_a_flag_ends_by_the_word_of_somebody_high_enough_and_nobody_lower(flag: str) -> None:
    lowest = ROWS[flag][2]
    assert lowest is not None
    enough = CLINICIANS.index(lowest)
    for rank, who in enumerate(CLINICIANS):
        assert (flag in PLAIN[flag].flags(clearance(-1, who, flag))) == (rank < enough), who


@pytest.mark.parametrize("flag", PLAIN)
def test_a_word_from_nobody_or_without_a_time_ends_nothing(flag: str) -> None:
    nobody = {key: value for key, value in clearance(-1, "hospital", flag).items() if key != "by"}
    whenever = {key: value for key, value in clearance(-1, "hospital", flag).items() if key != "at"}
    assert flag in PLAIN[flag].flags(nobody)
    assert flag in PLAIN[flag].flags(whenever)


@pytest.mark.parametrize("flag", PLAIN)
def test_a_word_before_the_evidence_ends_nothing(flag: str) -> None:
    assert flag in PLAIN[flag].flags(clearance(-4, "hospital", flag))


@pytest.mark.parametrize("flag", PLAIN)
def test_a_word_on_another_flag_ends_nothing(flag: str) -> None:
    other = "nerve" if flag != "nerve" else "exertional"
    assert flag in PLAIN[flag].flags(clearance(-1, "hospital", other))


@pytest.mark.parametrize("flag", BY_SITE)
def test_a_word_on_another_site_or_side_ends_nothing(flag: str) -> None:
    assert flag in PLAIN[flag].flags(clearance(-1, "hospital", flag, side="right"))
    assert flag in PLAIN[flag].flags(clearance(-1, "hospital", flag, site="buttock"))
    site = PLAIN[flag].journal[-1]["site"]
    assert flag not in PLAIN[flag].flags(clearance(-1, "hospital", flag, site=site, side="left"))


@pytest.mark.parametrize("flag", PLAIN)
def test_evidence_after_a_word_raises_the_flag_again(flag: str) -> None:
    word = clearance(-2, "hospital", flag)
    again = {**PLAIN[flag].journal[-1], "id": "again", "at": the(-1) + "T12:00"}
    assert flag not in PLAIN[flag].flags(word)
    assert flag in PLAIN[flag].flags(word, again)


@pytest.mark.parametrize("flag", PLAIN)
@pytest.mark.parametrize("ahead", [5, 40, 400])
def test_no_flag_ages_out(flag: str, ahead: int) -> None:
    assert flag in PLAIN[flag].flags(ahead=ahead)


@pytest.mark.parametrize("flag", PLAIN)
def test_later_calm_entries_end_nothing(flag: str) -> None:
    site = PLAIN[flag].journal[-1]["site"]
    calm = [pain(day, site, 0, during=during) for day in (-2, -1, 0) for during in ("daily", "walking")]
    assert flag in PLAIN[flag].flags(calm)


@pytest.mark.parametrize("flag", PLAIN)
def test_withdrawing_the_entry_withdraws_the_flag(flag: str) -> None:
    assert flag not in PLAIN[flag].flags({"kind": "deleted", "entry": PLAIN[flag].journal[-1]["id"]})


@pytest.mark.parametrize("flag", [flag for flag in PLAIN if ROWS[flag][1] == "all"])
def test_a_flag_that_holds_all_leaves_no_exercise_and_no_hands_on_care(flag: str) -> None:
    made = plan(HEAVY, *PLAIN[flag].journal, **(PLAIN[flag].profile or {}))
    allowed = {"see_clinician", "rest", "check_in", "sleep", "hydration", "nutrition"}
    assert {item["kind"] for item in items(made)} <= allowed
    assert all(day["items"][0]["kind"] == "see_clinician" for day in made["days"])


@pytest.mark.parametrize("flag", [flag for flag in PLAIN if ROWS[flag][1] == "impact"])
def test_a_flag_that_holds_impact_leaves_no_running_and_no_strength(flag: str) -> None:
    made = plan(HEAVY, *PLAIN[flag].journal, **(PLAIN[flag].profile or {}))
    assert not items(made, "run", "walk", "strength", "massage", "compression", "warm_bath", "cross_training")
    assert all(day["items"][0]["kind"] == "see_clinician" for day in made["days"])


@pytest.mark.parametrize("flag", [flag for flag in PLAIN if ROWS[flag][1] == "progress"])
def test_a_flag_that_holds_progress_leaves_what_was_run_lately(flag: str) -> None:
    made = plan(HEAVY, *PLAIN[flag].journal, **(PLAIN[flag].profile or {}))
    assert max(item["dose"]["run_min"] for item in items(made, "run")) == 40
    none_lately = plan(regular(4, 40, last=-16), *PLAIN[flag].journal, **(PLAIN[flag].profile or {}))
    assert not items(none_lately, "run")
    assert items(none_lately, "walk")


@pytest.mark.parametrize(("flag", "days"), [("heart_or_lung", 0), ("clot_suspected", 0), ("bone_stress_suspected", 7)])
def test_a_flag_says_by_when_to_be_seen(flag: str, days: int) -> None:
    found = PLAIN[flag].flags()[flag]
    assert (str(found.since), str(found.by)) == (the(-3), the(max(0, days - 3)))


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
