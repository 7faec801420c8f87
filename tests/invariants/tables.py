"""The closed lists of the contract and its decision tables, written out a second time so that the judge shares nothing with the planner."""

from math import inf

RUN_KINDS_COUNTED_BY_DAY_MINUTES = frozenset(
    {"run", "walk", "warm_up", "cool_down", "strength", "mobility", "cross_training"}
)
ITEM_KINDS = frozenset(
    "run walk rest warm_up cool_down strength mobility contrast_shower leg_elevation warm_bath cold_pack massage compression "
    "sleep hydration nutrition check_in cross_training see_clinician".split()
)
ALLOWED_WHEN_ALL_IS_HELD = frozenset({"see_clinician", "rest", "check_in", "sleep", "hydration", "nutrition"})
FORBIDDEN_WHEN_IMPACT_IS_HELD = frozenset({"run", "walk", "strength", "massage", "compression", "warm_bath"})
NOT_ON_A_REST_DAY = frozenset({"run", "walk", "strength", "cross_training"})

PHASES = frozenset({"healthy", "niggle", "rest", "walking", "return_to_run", "rebuild", "stopped"})
LADDER_PHASES = frozenset({"walking", "return_to_run"})
LIGHTS = ("green", "amber", "red")
URGENCIES = frozenset({"emergency_now", "same_day", "within_days", "within_week", "routine"})
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

# Stage: minutes run, minutes walked, repeats. Bone stress has its own stage 1.
STAGES = ("W", "B1", "B2", "1", "2", "3", "4", "5", "6", "7", "8", "9")
LADDER: dict[str, tuple[float, float, int]] = {
    "B1": (0.5, 1, 10),
    "B2": (1, 2, 8),
    "1": (1, 4, 6),
    "2": (2, 3, 6),
    "3": (2, 1, 8),
    "4": (3, 2, 6),
    "5": (4, 1, 5),
    "6": (5, 1, 5),
    "7": (9, 1, 3),
    "8": (30, 0, 1),
}
BONE_STAGE_1 = (1.0, 1.0, 10)

# Flag: urgency, what it may hold.
FLAGS: dict[str, tuple[str, tuple[str, ...]]] = {
    "heart_or_lung": ("emergency_now", ("all",)),
    "spine_emergency": ("emergency_now", ("all",)),
    "limb_circulation": ("emergency_now", ("all",)),
    "compartment_acute": ("emergency_now", ("all",)),
    "clot_suspected": ("same_day", ("all",)),
    "tendon_rupture": ("same_day", ("all",)),
    "fracture_suspected": ("same_day", ("all",)),
    "infection": ("same_day", ("all",)),
    "diabetic_foot": ("same_day", ("all",)),
    "drug_tendon": ("same_day", ("impact",)),
    "bone_stress_high_risk": ("within_days", ("impact",)),
    "redness_swelling": ("within_days", ("all",)),
    "joint_internal": ("within_days", ("impact",)),
    "nerve": ("within_days", ("impact",)),
    "tendon_weak": ("within_days", ("impact",)),
    "bone_stress_suspected": ("within_week", ("impact",)),
    "bone_stress_diagnosed": ("within_week", ("impact",)),
    "low_energy": ("within_week", ("progress", "impact")),
    "rest_pain_once": ("routine", ("impact", "progress")),
    "clinician_first": ("routine", ("progress",)),
    "exertional": ("routine", ("progress",)),
    "no_improvement": ("routine", ("progress",)),
    "ladder_stuck": ("routine", ("progress",)),
    "venous": ("routine", ("none",)),
}

CLINICIANS = ("physio", "podiatrist", "doctor", "sports_physician", "orthopaedics", "hospital")
# Lowest clinician whose word ends the flag, where the table names one plainly.
LOWEST_TO_END = {
    "heart_or_lung": "doctor",
    "spine_emergency": "doctor",
    "limb_circulation": "doctor",
    "compartment_acute": "doctor",
    "clot_suspected": "doctor",
    "tendon_rupture": "doctor",
    "fracture_suspected": "doctor",
    "infection": "doctor",
    "diabetic_foot": "doctor",
    "drug_tendon": "doctor",
    "bone_stress_high_risk": "sports_physician",
    "redness_swelling": "doctor",
    "nerve": "doctor",
    "low_energy": "doctor",
}

