"""Where on the ladder a runner is: a replay of sessions, pain and gaps (decisions B, C, D)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from planner.assess.lights import Light, Reading
from planner.assess.sessions import Judged, Verdict
from planner.protocols import Column, Protocols, Stage

SleptEnough = Callable[[date], bool]


@dataclass(frozen=True, slots=True)
class Setting:
    """What the replay needs to know about the runner. `walk_gates`: highest pain in a walk that lets running start."""

    column: str
    diagnosed: bool
    complaint: bool
    advances: bool
    walk_gate: int | None
    bone: bool
    light: Light
    today: date
    slept_enough: SleptEnough
    failed_test: str | None = None
    clear_from: date | None = None
    stuck_cleared: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the runner stands on the ladder. `stage` None: not on it."""

    stage: str | None
    column: str
    clean: int = 0
    clean_needed: int = 0
    walks: int = 0
    walks_needed: int = 0
    red_days: tuple[date, ...] = ()
    last_red: tuple[str, ...] = ()
    amber: bool = False
    morning_due: bool = False
    walk_due: bool = False
    test_due: str | None = None
    stuck_since: date | None = None
    stuck_urgency: str = "routine"
    stuck_entries: tuple[str, ...] = ()
    reached_nine: date | None = None
    slept_too_little: bool = False
    gained_enough: bool = False
    entries: tuple[str, ...] = ()


