"""(journal, runner, today) -> Assessment: everything that the planner knows about a day, as one value."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from planner.assess.complaints import Complaint, Judge, Located, active_diagnoses, complaints, locate
from planner.assess.findings import findings, sides
from planner.assess.flags import Cleared, Flag, all_sightings, authority, settle, uncleared
from planner.assess.ladder import Setting, Standing, climb
from planner.assess.lights import Light, Mornings, Reading
from planner.assess.load import Load, load
from planner.assess.recovery import Nights, Recovery, recovery
from planner.assess.sessions import Answers, Judged, Prescribed, gather, judge
from planner.assess.sightings import Evidence, Sighting
from planner.assess.trend import no_improvement
from planner.journal import Diagnosis, Journal, Runner
from planner.journal.issued import History
from planner.protocols import Protocols, Row


@dataclass(frozen=True, slots=True)
class Assessment:
    """Where the runner stands on a day."""

    today: date
    phase: str
    light: Light
    diagnoses: tuple[Diagnosis, ...]
    complaints: tuple[Complaint, ...]
    flags: tuple[Flag, ...]
    cleared: tuple[Cleared, ...]
    standing: Standing
    load: Load
    recovery: Recovery
    sessions: tuple[Judged, ...]
    loose: tuple[Reading, ...]
    rest_until_told: bool
    sore: Reading | None

    @property
    def held(self) -> str:
        """The strongest hold of any flag: all, impact, progress or none."""
        order = ("all", "impact", "progress")
        holds = {flag.holds for flag in self.flags}
        return next((hold for hold in order if hold in holds), "none")

    @property
    def runs(self) -> tuple[Judged, ...]:
        """Sessions of running, told of or logged."""
        return tuple(s for s in self.sessions if s.kind == "run")

    @property
    def red_days(self) -> frozenset[date]:
        """Days on which something turned red."""
        return frozenset(self.standing.red_days)


@dataclass(frozen=True, slots=True)
class _Case:
    """What an assessment is made from."""

    journal: Journal
    runner: Runner
    history: History
    today: date
    book: Protocols
    diagnoses: tuple[Diagnosis, ...]
    located: tuple[Located, ...]
    complaints: tuple[Complaint, ...]
    load: Load
    nights: Nights

    @property
    def rows(self) -> list[Row]:
        """The rows of the diagnoses."""
        return [self.book.rows[d.condition] for d in self.diagnoses if d.condition in self.book.rows]

    @property
    def bone(self) -> bool:
        """Tell whether there is a diagnosed bone stress injury."""
        return any(d.condition == "bone_stress" for d in self.diagnoses)


def assess(journal: Journal, runner: Runner, history: History, today: date, book: Protocols) -> Assessment:
    """Fold the journal into where the runner stands."""
    case = _case(journal, runner, history, today, book)
    evidence = Evidence(case.located, journal.runs, book)
    sightings = all_sightings(evidence, runner, today)
    sightings.extend(no_improvement(case.located, journal.runs, book))
    bone_open = any(s.flag == "bone_stress_diagnosed" for s in uncleared(sightings, journal.clearances, book))

    judged, loose = _sessions(case)
    light = _light(judged, loose, today, book)
    standing = climb(judged, loose, _setting(case, light, bone_open=bone_open), book)
    if standing.stuck_since is not None:
        sightings.append(_stuck(standing, standing.stuck_since))
    flags = settle(sightings, journal.clearances, evidence, runner, case.complaints, today)
    rest_told = _walking_hurts(judged, loose, today, book) or _bone_rests(case, standing)
    return Assessment(
        today=today,
        phase=_phase(case, flags.active, standing, rest_told=rest_told),
        light=light,
        diagnoses=case.diagnoses,
        complaints=case.complaints,
        flags=flags.active,
        cleared=flags.cleared,
        standing=standing,
        load=case.load,
        recovery=recovery(journal, case.located, case.nights, today),
        sessions=judged,
        loose=tuple(loose),
        rest_until_told=rest_told,
        sore=_sore(loose, today, book),
    )


def _case(journal: Journal, runner: Runner, history: History, today: date, book: Protocols) -> _Case:
    found = findings(journal, {key: item.kind for key, item in history.items().items()})
    diagnoses = active_diagnoses(runner, today, _excluded(journal, runner))
    located = locate(found, Judge(diagnoses, journal.runs, found, book), diagnoses, today, book)
    return _Case(
        journal, runner, history, today, book, diagnoses, located, complaints(located, today, book),
        load(journal.runs, runner, today, book), Nights(journal.sleeps, book),
    )  # fmt: skip


def _stuck(standing: Standing, since: date) -> Sighting:
    params: dict[str, object] = {"n": len(set(standing.stuck_entries)), "urgency": standing.stuck_urgency}
    return Sighting("ladder_stuck", None, None, datetime.combine(since, time(12)), standing.stuck_entries, params)


def _excluded(journal: Journal, runner: Runner) -> frozenset[Diagnosis]:
    """Bone stress diagnoses that a clinician has since ruled out no longer count."""
    return frozenset(d for d in runner.diagnoses if d.condition == "bone_stress" and _ruled_out(d, journal))


def _ruled_out(diagnosis: Diagnosis, journal: Journal) -> bool:
    return any(
        c.outcome == "excluded"
        and "bone_stress_diagnosed" in c.clears
        and authority(c.by) >= 0
        and c.at is not None
        and (diagnosis.since is None or c.at.date() >= diagnosis.since)
        and set(sides(diagnosis.side)) <= set(sides(c.side))
        for c in journal.clearances
    )


def _sessions(case: _Case) -> tuple[tuple[Judged, ...], list[Reading]]:
    book = case.book
    most = [
        int(str(limit.value))
        for limit in case.runner.clinician_limits
        if limit.kind == "max_pain" and (limit.until is None or limit.until >= case.today)
    ]
    mornings = Mornings(case.located, case.runner.usual_morning, book)
    sessions, loose = gather(case.located, case.journal, mornings, min(most, default=None), book)
    answers = Answers(case.journal, painless_counts=not case.complaints and not case.rows)
    pace = case.load.pace or book.caps.assumed_pace_min_per_km
    prescribed = Prescribed(case.history.items(), pace, bone=case.bone, book=book)
    return tuple(judge(s, answers, prescribed, book) for s in sessions), loose


def _light(judged: Sequence[Judged], loose: Sequence[Reading], today: date, book: Protocols) -> Light:
    """The worst of the last logged run and of pain in the last three days."""
    runs = [s for s in judged if s.kind == "run"]
    month = today - timedelta(days=book.caps.complaint_window_days)
    last = runs[-1].light if runs and runs[-1].day > month else Light.GREEN
    first = today - timedelta(days=book.caps.light_window_days)
    readings = [*loose, *(r for s in judged for r in s.readings)]
    return max([last, *(r.light for r in readings if r.finding.day > first)])


def _setting(case: _Case, light: Light, *, bone_open: bool) -> Setting:
    complained = [case.book.rows[c.row] for c in case.complaints if c.row != "soreness"]
    rows = [*case.rows, *complained]
    columns = {row.column for row in rows}
    gates = [row.walk_gate for row in rows if row.walk_gate is not None]
    return Setting(
        column=next((c for c in ("bone", "mtss", "soft") if c in columns), "healthy"),
        diagnosed=bool(case.rows),
        complaint=bool(complained),
        advances=all(row.advances for row in rows),
        walk_gate=min(gates, default=None),
        bone=case.bone,
        light=light,
        today=case.today,
        slept_enough=case.nights.enough,
        failed_test=_failed_test(case),
        clear_from=_clear_from(case) if case.bone and not bone_open else None,
        stuck_cleared=tuple(
            c.at.date() for c in case.journal.clearances if "ladder_stuck" in c.clears and c.at and authority(c.by) >= 0
        ),
    )


def _failed_test(case: _Case) -> str | None:
    """A self-test of the last four weeks that a diagnosis asks for, and that was not good enough the last time."""
    first = case.today - timedelta(days=case.book.caps.complaint_window_days)
    latest = {(t.test, side): t for t in case.journal.tests if t.at.date() > first for side in sides(t.side)}
    for diagnosis in case.diagnoses:
        row = case.book.rows.get(diagnosis.condition)
        for name, gate in row.tests.items() if row else ():
            for side in sides(diagnosis.side):
                test = latest.get((name, side))
                if test is not None and ((test.pain or 0) > gate.most_pain or _too_few(test.reps, gate.least_reps)):
                    return name
    return None


def _too_few(reps: int | None, least: int) -> bool:
    return reps is not None and reps < least


def _bone_pains(case: _Case) -> list[date]:
    sites = case.book.rows["bone_stress"].sites
    return [o.finding.day for o in case.located if o.finding.site in sites and o.finding.hurts]


def _clear_from(case: _Case) -> date | None:
    """The first day whose walks count after bone stress: ten pain-free days after the last pain."""
    starts = [d.since for d in case.diagnoses if d.condition == "bone_stress" and d.since]
    cleared = [c.at.date() for c in case.journal.clearances if c.at and "bone_stress_diagnosed" in c.clears]
    known = _bone_pains(case) or starts or cleared
    return max(known) + timedelta(days=case.book.ladder.columns["bone"].pain_free_days) if known else None


def _bone_rests(case: _Case, standing: Standing) -> bool:
    """After red with a cleared bone stress injury: rest until ten days without pain have passed."""
    if standing.column != "bone" or not standing.red_days:
        return False
    last = max([*_bone_pains(case), standing.red_days[-1]])
    return (case.today - last).days < case.book.ladder.columns["bone"].pain_free_days


def _walking_hurts(judged: Sequence[Judged], loose: Sequence[Reading], today: date, book: Protocols) -> bool:
    """The latest score in walking, at any site, is above that row's green; a score stands seven days."""
    first = today - timedelta(days=book.caps.standing_days)
    latest: dict[tuple[str | None, str], Reading] = {}
    for reading in [*loose, *(r for s in judged for r in s.readings)]:
        finding = reading.finding
        if finding.during != "walking" or finding.score is None or finding.day <= first:
            continue
        for side in finding.sides:
            known = latest.get((finding.site, side))
            if known is None or (finding.day, finding.score) >= (known.finding.day, known.finding.score or 0):
                latest[(finding.site, side)] = reading
    return any(r.light is not Light.GREEN for r in latest.values())


def _sore(loose: Sequence[Reading], today: date, book: Protocols) -> Reading | None:
    """The latest soreness of the last four days that is too much to run on."""
    first = today - timedelta(hours=book.caps.soreness_end_h)
    lately = [r for r in loose if r.row == "soreness" and r.finding.day > first and r.finding.score is not None]
    too_much = [r for r in lately if (r.finding.score or 0) > book.caps.soreness_walk_above]
    last_day = max((r.finding.day for r in lately), default=None)
    return next((r for r in too_much if r.finding.day == last_day), None)


def _phase(case: _Case, flags: Sequence[Flag], standing: Standing, *, rest_told: bool) -> str:
    if any(flag.holds in {"all", "impact"} for flag in flags):
        return "stopped"
    off = timedelta(days=case.book.ladder.columns[standing.column].red_days_off)
    if rest_told or any(case.today <= red + off for red in standing.red_days):
        return "rest"
    if standing.stage == "W":
        return "walking"
    if standing.stage == "9":
        return "rebuild"
    if standing.stage is not None:
        return "return_to_run"
    first = case.today - timedelta(days=case.book.caps.niggle_window_days)
    return "niggle" if any(c.last > first for c in case.complaints) else "healthy"
