"""The items around each run and walk: warm-up, the session, cool-down and the questions after it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time, timedelta
from typing import Any

from planner.assess import Reason
from planner.schedule.exercises import Body, body_of, routine_exercises, rows_of, walked
from planner.schedule.hints import hints
from planner.schedule.items import Item, clock, minutes_later
from planner.schedule.running import Slot
from planner.schedule.week import Week

_LATEST_END_MIN = 20 * 60
_EARLIEST_CHOSEN_MIN, _LATEST_CHOSEN_MIN = 4 * 60, 22 * 60


def session_items(week: Week, slots: Sequence[Slot]) -> Iterator[Item]:
    """All items of the week's runs and walks."""
    told = hints(week, [slot for slot in slots if slot.kind == "run"])
    for slot in slots:
        if slot.kind == "run":
            yield from _run_items(week, slot, told.get(slot.day))
        else:
            yield _walk_item(week, slot)
        yield _question_after(week, slot)


def _start(week: Week, slot: Slot) -> time:
    """The hour that the runner chose, else the usual one; earlier for a session that would end late."""
    chosen = week.run_at(slot.day)
    usual = chosen or clock(week.book.practices["run"].at)
    begin = usual.hour * 60 + usual.minute
    first, last = (_EARLIEST_CHOSEN_MIN, _LATEST_CHOSEN_MIN) if chosen else (6 * 60 + 30, _LATEST_END_MIN)
    return minutes_later(time(0), max(first, min(begin, last - slot.minutes)))


def _run_items(week: Week, slot: Slot, hint: Reason | None) -> Iterator[Item]:
    start, body = _start(week, slot), body_of(week, slot.day, slot.stage)
    yield _around(week, slot, body, "warm_up", minutes_later(start, -week.book.routines["warm_up"].minutes))
    dose = _run_dose(week, slot)
    if hint is not None:
        dose["hint"] = hint.rule.removeprefix("hint.")
    yield Item(slot.day, "run", start, slot.minutes, dose, slot.reasons if hint is None else (*slot.reasons, hint))
    yield _around(week, slot, body, "cool_down", minutes_later(start, slot.minutes))


def _around(week: Week, slot: Slot, body: Body, kind: str, at: time) -> Item:
    """The warm-up before a run, or the cool-down after it."""
    routine = week.book.routines[kind]
    chosen = routine_exercises(routine, body)
    basis = routine.basis_of("minutes")
    why = Reason(f"session.{kind}", basis.source, basis.strength)
    dose = {"exercises": list(chosen.doses), "walk_min": walked(chosen.doses)}
    return Item(slot.day, kind, at, routine.minutes, dose, (why, *chosen.reasons), f"{slot.day}/run")


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
    return {**dose, **slot.dose}


def stop_at(week: Week, day: date) -> int | None:
    """The highest score that lets a run go on: the strictest row's green, or the clinician's."""
    limits = [week.book.rows[row].during[0] for row in rows_of(week)]
    limits += [int(str(limit.value)) for limit in week.limit(day, "max_pain")]
    return min(limits, default=None)


def stop_score(week: Week, day: date) -> int:
    """As `stop_at`; where nothing was known to hurt, that of the strictest row, for pain that is new has no name."""
    known = stop_at(week, day)
    return min(row.during[0] for row in week.book.rows.values()) if known is None else known


def _walk_item(week: Week, slot: Slot) -> Item:
    dose: dict[str, Any] = {
        "segments": [{"times": s.times, "run_min": s.run_min, "walk_min": s.walk_min} for s in slot.segments]
    }
    if slot.stage is not None:
        dose["stage"] = slot.stage
    return Item(slot.day, "walk", _start(week, slot), slot.minutes, {**dose, **slot.dose}, slot.reasons)


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
        if about is None and logged is None:
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
    walks = [w for w in week.walks_on(day) if ladder or w.item]
    return walks[-1].id if walks else None


def _item_of(week: Week, entry: str) -> str | None:
    """The issued item that a run or walk logged today was for."""
    sessions = (*week.runs_on(week.today), *week.walks_on(week.today))
    item = next((s.item for s in sessions if s.id == entry), None)
    return item if item in week.outcomes else None


def _morning(week: Week, day: date, rule: str, dose: Mapping[str, Any], about: str | None, logged: str | None) -> Item:
    ask = week.book.practices["check_in"]
    at = max(week.runner.wake or clock(ask.at), time(4))
    why = Reason(rule, ask.source, ask.strength, {}, (logged,) if logged else ())
    return Item(day, "check_in", at, ask.minutes, dose, (why,), about, logged)