@dataclass(slots=True)
class _Climb:
    book: Protocols
    setting: Setting
    column: Column
    place: int
    clean: int = 0
    walks: int = 0
    amber: Judged | None = None
    gains: list[date] = field(default_factory=list[date])
    fails: list[tuple[date, int, str]] = field(default_factory=list[tuple[date, int, str]])
    reds: list[tuple[date, str]] = field(default_factory=list[tuple[date, str]])
    gate_since: date | None = None
    reached_nine: date | None = None
    stuck: list[tuple[date, tuple[str, ...]]] = field(default_factory=list[tuple[date, tuple[str, ...]]])
    last_clean: date | None = None
    entries: list[str] = field(default_factory=list[str])

    @property
    def stage(self) -> str:
        return self.book.ladder.stages[self.place].id

    def to(self, stage_id: str, day: date) -> None:
        self.place = self.book.ladder.place(stage_id)
        self.clean = 0
        self.walks = 0
        if stage_id == "9":
            self.reached_nine = day
        elif self.reached_nine is not None:
            self.reached_nine = None

    def gap(self, stage_id: str, day: date) -> None:
        """A gap leaves at most this stage; soft tissue needs no new walking gate after 8 to 13 days."""
        if self.book.ladder.place(stage_id) < self.place:
            self.to(stage_id, day)
        if not (self.setting.column == "soft" and stage_id == "6") and self.setting.column != "healthy":
            self.gate_since = day

    def steps_back(self, steps: int) -> str:
        stages = self.book.ladder.stages
        usable = [n for n, s in enumerate(stages) if self.setting.bone or not s.bone_only]
        here = max(n for n, place in enumerate(usable) if place <= self.place)
        return stages[usable[max(0, here - steps)]].id

    def step_up(self) -> str:
        stages = self.book.ladder.stages
        return next(s.id for s in stages[self.place + 1 :] if self.setting.bone or not s.bone_only)

    def red(self, day: date, entry: str, session: Judged | None) -> None:
        self.reds.append((day, entry))
        self.amber = None
        self.walks = 0
        self.gate_since = day
        if session is not None:
            self.fail(session)
            self.to(self.steps_back(self.column.red_steps_back), day)

    def fail(self, session: Judged) -> None:
        self.clean = 0
        self.fails.append((session.day, self.place, session.id))
        ladder = self.book.ladder
        needed = 2 if self.setting.bone else ladder.fails_to_be_stuck
        first = session.day - timedelta(days=ladder.stuck_window_days)
        same = [f for f in self.fails if f[0] > first and (self.setting.bone or f[1] == self.place)]
        if len(same) >= needed:
            self.stuck.append((session.day, tuple(f[2] for f in same)))

    def session(self, session: Judged) -> None:
        if _turned_late(session) is not None:
            self.clean = 0
        elif session.light is Light.RED or self._second_amber(session):
            self.red(_turned(session), session.id, session)
            for reading in session.readings:
                if reading.light is Light.RED:
                    self.reds.append((reading.finding.day, reading.finding.entry))
        elif session.light is Light.AMBER:
            self.amber = session
            self.fail(session)
        elif session.verdict is Verdict.FAIL:
            self.fail(session)
        elif session.verdict is Verdict.HOLD:
            self.clean = 0
        else:
            self._clean(session)

    def _second_amber(self, session: Judged) -> bool:
        if session.light is not Light.AMBER or self.amber is None:
            return False
        return _acts_as_red(self.amber, session, self.book)

    def _clean(self, session: Judged) -> None:
        self.amber = None
        self.last_clean = session.day
        if session.kind == "walk" or self.stage == "W":
            return
        target = self.book.ladder.stages[self.place].intervals(bone=self.setting.bone).total_run_min
        # From stage 9 on the single-run cap binds: the run that opens it must carry a run of the same length
        least = 1 / self.book.caps.cap_factor if self.stage == "8" else self.book.ladder.clean_from
        if round(session.run_min / target, 6) >= round(least, 6):
            self.clean += 1
            self.entries.append(session.id)
            self.advance(session.day)

    def walk(self, session: Judged) -> None:
        if session.light is not Light.GREEN:
            if session.light is Light.RED:
                self.reds.append((session.day, session.id))
                self.gate_since = session.day
            self.walks = 0
            return
        if self.stage != "W" or session.verdict is not Verdict.CLEAN or not self._gate_ok(session):
            return
        if self.setting.bone and (self.setting.clear_from is None or session.day < self.setting.clear_from):
            return
        self.walks += 1
        self.entries.append(session.id)
        if self.walks >= self.column.walks_to_pass and self.setting.advances:
            self.to(self.column.after_walks, session.day)

    def _gate_ok(self, session: Judged) -> bool:
        gate = self.setting.walk_gate
        return gate is None or all((r.finding.score or 0) <= gate for r in session.readings)

    def advance(self, day: date) -> None:
        if self.stage in {"W", "9"} or self.clean < self.column.clean_to_advance or not self.setting.advances:
            return
        if self.gained(day) or not self.setting.slept_enough(day):
            return
        self.gains.append(day)
        self.to(self.step_up(), day)

    def gained(self, day: date) -> bool:
        first = day - timedelta(days=self.book.ladder.gain_window_days)
        return sum(first < gain for gain in self.gains) >= self.column.most_gain


def climb(judged: Sequence[Judged], loose: Sequence[Reading], setting: Setting, book: Protocols) -> Standing:
    """Replay the sessions and pain of the current episode on the ladder."""
    column = book.ladder.columns[setting.column]
    start = _start(judged, loose, setting, column, book)
    reds = _red_days(judged, loose, book)
    if start is None:
        return Standing(None, setting.column, red_days=tuple(sorted({day for day, _ in reds})))
    first_day, stage = start
    state = _Climb(book, setting, column, 0)
    state.to(stage, first_day)
    _replay(state, judged, loose, first_day)
    state.advance(setting.today)
    if state.stage == "9" and _green_for_long(state, reds, judged):
        return Standing(None, setting.column, red_days=tuple(sorted({day for day, _ in reds})))
    return _standing(state, judged, loose, reds)


