"""What is derived from one version of the store on one day: the folded journal, and what to show and to issue of it."""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from operator import itemgetter
from typing import Any

from planner.assess import Figures, Place, assess, figures
from planner.cases import read_case
from planner.journal import Fault, Faults, Journal, Runner, profile, read_runner, survivors, with_more
from planner.journal.fields import day as read_day
from planner.journal.fields import listed
from planner.journal.issued import History, read_issued
from planner.journal.records import of_both, when_of
from planner.journal.units import fluid_ounces_to_ml
from planner.journal.vocabulary import HEALTH
from planner.protocols import cards_for, protocols
from planner.schedule import WEEKS_AHEAD, monday, possible_days, refusal, way_ahead
from planner.words import ChangeDoc, DayDoc, PlanDoc, ReasonDoc, Voice, WayDoc, as_one, tell, tell_way, voice_of

Entry = dict[str, Any]
Shown = tuple[datetime, str, Entry]
"""When it counts, its id, and the entry as a person sees it."""
_OURS = frozenset({"profile", "issued"})


@dataclass(frozen=True)
class State:
    """The entries of one version of the store, folded on one day."""

    version: int
    today: date
    raw: tuple[Entry, ...]
    journal: Journal
    runner: Runner
    history: History
    ids: frozenset[object]

    @cached_property
    def voice(self) -> Voice:
        """The voice that the runner is spoken to in."""
        return voice_of(self.runner)

    @cached_property
    def shown(self) -> tuple[Shown, ...]:
        """Every entry that counts and a person would call one, oldest first; a run that was logged twice is one."""
        found = survivors(self.raw).entries
        return tuple(sorted(self.shown_of(found), key=itemgetter(0, 1)))

    def entries(self, since: date | None, kind: str | None) -> list[Entry]:
        """The entries that count, oldest first. They are for reading only."""
        first = 0 if since is None else bisect_left(self.shown, datetime.combine(since, time.min), key=itemgetter(0))
        return [entry for _, _, entry in self.shown[first:] if kind in {None, entry.get("kind")}]

    def latest(self, fits: Callable[[Entry], bool]) -> Entry | None:
        """The newest entry that fits. It is for reading only."""
        return next((entry for _, _, entry in reversed(self.shown) if fits(entry)), None)

    def shown_of(self, entries: Mapping[str, Mapping[str, Any]]) -> Iterator[Shown]:
        alias = self.journal.alias
        runs = {run.id: run for run in self.journal.runs if run.id in alias.values()} if alias else {}
        for key, raw in entries.items():
            if raw.get("kind") not in _OURS and key not in alias:
                entry = {**raw, "id": key} | (of_both(runs[key], raw) if key in runs else {})
                yield when_of(entry, self.today), key, entry

    @cached_property
    def last_logged_at(self) -> str:
        """The moment of the newest entry; empty without any."""
        return max((str(entry.get("logged_at", "")) for entry in self.raw), default="")

    def followed_by(self, latest: Sequence[Entry], version: int, today: date) -> "State | None":
        """The state with what was appended to the store since: `latest`, the newest entry known here and those after it.

        None where all has to be folded anew.
        """
        if not self.raw or today < self.today or latest[:1] != [self.raw[-1]]:
            return None
        new = tuple(latest[1:])
        ids = {entry.get("id") for entry in new}
        unknown = len(ids) == len(new) and not ids & self.ids
        journal = with_more(self.journal, new, today) if unknown else None
        if journal is None:
            return None
        runner = read_runner(profile(journal), today)
        history = self.history.followed_by(read_issued(entry["plan"] for entry in new if entry.get("kind") == "issued"))
        grown = State(version, today, self.raw + new, journal, runner, history, self.ids | _named(new))
        # What is only made when it is asked for grows too, instead of being made again of everything.
        vars(grown)["last_logged_at"] = max(
            self.last_logged_at, *(str(entry.get("logged_at", "")) for entry in new), ""
        )
        if today == self.today and "shown" in vars(self):
            vars(grown)["shown"] = self._shown_with(grown, new)
        return grown

    def _shown_with(self, grown: "State", new: Sequence[Entry]) -> tuple[Shown, ...]:
        """What is shown, with the plain entries that came since, and without what they withdrew."""
        gone = {entry.get("entry") for entry in new if entry.get("kind") == "deleted"}
        kept = [one for one in self.shown if one[1] not in gone] if gone else list(self.shown)
        added = {entry["id"]: entry for entry in new if entry.get("kind") != "deleted"}
        for one in grown.shown_of(added):
            insort(kept, one, key=itemgetter(0, 1))
        return tuple(kept)

    def standing(self, entry_id: str) -> tuple[Entry, list[str]]:
        """The entry that stands for an id, as it is shown, and the ids of other records of the same run.

        Raises Faults where there is none.
        """
        alias = self.journal.alias
        current = alias.get(entry_id, entry_id)
        found = next((entry for entry in self.entries(None, None) if entry["id"] == current), None)
        if found is None:
            raise Faults([Fault("fault.no_entry", "", {"given": entry_id})])
        records = survivors(self.raw).entries
        return found, [one for one, heir in alias.items() if heir == current and one in records]

    def said_about(self, entry_id: str) -> list[Entry]:
        """The check-ins about a run or walk, also under an id that it had before a correction; without `logged_at`."""
        ids = {entry_id}
        for one in reversed(self.raw):
            if one.get("id") in ids and one.get("replaces"):
                ids.add(str(one["replaces"]))
        found = [entry for entry in self.entries(None, "check_in") if entry.get("about") in ids]
        return [{key: value for key, value in entry.items() if key != "logged_at"} for entry in found]

    @cached_property
    def logged_items(self) -> frozenset[str]:
        """The planned items that a run or walk stands for."""
        return frozenset(session.item for session in self.journal.sessions.values() if session.item is not None)

    def answers_to(self, item_id: str) -> list[str]:
        """The ids of the entries that say what became of a planned item."""
        return [done.id for done in self.journal.dones if done.item == item_id]

    def sessions_to_answer(self) -> list[Entry]:
        """The runs and walks that a check-in may be about, the latest first."""
        since = self.today - timedelta(days=protocols().asking.sessions.days)
        return [entry for entry in reversed(self.entries(since, None)) if entry["kind"] in ("run", "walk")]

    def sites(self) -> tuple[str, ...]:
        """Where it hurt while a complaint counts, the latest first; then where a named condition is that still holds."""
        book = protocols()
        first = datetime.combine(self.today - timedelta(days=book.caps.complaint_window_days), time.min)
        hurt = [
            (max(times), site)
            for (site, _), times in self.journal.symptoms.hurting.items()
            if site and max(times) >= first
        ]
        named = [one for one in self.runner.diagnoses if one.until is None or one.until >= self.today]
        rows = [book.rows[one.condition] for one in named if one.condition in book.rows]
        return tuple(
            dict.fromkeys([*(site for _, site in sorted(hurt, reverse=True)), *(s for r in rows for s in r.sites)])
        )

    def cards(self) -> tuple[str, ...]:
        """The cards to learn from that fit, by where it hurt lately and what was told of health."""
        health = [one for one in HEALTH if self.runner.has(one, self.today)]
        return cards_for(protocols().cards, self.sites(), health)

    def glasses_ml(self) -> tuple[float, ...]:
        """The sizes of a glass or bottle, as they are sold where the runner's units are used."""
        glass = protocols().asking.glass
        return tuple(map(fluid_ounces_to_ml, glass.sizes_fl_oz)) if self.voice.imperial else glass.sizes_ml

    def refusal(self, item_id: str, to: date) -> ReasonDoc | None:
        """The rule that keeps a planned item off a day. Raises KeyError: no such item."""
        why = refusal(self.journal, self.runner, self.history, self.today, item_id, to, protocols())
        return None if why is None else tell(why, self.voice)

    def possible_days(self, item_id: str) -> tuple[date, ...]:
        """The days of its week that a planned item may be moved to. Raises KeyError: no such item."""
        return possible_days(self.journal, self.runner, self.history, self.today, item_id, protocols())

    @cached_property
    def _figures(self) -> dict[tuple[str, Place | None], Figures]:
        return {}

    def figures(self, reach: str, place: Place | None) -> Figures:
        """What was logged, as figures of a reach; pain at one place, or at all."""
        asked = (reach, place)
        if asked not in self._figures:
            self._figures[asked] = figures(self.journal, self.history, self.today, reach, protocols(), place)
        return self._figures[asked]

    @cached_property
    def way(self) -> WayDoc:
        """The way ahead of the runner."""
        book = protocols()
        now = assess(self.journal, self.runner, self.history, self.today, book)
        return tell_way(way_ahead(now, self.runner, book), self.today, self.voice, book)

    def weeks(self) -> tuple[date, date]:
        """The Mondays of the first week that was ever issued, and of the last one that a plan reaches."""
        last = monday(self.today + timedelta(weeks=WEEKS_AHEAD))
        return min((one.week_start for one in self.history.plans), default=monday(self.today)), last

    def changes_on(self, day: date, start: date) -> list[ChangeDoc]:
        """What was told on a day about the week that begins on `start`, as one difference to how it stood before."""
        of_day = [
            listed(one.plan.get("changes") or ())
            for one in self.journal.issued
            if one.plan.get("today") == day.isoformat() and one.plan.get("week_start") == start.isoformat()
        ]
        return as_one([change for told in of_day for change in told])

    def shown_changes(self, start: date) -> list[Any]:
        """The changes as last shown for the week that begins on a day, while they are of today."""
        for one in reversed(self.journal.issued):
            if one.plan.get("week_start") == start.isoformat():
                of_today = one.plan.get("today") == self.today.isoformat()
                return [*listed(one.plan.get("changes") or ())] if of_today else []
        return []

    def to_issue(self, plan: PlanDoc) -> Entry | None:
        """The days of a plan that differ from what was issued, with what changed; None where none does.

        What was looked at ahead is issued once more when its week has come.
        """
        has_begun = read_day(plan["week_start"]) <= self.today
        new = [day for day in plan["days"] if not day.get("past") and self._is_new(day, has_begun=has_begun)]
        if not new:
            return None
        kept = ("schema", "rules_version", "today", "week_start")
        return {**{key: plan[key] for key in kept}, "days": new, "changes": plan["changes"]}

    def _is_new(self, day: DayDoc, *, has_begun: bool) -> bool:
        when = read_day(day["date"])
        known = [_content(item.json) for item in self.history.on(when)]
        differs = [_content(item) for item in day["items"]] != known
        return differs or (has_begun and not self.history.was_current(when))


def derive(version: int, raw: tuple[Entry, ...], today: date) -> State:
    """Fold all entries. Raises Faults."""
    return State(version, today, raw, *read_case(raw, None, (), today), _named(raw))


def _named(entries: Iterable[Entry]) -> frozenset[object]:
    """All ids of entries, and all that an entry corrects or withdraws: it may have come before what it names."""
    return frozenset(entry.get(key) for entry in entries for key in ("id", "replaces", "entry"))


def _content(item: Mapping[str, Any]) -> Sequence[object]:
    return [item.get(key) for key in ("id", "kind", "at", "minutes", "dose", "for")]
