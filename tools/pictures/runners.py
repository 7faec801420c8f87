"""The runners on the pictures: each a data folder, written by the desk as the app writes it."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from planner.demo import SHIN, fill
from planner.desk import Desk
from planner.ui.model import NOTICE_READ

TODAY = date(2026, 11, 24)
NINE = datetime.combine(TODAY, time(9), UTC)
RUN = "2026-11-24/run/1"
ADULT = {
    "birth_year": 1990, "sex": "male", "experience": "experienced", "usual_week_km": 40,
    "run_days": ["tue", "thu", "sat", "sun"],
}  # fmt: skip
LIMIT = {"kind": "max_run_min", "value": 25, "by": "physio", "note": "MTSS"}
RUNS_BACK_DAYS = 72
RUNS_ON = (1, 3, 5, 6)
LONG_ON = 6


def desk_in(folder: Path, now: datetime = NINE) -> Desk:
    return Desk(folder, clock=lambda: now, today=now.date())


def _returning(desk: Desk) -> None:
    fill(desk)


def _new(_desk: Desk) -> None:
    """Nobody yet."""


def _seen(desk: Desk) -> None:
    """Somebody who looked at the plan a week ago too."""
    desk_in(desk.folder, NINE - timedelta(weeks=1)).plan()
    fill(desk)


def _blank(desk: Desk) -> None:
    """The questions are answered, and nothing was logged."""
    desk.change_runner(ADULT)


def _ran(pain: int) -> Callable[[Desk], None]:
    def write(desk: Desk) -> None:
        fill(desk)
        felt = {"pain_during": pain, "pain_1h": pain, "limp": False}
        desk.log(
            {"kind": "run", "at": "2026-11-23T18:00", "duration_min": 25, "run_min": 20, "stage": "5", **felt, **SHIN}
        )

    return write


def _after(desk: Desk) -> None:
    """Just back from today's run."""
    fill(desk)
    desk.plan()
    desk.log({"kind": "pain", "score": 0, "during": "next_morning", **SHIN})
    desk.log({"kind": "run", "item": RUN, "at": "2026-11-24T08:00", "duration_min": 25, "run_min": 20, "stage": "5",
              "pain_during": 1, **SHIN})  # fmt: skip


def _done(desk: Desk) -> None:
    """Everything of today is done."""
    _after(desk)
    for item in desk.day()["items"]:
        if not item.get("outcome"):
            desk.tick(item["id"])


def _flagged(desk: Desk) -> None:
    fill(desk)
    desk.log({"kind": "pain", "score": 4, "during": "daily", "signs": ["focal_bone_spot"], **SHIN})


def _paused(why: str) -> Callable[[Desk], None]:
    def write(desk: Desk) -> None:
        fill(desk)
        desk.log({"kind": "pause", "from": "2026-11-23", "to": "2026-11-27", "why": why})

    return write


def _fit(desk: Desk) -> None:
    """Nothing hurts, and there is a goal."""
    desk.change_runner({**ADULT, "goal": {"kind": "distance", "distance_km": 21.1, "by": "2027-03-14"}})
    days = [TODAY - timedelta(days=n) for n in range(1, RUNS_BACK_DAYS)]
    nights = [{"kind": "sleep", "night_of": day.isoformat(), "asleep_h": 7.5, "quality": 4} for day in days]
    runs = [_easy(day) for day in days if day.weekday() in RUNS_ON]
    desk.log_all([*nights, *runs])


def _easy(day: date) -> dict[str, object]:
    km = 13 if day.weekday() == LONG_ON else 8
    felt = {"pain_during": 0, "rpe": 4, "warm_up": True, "cool_down": True}
    return {"kind": "run", "at": f"{day}T18:00", "distance_km": km, "duration_min": km * 6, **felt}


def _in_miles(desk: Desk) -> None:
    desk.change_runner({"units": "imperial"})
    fill(desk)


def _full(desk: Desk) -> None:
    """Something of every kind, and the word of a clinician."""
    fill(desk)
    desk.change_runner({"clinician_limits": [LIMIT], "health": ["varicose_veins"], "birth_year": 1988})
    desk.change_runner({"usual_week_km": 28}, note="28 km")
    desk.log_all([
        {"kind": "test", "test": "heel_raise", "side": "left", "reps": 22, "pain": 1, "at": "2026-11-23T19:00"},
        {"kind": "pain", "site": "knee_front", "side": "right", "score": 2, "during": "daily", "at": "2026-11-23T20:00"},
        {"kind": "pause", "from": "2026-11-21", "to": "2026-11-21", "why": "holiday"},
        {"kind": "walk", "at": "2026-11-22T12:00", "duration_min": 40, "pain_during": 0},
        {"kind": "screen", "signs": [], "at": "2026-11-22T09:00"},
        {"kind": "clearance", "by": "sports_physician", "clears": ["bone_stress_suspected"], "outcome": "excluded",
         "on": "2026-11-20", **SHIN},
    ])  # fmt: skip
    desk.plan()
    desk.back_up()


RUNNERS: dict[str, Callable[[Desk], None]] = {
    "new": _new, "blank": _blank, "returning": _returning, "seen": _seen, "amber": _ran(2), "red": _ran(3), "after": _after,
    "done": _done, "flagged": _flagged, "holiday": _paused("holiday"), "ill": _paused("illness"), "fit": _fit,
    "miles": _in_miles, "full": _full, "put_aside": _blank,
}  # fmt: skip


def write_runner(name: str, language: str, folder: Path) -> Path:
    """Writes that runner into a new folder."""
    folder.mkdir(parents=True)
    if name == "new":
        return folder
    desk = desk_in(folder)
    desk.change_runner({"language": language})
    RUNNERS[name](desk)
    (folder / "app.json").write_text(json.dumps({NOTICE_READ: TODAY.isoformat()}), encoding="utf-8")
    if name == "put_aside":
        (folder / "journal.json").write_text("{ this was a journal", encoding="utf-8")
    return folder
