"""What the screens show and can ask for. Knows the desk and no control."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

import flet as ft

from planner.desk import Desk, StoreFault
from planner.journal import Faults
from planner.protocols import protocols
from planner.ui.log.drafts import LABELS, Drafts, DrinkDraft, SleepDraft, pain_like, session_as
from planner.ui.preferences import Preferences
from planner.words import say, say_faults
from planner.words.documents import ChangeDoc, DayDoc, ItemDoc, PlanDoc

NOTICE_READ = "safety_notice_read_on"
GLASS = "glass_ml"
FIRST_GLASS = 250
IN_SESSION = "pain_during"
SESSIONS = ("run", "walk")


@dataclass(frozen=True)
class Message:
    """What just happened. Deleting the entries in `undo` takes it back; `log_pain` offers to say more about pain."""

    text: str
    undo: tuple[str, ...] = ()
    shows_plan: bool = False
    log_pain: bool = False


class Model(ft.Observable):
    """The state of one open app: the plan as last made, what changed in it, and what is being written down.

    Every verb that writes returns None, or the one sentence that says why nothing was written.
    """

    def __init__(self, desk: Desk, preferences: Preferences) -> None:
        self.desk = desk
        self.preferences = preferences
        self._drafts = Drafts()
        self._renew("pain")
        self._renew("run")
        self._plan = desk.plan()
        self._message: Message | None = None
        self._is_wide = False

    def say(self, key: str, **parameters: object) -> str:
        return say(key, self.desk.language, **parameters)

    def name(self, key: str) -> str:
        """A word of the vocabulary, as it begins a line."""
        word = self.say(key)
        return word[:1].upper() + word[1:]

    def source(self, source_id: str) -> str:
        """The title of a source."""
        known = protocols().sources.get(source_id)
        return known.title if known else source_id

    @property
    def language(self) -> str:
        return self.desk.language

    @property
    def today(self) -> date:
        return self.desk.today

    @property
    def is_wide(self) -> bool:
        """Whether the page has room for a rail and two columns."""
        return self._is_wide

    @property
    def plan(self) -> PlanDoc:
        return self._plan

    @property
    def changes(self) -> list[ChangeDoc]:
        """What changed in this week today."""
        return self._plan["changes"]

    @property
    def message(self) -> Message | None:
        return self._message

    @property
    def store_notice(self) -> str | None:
        return self.desk.notice

    @property
    def drafts(self) -> Drafts:
        return self._drafts

    @property
    def glass_ml(self) -> int:
        kept = self.preferences.get(GLASS)
        return kept if isinstance(kept, int) else FIRST_GLASS

    @property
    def has_logged(self) -> bool:
        """Whether the journal holds anything."""
        return bool(self.desk.journal())

    @property
    def has_read_notice(self) -> bool:
        return self.preferences.get(NOTICE_READ) is not None

    def week(self, week_start: date) -> PlanDoc:
        """The plan of another week."""
        return self.desk.plan(week_start)

    def day_of_today(self) -> DayDoc:
        return self.desk.day()

    def latest(self, kind: str) -> Mapping[str, object] | None:
        """The newest journal entry of a kind."""
        found = self.desk.journal(kind=kind)
        return found[-1] if found else None

    def agree(self) -> str | None:
        """The runner has read the safety notice."""
        return self.write(lambda: self.preferences.set(NOTICE_READ, self.today.isoformat()))

    def look(self) -> None:
        """Asks the desk again: another device may have logged, or a day may have passed."""
        self._message = None
        self._plan = self.desk.plan()
        self.notify()

    def log(self, entry: Mapping[str, object]) -> str | None:
        """Writes an entry down."""
        return self.write(lambda: self.desk.log(entry), lambda: self.say(f"ui.saved.{entry['kind']}", **entry))

    def drink(self, volume_ml: int) -> str | None:
        """One glass, in one tap; remembered as the usual one."""
        fault = self.log({"kind": "drink", "volume_ml": volume_ml})
        if fault is None and volume_ml != self.glass_ml:
            return self.write(lambda: self.preferences.set(GLASS, volume_ml))
        return fault

    def start_session(self, item: ItemDoc | None) -> None:
        """Opens a fresh form for a run or walk, as the plan asks for it."""
        self._drafts.run = session_as(item, in_miles=self._in_miles)
        self._drafts.generation += 1

    def save_draft(self, kind: str) -> str | None:
        """Writes down what was typed into the form of that kind, and clears it."""
        draft = getattr(self._drafts, kind)
        missing = draft.missing()
        if missing:
            return self.say(missing)
        try:
            entry = draft.entry(self.desk.now)
        except Faults as error:
            return self.fault(error)
        fault = self.log(entry)
        if fault is None:
            self._renew(kind)
            self.notify()
        return fault

    def questions(self, item: ItemDoc) -> list[str]:
        """What a check-in still asks (`pain_during`, `pain_1h`, `pain_morning`); nothing before the session is logged.

        The questions that look for red flags have no scores: they are read in the steps.
        """
        if self.waits_for_session(item) or "red_flags" in item["dose"].get("asks", []):
            return []
        about = item["dose"].get("about")
        session = next((e for e in self._sessions() if e["id"] == about), {})
        return [question for question in item["dose"].get("asks", []) if session.get(question) is None]

    def waits_for_session(self, item: ItemDoc) -> bool:
        """Whether it asks about a run or walk that isn't logged yet."""
        return item["kind"] == "check_in" and "for" in item and item["dose"].get("about") is None

    def is_logged(self, item: ItemDoc) -> bool:
        """Whether a run or walk in the journal stands for the item."""
        return item["kind"] in SESSIONS and any(entry.get("item") == item["id"] for entry in self._sessions())

    def answer(self, item: ItemDoc, scores: Mapping[str, int], *, limps: bool) -> str | None:
        """Answers a check-in, and ticks it. What was felt in the session itself goes to the session's own entry."""
        if any(question not in scores for question in self.questions(item)):
            return self.say("ui.missing.score")
        about = item["dose"].get("about")
        later = {question: score for question, score in scores.items() if question != IN_SESSION}
        if IN_SESSION in scores and about:
            fault = self.write(lambda: self.desk.edit(about, {IN_SESSION: scores[IN_SESSION]}))
            if fault:
                return fault
        fault = self.log({"kind": "check_in", "about": about, "limp": limps, **later})
        ticks: list[str] = []
        fault = fault or self.write(lambda: ticks.append(self.desk.tick(item["id"])))
        if self._message and not fault:
            # A corrected run has no way back from here, so half a way isn't offered either.
            undo = () if IN_SESSION in scores else (*self._message.undo, *ticks)
            self._message = replace(self._message, undo=undo)
            self.notify()
        return fault

    def tick(self, item: ItemDoc) -> str | None:
        return self.write(lambda: self.desk.tick(item["id"]), lambda: self.say("ui.saved.ticked", title=item["title"]))

    def skip(self, item: ItemDoc, why: str) -> str | None:
        return self.write(
            lambda: self.desk.tick(item["id"], "skipped", why=why),
            lambda: self.say("ui.saved.skipped", title=item["title"]),
            log_pain=why == "pain",
        )

    def untick(self, item: ItemDoc) -> str | None:
        """Takes back what was last said about an item."""
        said = [e for e in self.desk.journal(kind="done") if e.get("item") == item["id"]]
        return self.write(lambda: [self.desk.delete(str(e["id"])) for e in said])

    def undo(self) -> str | None:
        entries = self._message.undo if self._message else ()
        self._message = None
        if not entries:
            return None
        return self.write(lambda: [self.desk.delete(entry) for entry in entries], lambda: self.say("ui.saved.undone"))

    def set_wide(self, is_wide: bool) -> None:
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            self.notify()

    def dismiss(self) -> None:
        self._message = None
        self.notify()

    def fault(self, error: Exception) -> str:
        """What went wrong, in one sentence, with a form's own names for its fields."""
        if not isinstance(error, Faults):
            return str(error)
        named = [replace(fault, where=self._label(fault.where)) for fault in error.faults]
        return say_faults(Faults(named), self.language)

    def _sessions(self) -> list[dict[str, object]]:
        return [entry for entry in self.desk.journal() if entry["kind"] in SESSIONS]

    def _label(self, where: str) -> str:
        label = LABELS.get(where.rpartition(", ")[2])
        return self.say(label) if label else ""

    @property
    def _in_miles(self) -> bool:
        return self.desk.runner().get("units") == "imperial"

    def _renew(self, kind: str) -> None:
        match kind:
            case "pain":
                self._drafts.pain = pain_like(self.latest("pain"))
            case "run":
                self._drafts.run = session_as(None, in_miles=self._in_miles)
            case "sleep":
                self._drafts.sleep = SleepDraft()
            case _:
                self._drafts.drink = DrinkDraft()
        self._drafts.generation += 1

    def write(
        self, action: Callable[[], object], done: Callable[[], str] | None = None, *, log_pain: bool = False
    ) -> str | None:
        """`done` makes what to say when it is done."""
        try:
            entry = action()
        except (Faults, StoreFault, OSError) as error:
            return self.fault(error)
        had = self.changes
        self._plan = self.desk.plan()
        if done:
            changed = self.changes != had and bool(self.changes)
            self._message = Message(done(), (entry,) if isinstance(entry, str) else (), changed, log_pain)
        self.notify()
        return None


def week_start_of(day: date) -> date:
    return day - timedelta(days=day.weekday())
