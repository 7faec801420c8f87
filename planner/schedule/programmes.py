"""Which strength programmes a runner follows, how far done sessions have carried them, and what a session holds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import zip_longest
from typing import Any, cast

from planner.assess import Light, Reason
from planner.journal import Done, Exercise, Limit
from planner.journal.issued import IssuedItem
from planner.protocols import Prescribed, Programme
from planner.schedule.exercises import Body, Cause, body_of, left_out, ways, why_left_out
from planner.schedule.limited import limited
from planner.schedule.week import Week


@dataclass(frozen=True, slots=True)
class Tick:
    """What the runner said of an issued strength session."""

    day: date
    item: IssuedItem
    outcome: str
    why: str | None

    def level(self, programme: str) -> int | None:
        """The sessions of a programme that its dose rested on; None where it had none of it."""
        progress = self._dose.get("progress")
        level = cast("Mapping[str, Any]", progress).get(programme) if isinstance(progress, Mapping) else None
        return level if isinstance(level, int) else None

    @property
    def held(self) -> bool:
        """Tell whether the session was issued while the dose was held: it earns nothing."""
        return bool(self._dose.get("held"))

    @property
    def _dose(self) -> Mapping[str, Any]:
        return cast("Mapping[str, Any]", self.item.json.get("dose", {}))


@dataclass(frozen=True, slots=True)
class Session:
    """A strength session. `progress`: done sessions by programme; `calf`: heavy for the calf; `days`: how many a week."""

    programme: Programme
    minutes: int
    doses: tuple[Mapping[str, Any], ...]
    progress: Mapping[str, int]
    held: bool
    calf: bool
    reasons: tuple[Reason, ...]
    days: int


def ticks(week: Week) -> tuple[Tick, ...]:
    """The last word on each issued strength session since the last long gap, oldest first."""
    items = week.history.items()
    gap = timedelta(days=week.book.training.restart_after_days)
    last: dict[str, Done] = {}
    earliest = week.today
    for done in reversed(week.journal.dones):
        if last and earliest - done.at.date() >= gap:
            break
        item = items.get(done.item or "")
        if item is not None and item.kind == "strength" and done.outcome != "moved":
            last.setdefault(item.id, done)
            earliest = done.at.date()
    told = [Tick(done.at.date(), items[key], done.outcome, done.why) for key, done in last.items()]
    return tuple(sorted(told, key=lambda tick: (tick.day, tick.item.id)))


def strength_days(week: Week, told: Sequence[Tick]) -> frozenset[date]:
    """Days with strength that can't be planned any more: done, or issued between today and the week."""
    done = {tick.day for tick in told if tick.outcome == "done"}
    between = (week.today + timedelta(days=n) for n in range((week.start - week.today).days))
    return frozenset(done | {day for day in between if week.was_issued("strength", day)})


def sessions(week: Week, told: Sequence[Tick]) -> dict[date, Session]:
    """The strength session that each open day would hold."""
    made: dict[tuple[Body, tuple[Limit, ...]], Session] = {}
    found: dict[date, Session] = {}
    for day in week.open_days:
        body, limits = body_of(week, day, week.assessment.standing.stage), week.limit(day, "exercises")
        if (body, limits) not in made:
            made[body, limits] = _session(week, body, limits, told)
        found[day] = made[body, limits]
    return found


def _session(week: Week, body: Body, limits: Sequence[Limit], told: Sequence[Tick]) -> Session:
    programmes = list(_programmes(week))
    if chosen := _chosen(limits):
        return _theirs(week, programmes[0], limits[0], chosen)
    hold = _hold(week, told)
    levels = {one.id: _earned(week, told, one.id, held=hold is not None) for one in programmes}
    wanted = [[(one, prescribed) for prescribed in one.phase(levels[one.id]).exercises] for one in programmes]
    kept: dict[str, Prescribed] = {}
    causes: dict[str, Cause] = {}
    for programme, one in (pair for row in zip_longest(*wanted) for pair in row if pair is not None):
        fit = week.book.training.exercises[one.id]
        cause = why_left_out(fit, body)
        if cause is not None:
            causes[one.id] = cause
        elif one.id not in kept and len(kept) < week.book.training.most_exercises:
            kept[one.id] = week.book.training.dose(programme, one, levels[programme.id])
    doses = tuple(_told(week, one, body) for one in kept.values())
    reasons = (
        *_why(week, programmes, levels), *((hold,) if hold is not None else ()), *left_out(causes.items()),
    )  # fmt: skip
    calf = any(week.book.training.exercises[key].calf for key in kept)
    minutes = week.book.training.minutes(programmes[0], len(kept), len(wanted[0]))
    days = programmes[0].days_a_week
    return Session(programmes[0], minutes, doses, levels, hold is not None, calf, reasons, days)


