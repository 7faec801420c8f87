"""The drafts of one open page: one of each kind, kept on every change."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, timedelta
from typing import Any, cast
from uuid import uuid4

from planner.desk import Desk
from planner.journal import Fault, Faults
from planner.journal.records import dated
from planner.ui.log.correcting import draft_of, form_of
from planner.ui.log.drafts import STANDS_AT, Draft, DrinkDraft, PainDraft, Place, SleepDraft
from planner.ui.log.kept import Keeper, Kept
from planner.ui.log.sessions import CheckInDraft, PauseDraft, SelfTestDraft, SessionDraft
from planner.ui.preferences import Preferences
from planner.words.documents import ItemDoc

Undo = str | Callable[[], object]
"""An entry to withdraw, or something to do."""

KINDS: dict[str, type[Draft]] = {
    "pain": PainDraft,
    "sleep": SleepDraft,
    "drink": DrinkDraft,
    "run": SessionDraft,
    "check_in": CheckInDraft,
    "pause": PauseDraft,
    "test": SelfTestDraft,
}


class Drafts:
    """`generation` grows with each fresh draft, so that its form starts afresh too. `restored` are the kinds that were
    begun on another page, or before this one was opened. `wrong_at` names the field of a form that was last at fault.
    """

    pain: PainDraft
    sleep: SleepDraft
    drink: DrinkDraft
    run: SessionDraft
    check_in: CheckInDraft
    pause: PauseDraft
    test: SelfTestDraft

    def __init__(self, desk: Desk, preferences: Preferences) -> None:
        self._desk = desk
        self._keeper = Keeper(preferences)
        self._tokens: dict[str, str] = {}
        self.restored: set[str] = set()
        self.wrong_at: dict[str, str] = {}
        self.generation = 0
        for kind in KINDS:
            setattr(self, kind, self._fresh(kind))
        self.look()

    def of(self, kind: str) -> Draft:
        return cast("Draft", getattr(self, kind))

    def look(self) -> None:
        """Take up what was begun elsewhere, and let go of what was saved or thrown away there."""
        begun = self._keeper.begun(self._desk.now)
        for kind, token in list(self._tokens.items()):
            if token not in begun:
                self._set(kind, self._fresh(kind))
        for token, kept in reversed(begun.items()):
            kind = kept.get("kind")
            if kind in KINDS and self._tokens.get(kind, token) == token:
                self._take_up(kind, token, kept)

    def changed(self, kind: str) -> None:
        """Keep the draft as it is now. A folder that can't be written doesn't stand in the way of writing on."""
        token = self._tokens.setdefault(kind, uuid4().hex)
        self.wrong_at.pop(kind, None)
        with suppress(OSError):
            self._keeper.keep(token, kind, self.of(kind).json(), self._desk.now)

    def start(self, kind: str, draft: Draft) -> None:
        """Open a form on something else than what was begun."""
        self._let_go(kind)
        self._set(kind, draft)

    def start_over(self, kind: str) -> None:
        self._let_go(kind)
        self._set(kind, self._fresh(kind))

    def start_session(self, item: ItemDoc | None) -> None:
        """A run or walk as the plan asks for it; what was begun about the same one goes on."""
        begun = self.run.item if "run" in self._tokens else None
        if "run" in self._tokens and (begun or {}).get("id") == (item or {}).get("id"):
            return
        self.start("run", self._with_place(session_as(item, in_miles=self._is_imperial)))

    def save(self, kind: str) -> tuple[Undo, ...]:
        """Write the draft down and start afresh; returns what takes it back. Raises Faults, StoreFault."""
        try:
            undo = self._write(self.of(kind))
        except Faults as error:
            where = error.faults[0].where.rpartition(", ")[2]
            self.wrong_at[kind] = STANDS_AT.get(where, where)
            raise
        self.start_over(kind)
        return undo

    def logged_night(self) -> str | None:
        """The entry of the night that the form is about."""
        night = self.sleep.night or (self._desk.today - timedelta(days=1)).isoformat()
        found = self._desk.journal(date.fromisoformat(night), "sleep")
        return next((str(entry["id"]) for entry in found if str(entry.get("night_of"))[:10] == night), None)

    def end_pause(self, pause: Mapping[str, object]) -> tuple[Undo, ...]:
        """Back from a pause: yesterday was its last day. One that began today never was."""
        yesterday = (self._desk.today - timedelta(days=1)).isoformat()
        entry_id = str(pause["id"])
        if str(pause.get("from") or yesterday)[:10] > yesterday:
            self._desk.delete(entry_id)
            return (lambda: self._desk.put_back(pause),)
        ended = self._desk.edit(entry_id, {"to": yesterday})
        return (lambda: self._desk.edit(ended, {"to": pause.get("to")}),)

    def correct(self, entry: Mapping[str, Any]) -> str | None:
        """Open the form on an entry; returns which form, None where there is none for it."""
        kind = form_of(entry.get("kind"))
        if kind:
            # What was begun stays in the file, and comes back when this is done.
            self._set(kind, draft_of(entry, in_imperial=self._is_imperial))
            self.changed(kind)
        return kind

    def _write(self, draft: Draft) -> tuple[Undo, ...]:
        entries = draft.entries(self._desk.now)
        # There is one of each night: what is said about it again corrects it.
        known = draft.replaces or (self.logged_night() if isinstance(draft, SleepDraft) else None)
        if known:
            return self._correct(draft, known, entries[0])
        if len(entries) == 1:
            return (self._desk.log(entries[0]),)
        return self._desk.log_all({**entry, "id": uuid4().hex} for entry in entries).ids

    def _correct(self, draft: Draft, entry_id: str, entry: Mapping[str, object]) -> tuple[Undo, ...]:
        old = self._desk.entry(entry_id)
        if old is None:
            raise Faults([Fault("fault.no_entry", "", {"given": entry_id})])
        told = dated(entry, self._desk.now)
        shown = dated(draft_of(old, in_imperial=self._is_imperial).entries(self._desk.now)[0], self._desk.now)
        changes = {key: told.get(key) for key in draft.COVERS if told.get(key) != shown.get(key)}
        corrected = self._desk.edit(entry_id, changes)
        former = {key: old.get(key) for key in changes}
        return (lambda: self._desk.edit(corrected, former),)

    def _let_go(self, kind: str) -> None:
        token = self._tokens.get(kind)
        if token:
            with suppress(OSError):
                self._keeper.forget(token, self._desk.now)

    def _take_up(self, kind: str, token: str, kept: Kept) -> None:
        if token in self._tokens.values() and kept["fields"] == self.of(kind).json():
            return
        # Written by hand or by another version: then there is no draft.
        with suppress(TypeError, ValueError):
            draft = KINDS[kind].read(cast("Mapping[str, Any]", kept["fields"]))
            self._set(kind, draft)
            self._tokens[kind] = token
            self.restored.add(kind)

    def _set(self, kind: str, draft: Draft) -> None:
        setattr(self, kind, draft)
        self._tokens.pop(kind, None)
        self.restored.discard(kind)
        self.wrong_at.pop(kind, None)
        self.generation += 1

    def _fresh(self, kind: str) -> Draft:
        match kind:
            case "pain":
                return pain_like(self._desk.latest("pain"))
            case "run":
                return self._with_place(session_as(None, in_miles=self._is_imperial))
            case "sleep":
                return sleep_like(self._desk.runner(), self._desk.latest("sleep"))
            case "drink":
                return DrinkDraft(in_ounces=self._is_imperial)
            case _:
                return KINDS[kind]()

    def _with_place(self, draft: SessionDraft) -> SessionDraft:
        draft.places = pain_like(self._desk.latest("pain")).places
        return draft

    @property
    def _is_imperial(self) -> bool:
        return self._desk.runner().get("units") == "imperial"


def pain_like(last: Mapping[str, object] | None) -> PainDraft:
    """A new pain draft, at the place that was logged last."""
    site, side = (last or {}).get("site"), (last or {}).get("side")
    return PainDraft(places=[Place(str(site), str(side) if side else None)] if site else [], is_remembered=bool(site))


def sleep_like(runner: Mapping[str, object], last: Mapping[str, object] | None) -> SleepDraft:
    """A new night at the usual times: those of the profile, else those of the night that was logged last."""
    before = last or {}
    bed, wake = (runner.get("bedtime") or before.get("bed"), runner.get("wake") or before.get("wake"))
    by_hours = not (bed and wake) and before.get("asleep_h") is not None
    return SleepDraft(bed=str(bed or ""), wake=str(wake or ""), by_hours=by_hours)


def session_as(item: ItemDoc | None, *, in_miles: bool) -> SessionDraft:
    """A new draft of a run or walk, as the plan asked for it."""
    if item is None:
        return SessionDraft(in_miles=in_miles)
    minutes, running = item.get("minutes"), item["dose"].get("run_min")
    planned = {"id": item["id"], "title": item["title"], "dose": {"stage": item["dose"].get("stage")}}
    return SessionDraft(
        kind=item["kind"],
        duration=f"{minutes:g}" if minutes else "",
        running=f"{running:g}" if running else "",
        item=planned,
        in_miles=in_miles,
    )
