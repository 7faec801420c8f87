"""The items around each run and walk: warm-up, the session, cool-down and the questions after it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time, timedelta
from typing import Any

from planner.assess import Assessment, Light, Reason
from planner.protocols import Exercise, Routine
from planner.schedule.items import Item, clock, minutes_later
from planner.schedule.running import Slot
from planner.schedule.week import Week

_LATEST_END_MIN = 20 * 60


def rows(a: Assessment) -> frozenset[str]:
    """The rows that judge the runner: of diagnoses and of complaints."""
    return frozenset({d.condition for d in a.diagnoses} | {c.row for c in a.complaints})


def impact_allowed(week: Week, stage: str | None) -> bool:
    """Impact exercises: not while a flag holds it, and not before stage 9 with bone stress or unknown bone pain."""
    a = week.assessment
    if a.held in {"all", "impact"} or a.light is not Light.GREEN:
        return False
    return stage in {None, "9"} and a.phase in {"healthy", "rebuild"}


def exercises(week: Week, routine: Routine, stage: str | None) -> list[dict[str, Any]]:
    """The exercises of a routine that suit the runner, with their doses."""
    mine = rows(week.assessment)
    chosen: list[dict[str, Any]] = []
    for exercise in routine.exercises:
        if mine & set(exercise.leave_out_for) or (exercise.needs and exercise.needs not in week.runner.equipment):
            continue
        if exercise.impact and not impact_allowed(week, stage):
            continue
        chosen.append(_dose(exercise, mine))
    return chosen


def _dose(exercise: Exercise, mine: frozenset[str]) -> dict[str, Any]:
    dose: dict[str, Any] = {"id": exercise.id, "impact": exercise.impact}
    for key in ("minutes", "sets", "reps", "seconds", "times"):
        if getattr(exercise, key) is not None:
            dose[key] = getattr(exercise, key)
    if mine & set(exercise.floor_only_for):
        dose["floor_only"] = True
    return dose


def session_items(week: Week, slots: Sequence[Slot]) -> Iterator[Item]:
    """All items of the week's runs and walks."""
    for slot in slots:
        if slot.kind == "run":
            yield from _run_items(week, slot)
        else:
            yield _walk_item(week, slot)
        yield _question_after(week, slot)


def _start(week: Week, slot: Slot) -> time:
    """The usual hour, earlier for a session that would end late."""
    usual = clock(week.book.practices["run"].at)
    begin = usual.hour * 60 + usual.minute
    return minutes_later(time(0), max(6 * 60 + 30, min(begin, _LATEST_END_MIN - slot.minutes)))


def _run_items(week: Week, slot: Slot) -> Iterator[Item]:
    about = f"{slot.day}/run"
    start = _start(week, slot)
    warm, cool = week.book.routines["warm_up"], week.book.routines["cool_down"]
    yield Item(
        slot.day, "warm_up", minutes_later(start, -warm.minutes), warm.minutes,
        {"exercises": exercises(week, warm, slot.stage), "walk_min": warm.walk_min},
        (Reason("session.warm_up", warm.source, warm.strength),), about,
    )  # fmt: skip
    yield Item(slot.day, "run", start, slot.minutes, _run_dose(week, slot), slot.reasons)
    yield Item(
        slot.day, "cool_down", minutes_later(start, slot.minutes), cool.minutes,
        {"exercises": exercises(week, cool, slot.stage), "walk_min": cool.walk_min},
        (Reason("session.cool_down", cool.source, cool.strength),), about,
    )  # fmt: skip


def _run_dose(week: Week, slot: Slot) -> dict[str, Any]:
    ladder, caps = week.book.ladder, week.book.caps
    on_ladder = slot.stage is not None and slot.stage != "9"
    dose: dict[str, Any] = {
        "segments": [{"times": s.times, "run_min": s.run_min, "walk_min": s.walk_min} for s in slot.segments],
        "run_min": slot.run_min,
        "rpe_max": ladder.rpe_max if slot.stage is not None else caps.rpe_max,
    }
    if slot.stage is not None:
        dose["stage"] = slot.stage
    if slot.distance_km and not on_ladder:
        dose["distance_km"] = slot.distance_km
    pain = stop_at(week, slot.day)
    if pain is not None:
        dose["pain_max"] = pain
    if on_ladder or week.limit(slot.day, "no_hills"):
        dose["hills"] = False
    return dose


