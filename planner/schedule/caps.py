"""How much a run may be: the minimum over all caps, each with its reason (decisions C, G, H)."""

from datetime import date, timedelta
from math import ceil, floor

from planner.assess import Judged, Light, Reason, Verdict
from planner.protocols import Intervals
from planner.protocols.basis import Basis
from planner.schedule.limited import limited
from planner.schedule.week import Cap, Week

# The number of plans/caps.toml that a rule rests on, where it isn't the table's own basis.
_NUMBERS = {
    "load.cap": "cap_factor", "load.first_week": "first_week_km", "load.first_week_share": "first_week_km",
    "sleep.short": "sleep_target_h",
}  # fmt: skip


def reason(week: Week, rule: str, entries: tuple[str, ...] = (), lifts: str | None = None, **params: object) -> Reason:
    """A reason of load or ladder, with the source that its rule rests on."""
    caps, ladder, number = week.book.caps, week.book.ladder, _NUMBERS.get(rule)
    by_room = {
        "ladder": Basis(ladder.source, ladder.strength),
        "load": Basis(caps.source, caps.strength),
        "fit": Basis("runner", "D"),
        "move": Basis("runner", "D"),
    }
    basis = caps.basis_of(number) if number else by_room.get(rule.split(".", 1)[0], Basis("decisions", "D"))
    return Reason(rule, basis.source, basis.strength, params, entries, lifts)


def recent(week: Week) -> list[Judged]:
    """The runs of the last 14 days that were not red; an unanswered one counts."""
    first = week.today - timedelta(days=week.book.caps.hold_window_days)
    return [s for s in week.assessment.runs if s.day > first and s.light is not Light.RED and s.told]


def general_caps(week: Week) -> list[Cap]:
    """The caps that hold for every run of the week."""
    found: list[Cap] = []
    a = week.assessment
    longest = max(recent(week), key=lambda s: (s.run_min, s.id), default=None)
    lately = floor(longest.run_min) if longest else 0
    flag = next((f for f in a.flags if f.holds == "progress"), None)
    if flag is not None:
        why = reason(week, "hold.flag", flag.reasons[0].entries, f"lifts.flag.{flag.id}", flag=flag.id, minutes=lately)
        found.append(Cap("hold.flag", lately, why))
    if longest is not None and a.recovery.short_sleep:
        why = reason(
            week, "sleep.short", a.recovery.sleep_entries, "lifts.sleep", minutes=lately,
            hours=floor(round((a.recovery.sleep_7d_h or 0) * 10, 6)) / 10, target=week.book.caps.sleep_target_h,
        )  # fmt: skip
        found.append(Cap("sleep.short", lately, why))
    watched = [c for c in a.complaints if not week.book.rows[c.row].advances]
    if longest is not None and a.standing.stage is None and (watched or a.phase == "niggle"):
        entries = (watched or a.complaints)[0].entries[-3:]
        why = reason(week, "pain.no_progress", entries, "lifts.pain", minutes=lately)
        found.append(Cap("pain.no_progress", lately, why))
    if a.light is Light.AMBER and a.standing.stage is None:
        found.append(_amber_cap(week))
    if a.light is Light.AMBER and a.standing.stage == "9":
        why = reason(week, "ladder.repeat", a.standing.entries, "lifts.pain", minutes=lately)
        found.append(Cap("ladder.repeat", lately, why))
    return found


def _amber_cap(week: Week) -> Cap:
    """Off the ladder: a quarter less than the last clean run, else than the longest of 14 days."""
    a, caps = week.assessment, week.book.caps
    clean = [s for s in a.runs if s.verdict is Verdict.CLEAN and s.told]
    measure = clean[-1].run_min if clean else max((s.run_min for s in recent(week)), default=0.0)
    # A run that nobody answered may have been as good as a clean one: it must not be worth more than that
    calm = [s for s in a.runs if s.whole and s.told and s.light is not Light.RED and not _felt(s)]
    if calm:
        measure = min(measure, calm[-1].run_min)
    minutes = floor(measure * caps.amber_factor)
    entries = tuple(
        dict.fromkeys(
            r.finding.entry
            for r in [*a.loose, *(r for s in a.sessions[-4:] for r in s.readings)]
            if r.light is Light.AMBER
        )
    )
    why = reason(week, "pain.amber", entries[-4:], "lifts.pain", minutes=minutes)
    return Cap("pain.amber", minutes, why)


