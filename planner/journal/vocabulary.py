"""The closed lists of words that a journal is written in (docs/contract: vocabulary)."""

SITES = (
    "shin_inner", "shin_front", "calf", "achilles_mid", "achilles_heel", "heel_sole", "arch", "forefoot", "big_toe_ball",
    "midfoot_top", "midfoot_outer", "ankle", "ankle_inner", "knee_front", "knee_inner", "knee_outer", "thigh_front",
    "thigh_back", "hip_outer", "groin", "buttock", "low_back", "other",
)  # fmt: skip
SIDES = ("left", "right", "both")
DURINGS = ("rest", "night", "walking", "run", "after_run", "first_steps", "next_morning", "daily")
COURSES = ("eases", "steady", "rises")
SIGNS = (
    "swelling", "redness", "warmth", "bruise", "focal_bone_spot", "one_leg_swollen", "numbness", "limp", "pop", "sudden",
    "injury", "cannot_bear_weight", "heel_raise_lost", "hop_pain", "calf_tight_at_distance", "hard_tense", "foot_drop",
    "giving_way", "locked", "breathless", "chest_pain", "faint", "fever", "unwell", "skin_wound", "cold_foot",
    "colour_change", "saddle_numbness", "bladder_change", "groin_pain_on_load", "heavy_legs", "visible_veins",
)  # fmt: skip
CONDITIONS = (
    "mtss", "bone_stress", "achilles_mid", "achilles_insertional", "plantar_fascia", "calf_strain", "runners_knee",
    "lateral_hip", "muscle_soreness", "venous", "unknown",
)  # fmt: skip
HEALTH = (
    "varicose_veins", "past_clot", "clot_suspected", "heart_disease", "high_blood_pressure_uncontrolled",
    "arterial_disease", "raynaud", "neuropathy", "diabetes", "pregnancy", "postpartum", "open_wound", "skin_infection",
    "blood_thinner", "osteoporosis", "asthma", "kidney_disease", "cancer", "recent_surgery", "recent_immobility",
    "oestrogen", "previous_bone_stress", "periods_missed", "weight_loss", "disordered_eating", "fluoroquinolone",
    "steroid", "under_18",
)  # fmt: skip
ITEM_KINDS = (
    "run", "walk", "rest", "warm_up", "cool_down", "strength", "mobility", "contrast_shower", "leg_elevation",
    "warm_bath", "cold_pack", "massage", "compression", "sleep", "hydration", "nutrition", "check_in",
    "cross_training", "see_clinician",
)  # fmt: skip
FLAGS = (
    "heart_or_lung", "spine_emergency", "limb_circulation", "compartment_acute", "clot_suspected", "tendon_rupture",
    "fracture_suspected", "infection", "diabetic_foot", "drug_tendon", "bone_stress_high_risk", "redness_swelling",
    "joint_internal", "nerve", "tendon_weak", "bone_stress_suspected", "bone_stress_diagnosed", "low_energy",
    "rest_pain_once", "clinician_first", "exertional", "no_improvement", "ladder_stuck", "venous",
)  # fmt: skip
STAGES = ("W", "B1", "B2", "1", "2", "3", "4", "5", "6", "7", "8", "9")
EXPERIENCES = ("new", "regular", "experienced")
SEXES = ("female", "male", "other")
TOP_SCORE = 10
"""The worst pain, or the hardest effort, there is; 0 is none."""
QUALITIES = (1, 2, 3, 4, 5)
"""How a night was, from bad to good."""
TESTS = ("heel_raise", "hop", "brisk_walk", "bone_press", "step_down")
OUTCOMES = ("done", "skipped", "moved")
SKIP_WHYS = ("pain", "tired", "no_time", "ill", "other")
PAUSE_WHYS = ("holiday", "illness", "injury", "other")
CLINICIANS = ("physio", "podiatrist", "doctor", "sports_physician", "orthopaedics", "hospital")
CLEARANCE_OUTCOMES = ("excluded", "may_start")
LIMIT_KINDS = ("max_run_min", "max_pain", "no_hills", "days_off", "hold_stage", "start_stage", "exercises", "allow")
HOLDS = ("all", "impact", "progress", "none")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ENTRY_KINDS = (
    "pain", "sleep", "drink", "run", "walk", "check_in", "test", "screen", "pause", "done", "clearance", "deleted",
    "profile", "issued",
)  # fmt: skip
