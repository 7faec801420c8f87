"""A runner who lives with the planner day by day: what happened is written by hand, what to do comes from the plan.

Each morning the runner answers how the legs are, sees the plan and then does what today's plan says, unless the script
says otherwise. How the body answers is part of the script: nothing here is random.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from planner.journal import fold, read_runner
from planner.journal.issued import History, IssuedPlan, read_issued
from planner.protocols import protocols
from planner.schedule import monday, plan_week
from planner.words import tell_plan, voice_of

Entry = dict[str, Any]
Item = dict[str, Any]
MORNING = "07:00"
WALKING_PACE = 11.0  # min/km
_SESSIONS = ("run", "walk")
_SHOWN = ("id", "kind", "at", "minutes", "dose", "for")


@dataclass(frozen=True, slots=True)
class Felt:
    """The pain of a session: in it, an hour later, the next morning. None: not answered."""

    during: int | None = 0
    after: int | None = 0
    morning: int | None = 0
    course: str | None = None
    limp: bool | None = None


UNANSWERED = Felt(None, None, None)


@dataclass(frozen=True, slots=True)
class Did:
    """What the runner did instead of the plan: the planned session "shortened", a "run" of their own, or nothing."""

    kind: str | None
    minutes: float = 0


NOTHING = Did(None)


def shortened(minutes: float) -> Did:
    """The planned run, stopped after so many minutes of running."""
    return Did("shortened", minutes)


def own(minutes: float) -> Did:
    """A continuous run that the plan did not ask for."""
    return Did("run", minutes)


@dataclass(frozen=True, slots=True)
class Script:
    """A runner, and what happens to them.

    `feels`: (date, minutes run; 0 for a walk) -> what they felt. `entries`: by date, what else they log: before 09:00
    the plan of the day knows it, later only the next day's. `changes`: of the profile, from the morning of a date on.
    `ticks`: kinds of items that they do and tick off.
    """

    name: str
    about: str
    first: date
    days: int
    runner: Mapping[str, Any]
    feels: Callable[[date, float], Felt]
    before: Sequence[Entry] = ()
    site: str | None = None
    side: str = "left"
    pace: float | None = None
    entries: Mapping[str, Sequence[Entry]] = field(default_factory=dict)
    instead: Mapping[str, Did] = field(default_factory=dict)
    changes: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    ticks: frozenset[str] = frozenset({"strength"})


@dataclass(frozen=True, slots=True)
class Day:
    """One line of a season: the plan of that day as it was shown in the morning, and what was done."""

    date: date
    plan: Mapping[str, Any]
    did: str
    run_min: float

    @property
    def assessment(self) -> Mapping[str, Any]:
        return self.plan["assessment"]

    @property
    def phase(self) -> str:
        return self.assessment["phase"]

    @property
    def stage(self) -> str | None:
        return self.assessment["stage"]

    @property
    def light(self) -> str:
        return self.assessment["light"]

    @property
    def flags(self) -> tuple[str, ...]:
        return tuple(sorted({flag["id"] for flag in self.assessment["flags"]}))

    @property
    def items(self) -> list[Item]:
        return next(day["items"] for day in self.plan["days"] if day["date"] == str(self.date))

    def of(self, *kinds: str) -> list[Item]:
        return [item for item in self.items if item["kind"] in kinds]

    @property
    def session(self) -> Item | None:
        """Today's run or walk."""
        return next(iter(self.of(*_SESSIONS)), None)

    @property
    def planned(self) -> str:
        """Run, walk or off, with the minutes of running."""
        item = self.session
        if item is None:
            return "off"
        return f"run {item['dose']['run_min']:g}" if item["kind"] == "run" else "walk"

    @property
    def why(self) -> str:
        """The first reason of what the day is about."""
        main = next(iter(self.of("see_clinician")), None) or self.session or next(iter(self.of("rest")), None)
        return main["reasons"][0]["text"] if main else ""


@dataclass(frozen=True, slots=True)
class Season:
    """A season as it went."""

    script: Script
    days: tuple[Day, ...]

    def on(self, when: str) -> Day:
        return next(day for day in self.days if str(day.date) == when)

    def between(self, first: str, last: str) -> list[Day]:
        return [day for day in self.days if first <= str(day.date) <= last]


def at(when: date, hour: str) -> str:
    return f"{when}T{hour}"


