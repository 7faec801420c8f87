"""Shoes, cadence and surface: at most one hint on a run, each at most once a week, the first of the list first."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dateutil.relativedelta import relativedelta

from planner.assess import Reason
from planner.assess.past import since
from planner.journal import Run
from planner.protocols import Hint
from planner.schedule.exercises import Body, body_of
from planner.schedule.slots import Slot
from planner.schedule.week import Week


@dataclass(frozen=True, slots=True)
class _Seen:
    """What hints look at: the week, the runner's body, and the runs up to today that name a shoe, oldest first."""

    week: Week
    body: Body
    shod: Sequence[Run]

    def lately(self, days: int) -> Sequence[Run]:
        """The runs with a shoe of the last days."""
        return since(self.shod, _start_of(self.week.today - timedelta(days=days - 1)))


def hints(week: Week, runs: Sequence[Slot]) -> Mapping[date, Reason]:
    """The hint of each run, by its day."""
    if not runs:
        return {}
    seen = _Seen(week, body_of(week, runs[0].day, runs[0].stage), [run for run in week.journal.runs if run.shoe])
    asked = ((_ASK[key](seen, hint)) for key, hint in week.book.hints.items())
    found = [reason for reason in asked if reason is not None]
    return {slot.day: reason for slot, reason in zip(runs, found, strict=False)}


def _start_of(day: date) -> datetime:
    return datetime.combine(day, time.min)


def _concerns(seen: _Seen, hint: Hint) -> bool:
    """Tell whether a row or site of the runner asks for the hint, and none keeps it away."""
    rows = set(seen.body.rows)
    return bool(rows & set(hint.rows) or set(seen.body.sites) & set(hint.sites)) and not rows & set(hint.not_with)


def _sand(seen: _Seen, hint: Hint) -> Reason | None:
    lately = since(seen.week.journal.runs, _start_of(seen.week.today - timedelta(days=hint.days - 1)))
    sandy = [run.id for run in lately if run.surface in hint.surfaces]
    if not sandy or not _concerns(seen, hint):
        return None
    return Reason("hint.surface_sand", hint.source, hint.strength, {"n": len(sandy)}, tuple(sandy[-3:]))


def _even(seen: _Seen, hint: Hint) -> Reason | None:
    if not _concerns(seen, hint):
        return None
    known = next((surface for surface in hint.surfaces if surface in seen.week.runner.surfaces), None)
    if known is None:
        return Reason("hint.surface_even", hint.source, hint.strength)
    return Reason("hint.surface_known", hint.source, hint.strength, {"surface": known})


def _mileage(seen: _Seen, hint: Hint) -> Reason | None:
    worn = dict.fromkeys(run.shoe for run in reversed(seen.lately(hint.days)))
    far = {shoe: sum(run.distance_km or 0 for run in seen.shod if run.shoe == shoe) for shoe in worn}
    shoe = max((shoe for shoe in far if far[shoe] >= hint.km), key=lambda shoe: far[shoe], default=None)
    if shoe is None:
        return None
    params = {"shoe": shoe, "km": round(far[shoe]), "most_km": hint.km}
    return Reason("hint.shoe_mileage", hint.source, hint.strength, params, _last(seen, shoe))


def _age(seen: _Seen, hint: Hint) -> Reason | None:
    old = seen.week.today - relativedelta(months=hint.months)
    first: dict[str | None, date] = {}
    for run in seen.shod:
        first.setdefault(run.shoe, run.at.date())
    shoe = next((run.shoe for run in reversed(seen.lately(hint.days)) if first[run.shoe] <= old), None)
    if shoe is None:
        return None
    params = {"shoe": shoe, "months": hint.months, "day": first[shoe]}
    return Reason("hint.shoe_age", hint.source, hint.strength, params, _last(seen, shoe))


def _new(seen: _Seen, hint: Hint) -> Reason | None:
    """A pair first worn lately, beside others, that took more than its share of the last seven days."""
    fresh = seen.week.today - timedelta(days=hint.days)
    before = {run.shoe for run in seen.shod if run.at.date() <= fresh}
    week = seen.lately(7)
    km = sum(run.distance_km or 0 for run in week)
    for shoe in dict.fromkeys(run.shoe for run in reversed(week)):
        mine = sum(run.distance_km or 0 for run in week if run.shoe == shoe)
        if before and shoe not in before and mine > hint.share * km:
            params = {"shoe": shoe, "percent": round(100 * mine / km), "most": round(100 * hint.share)}
            return Reason("hint.shoe_new", hint.source, hint.strength, params, _last(seen, shoe))
    return None


def _cadence(seen: _Seen, hint: Hint) -> Reason | None:
    if not _concerns(seen, hint):
        return None
    return Reason("hint.cadence", hint.source, hint.strength, {"percent": hint.percent})


def _rotation(seen: _Seen, hint: Hint) -> Reason | None:
    lately = seen.lately(hint.days)
    if len(lately) < hint.runs or len({run.shoe for run in lately}) > 1:
        return None
    shoe = lately[-1].shoe
    return Reason("hint.shoe_rotation", hint.source, hint.strength, {"shoe": shoe, "n": len(lately)}, _last(seen, shoe))


def _last(seen: _Seen, shoe: str | None) -> tuple[str, ...]:
    return tuple(run.id for run in seen.shod if run.shoe == shoe)[-3:]


_ASK: Mapping[str, Callable[[_Seen, Hint], Reason | None]] = {
    "surface_sand": _sand,
    "surface_even": _even,
    "shoe_mileage": _mileage,
    "shoe_age": _age,
    "shoe_new": _new,
    "cadence": _cadence,
    "shoe_rotation": _rotation,
}