def _chosen(limits: Sequence[Limit]) -> tuple[Exercise, ...]:
    values = (limit.value for limit in limits if isinstance(limit.value, tuple))
    return tuple(one for value in values for one in value if isinstance(one, Exercise))


def _theirs(week: Week, programme: Programme, limit: Limit, chosen: Sequence[Exercise]) -> Session:
    """The session that a clinician chose, with their doses, on as many days as they said."""
    shapes = ("sets", "reps", "seconds", "load_kg")
    doses = tuple(
        {"id": one.id, "impact": False, **{key: getattr(one, key) for key in shapes if getattr(one, key) is not None}}
        for one in chosen
    )
    known = (week.book.training.exercises.get(one.id) for one in chosen)
    calf = any(one is not None and one.calf for one in known)
    days = min((one.per_week for one in chosen if one.per_week is not None), default=programme.days_a_week)
    return Session(programme, programme.minutes, doses, {}, held=False, calf=calf, reasons=(limited(limit),), days=days)


def _programmes(week: Week) -> Iterator[Programme]:
    """The programme of each diagnosis by a clinician and of each complaint without one, the strictest first."""
    a, book = week.assessment, week.book
    given = [(d.condition, None) for d in a.diagnoses if d.given_by_clinician or d.condition == "bone_stress"]
    where = [(row, site) for row, site in (*given, *((c.row, c.site) for c in a.complaints)) if row in book.rows]
    found: dict[str, Programme] = {}
    for row, site in sorted(where, key=lambda pair: (book.rows[pair[0]].strictness, pair[1] or "")):
        fits = (p for p in book.training.programmes if row in p.rows and (not p.sites or site in p.sites))
        programme = next(fits, None)
        if programme is not None:
            found[programme.id] = programme
    yield from found.values() or (book.training.base,)


def _told(week: Week, one: Prescribed, body: Body) -> Mapping[str, Any]:
    dose: dict[str, Any] = {"id": one.id, **ways(week.book.training.exercises[one.id], body)}
    shapes = {key: getattr(one, key) for key in ("sets", "reps", "seconds")}
    dose.update({key: value for key, value in shapes.items() if value is not None})
    return {**dose, "hints": list(one.hints)} if one.hints else dose


def _hold(week: Week, told: Sequence[Tick]) -> Reason | None:
    """Why the dose doesn't grow now: the light, or a session skipped for pain since the last that was done."""
    light = week.assessment.light
    if light is not Light.GREEN:
        return Reason("strength.hold_light", "decisions", "D", {"light": light.word}, (), "lifts.pain")
    if told and told[-1].outcome == "skipped" and told[-1].why == "pain":
        return Reason("strength.hold_skipped", "decisions", "D", {"day": told[-1].day}, (), "lifts.strength_done")
    return None


def _earned(week: Week, told: Sequence[Tick], programme: str, *, held: bool) -> int:
    """Done sessions of a programme, one a day, since the last long gap; while held no more than last time."""
    gap = timedelta(days=week.book.training.restart_after_days)
    counted: dict[date, bool] = {}
    last, level = date.min, 0
    for tick in told:
        rested_on = tick.level(programme)
        if tick.outcome != "done" or rested_on is None:
            continue
        if tick.day - last >= gap:
            counted.clear()
        last, level = tick.day, rested_on
        counted[tick.day] = tick.held
    if week.today - last >= gap:
        return 0
    earned = sum(not was_held for was_held in counted.values())
    return min(earned, level) if held else earned


def _why(week: Week, programmes: Sequence[Programme], levels: Mapping[str, int]) -> Iterator[Reason]:
    for one in programmes:
        params = {"n": one.days_a_week, "done": levels[one.id]}
        if one is week.book.training.base:
            yield Reason("strength.twice", one.source, one.strength, params)
        else:
            yield Reason(f"strength.for_{one.id}", one.source, one.strength, params)
