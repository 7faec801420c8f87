"""What an invented runner writes down: entries of the journal, as the app would log them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from planner.simulate.body import HARD, UNBEARABLE, Lived, Session
from planner.simulate.runners import Draws, Runner, stray
from planner.simulate.tissue import WORST, felt, score

# A Monday. Runners live from here on; nothing reads a clock.
FIRST_DAY = date(2024, 1, 1)
PAST_WEEKS = 8
WALKING_PACE = 10.5
EASY_RPE, HARD_RPE = 4, 8
SLEEP_STRAYS_H = 1.2
# A healthy runner seldom writes a painless morning down.
PAINLESS = 0.2

Entry = dict[str, Any]


def date_of(day: int) -> date:
    """The date of a day of the simulation; days before the first are negative."""
    return FIRST_DAY + timedelta(days=day)


def session_entry(runner: Runner, lived: Lived, luck: Draws) -> Entry | None:
    """The run or walk of a day, where it was written down."""
    done = lived.done
    if done is None or luck.logs_session >= runner.logging.session:
        return None
    on = date_of(lived.day)
    hurt = lived.pain_run if luck.logs_evening < runner.logging.evening else None
    shared: Entry = {"at": f"{on}T18:10", "item": done.item, "site": runner.tissue.site, "side": runner.side}
    if not done.run_min:
        walk = {"kind": "walk", "id": f"walk-{on}", "duration_min": done.walk_min, "pain_during": hurt}
        return _told(walk | shared)
    run = {
        "kind": "run",
        "id": f"run-{on}",
        "distance_km": round(done.run_min / runner.pace + done.walk_min / WALKING_PACE, 2),
        "duration_min": done.run_min + done.walk_min,
        "run_min": done.run_min,
        "stage": done.stage,
        "rpe": HARD_RPE if done.intensity == HARD else EASY_RPE,
        "pain_during": hurt,
        "limp": True if lived.limp else None,
    }
    return _told(run | shared)


def evening(runner: Runner, lived: Lived, luck: Draws) -> Iterator[Entry]:
    """The session with its answer an hour later, the day's pain, a weekly look at the red flags."""
    on = date_of(lived.day)
    session = session_entry(runner, lived, luck)
    masked = luck.painkiller < runner.painkillers and lived.pain_daily >= 1
    if session is not None:
        yield session
        if luck.logs_evening < runner.logging.evening:
            check = {"kind": "check_in", "id": f"after-{on}", "at": f"{on}T19:45", "about": session["id"]}
            yield _told(check | {"pain_1h": lived.pain_after, "painkiller_24h": masked or None})
    told = runner.logging.daily * (1.0 if lived.pain_daily else 0.5)
    if luck.logs_daily < told:
        yield _pain(runner, on, "daily", lived.pain_daily, f"{on}T21:00", painkiller=masked)
    if lived.flare_up and runner.tissue.signs and luck.logs_evening < runner.logging.evening:
        signs = [*runner.tissue.signs, *(["limp"] if lived.limp else [])]
        yield _pain(runner, on, "daily", max(1, lived.pain_daily), f"{on}T21:30", kind="sign") | {"signs": signs}
    if lived.pain_night and luck.logs_daily < runner.logging.daily:
        yield _pain(runner, on, "night", lived.pain_night, f"{on}T23:00")
    if lived.day % 7 == 6 and luck.logs_sleep < runner.logging.sleep:
        yield {"kind": "screen", "id": f"screen-{on}", "on": f"{on}T20:00", "signs": []}


def morning(runner: Runner, day: int, points: int, about: str | None, luck: Draws) -> Iterator[Entry]:
    """The night's sleep and the morning's score; `about`: the session of the day before, where it was written down."""
    on = date_of(day)
    if luck.logs_sleep < runner.logging.sleep:
        hours = round(runner.sleep_h + SLEEP_STRAYS_H * stray(luck.sleep), 1)
        yield {"kind": "sleep", "id": f"sleep-{on}", "night_of": f"{on - timedelta(days=1)}", "asleep_h": hours}
    cares = 1.0 if runner.condition.hurt or points or about else PAINLESS
    if luck.logs_morning < runner.logging.morning * cares:
        if about:
            at = f"{on}T06:40"
            yield {"kind": "check_in", "id": f"morning-{on}", "at": at, "about": about, "pain_morning": points}
        else:
            during = "first_steps" if runner.tissue.first_steps else "next_morning"
            yield _pain(runner, on, during, points, f"{on}T06:40")


