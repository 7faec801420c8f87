"""Runs and walks with what was felt in and after them, and what each session counts as: clean, hold or fail."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from enum import Enum

from planner.assess.complaints import Located
from planner.assess.findings import Sessions
from planner.assess.frozen import frozen
from planner.assess.lights import Light, Mornings, Reading, Session, score_light, session_light
from planner.assess.past import AT
from planner.journal import Journal, Run, Walk
from planner.journal.issued import IssuedItem
from planner.protocols import Protocols

_DAY = timedelta(days=1)


class Verdict(Enum):
    """What a session counts as on the ladder."""

    CLEAN = "clean"
    HOLD = "hold"
    FAIL = "fail"


@frozen
class Judged:
    """A session with its light and what it counts as. `stage`: the highest stage whose minutes it reached."""

    at: datetime
    id: str
    kind: str
    light: Light
    verdict: Verdict
    run_min: float
    stage: str | None
    stated: bool
    readings: tuple[Reading, ...]
    entries: tuple[str, ...]
    told: bool
    morning_worse: bool
    whole: bool

    @property
    def day(self) -> date:
        """The local date."""
        return self.at.date()


def running_minutes(run: Run, pace: float) -> float:
    """Minutes of running: as logged, else the whole duration, else from the distance at a pace (min/km)."""
    if run.run_min is not None:
        return run.run_min
    if run.duration_min is not None:
        return run.duration_min
    return (run.distance_km or 0) * pace


def gather(
    located: Sequence[Located],
    logged_runs: Sequence[Run],
    logged_walks: Sequence[Walk],
    mornings: Mornings,
    max_pain: int | None,
    book: Protocols,
) -> tuple[list[Session], list[Reading]]:
    """Sessions, oldest first, with their readings; and the readings that belong to no session.

    A clinician's `max_pain` judges the latest run: it was set for what comes, not for what was.
    """
    sessions = _logged(logged_runs, logged_walks)
    by_id = {s.log.id: s for s in sessions if s.log}
    runs = [s for s in sessions if s.kind == "run"]
    for day in sorted({one.finding.day for one in located if one.finding.during == "run"} - {s.day for s in runs}):
        first = next(one.finding for one in located if one.finding.day == day and one.finding.during == "run")
        runs.append(Session(first.at, "run", None))
    runs.sort(key=lambda s: s.at)
    loose: list[Reading] = []
    for one in located:
        finding = one.finding
        home = None if one.row == "soreness" else by_id.get(finding.about or "") or _home(runs, one, book)
        row = book.rows[one.row]
        light, over = score_light(finding, row, mornings, home, book)
        in_last_run = bool(runs) and home is runs[-1] and finding.during == "run"
        if max_pain is not None and in_last_run and (finding.score or 0) > max_pain:
            light = Light.RED
        reading = Reading(finding, one.row, row.column, light, over)
        (home.readings if home else loose).append(reading)
    walks = [s for s in sessions if s.kind == "walk"]
    return sorted([*runs, *walks], key=lambda s: (s.at, s.kind)), loose


def _logged(runs: Sequence[Run], walks: Sequence[Walk]) -> list[Session]:
    sessions = [Session(run.at, "run", run) for run in runs]
    sessions.extend(Session(walk.at, "walk", walk) for walk in walks)
    sessions.sort(key=lambda s: (s.at, s.log.id if s.log else ""))
    return sessions


def _home(runs: Sequence[Session], one: Located, book: Protocols) -> Session | None:
    """The run that a score belongs to: of that day for a score in a run, else the latest before."""
    finding = one.finding
    if finding.during == "run":
        start = bisect_left(runs, datetime.combine(finding.day, time.min), key=AT)
        end = bisect_left(runs, datetime.combine(finding.day + timedelta(days=1), time.min), key=AT)
        same_day = runs[start:end]
        return next((s for s in reversed(same_day) if s.at <= finding.at), same_day[0] if same_day else None)
    place = bisect_right(runs, finding.at, key=AT)
    while place and finding.during in book.rows[one.row].morning_at and runs[place - 1].day == finding.day:
        place -= 1
    return runs[place - 1] if place else None


def judge(session: Session, journal_answers: "Answers", prescribed: "Prescribed", book: Protocols) -> Judged:
    """Judge one session (decisions B)."""
    light = session_light(session.readings, book)
    run = session.log if isinstance(session.log, Run) else None
    minutes = prescribed.minutes(run) if run else 0.0
    stage = prescribed.stage_of(run, minutes) if run else ("W" if session.kind == "walk" else None)
    answered = journal_answers.all_answered(session)
    masked = journal_answers.masked(session)
    share = prescribed.share(session, minutes, stage)
    hurt = any(r.finding.during == "run" and (r.finding.score or 0) > 0 for r in session.readings)
    if light is not Light.GREEN or (share < book.ladder.clean_from and hurt):
        verdict = Verdict.FAIL
    elif answered and not masked and book.ladder.clean_from <= share <= book.ladder.clean_to:
        verdict = Verdict.CLEAN
    else:
        verdict = Verdict.HOLD
    entries = dict.fromkeys([session.id, *(r.finding.entry for r in session.readings)])
    return Judged(
        session.at, session.id, session.kind, light, verdict, minutes, stage,
        run is not None and run.staged,
        tuple(session.readings), tuple(entries), session.log is not None,
        any((r.over_usual or 0) >= 1 for r in session.readings), share >= book.ladder.clean_from,
    )  # fmt: skip


class Answers:
    """What was answered about each session: in it, an hour later, the next morning."""

    def __init__(self, journal: Journal, *, painless_counts: bool) -> None:
        """`painless_counts`: a healthy runner without a complaint counts as having answered 0."""
        self._painless = painless_counts
        masked = [check for check in journal.check_ins if check.painkiller_24h]
        sessions = Sessions(journal) if masked else None
        about = (sessions.of(check) for check in masked) if sessions else ()
        self._masked = {session.id for session in about if session is not None}
        self._painkillers = [p.at for p in journal.pains if p.painkiller_24h]

    def all_answered(self, session: Session) -> bool:
        """Tell whether pain during, an hour later and the next morning are all known."""
        if self._painless:
            return True
        scored = [r.finding for r in session.readings if r.finding.score is not None]
        durings = {f.during for f in scored}
        next_day = session.day + _DAY
        morning = any(
            f.during in {"next_morning", "first_steps"} and (f.day == next_day or f.about is not None) for f in scored
        )
        return bool(durings & {"run", "walking"}) and "after_run" in durings and morning

    def masked(self, session: Session) -> bool:
        """Tell whether a painkiller was taken on its day or in the 24 hours after it."""
        if session.log is not None and (session.log.painkiller_24h or session.id in self._masked):
            return True
        return any(at.date() == session.day or timedelta(0) <= at - session.at <= _DAY for at in self._painkillers)


class Prescribed:
    """What each session was meant to be: by its issued item, else by the stage that it reached."""

    def __init__(self, items: Mapping[str, IssuedItem], pace: float, *, bone: bool, book: Protocols) -> None:
        """`pace` in min/km stands in where a run has no duration; `bone`: the ladder's stages after bone stress."""
        self._items, self._pace, self._book = items, pace, book
        self._run_min = {stage.id: stage.intervals(bone=bone).total_run_min for stage in book.ladder.stages}
        self._stages = [s.id for s in book.ladder.stages[1:-1] if bone or not s.bone_only]

    def minutes(self, run: Run) -> float:
        """Running minutes."""
        return running_minutes(run, self._pace)

    def stage_of(self, run: Run, minutes: float) -> str | None:
        """The stage as logged, else the highest whose running minutes the run reached."""
        if run.stage is not None:
            return run.stage
        if minutes > self._run_min["8"]:
            return "9"
        reached = [stage for stage in self._stages if self._run_min[stage] <= minutes]
        return reached[-1] if reached else None

    def share(self, session: Session, minutes: float, stage: str | None) -> float:
        """Done minutes as a share of the prescribed ones; walks are measured by the walking gate."""
        if isinstance(session.log, Walk):
            return 1.0 if round(session.log.duration_min or 0) >= self._book.ladder.walk_min else 0.0
        run = session.log
        item = self._items.get(run.item or "") if isinstance(run, Run) else None
        target = item.run_min if item else None
        if target is None and stage not in {None, "9"}:
            target = self._run_min[str(stage)]
        if not target:
            return 1.0 if stage == "9" else 0.0
        return round(minutes / target, 6)
