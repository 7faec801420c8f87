"""Entries as JSON, before they are read and after: their time, and what two records of one run say together."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime, timedelta
from typing import Any

from planner.journal.entries import Run
from planner.journal.fields import moment

_DATED = {"sleep": ("night_of", "at"), "screen": ("on", "at"), "clearance": ("on", "at"), "pause": ("from",)}
_UNDATED = frozenset({"profile", "issued", "deleted"})
_UNTOLD = {field.name: field.default for field in fields(Run)}


def dated(entry: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    """The entry with a time: `now` where it has none, so that it means the same tomorrow."""
    kind = str(entry.get("kind"))
    keys = _DATED.get(kind, ("at",))
    if kind in _UNDATED or any(entry.get(key) is not None for key in keys):
        return dict(entry)
    if kind == "sleep":
        return {**entry, "night_of": (now.date() - timedelta(days=1)).isoformat()}
    if kind == "pause":
        return {**entry, "from": now.date().isoformat()}
    return {**entry, "at": now.isoformat(timespec="minutes")}


def when_of(entry: Mapping[str, Any], today: date) -> datetime:
    """The time of an entry that can be read; one without a time is today's."""
    keys = _DATED.get(str(entry.get("kind")), ("at",))
    return moment(next((entry[key] for key in keys if entry.get(key) is not None), today.isoformat()))


def of_both(run: Run, raw: Mapping[str, Any]) -> dict[str, Any]:
    """What a run that was logged twice has from either record; `raw`: the record whose id it kept."""
    values = {key: getattr(run, key) for key in _UNTOLD if key not in {"id", "at"}}
    told = {key: value for key, value in values.items() if key in raw or value != _UNTOLD[key]}
    return {**told, "at": raw["at"] if moment(raw["at"]) == run.at else run.at.isoformat()}
