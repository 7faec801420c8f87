"""The contract's promises, checked on a plan's JSON: invariants 1-5, 7, 8 and 11-13.

Written from the contract alone and sharing no rule with the rooms that plan, so that a mistake there isn't made here too.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, cast

from planner.journal import Journal, Run, Runner
from planner.words import PlanDoc

Item = Mapping[str, Any]
DAY = timedelta(days=1)
NOON = "12:00"
STAGES = ("W", "B1", "B2", "1", "2", "3", "4", "5", "6", "7", "8", "9")
CALM_KINDS = frozenset({"see_clinician", "rest", "check_in", "sleep", "hydration", "nutrition"})
LOADING_KINDS = frozenset({"run", "walk", "strength", "massage", "compression", "warm_bath"})
ACTIVE_KINDS = frozenset({"run", "walk", "strength", "cross_training"})
TIMED_KINDS = ACTIVE_KINDS | {"warm_up", "cool_down", "mobility"}
LADDER_PHASES = frozenset({"walking", "return_to_run"})
# The condition that a diagnosis names: the sites it is at, and the scores in a run and an hour after that are red.
RED: dict[str, tuple[frozenset[str], int, int]] = {
    "mtss": (frozenset({"shin_inner"}), 4, 3),
    "bone_stress": (frozenset({"shin_inner", "shin_front", "forefoot", "ankle"}), 2, 1),
    "achilles_mid": (frozenset({"achilles_mid", "achilles_heel"}), 6, 6),
    "achilles_insertional": (frozenset({"achilles_mid", "achilles_heel"}), 6, 6),
    "plantar_fascia": (frozenset({"heel_sole", "arch"}), 6, 6),
    "calf_strain": (frozenset({"calf"}), 3, 3),
    "runners_knee": (frozenset({"knee_front"}), 4, 11),
    "lateral_hip": (frozenset({"hip_outer"}), 6, 6),
}
RED_UNNAMED_BONE = 2
WORST_SCORE = 6


@dataclass(frozen=True)
class Look:
    """A plan beside what it was made from."""

    doc: PlanDoc
    journal: Journal
    runner: Runner

    @property
    def today(self) -> date:
        """The day of the plan."""
        return date.fromisoformat(self.doc["today"])

    @property
    def phase(self) -> str:
        """The phase of the assessment."""
        return self.doc["assessment"]["phase"]

    @property
    def holds(self) -> set[str]:
        """What the flags hold."""
        return {flag["holds"] for flag in self.doc["assessment"]["flags"]}

    @property
    def ahead(self) -> list[tuple[date, Sequence[Item]]]:
        """The days from today on, with all their items."""
        days = [(date.fromisoformat(day["date"]), cast("Sequence[Item]", day["items"])) for day in self.doc["days"]]
        return [(day, items) for day, items in days if day >= self.today]

    def planned(self, *kinds: str) -> list[tuple[date, Item]]:
        """What still lies ahead, of these kinds or of all."""
        return [
            (day, item)
            for day, items in self.ahead
            for item in items
            if not item.get("outcome") and (not kinds or item["kind"] in kinds)
        ]

    @property
    def ran(self) -> set[date]:
        """Days with a logged run."""
        return {run.at.date() for run in self.journal.runs}

    def runs_since(self, first: date) -> list[Run]:
        """Logged runs from that day on."""
        return [run for run in self.journal.runs if run.at.date() >= first]


def broken(doc: PlanDoc, journal: Journal, runner: Runner) -> list[str]:
    """Every promise that the plan breaks, led by the number of the invariant."""
    look = Look(doc, journal, runner)
    return [breach for check in CHECKS for breach in check(look)]


def _flags(look: Look) -> Iterator[str]:
    """Invariant 1: what holds all or impact."""
    held = look.holds & {"all", "impact"}
    if not held:
        return
    for day, item in look.planned():
        kind = item["kind"]
        if "all" in held and kind not in CALM_KINDS:
            yield f"1: {kind} on {day} though a flag holds all"
        elif kind in LOADING_KINDS or _impact(item["dose"]):
            yield f"1: {kind} on {day} though a flag holds impact"
    flags = [flag for flag in look.doc["assessment"]["flags"] if flag["holds"] in held]
    for day, items in look.ahead:
        first = items[0] if items else {"kind": "nothing"}
        said = str(first.get("dose"))
        named = any(flag["by"] in said and any(who in said for who in flag["see"]) for flag in flags)
        if first["kind"] != "see_clinician" or not named:
            yield f"1: {day} doesn't begin with whom to see and by when, but with {first['kind']}"


def _impact(value: object) -> bool:
    if isinstance(value, Mapping):
        inside = cast("Mapping[str, object]", value)
        return inside.get("impact") is True or any(_impact(one) for one in inside.values())
    return isinstance(value, list) and any(_impact(one) for one in cast("list[object]", value))


def _progress(look: Look) -> Iterator[str]:
    """Invariant 1: what holds progress: no more minutes than in the longest run of 14 days."""
    if "progress" not in look.holds:
        return
    sessions = [run for run in look.runs_since(look.today - 14 * DAY) if not _red(look, run)]
    most = max((_minutes(run) for run in sessions), default=0)
    for day, run in look.planned("run"):
        if run["dose"]["run_min"] > most:
            yield f"1: {run['dose']['run_min']} running minutes on {day} though a flag holds progress at {most:g}"


def _minutes(run: Run) -> float:
    return (run.duration_min or 0) if run.run_min is None else run.run_min


def _red(look: Look, run: Run) -> bool:
    """Red beyond doubt, by the score in the run, an hour after it, or a limp."""
    during, hour = _red_from(look, run)
    afters = [check.pain_1h for check in look.journal.check_ins if check.about == run.id]
    return (
        bool(run.limp)
        or (run.pain_during or 0) >= during
        or max(run.pain_1h or 0, *(score or 0 for score in (0, *afters))) >= hour
    )


def _red_from(look: Look, run: Run) -> tuple[int, int]:
    """The scores in a run and after it from which it is red, at its mildest reading."""
    known = [diagnosis.condition for diagnosis in look.runner.diagnoses]
    rows = [RED[name] for name in known if name in RED and run.site in RED[name][0]]
    if rows:
        return rows[0][1], rows[0][2]
    unnamed_bone = run.site == "shin_inner" and not known
    return (RED_UNNAMED_BONE, 1) if unnamed_bone else (WORST_SCORE, WORST_SCORE)


def _days_of_runs(look: Look) -> Iterator[str]:
    """Invariant 2: no run on a red day or the two after, no second run on a day."""
    red = {run.at.date() for run in look.runs_since(look.today - 3 * DAY) if _red(look, run)}
    days = [day for day, _ in look.planned("run")]
    for day in sorted(set(days)):
        if any(day - back * DAY in red for back in range(3)):
            yield f"2: run on {day}, a red day or one of the two after"
        if days.count(day) > 1 or day in look.ran:
            yield f"2: a second run on {day}"


def _around_runs(look: Look) -> Iterator[str]:
    """Invariant 2: a warm-up before and a cool-down after each run, and both its own."""
    for day, items in look.ahead:
        for place, run in enumerate(items):
            if run["kind"] != "run" or run.get("outcome"):
                continue
            for kind, where in (("warm_up", items[:place]), ("cool_down", items[place + 1 :])):
                if sum(item["kind"] == kind and item.get("for") == run["id"] for item in where) != 1:
                    yield f"2: the run on {day} lacks its {kind}, or has several"


def _rest(look: Look) -> Iterator[str]:
    """Invariant 3: a rest day in any seven; in the ladder's phases never a run on two days in a row."""
    active = {day for day, _ in look.planned(*ACTIVE_KINDS)} | look.ran
    active |= {walk.at.date() for walk in look.journal.walks}
    open_days = [day for day, _ in look.ahead]
    for last in open_days:
        window = [last - back * DAY for back in range(7)]
        mendable = [day for day in window if day in open_days and day not in look.ran]
        if mendable and all(day in active for day in window):
            yield f"3: no rest day from {window[-1]} to {last}"
    if look.phase in LADDER_PHASES:
        running = look.ran | {day for day, _ in look.planned("run")}
        for day, _ in look.planned("run"):
            if {day - DAY, day + DAY} & running:
                yield f"3: a run next to that of {day} in phase {look.phase}"


