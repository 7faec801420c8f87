"""What could be done on one day: the run that fits it, or a walk."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from planner.assess import Reason
from planner.protocols import Intervals
from planner.schedule.caps import day_caps, intervals, km_of, minutes_within_km, reason, reserve, room, stage_cap
from planner.schedule.hard_easy import after_hard
from planner.schedule.now import eased, stage_now
from planner.schedule.repeats import stage_told
from planner.schedule.slots import Frame, Slot, open_days
from planner.schedule.target import Target
from planner.schedule.week import Cap, Week

LEAST_WALK_MIN = 10


def options(frame: Frame, share: int | None) -> dict[date, list[Slot]]:
    """For each open day its run, of at most `share` minutes; for a runner off the ladder also its longer run."""
    options: dict[date, list[Slot]] = {}
    for day in open_days(frame):
        if is_sore(frame.week, day):
            continue
        caps = caps_on(frame, day)
        if share is not None:
            caps.append(Cap("load.share", share, reason(frame.week, "load.share", minutes=share)))
        want = frame.want
        if want is None or _held_below_nine(frame.week, day):
            slot = _stage_run(frame, day, caps)
            slots = [slot] if slot else []
        else:
            easy = after_hard(frame.week, day, want.base_min) if want.long_min > want.base_min else None
            lengths = (
                [want.base_min]
                if easy is not None or want.long_min <= want.base_min
                else [want.base_min, want.long_min]
            )
            made = [_free_run(frame, want, day, minutes, caps) for minutes in lengths]
            told = (easy.reason,) if easy is not None else ()
            slots = [replace(slot, reasons=(*slot.reasons, *told)) for slot in made if slot is not None]
        if slots:
            options[day] = slots
    return options


def caps_on(frame: Frame, day: date) -> list[Cap]:
    """Every cap on a run of that day."""
    caps = [*frame.caps, *day_caps(frame.week, day)]
    if frame.want is not None and (now := eased(frame.week, day, frame.want.base_min)) is not None:
        caps.append(now)
    if frame.bounds is not None:
        longest = int(frame.bounds.longest)
        caps.append(Cap("ladder.bounds", longest, reason(frame.week, "ladder.bounds_minutes", minutes=longest)))
    return caps


def _held_below_nine(week: Week, day: date) -> bool:
    """Tell whether someone past the ladder is held to one of its stages on that day."""
    return week.assessment.standing.stage == "9" and stage_cap(week, day)[0] != "9"


def is_sore(week: Week, day: date) -> bool:
    """Tell whether soreness is still too much for a run on that day: it lasts four days."""
    sore = week.assessment.sore
    return sore is not None and (day - sore.finding.day).days * 24 < week.book.caps.soreness_end_h


def _stage_run(frame: Frame, day: date, caps: Sequence[Cap]) -> Slot | None:
    """Of all stages up to the current one and their repeats, the one with most running minutes that fits."""
    week = frame.week
    ladder, bone = week.book.ladder, week.assessment.standing.column == "bone"
    cap = _lowest(caps)
    stage, why = stage_cap(week, day)
    stage, now = stage_now(week, day, stage)
    space = room(week, day)
    best: tuple[float, str, Intervals] | None = None
    for one in ladder.stages[1 : ladder.place(stage) + 1]:
        if one.id == "9" or (one.bone_only and not bone):
            continue
        full = one.intervals(bone=bone)
        for times in range(1, full.times + 1):
            fit = Intervals(full.run_min, full.walk_min, times)
            whole = fit.total_min == round(fit.total_min)
            fits = whole and fit.total_run_min <= cap and fit.total_min <= space
            if fits and (best is None or fit.total_run_min > best[0]):
                best = (fit.total_run_min, one.id, fit)
    if best is None or best[0] < ladder.least_run_min:
        return None
    reasons = [stage_told(week, best[1], best[0]), *why, *now, *_binding(week, day, stage, best[0], caps)]
    return Slot(day, "run", best[0], (best[2],), best[1], None, tuple(reasons))


def _binding(week: Week, day: date, stage: str, run_min: float, caps: Sequence[Cap]) -> list[Reason]:
    """What made a session smaller than its stage."""
    full = intervals(week, stage)
    if run_min >= full.total_run_min:
        return []
    bound = [cap.reason for cap in caps if cap.minutes < full.total_run_min]
    if full.total_min > room(week, day):
        bound.append(
            reason(week, "fit.minutes", minutes=week.minutes(day), needed=round(full.total_min) + reserve(week))
        )
    return bound


def _free_run(frame: Frame, want: Target, day: date, minutes: int, caps: Sequence[Cap]) -> Slot | None:
    """A continuous run of so many minutes, or of what the day and the caps leave."""
    week = frame.week
    run_min = int(min(minutes, _lowest(caps), room(week, day), minutes_within_km(week)))
    if run_min < week.book.ladder.least_run_min:
        return None
    bound = [c.reason for c in caps if c.minutes < minutes]
    if room(week, day) < minutes:
        bound.append(reason(week, "fit.minutes", minutes=week.minutes(day), needed=minutes + reserve(week)))
    grown = want.long_reasons if minutes > want.base_min and run_min == minutes else ()
    stage = "9" if week.assessment.standing.stage == "9" else None
    dose: dict[str, object] = {}
    if want.raised is not None and want.raised.variable is not None:
        dose["raised"] = want.raised.variable
    if want.raised is not None and not want.raised.allows("hills"):
        dose["hills"] = False
    slot = Slot(day, "run", 0.0, (), stage, None, (*want.reasons, *grown, *bound), dose)
    return of_minutes(week, slot, run_min)


def of_minutes(week: Week, slot: Slot, run_min: int) -> Slot:
    """The same continuous run, of so many minutes."""
    segments = (Intervals(float(run_min), 0.0, 1),)
    return replace(slot, run_min=run_min, segments=segments, distance_km=km_of(week, run_min))


def _lowest(caps: Sequence[Cap]) -> float:
    return min((float(cap.minutes) for cap in caps), default=10_000.0)


def walk(week: Week, day: date, why: Reason) -> Slot | None:
    """A brisk walk of full length, or as long as the day allows; None where that is too short or was walked already."""
    if day == week.today and week.walks_on(day):
        return None
    left = week.minutes(day) - (week.used(day) if day == week.today else 0)
    minutes = min(week.book.ladder.walk_min, int(left))
    if minutes < LEAST_WALK_MIN:
        return None
    segment = Intervals(0.0, float(minutes), 1)
    return Slot(day, "walk", 0.0, (segment,), week.assessment.standing.stage, None, (why,))
