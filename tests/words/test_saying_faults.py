"""Faults as one sentence: what is wrong, where, what to do."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.cases import plan_case
from planner.journal import Fault, Faults, fold, read_runner
from planner.words import say_faults

TODAY = date(2026, 11, 22)

SAID = {
    "pain p, score: 11 is outside 0 to 10, so give a number in between.": {"kind": "pain", "id": "p", "score": 11},
    "sleep s, asleep_h: 25 is outside 0 to 24, so give a number in between.": {
        "kind": "sleep", "id": "s", "asleep_h": 25,
    },
    "pain p, at: 2026-11-23 lies after today, 2026-11-22, so give today’s date or an earlier one.": {
        "kind": "pain", "id": "p", "at": "2026-11-23T08:00",
    },
    "run r, side: “middle” is not known, so choose one of left, right, both.": {
        "kind": "run", "id": "r", "side": "middle",
    },
    "drink d, volume: “volume” is not a field of drink, so check its spelling.": {
        "kind": "drink", "id": "d", "volume": 300,
    },
    "deleted, entry: “entry” is missing, so add it.": {"kind": "deleted"},
    "pain p, at: “0001-01-01” is not in the years 1900 to 2199, so check the date.": {
        "kind": "pain", "id": "p", "at": "0001-01-01",
    },
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "entry"), SAID.items())
def test_a_fault_is_a_sentence_with_what_where_and_what_to_do(sentence: str, entry: dict[str, Any]) -> None:
    with pytest.raises(Faults) as caught:
        fold([entry], TODAY)
    assert say_faults(caught.value) == sentence


def test_two_faults_are_one_sentence() -> None:
    with pytest.raises(Faults) as caught:
        read_runner({"birth_year": 1700, "run_days": ["someday"]}, TODAY)
    assert say_faults(caught.value) == (
        "runner, birth_year: 1700 is outside 1900 to 2100, so give a number in between; "
        "runner, run_days: “someday” is not known, so choose one of mon, tue, wed, thu, fri, sat, sun."
    )


def test_the_same_fault_twice_is_said_once() -> None:
    fault = Fault("fault.missing", "today", {"key": "today"})
    assert say_faults(Faults([fault, fault])) == "today: “today” is missing, so add it."


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**30), 10**30) | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(JSON, st.text(), st.sampled_from(["score", "site", "at", "signs", "note", "id", "kind", "painkiller_24h"]))
def test_whatever_is_given_the_sentence_is_one_short_line_that_can_be_printed(
    value: object, entry_id: str, field: str
) -> None:
    try:
        fold([{"kind": "pain", "id": entry_id, field: value}], TODAY)
    except Faults as wrong:
        said = say_faults(wrong)
        assert len(said.splitlines()) == 1
        assert len(said) < 900
        assert said.endswith(".")
        said.encode()


def test_a_huge_value_is_shortened() -> None:
    with pytest.raises(Faults) as caught:
        plan_case({"schema": 1, "today": json.loads("[" * 400 + "]" * 400), "week_start": 10**400})
    assert len(say_faults(caught.value)) < 600


def test_of_many_faults_the_first_ten_are_named_and_the_rest_counted() -> None:
    many = Faults([Fault("fault.clock", f"entry {n}", {"given": n}) for n in range(25)])
    sentence = say_faults(many)
    assert sentence.count("entry ") == 10
    assert sentence.endswith("and 15 more like these.")
