"""JSON entries -> typed entries, with every fault reported at once."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar

from planner.journal import vocabulary as v
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
from planner.journal.faults import Fault
from planner.journal.fields import (
    NOON,
    Reader,
    Wrong,
    clock,
    day,
    instant,
    mapping,
    moment,
    number,
    one_of,
    some_of,
    text,
    timestamp,
    truth,
    whole,
)

E = TypeVar("E")

_SCORE = whole(0, v.TOP_SCORE)
_SITE = one_of(v.SITES)
_SIDE = one_of(v.SIDES)
_SIGNS = some_of(v.SIGNS)
_MINUTES = number(0, 2_880)
_KM = number(0, 500)
_COMMON: dict[str, Reader] = {
    "id": text, "kind": str, "note": text, "logged_at": timestamp, "replaces": text, "device": text,
}  # fmt: skip
_ANSWERS: dict[str, Reader] = {
    "site": _SITE, "side": _SIDE, "pain_during": _SCORE, "pain_1h": _SCORE, "limp": truth, "painkiller_24h": truth,
    "distance_km": _KM, "duration_min": _MINUTES, "item": text, "source": mapping, "at": moment,
}  # fmt: skip
_FIELDS: dict[str, dict[str, Reader]] = {
    "pain": {
        "at": moment, "site": _SITE, "side": _SIDE, "score": _SCORE, "during": one_of(v.DURINGS),
        "course": one_of(v.COURSES), "signs": _SIGNS, "painkiller_24h": truth,
    },
    "sleep": {
        "night_of": day, "asleep_h": number(0, 24), "quality": whole(v.QUALITIES[0], v.QUALITIES[-1]), "at": moment,
        "bed": clock, "wake": clock, "source": mapping,
    },
    "drink": {"at": moment, "volume_ml": number(0, 20_000), "what": text},
    "run": {
        **_ANSWERS, "run_min": _MINUTES, "stage": one_of(v.STAGES), "rpe": _SCORE, "surface": text, "shoe": text,
        "course": one_of(v.COURSES), "warm_up": truth, "cool_down": truth,
    },
    "walk": dict(_ANSWERS),
    "check_in": {
        "at": moment, "about": text, "pain_1h": _SCORE, "pain_morning": _SCORE, "limp": truth, "painkiller_24h": truth,
    },
    "test": {"at": moment, "test": one_of(v.TESTS), "side": _SIDE, "reps": whole(0, 1_000), "pain": _SCORE},
    "screen": {"on": moment, "at": moment, "signs": _SIGNS, "site": _SITE, "side": _SIDE},
    "pause": {"from": day, "to": day, "why": one_of(v.PAUSE_WHYS)},
    "done": {
        "at": moment, "item": text, "outcome": one_of(v.OUTCOMES), "why": one_of(v.SKIP_WHYS), "pain": _SCORE,
        "to": day,
    },
    "clearance": {
        "at": moment, "on": moment, "by": one_of(v.CLINICIANS), "clears": some_of(v.FLAGS), "site": _SITE,
        "side": _SIDE, "outcome": one_of(v.CLEARANCE_OUTCOMES), "reply": text,
    },
    "profile": {"changes": mapping, "logged_at": instant, "reply": text},
    "issued": {"plan": mapping, "logged_at": instant},
    "deleted": {"entry": text, "taken_back": truth},
}  # fmt: skip
FIELDS: Mapping[str, Mapping[str, Reader]] = {kind: _COMMON | fields for kind, fields in _FIELDS.items()}

_KINDS = {
    "pain": Pain, "drink": Drink, "run": Run, "walk": Walk, "check_in": CheckIn, "test": Test, "done": Done,
}  # fmt: skip
_DATED = {"sleep": ("night_of", "at"), "screen": ("on", "at"), "clearance": ("on", "at"), "pause": ()}
_NOT_KEPT = frozenset({"note", "reply", "logged_at", "replaces", "device"})


def read_entry(raw: Mapping[str, Any], entry_id: str, today: date, faults: list[Fault]) -> Entry | None:
    """Read one entry; what is wrong is added to `faults`, and then there is no entry.

    An entry without a time counts as today's; a JSON null is the same as a missing field.
    """
    kind = raw.get("kind")
    readers = FIELDS.get(kind) if isinstance(kind, str) else None
    if not isinstance(kind, str) or readers is None:
        faults.append(Fault("fault.kind", _place(raw), {"given": kind, "words": ", ".join(FIELDS)}))
        return None
    found = len(faults)
    values: dict[str, Any]
    try:
        values = {key: readers[key](value) for key, value in raw.items() if value is not None}
    except (KeyError, Wrong):
        values = _readable(raw, kind, readers, faults)
    at = values.get("at")
    if (at is not None and at.date() > today) or kind in _DATED:
        _check_dates(kind, values, raw, today, faults)
    if len(faults) > found:
        return None
    values["id"] = entry_id
    return _build(kind, values, today)


def check_deletion(raw: Mapping[str, Any], faults: list[Fault]) -> None:
    """Add to `faults` what is wrong with an entry that withdraws another."""
    if raw.get("entry") is None:
        faults.append(Fault("fault.missing", f"{_place(raw)}, entry", {"key": "entry"}))
    _readable(raw, "deleted", FIELDS["deleted"], faults)


def _place(raw: Mapping[str, Any]) -> str:
    """Where an entry is: its kind, and its id or else its time."""
    said = (raw.get(key) for key in ("kind", "id", "at", "night_of", "on", "from"))
    words = [word for word in said if isinstance(word, str)]
    return " ".join(words[:2]) or "journal"


def _readable(raw: Mapping[str, Any], kind: str, readers: Mapping[str, Reader], faults: list[Fault]) -> dict[str, Any]:
    """The values that can be read; what is wrong with the others is added to `faults`."""
    values: dict[str, Any] = {}
    for key, value in raw.items():
        if value is None:
            continue
        if key not in readers:
            faults.append(Fault("fault.field", f"{_place(raw)}, {key}", {"given": key, "kind": kind}))
            continue
        try:
            values[key] = readers[key](value)
        except Wrong as wrong:
            faults.append(Fault(wrong.key, f"{_place(raw)}, {key}", wrong.params))
    return values


def _check_dates(
    kind: str, values: Mapping[str, Any], raw: Mapping[str, Any], today: date, faults: list[Fault]
) -> None:
    for key in _DATED.get(kind, ("at",)):
        value = values.get(key)
        if value is not None and (value.date() if isinstance(value, datetime) else value) > today:
            params = {"given": str(value)[:10], "today": str(today)}
            faults.append(Fault("fault.future", f"{_place(raw)}, {key}", params))
    if kind == "pause" and "from" in values and "to" in values and values["to"] < values["from"]:
        faults.append(Fault("fault.backwards", f"{_place(raw)}, to", {"given": str(values["to"])}))


def _build(kind: str, values: dict[str, Any], today: date) -> Entry:
    logged_at = values.get("logged_at", "")
    del values["kind"]
    if not _NOT_KEPT.isdisjoint(values):
        for key in _NOT_KEPT:
            values.pop(key, None)
    if kind in _KINDS:
        if "at" not in values:
            values["at"] = datetime.combine(today, NOON)
        return _made(_KINDS[kind], values)
    entry_id = values["id"]
    match kind:
        case "sleep":
            return _sleep(values, today)
        case "screen":
            values["at"] = values.pop("on", None) or values.get("at") or datetime.combine(today, NOON)
            return Screen(**values)
        case "clearance":
            on = values.pop("on", None)
            values["at"] = values.get("at") or on
            return Clearance(**values)
        case "pause":
            return Pause(entry_id, values.get("from", today), values.get("to"), values.get("why", "other"))
        case "profile":
            return ProfileChange(entry_id, logged_at, values.get("changes", {}))
        case _:
            return Issued(entry_id, logged_at, values.get("plan", {}))


def _made(kind: type[E], values: dict[str, Any]) -> E:
    """An entry that has these fields as its own, and finds the others in its class, where a dataclass keeps defaults.

    Its constructor sets frozen fields one by one, which takes as long as reading them.
    """
    entry = object.__new__(kind)
    object.__setattr__(entry, "__dict__", values)
    return entry


def _sleep(values: Mapping[str, Any], today: date) -> Sleep:
    hours = values.get("asleep_h")
    if hours is None and "bed" in values and "wake" in values:
        hours = hours_between(values["bed"], values["wake"])
    night = values.get("night_of")
    if night is None:
        woke = values["at"].date() if "at" in values else today
        night = woke - timedelta(days=1)
    told = {"id": values["id"], "night_of": night, "asleep_h": hours, "quality": values.get("quality")}
    return _made(Sleep, told)


def hours_between(bed: time, wake: time) -> float:
    """Hours from going to bed to waking, over midnight where the clock says so."""
    minutes = (wake.hour * 60 + wake.minute) - (bed.hour * 60 + bed.minute)
    return (minutes % (24 * 60)) / 60
