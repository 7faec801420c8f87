"""What changed against the plan that was issued, for a person: what is news, with its reasons.

News is each session (run, walk, strength, cross-training) that came, went, moved, or became longer or shorter; whom to
see, once, when a flag is named that no day of the last week named; and a recovery item that a health rule or a flag now
keeps out of the whole week. No news: a walk that became a run (the run is), recovery items that are shared out anew (a shower on Sunday instead of Saturday, a
cold pack after an amber score), the reminder of a flag that was told before, and what belongs to a session.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from planner.assess import Reason
from planner.journal.issued import History, IssuedItem
from planner.schedule.clinician import flags_named
from planner.schedule.items import Item

_SESSIONS = frozenset({"run", "walk", "strength", "cross_training"})
_EXTRAS = frozenset(
    {"mobility", "contrast_shower", "leg_elevation", "warm_bath", "cold_pack", "massage", "compression"}
)
_RESTING = frozenset({"rest.flag", "rest.red", "rest.walking_hurts", "rest.bone", "rest.fever", "fit.pause"})
_TOLD_DAYS = 7
_CHANGED = Reason("plan.changed", "decisions", "D")


@dataclass(frozen=True, slots=True)
class Change:
    """One difference to the issued plan; `before` and `after` are None where there was or is nothing."""

    what: str
    item: str
    kind: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class _Plan:
    """The plan as it is now: its items, why a day has no run, and why a kind is left out of the week."""

    items: Sequence[Item]
    why: Mapping[date, Reason]
    left_out: Mapping[str, Reason]

    def has(self, kind: str) -> bool:
        return any(item.kind == kind for item in self.items)

    def reasons(self, kind: str) -> tuple[Reason, ...]:
        """The reasons of the first item of a kind."""
        return next((item.reasons for item in self.items if item.kind == kind), ())


def changes(
    items: Sequence[Item],
    answered: Collection[str],
    history: History,
    days: Sequence[date],
    why: Mapping[date, Reason],
    left_out: Mapping[str, Reason],
) -> tuple[Change, ...]:
    """Compare the open days with what was issued for them.

    `answered`: ids of items that are done or skipped; `why`: why a day has no run; `left_out`: why the week has no more
    of a kind.
    """
    covered = [day for day in days if any(day in plan.days for plan in history.plans)]
    if not covered:
        return ()
    plan = _Plan(items, why, left_out)
    shown = [one for day in covered for one in history.on(day) if one.id not in answered]
    found = [*_sessions(plan, shown, covered), *_extras(plan, shown), *_clinician(plan, shown, history, days[0])]
    return tuple(sorted(found, key=lambda c: (str((c.after or c.before or {}).get("date")), c.item, c.what)))


def _sessions(plan: _Plan, shown: Sequence[IssuedItem], covered: Sequence[date]) -> Iterator[Change]:
    old = {one.id: one for one in shown if one.kind in _SESSIONS}
    new = {item.id: item for item in plan.items if item.kind in _SESSIONS}
    for key, item in new.items():
        change = _difference(old[key], item) if key in old else None
        if change is not None:
            yield change
    come = [item for key, item in new.items() if key not in old and item.day in covered]
    rests = {item.day: item for item in plan.items if item.kind == "rest"}
    for one in (one for key, one in old.items() if key not in new):
        walk = next((item for item in come if item.day == one.date and item.kind == "walk"), None)
        heir = (walk or rests.get(one.date)) if one.kind == "run" else None
        if one.kind == "walk" and any(item.kind == "run" and item.day == one.date for item in come):
            continue
        if heir is not None:
            come = [item for item in come if item is not heir]
            yield Change("eased", one.id, one.kind, _of_issued(one), _of_item(heir), heir.reasons)
        else:
            yield Change("removed", one.id, one.kind, _of_issued(one), None, _reasons_gone(one, plan))
    for item in come:
        yield Change("added", item.id, item.kind, None, _of_item(item), item.reasons)


def _reasons_gone(one: IssuedItem, plan: _Plan) -> tuple[Reason, ...]:
    """Why a session is gone: what keeps its day free, else what the week holds instead."""
    stop = plan.why.get(one.date)
    if stop is not None and (stop.rule in _RESTING or (stop.rule != "fit.run_days" and one.kind in {"run", "walk"})):
        return (stop,)
    if one.kind == "strength":
        return (plan.left_out.get("strength", Reason("plan.enough", "decisions", "D")),)
    if one.kind == "walk" and plan.has("run"):
        return (Reason("plan.runs_again", "decisions", "D"),)
    return plan.reasons(one.kind) or plan.reasons("walk") or (_CHANGED,)


def _extras(plan: _Plan, shown: Sequence[IssuedItem]) -> Iterator[Change]:
    """Recovery items that the week may not hold any more, each kind once."""
    first: dict[str, IssuedItem] = {}
    for one in shown:
        if one.kind in _EXTRAS and not plan.has(one.kind):
            first.setdefault(one.kind, one)
    for kind, one in first.items():
        stop = plan.why.get(one.date)
        flag = stop if stop is not None and stop.rule == "rest.flag" else None
        why = plan.left_out.get(kind, flag)
        if why is not None:
            yield Change("removed", one.id, kind, _of_issued(one), None, (why,))


def _clinician(plan: _Plan, shown: Sequence[IssuedItem], history: History, first: date) -> Iterator[Change]:
    """Whom to see, where a flag is named that wasn't, and the end of it; each once."""
    before = [one for back in range(1, _TOLD_DAYS + 1) for one in history.on(first - timedelta(days=back))]
    told = {flag for one in (*before, *shown) if one.kind == "see_clinician" for flag in flags_named(one)}
    now = [item for item in plan.items if item.kind == "see_clinician"]
    for item in now:
        fresh = {f"flag.{flag}" for flag in item.dose["flags"] if flag not in told}
        if fresh:
            why = tuple(reason for reason in item.reasons if reason.rule in fresh)
            yield Change("added", item.id, item.kind, None, _of_item(item), why)
            return
    was = next((one for one in shown if one.kind == "see_clinician"), None)
    if was is not None and not now and was.json.get("dose", {}).get("urgency") != "routine":
        over = Reason("plan.seen", "decisions", "D")
        yield Change("removed", was.id, was.kind, _of_issued(was), None, (over,))


def _difference(old: IssuedItem, item: Item) -> Change | None:
    before, after = _of_issued(old), _of_item(item)
    amount = (before.get("run_min") or 0, before["minutes"]), (after.get("run_min") or 0, after["minutes"])
    if old.date != item.day:
        what = "moved"
    elif amount[1] < amount[0]:
        what = "eased"
    elif amount[1] > amount[0]:
        what = "extended"
    else:
        return None
    return Change(what, item.id, item.kind, before, after, item.reasons)


def _of_issued(one: IssuedItem) -> dict[str, Any]:
    return _short(one.kind, one.date, str(one.json.get("at", "")), one.json.get("minutes", 0), one.run_min)


def _of_item(item: Item) -> dict[str, Any]:
    return _short(item.kind, item.day, f"{item.at:%H:%M}", item.minutes, item.dose.get("run_min"))


def _short(kind: str, day: date, at: str, minutes: int, run_min: float | None) -> dict[str, Any]:
    short: dict[str, Any] = {"kind": kind, "date": day.isoformat(), "at": at, "minutes": minutes}
    if run_min is not None:
        short["run_min"] = run_min
    return short
