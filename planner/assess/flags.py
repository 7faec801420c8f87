"""Red flags: sightings that no clearance covers, with what they hold and whom to see (decisions E)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from planner.assess.complaints import Complaint
from planner.assess.evidence import Evidence, Sighting
from planner.assess.findings import sides
from planner.assess.reasons import Reason
from planner.assess.sightings import pain_patterns, sign_patterns
from planner.journal import Clearance, Diagnosis, Runner, vocabulary
from planner.protocols import FlagRule, Protocols

WEAKER = {"impact": "progress", "progress": "none"}
BONE_FLAGS = frozenset({"bone_stress_high_risk", "bone_stress_suspected", "bone_stress_diagnosed"})
_ALWAYS = datetime.min


@dataclass(frozen=True, slots=True)
class Flag:
    """A red flag in force. `by`: the day by which to be seen; `since`: when its evidence was first seen."""

    id: str
    urgency: str
    holds: str
    see: tuple[str, ...]
    by: date
    since: date
    site: str | None
    side: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Cleared:
    """A flag that a clinician ended."""

    id: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Flags:
    """Flags in force, the most urgent first, and those that were cleared."""

    active: tuple[Flag, ...]
    cleared: tuple[Cleared, ...]


def authority(by: str | None) -> int:
    """How far a clinician's word reaches; -1 without one."""
    return vocabulary.CLINICIANS.index(by) if by in vocabulary.CLINICIANS else -1


def covers(clearance: Clearance, sighting: Sighting, rule: FlagRule) -> bool:
    """Tell whether a clearance ends what was seen: its flag, site, side, authority, and not later than its time."""
    if sighting.flag == "ladder_stuck":
        return False  # the ladder itself asks for a clean session after the clearance
    named = sighting.flag in clearance.clears and rule.may_be_cleared
    by_suspicion = sighting.flag == "rest_pain_once" and "bone_stress_suspected" in clearance.clears
    if not (named or by_suspicion) or clearance.at is None or sighting.at > clearance.at:
        return False
    if authority(clearance.by) < max(0, authority(rule.ended_by)):
        return False
    if None not in {sighting.site, clearance.site} and sighting.site != clearance.site:
        return False
    return sighting.side is None or sighting.side in sides(clearance.side)


def diagnosed_bone_stress(diagnoses: Iterable[Diagnosis]) -> Iterator[Sighting]:
    """Each diagnosed bone stress injury holds impact until a clinician clears it."""
    for diagnosis in diagnoses:
        if diagnosis.condition == "bone_stress":
            at = datetime.combine(diagnosis.since, time(0)) if diagnosis.since else _ALWAYS
            for side in sides(diagnosis.side):
                yield Sighting("bone_stress_diagnosed", None, side, at, ())


def health_sightings(evidence: Evidence, runner: Runner, today: date) -> Iterator[Sighting]:
    """Flags from the profile: a clot on record, energy, who should see a clinician first."""
    rules = evidence.book.flags
    if runner.has("clot_suspected", today):
        yield Sighting("clot_suspected", None, None, _ALWAYS, (), {"health": "clot_suspected"})
    for health in rules.clinician_first:
        if runner.has(health, today):
            yield Sighting("clinician_first", None, None, _ALWAYS, (), {"health": health})
    age = runner.age(today)
    if age is not None and age > rules.elderly_new_age and runner.experience == "new":
        yield Sighting("clinician_first", None, None, _ALWAYS, (), {"age": age})
    yield from _low_energy(evidence, runner, today)


def _low_energy(evidence: Evidence, runner: Runner, today: date) -> Iterator[Sighting]:
    """Bones and energy: a risk together with bone pain on a day, or with a bone stress injury before."""
    rules = evidence.book.flags
    ids = {state.id for state in runner.health}
    for health in (risk for risk in rules.energy_risks if risk in ids):
        if runner.has(health, today) and runner.has("previous_bone_stress", today):
            yield Sighting("low_energy", None, None, _ALWAYS, (), {"health": health})
        for finding in evidence.bone_pain():
            if runner.has(health, finding.day):
                yield Sighting("low_energy", None, None, finding.at, (finding.entry,), {"health": health})
    dates = sorted(d.since for d in runner.diagnoses if d.condition == "bone_stress" and d.since and d.since <= today)
    for first, second in pairwise(dates):
        if 0 < (second - first).days <= 365:
            yield Sighting("low_energy", None, None, datetime.combine(second, time(0)), (), {"health": "bone_stress"})


def all_sightings(evidence: Evidence, runner: Runner, today: date) -> list[Sighting]:
    """Every sighting in the journal and profile."""
    known = [d for d in runner.diagnoses if d.since is None or d.since <= today]
    return [
        *sign_patterns(evidence, runner),
        *pain_patterns(evidence, runner),
        *diagnosed_bone_stress(known),
        *health_sightings(evidence, runner, today),
    ]


def uncleared(sightings: Iterable[Sighting], clearances: Sequence[Clearance], book: Protocols) -> list[Sighting]:
    """The sightings that no clearance covers."""
    return [s for s in sightings if not any(covers(c, s, book.flags.rule(s.flag)) for c in clearances)]


