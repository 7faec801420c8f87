"""Where on the ladder a runner enters: by sessions, a red, a diagnosis or a gap (decisions D)."""

from collections.abc import Sequence
from datetime import date, timedelta

from planner.assess.lights import Light, Reading
from planner.assess.reds import Reds
from planner.assess.sessions import Judged
from planner.assess.standing import Setting
from planner.protocols import Column, Protocols, Stage


def entry(
    judged: Sequence[Judged],
    loose: Sequence[Reading],
    reds: Reds,
    setting: Setting,
    column: Column,
    book: Protocols,
) -> tuple[date, str] | None:
    """When the current episode on the ladder began and at which stage; None where there is none."""
    staged = _episode([s for s in judged if s.kind == "run" and s.stated], setting.today, book)
    red = None if setting.diagnosed or not setting.complaint else _entry_red(judged, loose, setting.today, book)
    if staged and (red is None or staged[0].day <= red):
        return staged[0].day, staged[0].stage or "1"
    if red is not None:
        return red, "W"
    runs = [s for s in judged if s.kind == "run" and s.told]
    last = runs[-1].day if runs else None
    if setting.diagnosed:
        return _diagnosed_entry(runs, last, [day for day, _ in reds], setting, column, book)
    return _gap_entry(last, setting.today, column)


def _episode(staged: Sequence[Judged], today: date, book: Protocols) -> list[Judged]:
    window = timedelta(days=book.ladder.entry_window_days)
    episode: list[Judged] = []
    after = today
    for session in reversed(staged):
        if after - session.day > window:
            break
        episode.insert(0, session)
        after = session.day
    return episode


def _entry_red(judged: Sequence[Judged], loose: Sequence[Reading], today: date, book: Protocols) -> date | None:
    """The first day, of the last eight weeks, on which a complaint turned red or amber for the second time."""
    first = today - timedelta(days=2 * book.caps.two_ambers_window_days)
    lights: list[tuple[date, Light]] = []
    for session in judged:
        if session.day > first and session.light is not Light.GREEN:
            days = [r.finding.day for r in session.readings if r.light is session.light] or [session.day]
            lights.append((min(days), session.light))
    lights.extend((r.finding.day, r.light) for r in loose if r.row != "soreness" and r.finding.day > first)
    ambers: list[date] = []
    for day, light in sorted(lights):
        if light is Light.RED:
            return day
        if light is Light.AMBER and day not in ambers:
            ambers.append(day)
            lately = day - timedelta(days=book.caps.two_ambers_window_days)
            if sum(amber > lately for amber in ambers) >= 2:
                return day
    return None


def _diagnosed_entry(
    runs: Sequence[Judged],
    last: date | None,
    reds: Sequence[date],
    setting: Setting,
    column: Column,
    book: Protocols,
) -> tuple[date, str] | None:
    """Entry with a diagnosis (decisions D): from what is run without trouble, never above what the gap leaves."""
    ladder = book.ladder
    if last is None:
        return date.min + timedelta(days=1), "W"
    red = _red_since(runs, reds, setting, book)
    if red is not None:
        return red, "W"
    cell = column.after_gap((setting.today - last).days)
    if setting.climbed and setting.light is Light.GREEN and cell is None:
        return None
    window = timedelta(days=ladder.still_running_days)
    still_running = last > setting.today - window
    since = setting.today - window if still_running else last - window
    green = [s.run_min for s in runs if s.day > since and s.light is Light.GREEN]
    usable = [s for s in ladder.stages if setting.bone or not s.bone_only]
    place = _reached(max(green, default=0.0), usable, bone=setting.bone)
    if still_running and setting.light is Light.AMBER:
        place = max(0, place - ladder.amber_entry_steps_back)
    if cell is not None:
        place = min(place, next(n for n, s in enumerate(usable) if s.id == cell))
    return (setting.today if still_running else last), usable[place].id


def _red_since(runs: Sequence[Judged], reds: Sequence[date], setting: Setting, book: Protocols) -> date | None:
    """The first red day of the entry window with no green run after it."""
    window = setting.today - timedelta(days=book.ladder.entry_window_days)
    green = max((s.day for s in runs if s.light is Light.GREEN), default=date.min)
    return min((red for red in reds if red > window and red >= green), default=None)


def _reached(longest: float, usable: Sequence[Stage], *, bone: bool) -> int:
    """The place of the highest stage whose running minutes a run reached; above 30 min the last."""
    minutes = [stage.intervals(bone=bone).total_run_min for stage in usable[:-1]]
    if longest > minutes[-1]:
        return len(usable) - 1
    return max(n for n, needed in enumerate(minutes) if needed <= longest)


def _gap_entry(last: date | None, today: date, column: Column) -> tuple[date, str] | None:
    """Entry after a long gap without a run (decisions D)."""
    if last is None:
        return date.min + timedelta(days=1), "W"
    return (last, "9") if column.after_gap((today - last).days) is not None else None