def stop_at(week: Week, day: date) -> int | None:
    """The highest score that lets a run go on: the strictest row's green, or the clinician's."""
    limits = [week.book.rows[row].during[0] for row in rows(week.assessment) if row in week.book.rows]
    limits += [int(str(limit.value)) for limit in week.limit(day, "max_pain")]
    return min(limits, default=None)


def _walk_item(week: Week, slot: Slot) -> Item:
    dose: dict[str, Any] = {
        "segments": [{"times": s.times, "run_min": s.run_min, "walk_min": s.walk_min} for s in slot.segments]
    }
    if slot.stage is not None:
        dose["stage"] = slot.stage
    return Item(slot.day, "walk", _start(week, slot), slot.minutes, dose, slot.reasons)


def _question_after(week: Week, slot: Slot) -> Item:
    ask = week.book.practices["check_in"]
    end = minutes_later(_start(week, slot), slot.minutes)
    after = week.book.routines["cool_down"].minutes if slot.kind == "run" else 0
    why = Reason("check_in.after", ask.source, ask.strength, {"kind": slot.kind})
    return Item(
        slot.day, "check_in", minutes_later(end, after + ask.after_min), ask.minutes, {"asks": ["pain_during", "pain_1h"]},
        (why,), f"{slot.day}/{slot.kind}",
    )  # fmt: skip


def morning_questions(week: Week, slots: Sequence[Slot]) -> Iterator[Item]:
    """The morning after each run or ladder walk, and each morning while a complaint is watched."""
    asked: set[date] = set()
    for day in week.open_days:
        before = day - timedelta(days=1)
        about = _planned(week, slots, before)
        logged = _logged(week, before)
        if about is None and logged is None and not (day == week.open_days[0] and logged):
            continue
        asked.add(day)
        dose: dict[str, Any] = {"asks": ["pain_morning"]}
        if logged is not None:
            dose["about"] = logged
        yield _morning(week, day, "check_in.morning_after", dose, about, logged)
    if week.assessment.complaints or week.assessment.standing.morning_due:
        for day in week.open_days:
            if day not in asked:
                yield _morning(week, day, "check_in.morning", {"asks": ["pain_morning"]}, None, None)
    logged_today = _logged(week, week.today)
    if week.today in week.open_days and logged_today is not None:
        ask = week.book.practices["check_in"]
        why = Reason("check_in.after", ask.source, ask.strength, {"kind": "run"}, (logged_today,))
        dose = {"asks": ["pain_during", "pain_1h"], "about": logged_today}
        about = _item_of(week, logged_today)
        at = minutes_later(time(0), _LATEST_END_MIN + 15)
        yield Item(week.today, "check_in", at, ask.minutes, dose, (why,), about, logged_today)


def _planned(week: Week, slots: Sequence[Slot], day: date) -> str | None:
    slot = next((s for s in slots if s.day == day), None)
    if slot is not None:
        return f"{slot.day}/{slot.kind}"
    if not week.today <= day < week.open_days[0]:
        return None
    issued = next((item for item in week.history.on(day) if item.kind in {"run", "walk"}), None)
    return issued.id if issued else None


def _logged(week: Week, day: date) -> str | None:
    runs = [s for s in week.assessment.runs if s.day == day and s.told]
    if runs:
        return runs[-1].id
    ladder = week.assessment.standing.stage is not None
    walks = [w for w in week.journal.walks if w.at.date() == day and (ladder or w.item)]
    return walks[-1].id if walks else None


def _item_of(week: Week, entry: str) -> str | None:
    """The issued item that a logged run or walk was for."""
    sessions = (*week.journal.runs, *week.journal.walks)
    item = next((s.item for s in sessions if s.id == entry), None)
    return item if item in week.outcomes else None


def _morning(week: Week, day: date, rule: str, dose: Mapping[str, Any], about: str | None, logged: str | None) -> Item:
    ask = week.book.practices["check_in"]
    at = max(week.runner.wake or clock(ask.at), time(4))
    why = Reason(rule, ask.source, ask.strength, {}, (logged,) if logged else ())
    return Item(day, "check_in", at, ask.minutes, dose, (why,), about, logged)
