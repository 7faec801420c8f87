"""What has to be seen before the next run: a morning, a walk, a test (decisions C, clinical 1.1)."""

from collections.abc import Sequence
from datetime import date

from planner.assess.climb import Climb
from planner.assess.lights import Light, Reading
from planner.assess.sessions import Judged
from planner.protocols import Protocols


def morning_seen(judged: Sequence[Judged], loose: Sequence[Reading], red: date, book: Protocols) -> bool:
    """After the red day: a green run, or one logged morning that is as usual and quiet legs in daily life."""
    if any(s.kind == "run" and s.told and s.day > red and s.light is Light.GREEN for s in judged):
        return True
    since = [r for s in judged for r in s.readings if r.finding.day > red and r.finding.score is not None]
    since.extend(r for r in loose if r.finding.day > red and r.row != "soreness" and r.finding.score is not None)
    last = max((r.finding.day for r in since), default=None)
    if any(r.light is not Light.GREEN for r in since if r.finding.day == last):
        return False
    mornings = [r for r in since if r.finding.during in book.rows[r.row].morning_at]
    last_morning = max((r.finding.day for r in mornings), default=None)
    return bool(mornings) and all(_as_usual(r, book) for r in mornings if r.finding.day == last_morning)


def _as_usual(reading: Reading, book: Protocols) -> bool:
    if reading.over_usual is not None:
        return reading.over_usual <= 0
    return (reading.finding.score or 0) <= book.rows[reading.row].daily[0]


def gate_open(judged: Sequence[Judged], state: Climb) -> bool:
    """Tell whether the runner is at a gate: starting, after a gap or a red, and no green run since."""
    if state.stage == "W":
        return True
    since = state.tests_since
    return since is not None and not any(
        s.kind == "run" and s.told and s.day > since and s.light is Light.GREEN for s in judged
    )


def walk_seen(judged: Sequence[Judged], state: Climb) -> bool:
    """Since the gate closed: a brisk walk of full length with little enough pain, or a green run."""
    if state.gate_since is None:
        return True
    gate = state.setting.walk_gate or 0
    for session in judged:
        if session.day <= state.gate_since and not (session.kind == "walk" and session.day == state.gate_since):
            continue
        if session.kind == "run" and session.told and session.light is Light.GREEN:
            return True
        scores = [r.finding.score for r in session.readings if r.finding.during == "walking"]
        long_enough = session.kind == "walk" and session.whole and session.light is Light.GREEN
        if long_enough and scores and all((score or 0) <= gate for score in scores):
            return True
    return False
