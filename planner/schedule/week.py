"""The days of a week and what is known of each: allowed, blocked, minutes, what was done there already."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from planner.assess import Assessment, Reason
from planner.assess.past import on_day, since
from planner.journal import Done, Journal, Limit, Run, Runner, Walk
from planner.journal.issued import History, IssuedItem
from planner.protocols import Protocols
from planner.schedule.answered import answered_questions

WEEKS_AHEAD = 12
RUNNING = frozenset({"run", "walk"})
TIMED = frozenset({"run", "walk", "warm_up", "cool_down", "strength", "mobility", "cross_training"})
ACTIVE = frozenset({"run", "walk", "strength", "cross_training"})


@dataclass(frozen=True, slots=True)
class RestWindow:
    """Seven days in a row: those that can still be planned, and how many of them have to rest."""

    open_days: frozenset[date]
    rests: int


@dataclass(frozen=True, slots=True)
class Week:
    """The inputs of a week's plan, and what they say about its days; `open_days` can still be planned. See `week_of`.

    `moved`: the items that the runner moved, by the day they were moved to (or pinned on) and their kind; `given_up`:
    by the day they were issued for and their kind, what became of those skipped or moved away. `answered`: the
    red-flag questions that were answered.
    """

    start: date
    assessment: Assessment
    runner: Runner
    journal: Journal
    history: History
    book: Protocols
    outcomes: Mapping[str, str]
    run_days: frozenset[date]
    active_days: frozenset[date]
    days: tuple[date, ...]
    open_days: tuple[date, ...]
    moved: Mapping[tuple[date, str], str]
    given_up: Mapping[tuple[date, str], str]
    rest_windows: tuple[RestWindow, ...] = ()
    answered: frozenset[str] = frozenset()

    @property
    def today(self) -> date:
        """The day of the assessment."""
        return self.assessment.today

    def limits(self, day: date) -> tuple[Limit, ...]:
        """The clinician's limits in force on a day."""
        return tuple(x for x in self.runner.clinician_limits if x.holds(day))

    def limit(self, day: date, kind: str) -> tuple[Limit, ...]:
        """The clinician's limits of a kind in force on a day."""
        return tuple(x for x in self.limits(day) if x.kind == kind)

    def minutes(self, day: date) -> int:
        """Minutes that the runner has on a day."""
        return self.runner.day_minutes[day.weekday()]

    def run_at(self, day: date) -> time | None:
        """When the runner wants to run or walk on a day; None: no wish."""
        return self.runner.run_at[day.weekday()]

    def pause_on(self, day: date) -> str | None:
        """Why a pause covers the day, None where none does; an illness, which may have a fever, the day after it too."""
        for pause in self.journal.pauses:
            after = timedelta(days=1 if pause.why == "illness" else 0)
            if pause.start <= day and (pause.end is None or day <= pause.end + after):
                return pause.why
        return None

    def paused(self, day: date) -> bool:
        """Tell whether a pause covers the day."""
        return self.pause_on(day) is not None

    def ran_on(self, day: date) -> bool:
        """Tell whether there was a run on that day: logged, told of by a pain score, or ticked."""
        return day in self.run_days

    def expected_run(self, day: date) -> bool:
        """Tell whether a run was logged that day, or issued for a day between today and this week."""
        return day in self.run_days or (self.today <= day < self.start and self.was_issued("run", day))

    def was_active(self, day: date) -> bool:
        """Tell whether a day before planning begins was (or is to be) anything but a rest day."""
        if day in self.active_days:
            return True
        issued = self.history.on(day) if self.today <= day < self.start else ()
        return any(item.kind in ACTIVE for item in issued)

    def touched_today(self, kind: str, day: date) -> bool:
        """Tell whether an issued item of that kind was finished, skipped or moved away on that day, and none moved there."""
        if (day, kind) in self.moved:
            return False
        return any(item.kind == kind and item.id in self.outcomes for item in self.history.on(day))

    def runs_on(self, day: date) -> Sequence[Run]:
        """The runs logged on a day."""
        return on_day(self.journal.runs, day)

    def walks_on(self, day: date) -> Sequence[Walk]:
        """The walks logged on a day."""
        return on_day(self.journal.walks, day)

    def used(self, day: date) -> float:
        """Minutes that were already spent on a day: logged runs and walks, and what was ticked."""
        logged = (*self.runs_on(day), *self.walks_on(day))
        told = {s.item for s in logged}
        ticked = [
            float(item.json.get("minutes") or 0)
            for item in self.history.on(day)
            if item.kind in TIMED and item.id not in told and self.outcomes.get(item.about or item.id) == "done"
        ]
        return sum(s.duration_min or 0 for s in logged) + sum(ticked)

    def was_issued(self, kind: str, day: date) -> bool:
        """Tell whether an item of that kind was last issued for that day, or moved there, and not given up since."""
        if (day, kind) in self.moved:
            return True
        return (day, kind) not in self.given_up and any(item.kind == kind for item in self.history.on(day))

    def allowed(self, kind: str, day: date) -> str | None:
        """The health state that forbids an item kind on a day; None where nothing does. A clinician may allow it."""
        allowed = "hydration" if kind == "drink_target" else kind
        if any(allowed in limit.value for limit in self.limit(day, "allow") if isinstance(limit.value, tuple)):
            return None
        for health, kinds in self.book.health.never.items():
            if kind in kinds and self.runner.has(health, day):
                return health
        return None


