"""Flags of table E that a case raises, or has ended, beyond doubt."""

from collections.abc import Iterator
from datetime import date, timedelta

from .facts import Entry, Facts, day_of
from .tables import (
    BONE_SITES,
    CLINICIAN_FIRST,
    CLINICIANS,
    CLOT_RISK,
    HIGH_RISK_SITES,
    KNEE_SITES,
    LOWEST_TO_END,
)

LOADED = frozenset({"run", "walking"})
# Flags that one sign raises wherever it is, with every sign that could be evidence for them.
BY_SIGN = {
    "heart_or_lung": ({"chest_pain", "faint"}, {"chest_pain", "faint", "breathless"}),
    "spine_emergency": ({"saddle_numbness", "bladder_change"}, {"saddle_numbness", "bladder_change"}),
    "tendon_rupture": ({"pop"}, {"pop", "heel_raise_lost"}),
    "fracture_suspected": ({"cannot_bear_weight"}, {"cannot_bear_weight"}),
    "nerve": ({"foot_drop"}, {"foot_drop"}),
    "exertional": ({"calf_tight_at_distance"}, {"calf_tight_at_distance"}),
}


def _one_sided(entry: Entry) -> bool:
    return entry.get("side") in ("left", "right")


def _from_signs(facts: Facts, entry: Entry) -> Iterator[str]:
    signs, site, score = set(entry.get("signs") or []), entry.get("site"), entry.get("score") or 0
    on = day_of(entry)
    assert on is not None
    for flag, (enough, _) in BY_SIGN.items():
        if signs & enough:
            yield flag
    if signs & {"cold_foot", "colour_change"} and _one_sided(entry):
        yield "limb_circulation"
    if "hard_tense" in signs and (signs & {"injury", "numbness"} or score >= 7):
        yield "compartment_acute"
    if "one_leg_swollen" in signs:
        yield "clot_suspected"
    injured = any("injury" in (e.get("signs") or []) for e in facts.maybe)
    if site == "calf" and _one_sided(entry) and signs & {"swelling", "warmth"} and not injured:
        yield "clot_suspected"
    if {"redness", "warmth"} <= signs and signs & {"fever", "unwell", "skin_wound"}:
        yield "infection"
    if site in KNEE_SITES and (signs & {"locked", "giving_way"} or {"swelling", "warmth"} <= signs):
        yield "joint_internal"
    if "focal_bone_spot" in signs:
        yield "bone_stress_high_risk" if site in HIGH_RISK_SITES else "bone_stress_suspected"
    if "hop_pain" in signs and (site in BONE_SITES or site == "heel_sole"):
        yield "bone_stress_suspected"


def _from_scores(entry: Entry) -> Iterator[str]:
    site, score, during = entry.get("site"), entry.get("score") or 0, entry.get("during")
    if during in LOADED and site in HIGH_RISK_SITES and (score >= 3 or (site == "groin" and score >= 1)):
        yield "bone_stress_high_risk"
    if during in ("rest", "night") and score >= 4 and site in BONE_SITES:
        yield "bone_stress_suspected"


def _calf_with_risk(facts: Facts, entry: Entry) -> bool:
    """Any new one-sided calf pain in someone at risk of a clot."""
    on = day_of(entry)
    assert on is not None
    if entry.get("site") != "calf" or not _one_sided(entry) or (entry.get("score") or 0) < 1:
        return False
    older = any(e is not entry and e.get("site") == "calf" and (day_of(e) or on) < on for e in facts.maybe)
    return not older and bool(CLOT_RISK & facts.health(on) & facts.health(facts.today))


def _from_runner(facts: Facts) -> Iterator[str]:
    today = facts.today
    health = facts.health(today)
    born = facts.runner.get("birth_year")
    if health & CLINICIAN_FIRST or (born is not None and today.year - born <= 17):
        yield "clinician_first"
    if born is not None and today.year - born >= 67 and facts.runner.get("experience") == "new":
        yield "clinician_first"
    if "clot_suspected" in health:
        yield "clot_suspected"
    if "previous_bone_stress" in health and health & {"periods_missed", "weight_loss", "disordered_eating"}:
        yield "low_energy"
    if any(d["condition"] == "bone_stress" for d in facts.diagnoses(today)):
        yield "bone_stress_diagnosed"


def _evidence(facts: Facts) -> Iterator[tuple[str, date]]:
    """Flag and day of each piece of evidence."""
    for entry in facts.of("pain", "screen"):
        on = day_of(entry)
        if on is None or on > facts.today:
            continue
        for flag in _from_signs(facts, entry):
            yield flag, on
        if entry["kind"] == "pain":
            for flag in _from_scores(entry):
                yield flag, on
            if _calf_with_risk(facts, entry):
                yield "clot_suspected", on


def _may_end(clearance: Entry, flag: str) -> bool:
    if flag not in (clearance.get("clears") or []):
        return False
    by, lowest = clearance.get("by"), LOWEST_TO_END.get(flag)
    return lowest is None or by not in CLINICIANS or CLINICIANS.index(by) >= CLINICIANS.index(lowest)


def raised(facts: Facts) -> dict[str, str]:
    """Flags that must be there, with the cause."""
    found: dict[str, str] = {}
    for flag in _from_runner(facts):
        if not any(_may_end(c, flag) for c in facts.clearances):
            found[flag] = "the runner's profile"
    for flag, on in _evidence(facts):
        ended = any(_may_end(c, flag) and (day_of(c) or on) >= on for c in facts.clearances)
        if not ended:
            found.setdefault(flag, f"the entry of {on}")
    return found


def ended(facts: Facts) -> dict[str, str]:
    """Flags that must not be there, with the clearance that ended them."""
    found: dict[str, str] = {}
    for flag, (_, evidence) in BY_SIGN.items():
        last = max(
            (d for e in facts.maybe if set(e.get("signs") or []) & evidence and (d := day_of(e))),
            default=date.min,
        )
        for clearance in facts.of("clearance"):
            on = day_of(clearance)
            covers_all = clearance.get("site") is None and clearance.get("side") in (None, "both")
            top = clearance.get("by") in ("orthopaedics", "hospital")
            if flag in (clearance.get("clears") or []) and covers_all and top and on and on - last >= timedelta(days=1):
                found[flag] = f"the clearance of {on}"
    return found