class _Life:
    """The journal and the issued plans, as they grow."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.journal: list[Entry] = [{"id": f"before-{n}", **entry} for n, entry in enumerate(script.before)]
        self.issued: list[IssuedPlan] = []
        self.shown: list[dict[str, Any]] = []
        self.profile: dict[str, Any] = dict(script.runner)
        self.asked: tuple[str, Felt] | None = None
        self.number = 0
        self.seen: list[Entry] = []

    def log(self, entry: Entry) -> str:
        self.number += 1
        made = {"id": f"entry-{self.number:04}", **{k: v for k, v in entry.items() if v is not None}}
        self.journal.append(made)
        return made["id"]

    def answer(self, today: date) -> None:
        """This morning's answer about yesterday's session."""
        if self.asked is not None:
            about, felt = self.asked
            if felt.morning is not None:
                self.log({"kind": "check_in", "at": at(today, MORNING), "about": about, "pain_morning": felt.morning})
            self.asked = None

    def plan(self, today: date) -> dict[str, Any]:
        """The plan of this week, kept as issued where it differs from what was shown before."""
        history = History(tuple(self.issued))
        runner = read_runner(self.profile, today)
        week = plan_week(fold(self.journal, today), runner, history, today, monday(today), protocols())
        plan: dict[str, Any] = dict(tell_plan(week, voice_of(runner), protocols()))
        new = [
            day
            for day in plan["days"]
            if not day.get("past")
            and [_shown(item) for item in day["items"]]
            != [_shown(one.json) for one in history.on(date.fromisoformat(day["date"]))]
        ]
        if new:
            kept = {key: plan[key] for key in ("schema", "rules_version", "today", "week_start", "changes")}
            self.shown.append({**kept, "days": new})
            self.issued.extend(read_issued(self.shown[-1:]).plans)
        return plan

    def live(self, today: date, plan: Mapping[str, Any]) -> tuple[str, float]:
        """Do what the plan says, or what the script says; return it in words, and the minutes run."""
        items = next(day["items"] for day in plan["days"] if day["date"] == str(today))
        for item in items:
            if item["kind"] in self.script.ticks:
                self.log({"kind": "done", "at": at(today, item["at"]), "item": item["id"], "outcome": "done"})
        session = next((item for item in items if item["kind"] in _SESSIONS), None)
        did = self.script.instead.get(str(today))
        if did is None and session is not None:
            run_min = session["dose"].get("run_min", 0)
            self._session(today, session["kind"], session["minutes"], run_min, session)
            return f"done {run_min:g}", run_min
        if did is None or did.kind is None:
            return "-", 0
        shortened = did.kind == "shortened"
        self._session(today, "run", did.minutes, did.minutes, session if shortened else None)
        return f"{'short' if shortened else 'own'} {did.minutes:g}", did.minutes

    def _session(self, today: date, kind: str, minutes: float, run_min: float, item: Item | None) -> None:
        script = self.script
        felt = script.feels(today, run_min)
        hurts = felt.during is not None or felt.after is not None
        told: Entry = {
            "kind": kind,
            "at": at(today, item["at"] if item else "18:00"),
            "duration_min": minutes,
            "item": item["id"] if item else None,
            "site": script.site if hurts else None,
            "side": script.side if hurts and script.site else None,
            "pain_during": felt.during,
            "pain_1h": felt.after,
            "limp": felt.limp,
        }
        if kind == "run":
            told["course"] = felt.course
            told["run_min"] = run_min
            told["stage"] = item["dose"].get("stage") if item else None
            told["distance_km"] = _distance(script.pace, minutes, run_min)
        self.asked = (self.log(told), felt)


def _distance(pace: float | None, minutes: float, run_min: float) -> float | None:
    """What a watch tells of a session: the running and the walking between."""
    return None if pace is None else round(run_min / pace + (minutes - run_min) / WALKING_PACE, 2)


def _shown(item: Mapping[str, Any]) -> tuple[object, ...]:
    return tuple(item.get(key) for key in _SHOWN)


def live(script: Script) -> Season:
    """Live through a season."""
    return Season(script, tuple(day for day, _ in _days(script)))


def case_on(script: Script, when: str) -> dict[str, Any]:
    """The case of one morning of a season, as the contract has it."""
    life = next(life for day, life in _days(script) if str(day.date) == when)
    return {
        "schema": 1,
        "today": when,
        "runner": life.profile,
        "journal": life.seen,
        "issued": [plan for plan in life.shown if plan["today"] < when],
    }


def _days(script: Script) -> Iterator[tuple[Day, _Life]]:
    life = _Life(script)
    for n in range(script.days):
        today = script.first + timedelta(days=n)
        told = script.entries.get(str(today), ())
        life.answer(today)
        life.profile.update(script.changes.get(str(today), {}))
        for entry in told:
            if _early(entry):
                life.log(entry)
        plan = life.plan(today)
        life.seen = list(life.journal)
        did, run_min = life.live(today, plan)
        for entry in told:
            if not _early(entry):
                life.log(entry)
        yield Day(today, plan, did, run_min), life


def _early(entry: Entry) -> bool:
    return str(entry.get("at", "T00:00"))[11:] < "09:00"
