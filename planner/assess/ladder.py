"""Where on the ladder a runner is: a replay of sessions, pain and gaps (decisions B, C, D)."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from planner.assess.climb import Climb
from planner.assess.entry import entry
from planner.assess.gates import gate_open, morning_seen, walk_seen
from planner.assess.lights import Light, Reading
from planner.assess.reds import Reds, turned_late
from planner.assess.sessions import Judged
from planner.assess.standing import Setting, Standing
from planner.protocols import Protocols


def climb(
    judged: Sequence[Judged], loose: Sequence[Reading], reds: Reds, setting: Setting, book: Protocols
) -> Standing:
    """Replay the sessions and pain of the current episode on the ladder."""
    column = book.ladder.columns[setting.column]
    start = entry(judged, loose, reds, setting, column, book)
    if start is None:
        return Standing(None, setting.column, red_days=tuple(sorted({day for day, _ in reds})))
    first_day, stage = start
    state = Climb(book, setting, column, 0)
    state.to(stage, first_day)
    _replay(state, judged, loose, first_day)
    state.catch_up(setting.today)
    if state.stage == "9" and _green_for_long(state, reds, judged):
        return Standing(None, setting.column, red_days=tuple(sorted({day for day, _ in reds})))
    return _standing(state, judged, loose, reds)


def _replay(state: Climb, judged: Sequence[Judged], loose: Sequence[Reading], first_day: date) -> None:
    """Play gaps, loose pain and sessions in the order of time."""
    events: list[tuple[date, int, int, Callable[[], None]]] = []
    logged = [s for s in judged if s.kind == "run" and s.told]
    runs = [s for s in logged if s.day >= first_day]
    earlier = [s.day for s in logged if s.day < first_day]
    days = [*earlier[-1:], *(s.day for s in runs)]
    for n, day in enumerate(days):
        until = days[n + 1] if n + 1 < len(days) else state.setting.today
        for least, stage in state.column.gaps.items():
            crossed = day + timedelta(days=int(least))
            if crossed <= until and crossed >= first_day:
                events.append((crossed, 0, n, _gap_event(state, stage, crossed)))
    for n, reading in enumerate(loose):
        if reading.finding.day >= first_day and reading.light is Light.RED:
            events.append((reading.finding.day, 1, n, _red_event(state, reading)))
    for n, session in enumerate(judged):
        if session.day >= first_day:
            events.append((session.day, 2, n, _session_event(state, session)))
        late = turned_late(session)
        if late is not None and late >= first_day:
            events.append((late, 1, n, _late_event(state, session, late)))
    for day, _, _, event in sorted(events, key=lambda e: e[:3]):
        state.catch_up(day - timedelta(days=1))
        event()


def _gap_event(state: Climb, stage: str, day: date) -> Callable[[], None]:
    return lambda: state.gap(stage, day)


def _red_event(state: Climb, reading: Reading) -> Callable[[], None]:
    return lambda: state.red(reading.finding.day, reading.finding.entry, None)


def _late_event(state: Climb, session: Judged, day: date) -> Callable[[], None]:
    return lambda: state.red(day, session.id, session)


def _session_event(state: Climb, session: Judged) -> Callable[[], None]:
    return lambda: state.walk(session) if session.kind == "walk" else state.session(session)


def _green_for_long(state: Climb, reds: Reds, judged: Sequence[Judged]) -> bool:
    first = state.setting.today - timedelta(days=state.book.ladder.green_days_to_leave)
    trouble = any(day > first for day, _ in reds) or any(s.day > first and s.light is not Light.GREEN for s in judged)
    return not trouble and state.reached_nine is not None and state.reached_nine <= first


def _standing(state: Climb, judged: Sequence[Judged], loose: Sequence[Reading], reds: Reds) -> Standing:
    setting = state.setting
    stuck = _stuck(state)
    at_walks = state.stage == "W"
    morning_due = bool(state.reds) and not morning_seen(judged, loose, state.reds[-1][0], state.book)
    walk_due = not at_walks and setting.walk_gate is not None and not walk_seen(judged, state)
    days = sorted({day for day, _ in [*reds, *state.reds]})
    last = tuple(dict.fromkeys(entry for day, entry in [*state.reds, *reds] if days and day == days[-1]))
    ready = state.clean >= state.column.clean_to_advance and state.stage != "9"
    return Standing(
        stage=state.stage,
        column=setting.column,
        clean=min(state.clean, state.column.clean_to_advance),
        clean_needed=state.column.clean_to_advance,
        walks=state.walks,
        walks_needed=state.column.walks_to_pass,
        red_days=tuple(days),
        last_red=last,
        morning_due=morning_due,
        walk_due=walk_due,
        test_due=setting.failed_test if gate_open(judged, state) else None,
        stuck_since=stuck[0] if stuck else None,
        stuck_urgency=state.column.fails_urgency,
        stuck_entries=stuck[1] if stuck else (),
        reached_nine=state.reached_nine,
        slept_too_little=ready and not setting.slept_enough(setting.today),
        gained_enough=ready and state.gained(setting.today),
        entries=tuple(state.entries[-4:]),
    )


def _stuck(state: Climb) -> tuple[date, tuple[str, ...]] | None:
    """The last time the runner got stuck, unless a clearance and a clean session came after it."""
    if not state.stuck:
        return None
    day, entries = state.stuck[-1]
    cleared = [c for c in state.setting.stuck_cleared if c >= day]
    if cleared and state.last_clean is not None and state.last_clean >= cleared[0]:
        return None
    return day, entries
