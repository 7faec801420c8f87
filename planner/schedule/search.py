"""The exact search over the days of a week (decisions G.1).

Cost: most running minutes, then fewest runs, then fewest back to back, then what the runner chose or was shown (the day
of the longest run, the days that were issued), then the earliest days. A day that the runner moved a run to is no cost
but a must, where the rules let it be kept.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

from planner.schedule.options import of_minutes, options
from planner.schedule.slots import Frame, Slot
from planner.schedule.week import rests_enough


def search(frame: Frame) -> tuple[Slot, ...]:
    """The best set of runs."""
    free = options(frame, None)
    kept = pins_kept(frame, free)
    best: tuple[tuple[object, ...], tuple[Slot, ...], float] | None = None
    for count in range(max(1, len(kept)), min(frame.runs, len(free)) + 1):
        shared: Mapping[date, list[Slot]] | None = None
        for days in combinations(sorted(free), count):
            if not kept <= set(days) or not days_fit(frame, days):
                continue
            slots: tuple[Slot, ...] | None = _pick(frame, free, days)
            if frame.budget is not None and sum(s.run_min for s in slots) > frame.budget.minutes:
                if any(slot.stage not in {None, "9"} for slot in slots):
                    shared = options(frame, frame.budget.minutes // count) if shared is None else shared
                    slots = _pick(frame, shared, days) if all(day in shared for day in days) else None
                else:
                    slots = _levelled(frame, free, slots, frame.budget.minutes)
            # Most sets run fewer minutes than the best so far: their other costs need no counting
            if slots is not None and (best is None or sum(s.run_min for s in slots) >= best[2]):
                cost = _cost(frame, slots)
                if best is None or cost < best[0]:
                    best = (cost, slots, sum(s.run_min for s in slots))
    return best[1] if best else ()


def pins_kept(frame: Frame, free: Mapping[date, Sequence[Slot]]) -> frozenset[date]:
    """The most of the days that the runner moved runs to that the rules let be kept, the earliest of equals."""
    possible = sorted(day for day in frame.pinned if day in free)
    for count in range(min(len(possible), frame.runs), 0, -1):
        for days in combinations(possible, count):
            if days_fit(frame, days):
                return frozenset(days)
    return frozenset()


def days_fit(frame: Frame, days: Sequence[date]) -> bool:
    """Tell whether runs on these days keep the days between runs, and the rest days."""
    return far_enough(frame, days) and rests_enough(frame.week, frozenset(days))


def far_enough(frame: Frame, days: Sequence[date]) -> bool:
    """Tell whether these days lie far enough apart, and from the runs before the week."""
    week = frame.week
    for n, day in enumerate(days):
        if n and (day - days[n - 1]).days < frame.gap:
            return False
        for back in range(1, frame.gap):
            before = day - timedelta(days=back)
            if before not in days and before < week.open_days[0] and week.expected_run(before):
                return False
            if before == week.today and week.ran_on(before):
                return False
    return True


def _pick(frame: Frame, options: Mapping[date, Sequence[Slot]], days: Sequence[date]) -> tuple[Slot, ...]:
    """Runs of usual length, and one longer: on the day where it gains most, of equals the runner's, else the latest."""
    plain = {day: options[day][0] for day in days}
    wanted = frame.week.runner.long_run_day
    gain, _, longest = max((options[d][-1].run_min - plain[d].run_min, d.weekday() == wanted, d) for d in days)
    if gain > 0:
        plain[longest] = options[longest][-1]
    return tuple(plain[day] for day in days)


def _levelled(
    frame: Frame, options: Mapping[date, Sequence[Slot]], slots: Sequence[Slot], budget: int
) -> tuple[Slot, ...] | None:
    """Runs shortened to fit the week's minutes, the longest first; None where one would be too short to be one."""
    wanted = [int(slot.run_min) for slot in slots]
    level = max(m for m in range(max(wanted) + 1) if sum(min(one, m) for one in wanted) <= budget)
    left = budget - sum(min(one, level) for one in wanted)
    if level < frame.week.book.ladder.least_run_min:
        return None
    fitted: list[Slot] = []
    for slot, minutes in zip(slots, wanted, strict=True):
        fits = min(minutes, level)
        if minutes > level and left > 0:
            fits, left = fits + 1, left - 1
        usual = options[slot.day][0]
        made = of_minutes(frame.week, slot if fits > usual.run_min else usual, fits)
        told = frame.budget.reason if frame.budget is not None and fits < minutes else None
        known = told is None or told in made.reasons
        fitted.append(made if known else replace(made, reasons=(*made.reasons, told)))
    return tuple(fitted)


def _cost(frame: Frame, slots: Sequence[Slot]) -> tuple[object, ...]:
    week = frame.week
    days = [slot.day for slot in slots]
    back_to_back = sum(week.expected_run(day - timedelta(days=1)) or day - timedelta(days=1) in days for day in days)
    return (
        -sum(slot.run_min for slot in slots),
        len(slots),
        back_to_back,
        2 * _long_elsewhere(week.runner.long_run_day, slots) + sum(not week.was_issued("run", day) for day in days),
        tuple(day.toordinal() for day in days),
    )


def _long_elsewhere(wanted: int | None, slots: Sequence[Slot]) -> bool:
    """Tell whether there is a longest run, and it isn't on the day that the runner wants it on."""
    longest = max(slots, key=lambda slot: slot.run_min)
    alike = all(slot.run_min == longest.run_min for slot in slots)
    return wanted is not None and not alike and longest.day.weekday() != wanted
