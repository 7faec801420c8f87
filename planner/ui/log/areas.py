"""The body by areas, so that a place is found in two taps, and the signs by what they are about. Only the order on
screen; the words are the journal's.
"""

AREAS: dict[str, tuple[str, ...]] = {
    "shin": ("shin_inner", "shin_front", "calf"),
    "heel": ("achilles_mid", "achilles_heel", "heel_sole"),
    "foot": ("arch", "forefoot", "big_toe_ball", "midfoot_top", "midfoot_outer"),
    "ankle": ("ankle", "ankle_inner"),
    "knee": ("knee_front", "knee_inner", "knee_outer"),
    "thigh": ("thigh_front", "thigh_back", "groin"),
    "hip": ("hip_outer", "buttock", "low_back"),
    "other": ("other",),
}

SIGNS: dict[str, tuple[str, ...]] = {
    "look": (
        "swelling", "one_leg_swollen", "redness", "warmth", "bruise", "colour_change", "cold_foot", "skin_wound",
        "visible_veins",
    ),
    "feel": ("focal_bone_spot", "hard_tense", "numbness", "heavy_legs", "calf_tight_at_distance", "groin_pain_on_load"),
    "begin": ("sudden", "pop", "injury"),
    "cannot": ("limp", "hop_pain", "heel_raise_lost", "cannot_bear_weight", "giving_way", "locked", "foot_drop"),
    "whole": (
        "breathless", "chest_pain", "faint", "fever", "unwell", "saddle_numbness", "bladder_change",
    ),
}  # fmt: skip


def area_of(site: str | None) -> str | None:
    return next((area for area, sites in AREAS.items() if site in sites), None)
