"""(journal, runner, today) -> Assessment: everything that the planner knows about a day, as one value."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from planner.assess.case import Asked, Case, case_of
from planner.assess.complaints import Complaint, Located
from planner.assess.evidence import Evidence, Sighting
from planner.assess.findings import NO_SIGNS
from planner.assess.flags import Cleared, Flag, all_sightings, explained, settle, uncleared
from planner.assess.ladder import Standing, climb
from planner.assess.lights import Light, Mornings, Reading
from planner.assess.load import Load, load
from planner.assess.past import first_session_day, lately, since, start_of
from planner.assess.recovery import Recovery, recovery
from planner.assess.reds import Reds, red_days
from planner.assess.sessions import Answers, Judged, Prescribed, gather, judge
from planner.assess.setting import bone_pains, setting_of
from planner.assess.trend import no_improvement
from planner.journal import Diagnosis, Journal, Runner, without_symptoms
from planner.journal.issued import History
from planner.protocols import Protocols


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
    walking_hurts: tuple[str, ...]
    bone_rests: bool
    sore: Reading | None

    @property
    def held(self) -> str:
        """The strongest hold of any flag: all, impact, progress or none."""
        order = ("all", "impact", "progress")
        holds = {flag.holds for flag in self.flags}
        return next((hold for hold in order if hold in holds), "none")

    @property
    def rest_until_told(self) -> bool:
        """Tell whether it is rest until better scores: walking hurts, or a bone needs its days without pain."""
        return bool(self.walking_hurts) or self.bone_rests

    @property
    def runs(self) -> tuple[Judged, ...]:
        """Sessions of running, told of or logged."""
        return tuple(s for s in self.sessions if s.kind == "run")

    @property
    def red_days(self) -> frozenset[date]:
        """Days on which something turned red."""
        return frozenset(self.standing.red_days)


def assess(journal: Journal, runner: Runner, history: History, today: date, book: Protocols) -> Assessment:
    """Fold the journal into where the runner stands."""
    return assess_both(journal, runner, history, today, book)[0]


def assess_both(
    journal: Journal, runner: Runner, history: History, today: date, book: Protocols
) -> tuple[Assessment, Assessment]:
    """Where the runner stands, and where the same runner without symptoms would: the same value where nothing hurts."""
    asked = Asked(runner, history, today, book, load(journal.runs, runner, today, book))
    first = first_session_day(journal, today, book)
    recent = lately(journal, start_of(first, book))
    real = case_of(journal, recent, first, asked)
    assessment = _assess(real)
    calm = without_symptoms(recent)
    if calm is recent and not real.earlier:
        return assessment, assessment
    return assessment, _assess(case_of(calm, calm, first, asked))


def _assess(case: Case) -> Assessment:
    journal, runner, today, book = case.journal, case.runner, case.today, case.book
    evidence = Evidence([o for o in (*case.earlier, *case.located) if not o.also], case.runs, book)
    sightings = all_sightings(evidence, runner, today)
    sightings.extend(no_improvement(evidence.located, case.runs, book))
    bone_open = any(s.flag == "bone_stress_diagnosed" for s in uncleared(sightings, journal.clearances, book))

    judged, loose = _sessions(case, explained(sightings, journal.clearances, book))
    reds = red_days(judged, loose, book)
    light = _light(judged, loose, reds, today, book)
    standing = climb(judged, loose, reds, setting_of(case, light, bone_open=bone_open), book)
    if standing.stuck_since is not None:
        sightings.append(_stuck(standing, standing.stuck_since))
    flags = settle(sightings, journal.clearances, evidence, runner, case.complaints, today)
    hurts, rests = _walking_hurts(judged, loose, today, book), _bone_rests(case, standing)
    return Assessment(
        today=today,
        phase=_phase(case, flags.active, standing, rest_told=bool(hurts) or rests),
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
        walking_hurts=hurts,
        bone_rests=rests,
        sore=_sore(loose, today, book),
    )


def _stuck(standing: Standing, since: date) -> Sighting:
    params: dict[str, object] = {"n": len(set(standing.stuck_entries)), "urgency": standing.stuck_urgency}
    return Sighting("ladder_stuck", None, None, datetime.combine(since, time(12)), standing.stuck_entries, params)


def _sessions(case: Case, ruled_out: frozenset[str]) -> tuple[tuple[Judged, ...], list[Reading]]:
    book = case.book
    most = [
        int(str(limit.value))
        for limit in case.runner.clinician_limits
        if limit.kind == "max_pain" and limit.holds(case.today)
    ]
    mornings = Mornings(case.located, case.runner.usual_morning, book)
    first = datetime.combine(case.first, time.min)
    felt = [
        _without_signs(one) if one.finding.entry in ruled_out else one
        for one in case.located
        if one.finding.at >= first
    ]
    runs, walks = since(case.journal.runs, first), since(case.journal.walks, first)
    sessions, loose = gather(felt, runs, walks, mornings, min(most, default=None), book)
    answers = Answers(case.journal, painless_counts=not case.complaints and not case.rows)
    pace = case.load.pace or book.caps.assumed_pace_min_per_km
    prescribed = Prescribed(case.history.items(), pace, bone=case.bone, book=book)
    return tuple(judge(s, answers, prescribed, book) for s in sessions), loose


def _without_signs(one: Located) -> Located:
    """What a clinician has looked at and ruled out weighs by its score alone."""
    return replace(one, finding=replace(one.finding, signs=NO_SIGNS))


def _light(judged: Sequence[Judged], loose: Sequence[Reading], reds: Reds, today: date, book: Protocols) -> Light:
    """The worst of the last logged run, red where two ambers acted as one red, and of pain in the last three days."""
    runs = [s for s in judged if s.kind == "run"]
    red = {entry for _, entry in reds}
    month = today - timedelta(days=book.caps.complaint_window_days)
    last = runs[-1].light if runs and runs[-1].day > month else Light.GREEN
    if last is Light.AMBER and runs[-1].id in red:
        last = Light.RED
    first = today - timedelta(days=book.caps.light_window_days)
    readings = [*loose, *(r for s in judged for r in s.readings)]
    return max([last, *(r.light for r in readings if r.finding.day > first)])


def _bone_rests(case: Case, standing: Standing) -> bool:
    """After red with a cleared bone stress injury: rest until ten days without pain have passed."""
    if standing.column != "bone" or not standing.red_days:
        return False
    last = max([*bone_pains(case), standing.red_days[-1]])
    return (case.today - last).days < case.book.ladder.columns["bone"].pain_free_days


def _walking_hurts(judged: Sequence[Judged], loose: Sequence[Reading], today: date, book: Protocols) -> tuple[str, ...]:
    """The latest scores in walking at each site that are above that row's green; a score stands seven days."""
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
    return tuple(dict.fromkeys(r.finding.entry for r in latest.values() if r.light is not Light.GREEN))


def _sore(loose: Sequence[Reading], today: date, book: Protocols) -> Reading | None:
    """The latest soreness of the last four days that is too much to run on."""
    first = today - timedelta(hours=book.caps.soreness_end_h)
    lately = [r for r in loose if r.row == "soreness" and r.finding.day > first and r.finding.score is not None]
    too_much = [r for r in lately if (r.finding.score or 0) > book.caps.soreness_walk_above]
    last_day = max((r.finding.day for r in lately), default=None)
    return next((r for r in too_much if r.finding.day == last_day), None)


def _phase(case: Case, flags: Sequence[Flag], standing: Standing, *, rest_told: bool) -> str:
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