def _start(
    judged: Sequence[Judged], loose: Sequence[Reading], setting: Setting, column: Column, book: Protocols
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
        return _diagnosed_entry(runs, last, setting, column, book)
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
    runs: Sequence[Judged], last: date | None, setting: Setting, column: Column, book: Protocols
) -> tuple[date, str]:
    """Entry with a diagnosis (decisions D): from what is run without trouble, never above what the gap leaves."""
    ladder = book.ladder
    if last is None:
        return date.min + timedelta(days=1), "W"
    if setting.light is Light.RED:
        return setting.today, "W"
    window = timedelta(days=ladder.still_running_days)
    still_running = last > setting.today - window
    since = setting.today - window if still_running else last - window
    green = [s.run_min for s in runs if s.day > since and s.light is Light.GREEN]
    usable = [s for s in ladder.stages if setting.bone or not s.bone_only]
    place = _reached(max(green, default=0.0), usable, bone=setting.bone)
    if still_running and setting.light is Light.AMBER:
        place = max(0, place - ladder.amber_entry_steps_back)
    cell = column.after_gap((setting.today - last).days)
    if cell is not None:
        place = min(place, next(n for n, s in enumerate(usable) if s.id == cell))
    return (setting.today if still_running else last), usable[place].id


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


def _replay(state: _Climb, judged: Sequence[Judged], loose: Sequence[Reading], first_day: date) -> None:
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
        late = _turned_late(session)
        if late is not None and late >= first_day:
            events.append((late, 1, n, _late_event(state, session, late)))
    for _, _, _, event in sorted(events, key=lambda e: e[:3]):
        event()


def _gap_event(state: _Climb, stage: str, day: date) -> Callable[[], None]:
    return lambda: state.gap(stage, day)


def _red_event(state: _Climb, reading: Reading) -> Callable[[], None]:
    return lambda: state.red(reading.finding.day, reading.finding.entry, None)


def _late_event(state: _Climb, session: Judged, day: date) -> Callable[[], None]:
    return lambda: state.red(day, session.id, session)


def _session_event(state: _Climb, session: Judged) -> Callable[[], None]:
    return lambda: state.walk(session) if session.kind == "walk" else state.session(session)


def _red_days(judged: Sequence[Judged], loose: Sequence[Reading], book: Protocols) -> list[tuple[date, str]]:
    """Each day with a red reading, on the ladder or off it; two ambers in a row make the second day red."""
    reds = [(r.finding.day, r.finding.entry) for s in judged for r in s.readings if r.light is Light.RED]
    reds.extend((r.finding.day, r.finding.entry) for r in loose if r.light is Light.RED)
    amber: Judged | None = None
    for session in judged:
        if session.light is Light.RED:
            reds.append((_turned(session), session.id))
            amber = None
        elif session.light is Light.AMBER:
            if amber is not None and _acts_as_red(amber, session, book):
                reds.append((_turned(session), session.id))
                amber = None
            else:
                amber = session
        elif session.verdict is Verdict.CLEAN:
            amber = None
    return reds


def _turned_late(session: Judged) -> date | None:
    """The first red day of a run that was still good the next morning: what follows from it, follows from that day."""
    days = [r.finding.day for r in session.readings if r.light is Light.RED]
    first = min(days, default=session.day)
    return first if session.kind == "run" and first > session.day + timedelta(days=1) else None


def _turned(session: Judged) -> date:
    """The day on which a session got its light: of its last reading of that light, or of what came together."""
    days = [r.finding.day for r in session.readings if r.light is session.light]
    days = days or [r.finding.day for r in session.readings if r.light is not Light.GREEN]
    return max(days, default=session.day)


def _acts_as_red(first: Judged, second: Judged, book: Protocols) -> bool:
    rows = {r.row for one in (first, second) for r in one.readings if r.light is not Light.GREEN}
    if rows and all(book.rows[row].two_ambers_need_morning for row in rows):
        return first.morning_worse and second.morning_worse
    return True


