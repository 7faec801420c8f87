"""Patterns that a clinician should see (decisions E): where and when each was seen in the evidence."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from planner.assess.complaints import OTHER
from planner.assess.evidence import Evidence, Sighting, Window
from planner.assess.findings import BOTH, Finding
from planner.journal import Runner
from planner.protocols import Protocols

REST = frozenset({"rest", "night"})
LOADED = frozenset({"run", "walking"})


def sign_patterns(evidence: Evidence, runner: Runner) -> Iterator[Sighting]:
    """Patterns of signs at one site and side within three days."""
    for window in evidence.windows():
        for flag in _emergencies(window):
            yield window.saw(flag)
        for flag in _same_day(window, runner, evidence.book):
            yield window.saw(flag)
        for flag in _within_days(window, evidence):
            yield window.saw(flag)
        for flag in _less_urgent(window, runner, evidence):
            yield window.saw(flag)
    yield from _completed_by_a_score(evidence)
    yield from _completed_by_illness(evidence)


def _completed_by_a_score(evidence: Evidence) -> Iterator[Sighting]:
    """A sign that was there first, and the pain that makes it a pattern."""
    signed = [f for f in evidence.signed if f.signs & {"breathless", "hard_tense"}]
    if not signed:
        return
    around = timedelta(days=evidence.book.flags.signs_within_days)
    for one in evidence.located:
        if one.finding.signs or not one.finding.score:
            continue
        if any(timedelta(0) <= one.finding.at - f.at <= around for f in signed):
            for side in one.finding.sides:
                window = evidence.window(one, side)
                if "breathless" in window.signs and window.legs_hurt:
                    yield window.saw("heart_or_lung")
                if "hard_tense" in window.signs and window.score >= evidence.book.flags.compartment_pain:
                    yield window.saw("compartment_acute")


def _completed_by_illness(evidence: Evidence) -> Iterator[Sighting]:
    """Redness and warmth that were there first, and the fever that makes them a pattern."""
    around = timedelta(days=evidence.book.flags.signs_within_days)
    for ill in evidence.signed:
        if not ill.signs & {"fever", "unwell"}:
            continue
        for (site, side), ones in evidence.by_where.items():
            near = [o.finding for o in ones if timedelta(0) <= ill.at - o.finding.at <= around]
            if {"redness", "warmth"} <= frozenset[str]().union(*(f.signs for f in near)):
                entries = tuple(dict.fromkeys([*(f.entry for f in near if f.signs), ill.entry]))
                yield Sighting("infection", site, side, ill.at, entries)


def _emergencies(w: Window) -> Iterator[str]:
    here = w.finding.signs
    if here & {"chest_pain", "faint"}:
        yield "heart_or_lung"
    if "breathless" in w.signs and (w.legs_hurt or w.everywhere & {"swelling", "one_leg_swollen"}):
        yield "heart_or_lung"
    if here & {"saddle_numbness", "bladder_change"}:
        yield "spine_emergency"
    if w.signs & {"cold_foot", "colour_change"} and (w.one_sided or "sudden" in w.signs):
        yield "limb_circulation"


def _same_day(w: Window, runner: Runner, book: Protocols) -> Iterator[str]:
    if "hard_tense" in w.signs and (w.signs & {"injury", "numbness"} or w.score >= book.flags.compartment_pain):
        yield "compartment_acute"
    swollen_calf = w.site == "calf" and w.one_sided and w.signs & {"swelling", "warmth"} and "injury" not in w.signs
    if "one_leg_swollen" in w.finding.signs or swollen_calf:
        yield "clot_suspected"
    if "pop" in w.finding.signs or ("heel_raise_lost" in w.signs and ("sudden" in w.signs or w.fresh)):
        yield "tendon_rupture"
    elif "heel_raise_lost" in w.signs:
        yield "tendon_weak"
    if "cannot_bear_weight" in w.finding.signs:
        yield "fracture_suspected"
    if {"redness", "warmth"} <= w.signs and w.signs & {"fever", "unwell", "skin_wound"}:
        yield "infection"
    if runner.has("diabetes", w.finding.day) or runner.has("neuropathy", w.finding.day):
        foot = w.site in book.flags.foot_sites or w.site == OTHER
        if "skin_wound" in w.signs or (foot and {"warmth", "swelling"} <= w.signs):
            yield "diabetic_foot"


def _within_days(w: Window, evidence: Evidence) -> Iterator[str]:
    book = evidence.book
    if "focal_bone_spot" in w.finding.signs:
        yield "bone_stress_suspected"
        if w.site in book.flags.high_risk_sites:
            yield "bone_stress_high_risk"
    if "groin_pain_on_load" in w.finding.signs:
        yield "bone_stress_high_risk"
    if {"swelling", "redness"} <= w.signs and "injury" not in w.signs:
        yield "redness_swelling"
    knee = w.site in book.flags.knee_sites
    unstable = (knee or w.site == OTHER) and w.finding.signs & {"locked", "giving_way"}
    if unstable or (knee and {"swelling", "warmth"} <= w.signs):
        yield "joint_internal"
    if "foot_drop" in w.finding.signs:
        yield "nerve"


def _less_urgent(w: Window, runner: Runner, evidence: Evidence) -> Iterator[str]:
    if evidence.is_bone(w.finding):
        if "hop_pain" in w.finding.signs:
            yield "bone_stress_suspected"
        if "limp" in w.finding.signs and w.finding.during != "run":
            yield "bone_stress_suspected"
    if "calf_tight_at_distance" in w.finding.signs:
        yield "exertional"
    swollen_legs = "swelling" in w.signs and not w.one_sided and runner.has("varicose_veins", w.finding.day)
    if {"heavy_legs", "visible_veins"} <= w.signs or swollen_legs:
        yield "venous"


def pain_patterns(evidence: Evidence, runner: Runner) -> Iterator[Sighting]:
    """Patterns of scores: rest and night pain, pain under load, daily pain without running, new pain with risks."""
    for (site, side), ones in evidence.by_where.items() if evidence.hurts else ():
        hurting = [one.finding for one in ones if (one.finding.score or 0) > 0]
        in_bone = [finding for finding in hurting if evidence.is_bone(finding)]
        yield from _rest_and_night(site, side, in_bone, evidence)
        yield from _daily_without_runs(site, side, in_bone, evidence)
        if site in evidence.book.flags.high_risk_sites:
            yield from _load_pain(site, side, hurting, evidence.book)
        yield from _new_pain_with_risks(site, side, hurting, evidence, runner)


def _rest_and_night(site: str, side: str, hurting: Sequence[Finding], evidence: Evidence) -> Iterator[Sighting]:
    rules = evidence.book.flags
    rest = [f for f in hurting if f.during in REST]
    for n, finding in enumerate(rest):
        first = finding.day - timedelta(days=rules.rest_night_window_days)
        near = [f for f in rest[: n + 1] if f.day >= first]
        around = timedelta(days=rules.signs_within_days)
        signed = [
            o.finding
            for o in evidence.by_where[(site, side)]
            if o.finding.signs and abs(o.finding.at - finding.at) <= around
        ]
        entries = tuple(dict.fromkeys(f.entry for f in [*near, *signed]))
        params: dict[str, object] = {"score": finding.score, "days": len({f.day for f in near})}
        if (
            len({f.day for f in near}) >= rules.rest_night_days
            or (finding.score or 0) >= rules.rest_night_once
            or signed
        ):
            at = max([finding.at, *(f.at for f in signed)])
            yield Sighting("bone_stress_suspected", site, side, at, entries, params)
        else:
            yield Sighting("rest_pain_once", site, side, finding.at, (finding.entry,), params)


def _daily_without_runs(site: str, side: str, hurting: Sequence[Finding], evidence: Evidence) -> Iterator[Sighting]:
    rules = evidence.book.flags
    for finding in hurting:
        if finding.during == "daily" and (finding.score or 0) >= rules.daily_pain:
            first = finding.at - timedelta(days=rules.daily_pain_free_of_runs_days)
            if not evidence.ran_between(first, finding.at):
                params: dict[str, object] = {"score": finding.score, "days": rules.daily_pain_free_of_runs_days}
                yield Sighting("bone_stress_suspected", site, side, finding.at, (finding.entry,), params)


def _load_pain(site: str, side: str, hurting: Sequence[Finding], book: Protocols) -> Iterator[Sighting]:
    rules = book.flags
    loaded = [f for f in hurting if f.during in LOADED]
    for n, finding in enumerate(loaded):
        first = finding.day - timedelta(days=rules.load_pain_window_days)
        near = [f for f in loaded[: n + 1] if f.day >= first]
        often = len({f.day for f in near}) >= rules.load_pain_days
        if often or (finding.score or 0) >= rules.load_pain_once or site == "groin":
            params: dict[str, object] = {"score": finding.score, "days": len({f.day for f in near})}
            entries = tuple(dict.fromkeys(f.entry for f in near))
            yield Sighting("bone_stress_high_risk", site, side, finding.at, entries, params)


def _new_pain_with_risks(
    site: str, side: str, hurting: Sequence[Finding], evidence: Evidence, runner: Runner
) -> Iterator[Sighting]:
    rules = evidence.book.flags
    if site != "calf" and site not in rules.tendon_sites:
        return
    for finding in hurting:
        clot = site == "calf" and any(runner.has(risk, finding.day) for risk in rules.clot_risks)
        drug = site != "calf" and any(runner.has(risk, finding.day) for risk in rules.tendon_drugs)
        if not (clot or drug) or not evidence.is_new(site, side, finding.day):
            continue
        params: dict[str, object] = {"score": finding.score}
        if clot and finding.sides != BOTH:
            yield Sighting("clot_suspected", site, side, finding.at, (finding.entry,), params)
        if drug:
            yield Sighting("drug_tendon", site, side, finding.at, (finding.entry,), params)
