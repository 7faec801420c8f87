"""The journal as a fold over the set of logged entries: any order, any repeats, the same state."""

import hashlib
import json
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cached_property
from operator import attrgetter
from typing import Any, cast

from planner.journal.entries import (
    CheckIn,
    Clearance,
    Done,
    Drink,
    Entry,
    Issued,
    Pain,
    Pause,
    ProfileChange,
    Run,
    Screen,
    Sleep,
    Test,
    Walk,
)
from planner.journal.faults import Fault, Faults
from planner.journal.fields import Wrong, instant
from planner.journal.reading import check_deletion, read_entry
from planner.journal.same_run import may_be_one, one_run_each
from planner.journal.symptoms import Symptoms, symptoms_of

Raw = Mapping[str, Any]


@dataclass(frozen=True)
class Journal:
    """Everything that counts, by kind, oldest first. `alias` leads from an id that was replaced or merged to the
    one that stands for it.
    """

    pains: tuple[Pain, ...] = ()
    sleeps: tuple[Sleep, ...] = ()
    drinks: tuple[Drink, ...] = ()
    runs: tuple[Run, ...] = ()
    walks: tuple[Walk, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    tests: tuple[Test, ...] = ()
    screens: tuple[Screen, ...] = ()
    pauses: tuple[Pause, ...] = ()
    dones: tuple[Done, ...] = ()
    clearances: tuple[Clearance, ...] = ()
    profile_changes: tuple[ProfileChange, ...] = ()
    issued: tuple[Issued, ...] = ()
    alias: Mapping[str, str] = field(default_factory=dict[str, str])

    def id_of(self, entry_id: str | None) -> str | None:
        """The id that stands for this one now."""
        return None if entry_id is None else self.alias.get(entry_id, entry_id)

    @cached_property
    def sessions(self) -> Mapping[str, Run | Walk]:
        """Runs and walks by id."""
        return {session.id: session for session in (*self.runs, *self.walks)}

    @cached_property
    def symptoms(self) -> Symptoms:
        """The entries that tell of pain or a sign."""
        return symptoms_of(self)


def canonical(raw: Raw) -> str:
    """The one JSON text of an entry."""
    return json.dumps(raw, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str)


def content_id(raw: Raw) -> str:
    """The id of an entry that came without one: the hash of its content."""
    content = {key: value for key, value in raw.items() if value is not None and key not in {"logged_at", "id"}}
    return hashlib.sha256(canonical(content).encode(errors="surrogatepass")).hexdigest()[:32]


def _logged(raw: Raw) -> str:
    try:
        return instant(raw.get("logged_at"))
    except Wrong:
        return ""


def _rank(raw: Raw) -> tuple[str, str]:
    return _logged(raw), canonical(raw)


@dataclass(frozen=True, slots=True)
class Survivors:
    """The entries that stand, by id, where replaced ids lead, and what withdrew others."""

    entries: Mapping[str, Raw]
    alias: Mapping[str, str]
    deletions: Sequence[Raw]


def survivors(raws: Iterable[Raw]) -> Survivors:
    """Settle rivals, replacements and deletions. Deletion wins; then the greatest (`logged_at`, canonical JSON)."""
    chosen: dict[str, Raw] = {}
    deletions: dict[str, Raw] = {}
    for raw in raws:
        if raw.get("kind") == "deleted":
            deletions[canonical(raw)] = raw
            continue
        entry_id = raw.get("id")
        if not isinstance(entry_id, str):
            entry_id = content_id(raw)
        rival = chosen.get(entry_id)
        if rival is None or (rival is not raw and _rank(raw) > _rank(rival)):
            chosen[entry_id] = raw
    gone = {entry for raw in deletions.values() if isinstance(entry := raw.get("entry"), str)}
    replacing = {
        entry_id: target
        for entry_id, raw in chosen.items()
        if isinstance(target := raw.get("replaces"), str) and target != entry_id
    }
    heirs = _heirs(chosen, replacing, gone)
    entries = (
        {k: raw for k, raw in chosen.items() if k not in gone and heirs.get(k, k) == k} if gone or heirs else chosen
    )
    alias = {old: heir for old, heir in heirs.items() if heir not in {None, old}}
    return Survivors(entries, cast("dict[str, str]", alias), tuple(deletions.values()))


def _heirs(chosen: Mapping[str, Raw], replacing: Mapping[str, str], gone: set[str]) -> dict[str, str | None]:
    """Which entry stands for all that replaced one another: the last, of several the greatest; None: withdrawn."""
    families: dict[str, set[str]] = {}
    for entry_id, target in replacing.items():
        members = families.get(entry_id, {entry_id}) | families.get(target, {target})
        for member in members:
            families[member] = members
    heirs: dict[str, str | None] = {}
    replaced = set(replacing.values())
    for members in {id(m): m for m in families.values()}.values():
        present = [member for member in members if member in chosen]
        last = [member for member in present if member not in replaced] or present
        heir = None if members & gone else max(last, key=lambda member: (*_rank(chosen[member]), member))
        heirs.update(dict.fromkeys(members, heir))
    return heirs


def fold(raws: Iterable[Raw], today: date) -> Journal:
    """Fold logged entries into the journal of that day. Raises Faults with everything that is wrong in them."""
    standing = survivors(raws)
    faults: list[Fault] = []
    kinds: defaultdict[type[Entry], list[Any]] = defaultdict(list)
    for entry_id, raw in standing.entries.items():
        entry = read_entry(raw, entry_id, today, faults)
        if entry is not None:
            kinds[type(entry)].append(entry)
    for raw in standing.deletions:
        check_deletion(raw, faults)
    if faults:
        raise Faults(sorted(faults, key=lambda fault: (fault.where, fault.key)))
    runs, merged = one_run_each(kinds[Run])
    alias = {old: merged.get(new, new) for old, new in standing.alias.items()} | merged
    kinds[Run] = list(runs)
    return Journal(
        **{name: tuple(sorted(kinds[_TYPES[name]], key=order)) for name, order in _ORDER.items()}, alias=alias
    )


def with_more(journal: Journal, raws: Sequence[Raw], today: date) -> Journal | None:
    """The journal with entries that are new to it, without folding the others again; None where only a fold of all can
    tell: corrections, withdrawals of what stands for others, and a run that may have been logged before.

    Their ids must be new: of no entry before, nor named by one that corrects or withdraws. Raises Faults with everything that is wrong in them.
    """
    if any(raw.get("replaces") or not isinstance(raw.get("id"), str) for raw in raws):
        return None
    more = fold(raws, today)
    if more.alias or any(may_be_one(run, known) for run in more.runs for known in _around(run, journal.runs)):
        return None
    gone = {str(raw["entry"]) for raw in raws if raw.get("kind") == "deleted"}
    kept = _without(journal, gone) if gone else {}
    if kept is None:
        return None
    grown = {
        kind: _in_order(kept[kind] if kind in kept else getattr(journal, kind), new, order)
        for kind, order in _ORDER.items()
        if (new := getattr(more, kind))
    }
    return _with_what_it_knew(replace(journal, **(kept | grown)), journal, kept.keys() | grown.keys())


def _with_what_it_knew(grown: Journal, journal: Journal, changed: Collection[str]) -> Journal:
    """What the journal had sorted out, where none of what it was sorted out from has changed since."""
    known = vars(journal)
    for name, kinds in _SORTED_FROM.items():
        if name in known and kinds.isdisjoint(changed):
            vars(grown)[name] = known[name]
    return grown


def _without(journal: Journal, gone: set[str]) -> dict[str, tuple[Any, ...]] | None:
    """The kinds from which these entries were taken; None where one of them is not a plain entry of its own."""
    if gone & {*journal.alias, *journal.alias.values()}:
        return None
    kept: dict[str, tuple[Any, ...]] = {}
    taken = 0
    for kind in _PLAIN:
        every = getattr(journal, kind)
        left = tuple(one for one in every if one.id not in gone)
        if len(left) < len(every):
            kept[kind] = left
            taken += len(every) - len(left)
    return kept if taken == len(gone) else None


def _in_order(known: tuple[Any, ...], new: tuple[Any, ...], order: Callable[[Any], Any]) -> tuple[Any, ...]:
    """Both, each in its order already. What was just logged is mostly later than all before."""
    both = (*known, *new)
    return both if not known or order(known[-1]) <= order(new[0]) else tuple(sorted(both, key=order))


def _around(run: Run, runs: Sequence[Run]) -> Sequence[Run]:
    first = bisect_left(runs, run.at - timedelta(days=1), key=attrgetter("at"))
    return runs[first : bisect_right(runs, run.at + timedelta(days=1), key=attrgetter("at"))]


def _cleared_at(clearance: Clearance) -> tuple[datetime, str]:
    return clearance.at or datetime.min, clearance.id


def _changed_at(change: ProfileChange) -> tuple[str, str, str]:
    return change.logged_at, canonical(change.changes), change.id


_SORTED_FROM: Mapping[str, frozenset[str]] = {
    "sessions": frozenset({"runs", "walks"}),
    "symptoms": frozenset({"pains", "runs", "walks", "check_ins", "screens", "tests"}),
}
_IN_TIME = attrgetter("at", "id")
_ORDER: Mapping[str, Callable[[Any], Any]] = {
    "pains": _IN_TIME, "sleeps": attrgetter("night_of", "id"), "drinks": _IN_TIME, "runs": _IN_TIME, "walks": _IN_TIME,
    "check_ins": _IN_TIME, "tests": _IN_TIME, "screens": _IN_TIME, "pauses": attrgetter("start", "id"),
    "dones": _IN_TIME, "clearances": _cleared_at, "profile_changes": _changed_at,
    "issued": attrgetter("logged_at", "id"),
}  # fmt: skip
_TYPES: Mapping[str, type[Entry]] = {
    "pains": Pain, "sleeps": Sleep, "drinks": Drink, "runs": Run, "walks": Walk, "check_ins": CheckIn, "tests": Test,
    "screens": Screen, "pauses": Pause, "dones": Done, "clearances": Clearance, "profile_changes": ProfileChange,
    "issued": Issued,
}  # fmt: skip


# Kinds of which one entry more or less changes no other one
_PLAIN = ("pains", "sleeps", "drinks", "walks", "check_ins", "tests", "screens", "pauses", "dones", "clearances")


def profile(journal: Journal) -> dict[str, object]:
    """The profile's JSON after all its changes, in the order in which they were logged."""
    values: dict[str, object] = {}
    for change in journal.profile_changes:
        values.update(change.changes)
    return {key: value for key, value in values.items() if value is not None}


def without_symptoms(journal: Journal) -> Journal:
    """The same journal with all scores 0 and no signs, limp or course: what the same runner without symptoms logged.

    It is the same value where there were no symptoms.
    """
    calm = {
        kind: tuple(_calm(entry, symptoms) for entry in getattr(journal, kind)) for kind, symptoms in _SYMPTOMS.items()
    }
    if all(
        one is other for kind, made in calm.items() for one, other in zip(made, getattr(journal, kind), strict=True)
    ):
        return journal
    return replace(journal, **calm)


_SYMPTOMS: Mapping[str, Mapping[str, object]] = {
    "pains": {"score": 0, "signs": (), "course": None},
    "runs": {"pain_during": 0, "pain_1h": 0, "limp": False, "course": None},
    "walks": {"pain_during": 0, "pain_1h": 0, "limp": False},
    "check_ins": {"pain_1h": 0, "pain_morning": 0, "limp": False},
    "tests": {"pain": 0},
    "screens": {"signs": ()},
    "dones": {"pain": 0},
}


def _calm(entry: Any, symptoms: Mapping[str, object]) -> Any:  # noqa: ANN401 - an entry of any kind
    told = {key: value for key, value in symptoms.items() if getattr(entry, key)}
    return replace(entry, **told) if told else entry