def _bone(look: Look) -> Iterator[str]:
    """Invariant 4: no run before bone stress is cleared, no impact exercise before stage 9."""
    known = [d for d in look.runner.diagnoses if d.condition == "bone_stress" and (d.since or look.today) <= look.today]
    if not known:
        return
    cleared = any("bone_stress_diagnosed" in clearance.clears for clearance in look.journal.clearances)
    for day, _ in look.planned("run"):
        if not cleared:
            yield f"4: run on {day} though bone stress isn't cleared"
    for day, item in look.planned():
        if look.doc["assessment"]["stage"] != "9" and _impact(item["dose"]):
            yield f"4: {item['kind']} with impact on {day} before stage 9"


def _cap(look: Look) -> Iterator[str]:
    """Invariant 5: outside the ladder no run longer than the longest of 30 days allows."""
    if look.phase in LADDER_PHASES:
        return
    recent = look.runs_since(look.today - 31 * DAY)
    minutes = max((run.duration_min or _minutes(run) for run in recent), default=0.0)
    km = max((run.distance_km or 0 for run in recent), default=0.0)
    most_min = minutes * 1.1 if minutes >= 30 else minutes + 3
    most_km = km * 1.1 if km >= 3 else km + 0.3
    unknown = any(run.distance_km is None for run in recent)
    for day, run in look.planned("run"):
        dose = run["dose"]
        if dose["run_min"] > most_min + 1e-9:
            yield f"5: {dose['run_min']} min on {day}, the cap is {most_min:g}"
        if not unknown and dose.get("distance_km", 0) > most_km + 1e-9:
            yield f"5: {dose['distance_km']} km on {day}, the cap is {most_km:g}"