def _felt(session: Judged) -> bool:
    """Tell whether the run itself hurt more than its green."""
    return any(r.finding.during == "run" and r.light is not Light.GREEN for r in session.readings)


def day_caps(week: Week, day: date) -> list[Cap]:
    """The caps of one day: the clinician's minutes, and the minutes of the day without warm-up and cool-down."""
    found: list[Cap] = []
    for limit in week.limit(day, "max_run_min"):
        minutes = floor(float(str(limit.value)))
        why = limited(limit, minutes=minutes)
        found.append(Cap("limit.max_run_min", minutes, why))
    for kind in ("hold_stage", "start_stage"):
        for limit in week.limit(day, kind):
            if week.assessment.standing.stage is None and isinstance(limit.value, str):
                minutes = floor(intervals(week, limit.value).total_run_min)
                why = limited(limit, stage=limit.value)
                found.append(Cap(f"limit.{kind}", minutes, why))
    return found


def reserve(week: Week) -> int:
    """Minutes that a run needs besides itself, for warm-up and cool-down."""
    return week.book.caps.warm_up_reserve_min + week.book.caps.cool_down_reserve_min


def room(week: Week, day: date) -> int:
    """Minutes of a day for running and walking, after fixed reserves for warm-up and cool-down."""
    spent = ceil(week.used(day)) if day == week.today else 0
    return week.minutes(day) - spent - reserve(week)


def intervals(week: Week, stage: str) -> Intervals:
    """The intervals of a stage for this runner."""
    ladder = week.book.ladder
    return ladder.stages[ladder.place(stage)].intervals(bone=week.assessment.standing.column == "bone")


def stage_cap(week: Week, day: date) -> tuple[str, tuple[Reason, ...]]:
    """The highest stage for a day: the earned one, or lower where a limit, a hold or short sleep says so."""
    ladder, standing = week.book.ladder, week.assessment.standing
    stage = standing.stage or "9"
    why: list[Reason] = []
    for kind in ("hold_stage", "start_stage"):
        for limit in week.limit(day, kind):
            if not isinstance(limit.value, str) or (kind == "start_stage" and _started(week, limit.value)):
                continue
            if ladder.place(limit.value) < ladder.place(stage):
                stage = limit.value
                why.append(limited(limit, stage=stage))
    if week.assessment.held == "progress":
        reached = [s.stage for s in recent(week) if s.stage]
        top = max(reached, key=ladder.place, default="W")
        if ladder.place(top) < ladder.place(stage):
            stage = top
    return stage, tuple(why)


def _started(week: Week, stage: str) -> bool:
    """Two clean sessions at the stage where the clinician said to start show that it was started."""
    ladder = week.book.ladder
    clean = [
        s
        for s in week.assessment.runs
        if s.verdict is Verdict.CLEAN and s.stated and s.stage and ladder.place(s.stage) >= ladder.place(stage)
    ]
    return len(clean) >= ladder.columns[week.assessment.standing.column].clean_to_advance


def km_of(week: Week, minutes: float) -> float | None:
    """The distance of so many minutes at the runner's pace, rounded down to 0.1 km, within the cap."""
    load = week.assessment.load
    if load.pace is None:
        return None
    km = floor(round(minutes / load.pace * 10, 6)) / 10
    return min(km, load.cap_km) if load.cap_km is not None else km


def minutes_within_km(week: Week) -> int:
    """The most minutes whose distance stays within the cap in km."""
    load = week.assessment.load
    pace = load.pace or week.book.caps.assumed_pace_min_per_km
    return floor(round((load.cap_km or 0) * pace, 6))
