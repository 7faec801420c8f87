"""Where the runner stands as text: the assessment, and what the next stage needs."""

from collections.abc import Sequence
from math import floor
from typing import Any

from planner.assess import Assessment, Reason
from planner.protocols import Protocols
from planner.schedule import Reach, Seen, may_advance, walk_gate
from planner.words.documents import AssessmentDoc
from planner.words.flags import tell_flag
from planner.words.forecast import tell_forecast
from planner.words.reasons import tell_all
from planner.words.voice import Voice

_SAID_OTHERWISE = frozenset({"ladder.held", "ladder.again_sleep", "ladder.again_time"})  # by what they wait for


def tell_assessment(
    a: Assessment,
    seen: Sequence[Seen],
    reach: Reach | None,
    voice: Voice,
    book: Protocols,
    *,
    again: Reason | None = None,
) -> AssessmentDoc:
    """Where the runner stands, as the contract's JSON.

    `reach`: how soon the goal can be reached; `again`: why the runner's stage comes again.
    """
    stage = None if a.phase == "stopped" else a.standing.stage
    return {
        "phase": a.phase,
        "stage": stage,
        "light": a.light.word,
        "conditions": sorted({d.condition for d in a.diagnoses}),
        "flags": [tell_flag(one, tell_all(one.flag.reasons, voice), voice, book) for one in seen],
        "cleared_flags": [{"id": c.id, "by": c.by, "at": c.at.isoformat(timespec="minutes")} for c in a.cleared],
        "load": {
            "last_7d_km": round(a.load.last_7d_km, 1),
            "last_28d_km": round(a.load.last_28d_km, 1),
            "longest_30d_km": round(a.load.longest_30d_km, 2),
            "run_cap_km": a.load.cap_km,
            "run_cap_min": a.load.cap_min,
            "srpe_7d": _rounded(a.load.srpe_7d, 0),
            "monotony_7d": _rounded(a.load.monotony_7d, 2),
            "strain_7d": _rounded(a.load.strain_7d, 0),
        },
        "recovery": {
            "sleep_7d_h": _not_rounded_up(a.recovery.sleep_7d_h),
            "drink_7d_ml": _rounded(a.recovery.drink_7d_ml, 0),
            "pain_7d_mean": _rounded(a.recovery.pain_7d_mean, 1),
        },
        "next": _next(a, again, voice, book),
        "forecast": tell_forecast(a, reach, voice, book),
    }


def _rounded(value: float | None, digits: int) -> float | int | None:
    if value is None:
        return None
    return round(value, digits) if digits else round(value)


def _not_rounded_up(hours: float | None) -> float | None:
    """Hours of sleep to 0.1: a little less than what is needed must not look like enough."""
    return None if hours is None else floor(round(hours * 10, 6)) / 10


def _next(a: Assessment, again: Reason | None, voice: Voice, book: Protocols) -> dict[str, Any]:
    """The next stage and what it needs."""
    standing, ladder = a.standing, book.ladder
    if a.phase == "stopped":
        return {"stage": None, "needs": [voice.say("needs.clearance")]}
    if standing.stage is None:
        return {"stage": None, "needs": [voice.say("needs.keep_going")]}
    gates = _gates(a, voice, book)
    if standing.stage == "W":
        return {"stage": ladder.columns[standing.column].after_walks, "needs": [*gates, _walks(a, voice, book)]}
    if standing.stage == "9":
        return {"stage": None, "needs": [*gates, voice.say("needs.green_days", n=ladder.green_days_to_leave)]}
    place = ladder.place(standing.stage)
    following = next(s.id for s in ladder.stages[place + 1 :] if standing.column == "bone" or not s.bone_only)
    needs = [*gates, *_to_advance(a, again, voice, book)]
    return {"stage": following, "needs": needs or [voice.say("needs.clean", n=1)]}


def _walks(a: Assessment, voice: Voice, book: Protocols) -> str:
    """What opens the first running stage."""
    if not may_advance(a, book):
        return voice.say("needs.unnamed", days=book.caps.complaint_window_days)
    gate, left = walk_gate(a, book), a.standing.walks_needed - a.standing.walks
    key = "needs.walks" if gate is None else "needs.walks_gate" if gate else "needs.walks_painless"
    return voice.say(key, n=left, minutes=book.ladder.walk_min, gate=gate)


def _gates(a: Assessment, voice: Voice, book: Protocols) -> list[str]:
    """What has to be told or done before the next run."""
    standing = a.standing
    needs: list[str] = []
    if a.phase == "rest":
        needs.append(voice.say("needs.calm"))
    if standing.morning_due:
        needs.append(voice.say("needs.morning"))
    if standing.walk_due:
        gate = walk_gate(a, book)
        key = "needs.walk" if gate else "needs.walk_painless"
        needs.append(voice.say(key, minutes=book.ladder.walk_min, gate=gate))
    if standing.test_due is not None:
        key = "needs.test_hop" if standing.test_due == "hop" else "needs.test"
        needs.append(voice.say(key, test=voice.say(f"test.{standing.test_due}")))
    return needs


def _to_advance(a: Assessment, again: Reason | None, voice: Voice, book: Protocols) -> list[str]:
    """What has to be shown at this stage, and what kept the last run from showing it."""
    standing = a.standing
    needs: list[str] = []
    left = standing.clean_needed - standing.clean
    if left > 0 and may_advance(a, book):
        needs.append(voice.say("needs.clean", n=left))
    if again is not None and again.rule not in _SAID_OTHERWISE:
        needs.append(voice.say(f"needs.{again.rule.removeprefix('ladder.')}", **again.params))
    if standing.slept_too_little:
        needs.append(voice.say("needs.sleep", hours=book.ladder.sleep_needed_h))
    if standing.gained_enough:
        needs.append(voice.say("needs.time"))
    if a.held == "progress":
        needs.append(voice.say("needs.clearance"))
    return needs