_SKIN = {"contrast_shower", "cold_pack", "warm_bath"}
NEVER_WITH: dict[str, frozenset[str]] = {
    "clot_suspected": frozenset(_SKIN | {"massage", "compression", "leg_elevation"}),
    "arterial_disease": frozenset(_SKIN | {"massage", "compression", "leg_elevation"}),
    "heart_disease": frozenset(_SKIN | {"compression", "leg_elevation"}),
    "high_blood_pressure_uncontrolled": frozenset(_SKIN),
    "raynaud": frozenset({"contrast_shower", "cold_pack"}),
    "neuropathy": frozenset(_SKIN | {"massage", "compression"}),
    "diabetes": frozenset(_SKIN | {"compression"}),
    "pregnancy": frozenset(_SKIN | {"massage", "compression"}),
    "open_wound": frozenset(_SKIN | {"massage", "compression"}),
    "skin_infection": frozenset(_SKIN | {"massage", "compression"}),
    "blood_thinner": frozenset({"warm_bath", "massage"}),
    "varicose_veins": frozenset({"warm_bath"}),
}
NO_DRINKING_TARGET = frozenset({"heart_disease", "kidney_disease"})
HEALTH = frozenset(
    "varicose_veins past_clot clot_suspected heart_disease high_blood_pressure_uncontrolled arterial_disease raynaud neuropathy "
    "diabetes pregnancy postpartum open_wound skin_infection blood_thinner osteoporosis asthma kidney_disease cancer recent_surgery "
    "recent_immobility oestrogen previous_bone_stress periods_missed weight_loss disordered_eating fluoroquinolone steroid under_18".split()
)
CLINICIAN_FIRST = frozenset(
    "under_18 pregnancy postpartum blood_thinner osteoporosis cancer neuropathy recent_surgery".split()
)
CLOT_RISK = frozenset("past_clot cancer pregnancy postpartum oestrogen recent_surgery recent_immobility".split())

SITES = (
    "shin_inner shin_front calf achilles_mid achilles_heel heel_sole arch forefoot big_toe_ball midfoot_top midfoot_outer ankle "
    "ankle_inner knee_front knee_inner knee_outer thigh_front thigh_back hip_outer groin buttock low_back other"
).split()
FOOT_BONES = frozenset({"forefoot", "big_toe_ball", "midfoot_top", "midfoot_outer", "ankle_inner"})
BONE_SITES = FOOT_BONES | {"shin_inner", "shin_front", "ankle", "groin"}
HIGH_RISK_SITES = frozenset({"groin", "midfoot_top", "midfoot_outer", "big_toe_ball", "ankle_inner", "shin_front"})
KNEE_SITES = frozenset({"knee_front", "knee_inner", "knee_outer"})
MUSCLE_SITES = frozenset({"calf", "thigh_front", "thigh_back", "buttock", "low_back", "hip_outer", "other"})
SITES_OF: dict[str, frozenset[str]] = {
    "mtss": frozenset({"shin_inner"}),
    "bone_stress": BONE_SITES | {"heel_sole", "thigh_front"},
    "achilles_mid": frozenset({"achilles_mid", "achilles_heel"}),
    "achilles_insertional": frozenset({"achilles_mid", "achilles_heel"}),
    "plantar_fascia": frozenset({"heel_sole", "arch"}),
    "calf_strain": frozenset({"calf"}),
    "runners_knee": frozenset({"knee_front"}),
    "lateral_hip": frozenset({"hip_outer"}),
}
SIGNS = (
    "swelling redness warmth bruise focal_bone_spot one_leg_swollen numbness limp pop sudden injury cannot_bear_weight heel_raise_lost "
    "hop_pain calf_tight_at_distance hard_tense foot_drop giving_way locked breathless chest_pain faint fever unwell skin_wound cold_foot "
    "colour_change saddle_numbness bladder_change groin_pain_on_load heavy_legs visible_veins"
).split()

# Row: lowest amber P, lowest red P, red A, red D. What the tables leave to judgement is infinite here, so that nothing doubtful is called red.
_TENDON = (4, 6, 6, 6)
RED_FROM: dict[str, tuple[float, float, float, float]] = {
    "mtss": (3, 4, 3, 3),
    "bone_stress": (2, 2, 1, 1),
    "achilles_mid": _TENDON,
    "achilles_insertional": _TENDON,
    "plantar_fascia": _TENDON,
    "lateral_hip": _TENDON,
    "calf_strain": (2, 3, 3, 3),
    "runners_knee": (3, 4, inf, 4),
    "bone": (2, 2, 1, 1),
    "provisional": (3, 4, 3, 4),
    "unclear": (6, 6, 6, 6),
    "sore": (inf, inf, inf, inf),
}
