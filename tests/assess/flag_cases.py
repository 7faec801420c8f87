"""One plain case for each red flag, and what decision table E says of it."""

from dataclasses import dataclass
from typing import Any

from .cases import (
    Entry,
    flags,
    pain,
    regular,
    run,
    sign,
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
