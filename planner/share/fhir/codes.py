"""Codes of others, used only where there is no doubt that they mean the same; where there is, a text stands alone."""

from collections.abc import Mapping

Json = dict[str, object]

LOINC = "http://loinc.org"
SNOMED = "http://snomed.info/sct"
UCUM = "http://unitsofmeasure.org"
CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"
ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
CLINICAL = "http://terminology.hl7.org/CodeSystem/condition-clinical"

PAIN = (LOINC, "72514-3", "Pain severity - 0-10 verbal numeric rating [Score] - Reported")
SLEEP = (LOINC, "93832-4", "Sleep duration")
EXERCISE = (LOINC, "55411-3", "Exercise duration")

_LOWER_LEG = (SNOMED, "30021000", "Lower leg structure")
_CALF = (SNOMED, "53840002", "Structure of calf of leg")
_HEEL = (SNOMED, "76853006", "Heel structure")
_FOOT = (SNOMED, "56459004", "Foot structure")
_ANKLE = (SNOMED, "344001", "Ankle region structure")
_KNEE = (SNOMED, "72696002", "Knee region structure")
_THIGH = (SNOMED, "68367000", "Thigh structure")
_HIP = (SNOMED, "29836001", "Hip region structure")
_GROIN = (SNOMED, "26893007", "Inguinal region structure")
_BUTTOCK = (SNOMED, "46862004", "Buttock structure")
# Each is the whole that the site is a part of: the text beside it says where exactly, and on which side.
SITES: Mapping[str, tuple[str, str, str]] = {
    "shin_inner": _LOWER_LEG,
    "shin_front": _LOWER_LEG,
    "calf": _CALF,
    "heel_sole": _HEEL,
    "arch": _FOOT,
    "forefoot": _FOOT,
    "big_toe_ball": _FOOT,
    "midfoot_top": _FOOT,
    "midfoot_outer": _FOOT,
    "ankle": _ANKLE,
    "ankle_inner": _ANKLE,
    "knee_front": _KNEE,
    "knee_inner": _KNEE,
    "knee_outer": _KNEE,
    "thigh_front": _THIGH,
    "thigh_back": _THIGH,
    "hip_outer": _HIP,
    "groin": _GROIN,
    "buttock": _BUTTOCK,
}