def explained(sightings: Iterable[Sighting], clearances: Sequence[Clearance], book: Protocols) -> frozenset[str]:
    """The entries whose signs a clinician has looked at, and ruled out what they might have been."""
    ruling = [c for c in clearances if c.outcome == "excluded"]
    return frozenset(
        entry
        for sighting in (sightings if ruling else ())
        if any(covers(c, sighting, book.flags.rule(sighting.flag)) for c in ruling)
        for entry in sighting.entries
    )


def settle(
    sightings: Iterable[Sighting],
    clearances: Sequence[Clearance],
    evidence: Evidence,
    runner: Runner,
    complaints: Sequence[Complaint],
    today: date,
) -> Flags:
    """The flags in force: what no clearance covers, by flag and site."""
    book = evidence.book
    open_: dict[tuple[str, str | None], list[Sighting]] = {}
    for sighting in uncleared(sightings, clearances, book):
        open_.setdefault((sighting.flag, sighting.site), []).append(sighting)
    bone_pain = any(c.site in book.rows["bone"].sites for c in complaints)
    flags: list[Flag] = []
    for (flag_id, site), ones in open_.items():
        flag = _flag(book.flags.rule(flag_id), site, ones, today, book)
        if flag_id == "low_energy" and bone_pain:
            flag = replace(flag, holds="impact")
        adjusted = _adjust(flag, ones, evidence, open_, today)
        if adjusted is not None:
            flags.append(_allowed(adjusted, runner, today))
    order = list(book.flags.due_days)
    place = {rule.id: n for n, rule in enumerate(book.flags.flags)}
    flags.sort(key=lambda f: (order.index(f.urgency), place[f.id], f.site or "", f.side))
    return Flags(tuple(flags), _cleared(clearances, {flag.id for flag in flags}, book))


def _cleared(clearances: Sequence[Clearance], active: set[str], book: Protocols) -> tuple[Cleared, ...]:
    """The latest word of sufficient authority on each flag that is not in force."""
    latest: dict[str, Cleared] = {}
    for clearance in clearances:
        for flag_id in clearance.clears:
            ended_by = book.flags.rule(flag_id).ended_by
            if flag_id in active or ended_by is None or clearance.at is None or clearance.by is None:
                continue
            if authority(clearance.by) >= authority(ended_by):
                latest[flag_id] = Cleared(flag_id, clearance.by, clearance.at)
    return tuple(latest[flag_id] for flag_id in sorted(latest))


def _flag(rule: FlagRule, site: str | None, ones: Sequence[Sighting], today: date, book: Protocols) -> Flag:
    where = sorted({one.side for one in ones if one.side})
    first = min(one.at for one in ones)
    since = first.date() if first != _ALWAYS else today
    last = max(ones, key=lambda one: (one.at, one.entries))
    entries = tuple(dict.fromkeys(entry for one in ones for entry in one.entries))
    side = where[0] if len(where) == 1 else "both"
    params = {**last.params, "site": site, "side": side, "flag": rule.id}
    reason = Reason(f"flag.{rule.id}", rule.source, rule.strength, params, entries[-6:], f"lifts.flag.{rule.id}")
    urgency = str(last.params.get("urgency", rule.urgency))
    by = since + timedelta(days=book.flags.due_days[urgency])
    return Flag(rule.id, urgency, rule.holds, rule.see, max(by, today), since, site, side, (reason,))


def _adjust(
    flag: Flag,
    ones: Sequence[Sighting],
    evidence: Evidence,
    open_: dict[tuple[str, str | None], list[Sighting]],
    today: date,
) -> Flag | None:
    """A single night's pain holds less once it is calm, and ends after a fortnight."""
    if flag.id != "rest_pain_once":
        return flag
    if ("bone_stress_suspected", flag.site) in open_:
        return None
    rules = evidence.book.flags
    holds = "none"
    for one in ones:
        here = [o.finding for o in evidence.by_where[(one.site or "", one.side or "")]]
        later_zero = any(f.at > one.at and f.score == 0 for f in here)
        pain = max((f.day for f in here if (f.score or 0) > 0), default=one.at.date())
        if later_zero and (today - pain).days >= rules.rest_once_free_days:
            continue
        waited = datetime.combine(today, time(12)) - one.at >= timedelta(hours=rules.rest_once_hours)
        worse = "progress" if later_zero and waited else "impact"
        holds = worse if holds == "none" else ("impact" if "impact" in {holds, worse} else holds)
    return None if holds == "none" else replace(flag, holds=holds)


def _allowed(flag: Flag, runner: Runner, today: date) -> Flag:
    """A clinician may allow what a flag holds; never where bone stress or an emergency is the question."""
    allowed = {
        value
        for limit in runner.clinician_limits
        if limit.kind == "allow" and limit.holds(today) and isinstance(limit.value, tuple)
        for value in limit.value
    }
    if flag.holds in allowed and flag.holds in WEAKER and flag.id not in BONE_FLAGS:
        return replace(flag, holds=WEAKER[flag.holds])
    return flag