def _limits(look: Look) -> Iterator[str]:
    """Invariant 7: a clinician's minutes, and no stage above the one that was earned."""
    for day, run in look.planned("run"):
        for limit in look.runner.clinician_limits:
            over = limit.kind == "max_run_min" and run["dose"]["run_min"] > float(str(limit.value))
            if over and (limit.until is None or day <= limit.until):
                yield f"7: {run['dose']['run_min']} running minutes on {day}, the clinician allows {limit.value}"
        stage, earned = run["dose"].get("stage"), look.doc["assessment"]["stage"]
        if stage in STAGES and earned in STAGES and STAGES.index(stage) > STAGES.index(earned):
            yield f"7: stage {stage} on {day}, earned is {earned}"
        if stage is not None and run["dose"]["run_min"] < 5:
            yield f"7: {run['dose']['run_min']} running minutes on {day} instead of a walk"


def _recovery(look: Look) -> Iterator[str]:
    """Invariant 8: a shower and an elevation in a week with a run or pain, unless everything is held."""
    monday = date.fromisoformat(look.doc["week_start"])
    lately = [pain for pain in look.journal.pains if pain.at.date() >= max(monday, look.today - 2 * DAY)]
    wanted = look.planned("run") or look.runs_since(monday) or any((pain.score or 0) >= 1 for pain in lately)
    if not wanted or "all" in look.holds:
        return
    items = [item for day in look.doc["days"] for item in day["items"]]
    for kind in ("contrast_shower", "leg_elevation"):
        there = [item for item in items if item["kind"] == kind]
        if not there:
            yield f"8: no {kind} in a week with a run or pain"
        if not all(item["dose"] and item["steps"] for item in there):
            yield f"8: a {kind} without dose or steps"


def _reasons(look: Look) -> Iterator[str]:
    """Invariant 11: a reason with its text and source for each item and flag."""
    told = [(item["id"], item["reasons"]) for _, items in look.ahead for item in items]
    told += [(flag["id"], flag["reasons"]) for flag in look.doc["assessment"]["flags"]]
    for name, reasons in told:
        if not reasons or not all(reason["text"] and reason["source"] for reason in reasons):
            yield f"11: {name} has no reason, or one without text or source"


def _check_ins(look: Look) -> Iterator[str]:
    """Invariant 12: a question after each run and ladder walk, one the next morning, and one for yesterday's run."""
    items = dict(look.ahead)
    for day, session in look.planned("run", "walk"):
        if session["kind"] == "walk" and session["dose"].get("stage") != "W":
            continue
        if not any(item["kind"] == "check_in" and item["at"] >= session["at"] for item in items[day]):
            yield f"12: no check_in after the {session['kind']} on {day}"
        if day + DAY in items and not _asked_early(items[day + DAY]):
            yield f"12: no check_in on the morning after the {session['kind']} on {day}"
    answered = any(check.at.date() == look.today for check in look.journal.check_ins)
    if look.today - DAY in look.ran and not answered and not _asked_early(items[look.today]):
        yield f"12: no check_in on {look.today} for yesterday's run"


def _asked_early(items: Sequence[Item]) -> bool:
    return any(item["kind"] == "check_in" and item["at"] < NOON for item in items)


def _minutes_of_days(look: Look) -> Iterator[str]:
    """Invariant 13: no more on a day than there is time."""
    for day, items in look.ahead:
        total = sum(item["minutes"] for item in items if item["kind"] in TIMED_KINDS and not item.get("outcome"))
        room = look.runner.day_minutes[day.weekday()]
        if total > room:
            yield f"13: {total} minutes on {day}, there are {room}"


CHECKS: tuple[Callable[[Look], Iterator[str]], ...] = (
    _flags, _progress, _days_of_runs, _around_runs, _rest, _bone, _cap, _limits, _recovery, _reasons, _check_ins,
    _minutes_of_days,
)  # fmt: skip
