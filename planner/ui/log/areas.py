"""The body by areas, so that a place is found in two taps. Only the order on screen; the places are the journal's."""

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


def area_of(site: str | None) -> str | None:
    return next((area for area, sites in AREAS.items() if site in sites), None)