def _green_for_long(state: _Climb, reds: Sequence[tuple[date, str]], judged: Sequence[Judged]) -> bool:
    first = state.setting.today - timedelta(days=state.book.ladder.green_days_to_leave)
    trouble = any(day > first for day, _ in reds) or any(s.day > first and s.light is not Light.GREEN for s in judged)
    return not trouble and state.reached_nine is not None and state.reached_nine <= first


def _standing(
    state: _Climb, judged: Sequence[Judged], loose: Sequence[Reading], reds: Sequence[tuple[date, str]]
) -> Standing:
    setting = state.setting
    stuck = _stuck(state)
    at_walks = state.stage == "W"
    morning_due = bool(state.reds) and not _morning_seen(judged, loose, state.reds[-1][0], state.book)
    walk_due = not at_walks and setting.walk_gate is not None and not _walk_seen(judged, state)
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
        amber=state.amber is not None,
        morning_due=morning_due,
        walk_due=walk_due,
        test_due=setting.failed_test if _gate_open(judged, state) else None,
        stuck_since=stuck[0] if stuck else None,
        stuck_urgency=state.column.fails_urgency,
        stuck_entries=stuck[1] if stuck else (),
        reached_nine=state.reached_nine,
        slept_too_little=ready and not setting.slept_enough(setting.today),
        gained_enough=ready and state.gained(setting.today),
        entries=tuple(state.entries[-4:]),
    )


def _stuck(state: _Climb) -> tuple[date, tuple[str, ...]] | None:
    """The last time the runner got stuck, unless a clearance and a clean session came after it."""
    if not state.stuck:
        return None
    day, entries = state.stuck[-1]
    cleared = [c for c in state.setting.stuck_cleared if c >= day]
    if cleared and state.last_clean is not None and state.last_clean >= cleared[0]:
        return None
    return day, entries


def _morning_seen(judged: Sequence[Judged], loose: Sequence[Reading], red: date, book: Protocols) -> bool:
    """After the red day: a green run, or one logged morning that is as usual and quiet legs in daily life."""
    if any(s.kind == "run" and s.told and s.day > red and s.light is Light.GREEN for s in judged):
        return True
    since = [r for s in judged for r in s.readings if r.finding.day > red and r.finding.score is not None]
    since.extend(r for r in loose if r.finding.day > red and r.row != "soreness" and r.finding.score is not None)
    last = max((r.finding.day for r in since), default=None)
    if any(r.light is not Light.GREEN for r in since if r.finding.day == last):
        return False
    mornings = [r for r in since if r.finding.during in book.rows[r.row].morning_at]
    last_morning = max((r.finding.day for r in mornings), default=None)
    return bool(mornings) and all(_as_usual(r, book) for r in mornings if r.finding.day == last_morning)


def _as_usual(reading: Reading, book: Protocols) -> bool:
    if reading.over_usual is not None:
        return reading.over_usual <= 0
    return (reading.finding.score or 0) <= book.rows[reading.row].daily[0]


def _gate_open(judged: Sequence[Judged], state: _Climb) -> bool:
    """Tell whether the runner is at a gate: starting, after a gap or a red, and no green run since."""
    if state.stage == "W":
        return True
    since = state.gate_since
    return since is not None and not any(
        s.kind == "run" and s.told and s.day > since and s.light is Light.GREEN for s in judged
    )


def _walk_seen(judged: Sequence[Judged], state: _Climb) -> bool:
    """Since the gate closed: a brisk walk of full length with little enough pain, or a green run."""
    if state.gate_since is None:
        return True
    gate = state.setting.walk_gate or 0
    for session in judged:
        if session.day <= state.gate_since and not (session.kind == "walk" and session.day == state.gate_since):
            continue
        if session.kind == "run" and session.told and session.light is Light.GREEN:
            return True
        scores = [r.finding.score for r in session.readings if r.finding.during == "walking"]
        long_enough = session.kind == "walk" and session.whole and session.light is Light.GREEN
        if long_enough and scores and all((score or 0) <= gate for score in scores):
            return True
    return False
