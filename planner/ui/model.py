"""What the screens show and can ask for. Knows the desk and no control."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

import flet as ft

from planner.desk import Desk, StoreFault
from planner.journal import Faults
from planner.protocols import protocols
from planner.ui import measures
from planner.ui.handing import Handover
from planner.ui.log.begun import Drafts, Undo
from planner.ui.log.drafts import LABELS
from planner.ui.preferences import Preferences
from planner.words import say, say_faults
from planner.words.documents import ChangeDoc, DayDoc, ItemDoc, PlanDoc

NOTICE_READ = "safety_notice_read_on"
GLASS = "glass_ml"
IN_SESSION = "pain_during"
SESSIONS = ("run", "walk")


@dataclass(frozen=True)
class Message:
    """What just happened. `undo` takes it back: entries to withdraw, things to do. `log_pain` offers to say more of pain."""

    text: str
    undo: tuple[Undo, ...] = ()
    shows_plan: bool = False
    log_pain: bool = False


class Model(ft.Observable):
    """The state of one open app: the plan as last made, what changed in it, and what is being written down.

    Every verb that writes returns None, or the one sentence that says why nothing was written.
    """

    def __init__(
        self, desk: Desk, preferences: Preferences, served_at: str | None = None, handover: Handover | None = None
    ) -> None:
        """`served_at`: the app's address on the network, where it is served there; `handover`: what is offered there."""
        self.desk = desk
        self.preferences = preferences
        self.served_at = served_at
        self.handover = handover or Handover(lambda: desk.now)
        self._drafts = Drafts(desk, preferences)
        # Made when it is first looked at: a plan that nobody has seen must not count as shown.
        self._plan: PlanDoc | None = None
        self._message: Message | None = None
        self._is_wide = False
        # Until the first screen was drawn once: it may begin with what matters most
        self.is_opening = True

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
        if self._plan is None:
            self._plan = self.desk.plan()
        return self._plan

    @property
    def is_of_another_day(self) -> bool:
        """Whether the plan on screen is; without one on screen none is made."""
        return self._plan is not None and self._plan["today"] != self.today.isoformat()

    @property
    def changes(self) -> list[ChangeDoc]:
        """What changed in this week today."""
        return self.plan["changes"]

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
        return kept if isinstance(kept, int) else protocols().asking.glass.usual_ml

    @property
    def has_logged(self) -> bool:
        """Whether the journal holds anything."""
        return self.desk.latest() is not None

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
        return self.desk.latest(kind)

    def agree(self) -> str | None:
        """The runner has read the safety notice."""
        return self.write(lambda: self.preferences.set(NOTICE_READ, self.today.isoformat()))

    def look(self) -> None:
        """Asks the desk again: another device may have logged, or a day may have passed."""
        self._message = None
        self._plan = self.desk.plan()
        self._drafts.look()
        self.notify()

    def log(self, entry: Mapping[str, object]) -> str | None:
        """Writes an entry down."""
        return self.write(lambda: self.desk.log(entry), lambda: self.say(f"ui.saved.{entry['kind']}"))

    def drink(self, volume_ml: float) -> str | None:
        """One glass, in one tap."""
        amount = measures.volume(self, volume_ml)
        return self.write(
            lambda: self.desk.log({"kind": "drink", "volume_ml": volume_ml}),
            lambda: self.say("ui.saved.drink", amount=amount),
        )

    def start_session(self, item: ItemDoc | None) -> None:
        """Opens a form for a run or walk, as the plan asks for it."""
        self._drafts.start_session(item)

    def save_draft(self, kind: str) -> str | None:
        """Writes down what was put into the form of that kind, and clears it."""
        draft = self._drafts.of(kind)
        missing = draft.missing()
        if missing:
            self._drafts.wrong_at[kind] = missing
            return self.say(f"ui.missing.{missing}")
        key, parameters = draft.saved()
        return self.write(lambda: self._drafts.save(kind), lambda: self.say(key, **parameters))

    def questions(self, item: ItemDoc) -> list[str]:
        """What a check-in still asks (`pain_during`, `pain_1h`, `pain_morning`); nothing before the session is logged.

        The questions that look for red flags have no scores: they are read in the steps.
        """
        if self.waits_for_session(item) or "red_flags" in item["dose"].get("asks", []):
            return []
        about = item["dose"].get("about")
        session = self.desk.entry(about) if about else None
        return [question for question in item["dose"].get("asks", []) if (session or {}).get(question) is None]

    def waits_for_session(self, item: ItemDoc) -> bool:
        """Whether it asks about a run or walk that isn't logged yet."""
        return item["kind"] == "check_in" and "for" in item and item["dose"].get("about") is None

    def is_logged(self, item: ItemDoc) -> bool:
        """Whether a run or walk in the journal stands for the item."""
        return item["kind"] in SESSIONS and self.desk.is_logged(item["id"])

    def answer(self, item: ItemDoc, scores: Mapping[str, int], *, limps: bool) -> str | None:
        """Answers a check-in, and ticks it. What was felt in the session itself goes to the session's own entry."""
        if any(question not in scores for question in self.questions(item)):
            return self.say("ui.missing.score")
        about = item["dose"].get("about")
        later = {question: score for question, score in scores.items() if question != IN_SESSION}

        def answer() -> tuple[Undo, ...]:
            undo: list[Undo] = []
            if IN_SESSION in scores and about:
                corrected = self.desk.edit(about, {IN_SESSION: scores[IN_SESSION]})
                undo.append(lambda: self.desk.edit(corrected, {IN_SESSION: None}))
            undo.append(self.desk.log({"kind": "check_in", "about": about, "limp": limps, **later}))
            undo.append(self.desk.tick(item["id"]))
            return tuple(undo)

        return self.write(answer, lambda: self.say("ui.saved.check_in"))

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
        return self.write(lambda: self.desk.take_back(item["id"]))

    def undo(self) -> str | None:
        steps = self._message.undo if self._message else ()
        self._message = None
        if not steps:
            return None

        def take_back() -> None:
            for step in steps:
                if callable(step):
                    step()
            self.desk.withdraw(step for step in steps if isinstance(step, str))

        return self.write(take_back, lambda: self.say("ui.saved.undone"))

    def set_wide(self, is_wide: bool) -> None:
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            self.notify()

    def dismiss(self) -> None:
        self._message = None
        self.notify()

    def fault(self, error: Exception) -> str:
        """What went wrong, in one sentence, with a form's own names for its fields."""
        if isinstance(error, StoreFault):
            return error.said(self.language)
        if not isinstance(error, Faults):
            return str(error)
        named = [replace(fault, where=self._label(fault.where)) for fault in error.faults]
        said = say_faults(Faults(named), self.language)
        return said[:1].upper() + said[1:]

    def _label(self, where: str) -> str:
        label = LABELS.get(where.rpartition(", ")[2])
        return self.say(label) if label else ""

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
            undo = (entry,) if isinstance(entry, str) else entry if isinstance(entry, tuple) else ()
            self._message = Message(done(), undo, changed, log_pain)
        self.notify()
        return None


def week_start_of(day: date) -> date:
    return day - timedelta(days=day.weekday())