def week_of(
    start: date, assessment: Assessment, runner: Runner, journal: Journal, history: History, book: Protocols
) -> Week:
    """The week that begins on `start`, as it stands on the day of the assessment."""
    items = history.items()
    first = _first_that_matters(start, assessment)
    dones, walks = since(journal.dones, first), since(journal.walks, first)
    ticked = [
        (done.at.date(), item)
        for done in dones
        if done.outcome == "done" and (item := items.get(done.item or "")) is not None
    ]
    ran = {session.day for session in assessment.runs} | {day for day, item in ticked if item.kind == "run"}
    active = {walk.at.date() for walk in walks} | {day for day, item in ticked if item.kind in ACTIVE}
    days = tuple(start + timedelta(days=n) for n in range(7))
    last = {done.item: done for done in dones if done.item and done.item in items}
    moved = {
        (done.to, items[key].kind): key for key, done in last.items() if done.outcome == "moved" and done.to is not None
    }
    answered = answered_questions(journal, history, first)
    outcomes = _outcomes((*since(journal.runs, first), *walks), items, last) | dict.fromkeys(answered, "done")
    week = Week(
        start, assessment, runner, journal, history, book, outcomes, frozenset(ran), frozenset(ran | active), days,
        tuple(day for day in days if day >= assessment.today), moved, _given_up(last, items, history, moved),
        answered=answered,
    )  # fmt: skip
    return replace(week, rest_windows=_rest_windows(week))


def _first_that_matters(start: date, assessment: Assessment) -> datetime:
    """No plan reaches further than its weeks ahead: what was said before can't be of an item of this week; what was
    raised past the ladder counts from the day that it was reached.
    """
    first = min(start, assessment.today) - timedelta(weeks=WEEKS_AHEAD + 1)
    return datetime.combine(min(first, assessment.standing.reached_nine or first), time.min)


def _outcomes(
    sessions: Sequence[Run | Walk], items: Mapping[str, IssuedItem], last: Mapping[str, Done]
) -> dict[str, str]:
    """What became of issued items, by id: done, skipped or moved. A session logged for an item is done."""
    known: dict[str, str] = {
        key: done.outcome for key, done in last.items() if not (done.outcome == "moved" and items[key].date == done.to)
    }
    for session in sessions:
        if session.item and session.item in items:
            known.setdefault(session.item, "done")
    return known


def _given_up(
    last: Mapping[str, Done], items: Mapping[str, IssuedItem], history: History, moved: Mapping[tuple[date, str], str]
) -> dict[tuple[date, str], str]:
    """Days that the runner wants free of what was issued there. What was moved there instead comes first."""
    found: dict[tuple[date, str], str] = {}
    for key, done in last.items():
        if done.outcome == "skipped":
            found[(items[key].date, items[key].kind)] = "skipped"
        elif done.outcome == "moved" and (day := _moved_from(key, done, history)) is not None:
            found[(day, items[key].kind)] = "moved"
    return {place: outcome for place, outcome in found.items() if place not in moved}


def _moved_from(item_id: str, done: Done, history: History) -> date | None:
    """The day that an item was last shown on, other than the one it was moved to."""
    days = [
        day
        for plan in history.plans
        if plan.today <= done.at.date()
        for day, items in plan.days.items()
        if day != done.to and any(item.id == item_id for item in items)
    ]
    return days[-1] if days else None


@dataclass(frozen=True, slots=True)
class Cap:
    """A bound on running minutes: of one run, or of what a week has left."""

    rule: str
    minutes: int
    reason: Reason


def rests_enough(week: Week, active: frozenset[date]) -> bool:
    """Tell whether any seven days in a row keep their rest days, as far as the open days can make it so."""
    return all(len(window.open_days - active) >= window.rests for window in week.rest_windows)


def _rest_needed(week: Week) -> int:
    """Rest days in any seven in a row: one, or as many as the clinician says."""
    limits = week.limit(max(week.today, week.start), "days_off")
    return max([1, *(limit.value for limit in limits if isinstance(limit.value, int))])


def _used_up(week: Week, day: date) -> bool:
    """Tell whether today can't be a rest day any more."""
    return day == week.today and week.was_active(day)


def _rest_windows(week: Week) -> tuple[RestWindow, ...]:
    if not week.open_days:
        return ()
    needed = _rest_needed(week)
    first = week.open_days[0]
    windows: list[RestWindow] = []
    for end in week.open_days:
        window = [end - timedelta(days=back) for back in range(7)]
        still_open = frozenset(day for day in window if day >= first and not _used_up(week, day))
        rested = sum(not week.was_active(day) for day in window if day < first)
        windows.append(RestWindow(still_open, min(needed - rested, len(still_open))))
    return tuple(windows)
