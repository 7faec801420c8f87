"""One runner's way up and down the ladder, session by session (decisions C)."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from planner.assess.lights import Light
from planner.assess.reds import acts_as_red, turned, turned_late
from planner.assess.sessions import Judged, Verdict
from planner.assess.standing import Setting
from planner.protocols import Column, Protocols


@dataclass(slots=True)
class Climb:
    """The state of a replay; its verbs are what happens to a runner."""

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
    tests_since: date | None = None
    reached_nine: date | None = None
    stuck: list[tuple[date, tuple[str, ...]]] = field(default_factory=list[tuple[date, tuple[str, ...]]])
    last_clean: date | None = None
    entries: list[str] = field(default_factory=list[str])
    ready_since: date | None = None

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
        if self.setting.column != "healthy":
            self.tests_since = day
            if not (self.setting.column == "soft" and stage_id == "6"):
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
        self.gate_since = self.tests_since = day
        if session is not None:
            self.fail(session)
            self.to(self.steps_back(self.column.red_steps_back), day)

    def fail(self, session: Judged) -> None:
        self.clean = 0
        self.fails.append((session.day, self.place, session.id))
        ladder = self.book.ladder
        needed = self.column.fails_to_be_stuck
        first = session.day - timedelta(days=ladder.stuck_window_days)
        same = [f for f in self.fails if f[0] > first and (self.setting.bone or f[1] == self.place)]
        if len(same) >= needed:
            self.stuck.append((session.day, tuple(f[2] for f in same)))

    def session(self, session: Judged) -> None:
        if turned_late(session) is not None:
            self.clean = 0
        elif session.light is Light.RED or self._second_amber(session):
            self.red(turned(session), session.id, session)
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
        return acts_as_red(self.amber, session, self.book)

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
            self.ready_since = session.day
            self.advance(session.day)

    def walk(self, session: Judged) -> None:
        if session.light is not Light.GREEN:
            if session.light is Light.RED:
                self.reds.append((session.day, session.id))
                self.gate_since = self.tests_since = session.day
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

    def catch_up(self, until: date) -> None:
        """Take the step that was earned on the first day that allowed it: a day that came later takes nothing back."""
        day = self.ready_since
        while day is not None and day <= until and self.clean >= self.column.clean_to_advance:
            self.advance(day)
            day += timedelta(days=1)

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