def past(runner: Runner) -> list[Entry]:
    """The weeks before the first day: usual runs, then what hurt, and mornings since."""
    entries: list[Entry] = []
    onset = -runner.ailing_days if runner.condition.hurt else 0
    for day in range(-7 * PAST_WEEKS, 0):
        if day % 7 in runner.run_days and (day <= onset or not runner.condition.hurt or _still_runs(runner)):
            entries.append(_past_run(runner, day, onset))
        if runner.condition.hurt and day > onset and day % 3 == 0:
            tissue = runner.tissue
            during = "first_steps" if tissue.first_steps else "next_morning"
            points = score(tissue.morning * (_damage_on(runner, day) - tissue.silent), tissue, 0, 0)
            entries.append(_pain(runner, date_of(day), during, points, f"{date_of(day)}T07:00"))
    return entries


def _damage_on(runner: Runner, day: int) -> float:
    """Damage on a day before the first: rest has healed it since, running on has kept it as it was."""
    damage = runner.start.damage
    for _ in range(0 if _still_runs(runner) else -day):
        damage = min(WORST, damage / (1 - runner.tissue.heals))
    return damage


def _still_runs(runner: Runner) -> bool:
    return runner.ran_on and runner.tissue_name != "bone"


def _past_run(runner: Runner, day: int, onset: int) -> Entry:
    """A run of the past; the last three before pain began, and those since, hurt."""
    minutes = runner.usual_min / 2 if runner.condition.hurt and day > onset else runner.usual_min
    hurts = runner.condition.hurt and day > onset - 7
    tissue = runner.tissue
    near = felt(replace(runner.start, damage=_damage_on(runner, day)), tissue, minutes / 2)
    points = score(near.run, tissue, 0, 0) if hurts else 0
    entry: Entry = {
        "kind": "run",
        "id": f"run-{date_of(day)}",
        "at": f"{date_of(day)}T18:00",
        "distance_km": round(minutes / runner.pace, 2),
        "duration_min": minutes,
        "rpe": EASY_RPE,
        "pain_during": points,
    }
    return entry | ({"site": tissue.site, "side": runner.side} if hurts else {})


def profile_of(runner: Runner) -> dict[str, Any]:
    """The profile on the first day, with the diagnosis that the runner comes with."""
    profile = dict(runner.profile)
    if runner.condition.diagnosis:
        since = date_of(-runner.ailing_days).isoformat()
        named = {"condition": runner.condition.diagnosis, "side": runner.side, "since": since}
        profile["diagnoses"] = [named | {"given_by_clinician": True}]
    return profile


def planned_session(item: Entry) -> Session:
    """What an item of the plan asks for: a run with its walks, or a walk."""
    dose = item["dose"]
    if item["kind"] == "walk":
        return Session(0.0, walk_min=float(item["minutes"]), item=item["id"])
    run_min = float(dose["run_min"])
    longest = max((s["run_min"] * (1 if s["walk_min"] else s["times"]) for s in dose["segments"]), default=run_min)
    pain_max = int(dose.get("pain_max", UNBEARABLE - 1))
    walk_min = item["minutes"] - run_min
    return Session(run_min, walk_min, float(longest), pain_max, item["id"], dose.get("stage"))


def _pain(
    runner: Runner, on: date, during: str, points: int, at: str, *, kind: str = "pain", painkiller: bool = False
) -> Entry:
    entry = {
        "kind": "pain",
        "id": f"{kind}-{during}-{on}",
        "at": at,
        "site": runner.tissue.site,
        "side": runner.side,
        "score": points,
        "during": during,
    }
    return entry | ({"painkiller_24h": True} if painkiller else {})


def _told(entry: Entry) -> Entry:
    return {key: value for key, value in entry.items() if value is not None}
