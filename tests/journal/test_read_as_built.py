"""An entry that was read is the same value as one that its constructor made."""

from dataclasses import fields
from datetime import date
from typing import Any

import pytest

from planner.journal import CheckIn, Done, Drink, Entry, Fault, Pain, Run, Sleep, Walk, read_entry
from planner.journal import Test as SelfTest

TODAY = date(2026, 11, 22)
AT = {"at": "2026-11-20T07:30"}
RAW: dict[type[Entry], dict[str, Any]] = {
    Pain: {**AT, "kind": "pain", "site": "calf", "side": "left", "score": 2, "signs": ["swelling"]},
    Sleep: {"kind": "sleep", "night_of": "2026-11-20", "asleep_h": 7},
    Drink: {**AT, "kind": "drink", "volume_ml": 300},
    Run: {**AT, "kind": "run", "distance_km": 5, "duration_min": 30, "stage": "2", "limp": True},
    Walk: {**AT, "kind": "walk", "duration_min": 30},
    CheckIn: {**AT, "kind": "check_in", "about": "r", "pain_1h": 0},
    SelfTest: {**AT, "kind": "test", "test": "hop", "reps": 10},
    Done: {**AT, "kind": "done", "item": "x", "outcome": "skipped", "why": "tired"},
}


def read(raw: dict[str, Any]) -> Entry:
    faults: list[Fault] = []
    entry = read_entry(raw, "x", TODAY, faults)
    assert not faults
    assert entry is not None
    return entry


@pytest.mark.parametrize("kind", RAW, ids=lambda kind: kind.__name__)
def test_what_was_read_is_what_the_constructor_makes(kind: type[Entry]) -> None:
    raw = {**RAW[kind], "note": "n", "logged_at": "2026-11-20T08:00Z", "replaces": "y", "device": "d"}
    entry = read(raw)
    values = {field.name: getattr(entry, field.name) for field in fields(kind)}
    assert entry == kind(**values)
    assert vars(entry).keys() <= values.keys()


@pytest.mark.parametrize("kind", RAW, ids=lambda kind: kind.__name__)
def test_what_was_not_said_is_as_the_kind_has_it(kind: type[Entry]) -> None:
    entry = read({"kind": RAW[kind]["kind"]})
    by_default = {field.name: field.default for field in fields(kind) if field.name not in {"id", "at", "night_of"}}
    assert {name: getattr(entry, name) for name in by_default} == by_default
