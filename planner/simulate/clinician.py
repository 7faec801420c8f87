"""An invented clinician: sees the runner by the day that a flag names, examines the tissue, and says what may go on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from planner.journal import vocabulary
from planner.protocols import Protocols
from planner.simulate.runners import NAMED, Runner
from planner.simulate.tissue import State
from planner.words import FlagDoc

BONE_FLAGS = frozenset({"bone_stress_suspected", "bone_stress_diagnosed", "bone_stress_high_risk", "rest_pain_once"})
# Damage up to which a clinician lets other tissues be loaded.
CALM_ENOUGH = 0.8
AGAIN_DAYS = 7
LIMIT_MIN = 20
LIMIT_DAYS = 21
FIRST_SEEN = "clinician_limits"

Key = tuple[str, str | None, str]


@dataclass(slots=True)
class Visit:
    """What came of a visit: entries for the journal, changes of the profile."""

    entries: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    profile: dict[str, Any] = field(default_factory=dict[str, Any])


class Clinician:
    """The one clinician of one runner, with appointments by flag."""

    def __init__(self, runner: Runner, book: Protocols) -> None:
        self._runner = runner
        self._book = book
        self._due: dict[Key, date] = {}

    def see(self, flags: Sequence[FlagDoc], profile: Mapping[str, Any], state: State, today: date) -> Visit:
        """Keep the appointments of that day, with all that is open; make those that are missing."""
        open_ = {(flag["id"], flag["site"], flag["side"]): flag for flag in flags}
        self._due = {key: day for key, day in self._due.items() if key in open_}
        for key, flag in open_.items():
            urgent = flag["urgency"] in {"emergency_now", "same_day"}
            waits = timedelta(days=0 if urgent else self._runner.clinician_waits)
            self._due.setdefault(key, date.fromisoformat(flag["by"]) + waits)
        visit = Visit()
        if any(day <= today for day in self._due.values()):
            self._name(profile, today, visit)
            for key, flag in open_.items():
                if self._lets_go(flag, state):
                    visit.entries.append(self._clearance(flag, today))
                self._due[key] = today + timedelta(days=AGAIN_DAYS)
        return visit

    def _name(self, profile: Mapping[str, Any], today: date, visit: Visit) -> None:
        """Say what it is where nobody has, and at times how much may be run at first."""
        runner = self._runner
        if profile.get("diagnoses") or not runner.condition.hurt:
            return
        visit.profile["diagnoses"] = [
            {"condition": NAMED[runner.tissue_name], "side": runner.side, "since": today.isoformat(),
             "given_by_clinician": True}
        ]  # fmt: skip
        if runner.limits:
            until = (today + timedelta(days=LIMIT_DAYS)).isoformat()
            visit.profile["clinician_limits"] = [{"kind": "max_run_min", "value": LIMIT_MIN, "until": until}]

    def _lets_go(self, flag: FlagDoc, state: State) -> bool:
        """Bone is let go at the damage that this clinician accepts, other tissue when calm enough; the rest at once."""
        if self._runner.tissue_name == "bone":
            return flag["id"] not in BONE_FLAGS or state.damage <= self._runner.clears_at
        return flag["id"] in BONE_FLAGS or flag["holds"] not in {"all", "impact"} or state.damage <= CALM_ENOUGH

    def _clearance(self, flag: FlagDoc, today: date) -> dict[str, Any]:
        rule = self._book.flags.rule(flag["id"])
        ended_by = rule.ended_by if rule.ended_by in vocabulary.CLINICIANS else "physio"
        clears = sorted({flag["id"]} | ({"bone_stress_suspected"} if flag["id"] in BONE_FLAGS else set()))
        return {
            "kind": "clearance",
            "id": f"clearance-{today}-{flag['id']}-{flag['site']}-{flag['side']}",
            "at": f"{today}T15:00",
            "by": ended_by,
            "clears": clears,
            "site": flag["site"],
            "side": flag["side"],
            "outcome": "may_start" if self._runner.tissue_name == "bone" else "excluded",
        }
