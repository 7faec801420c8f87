"""A journal that grew entry by entry is the journal folded at once."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.journal import Faults, fold, with_more
from tests.invariants import generate

TODAY = date(2026, 11, 22)


def pain(entry_id: str, at: str = "2026-11-20T07:00", **more: Any) -> dict[str, Any]:
    return {"kind": "pain", "id": entry_id, "at": at, "site": "calf", "score": 1, **more}


def run(entry_id: str, at: str, minutes: float) -> dict[str, Any]:
    return {"kind": "run", "id": entry_id, "at": at, "duration_min": minutes, "source": {"format": "fit"}}


@given(generate.cases(), st.integers(0, 60))
def test_a_journal_that_grew_equals_the_whole_fold(case: dict[str, Any], place: int) -> None:
    today = date.fromisoformat(case["today"])
    entries = list({entry.get("id"): entry for entry in case.get("journal", ())}.values())
    before, new = entries[:place], entries[place:]
    named = {entry.get(key) for entry in before for key in ("replaces", "entry")}
    if named & {entry.get("id") for entry in new}:
        return
    try:
        whole = fold(entries, today)
    except Faults:
        return
    known = fold(before, today)
    # Looked at before it grows, so that what was sorted out may be handed on
    assert known.symptoms
    grown = with_more(known, new, today)
    assert grown is None or (grown, grown.sessions, grown.symptoms) == (whole, whole.sessions, whole.symptoms)


def test_a_drink_leaves_what_tells_of_pain_as_it_was_sorted() -> None:
    known = fold([pain("a")], TODAY)
    sorted_out = known.symptoms
    grown = with_more(known, [{"kind": "drink", "id": "d", "at": "2026-11-21T07:00", "volume_ml": 250}], TODAY)
    assert grown is not None
    assert grown.symptoms is sorted_out


def withdrawal(of: str) -> dict[str, Any]:
    return {"kind": "deleted", "id": "w", "entry": of}


@pytest.mark.parametrize(
    ("known", "new"),
    [
        ([run("a", "2026-11-20T18:00", 30)], withdrawal("a")),
        ([pain("a"), pain("b", replaces="a")], withdrawal("b")),
        ([pain("a")], withdrawal("z")),
        ([pain("a")], pain("b", replaces="a")),
        ([pain("a")], {key: value for key, value in pain("a").items() if key != "id"}),
        ([run("a", "2026-11-20T18:00", 30)], run("b", "2026-11-20T18:05", 31)),
    ],
    ids=[
        "a run withdrawn",
        "a correction withdrawn",
        "nothing known withdrawn",
        "correction",
        "no id",
        "the same run again",
    ],
)
def test_what_concerns_earlier_entries_needs_the_whole_fold(known: list[dict[str, Any]], new: dict[str, Any]) -> None:
    assert with_more(fold(known, TODAY), [new], TODAY) is None


def test_what_was_logged_alone_is_withdrawn_alone() -> None:
    known = fold([pain("a"), pain("b", "2026-11-21T07:00")], TODAY)
    journal = with_more(known, [withdrawal("a"), pain("c", "2026-11-21T08:00")], TODAY)
    assert journal is not None
    assert [entry.id for entry in journal.pains] == ["b", "c"]


def test_a_new_entry_takes_its_place_in_time() -> None:
    journal = with_more(fold([pain("b")], TODAY), [pain("a", "2026-11-19T07:00"), pain("c", "2026-11-21T07:00")], TODAY)
    assert journal is not None
    assert [entry.id for entry in journal.pains] == ["a", "b", "c"]


def test_a_plan_that_was_issued_is_an_entry_too() -> None:
    plan = {"week_start": "2026-11-23", "days": []}
    later = {"kind": "issued", "id": "b", "logged_at": "2026-11-22T09:00:00Z", "plan": {}}
    journal = with_more(
        fold([later], TODAY), [{**later, "id": "a", "logged_at": "2026-11-21T09:00:00Z", "plan": plan}], TODAY
    )
    assert journal is not None
    assert [(one.id, one.plan) for one in journal.issued] == [("a", plan), ("b", {})]


def test_two_runs_far_apart_are_two() -> None:
    journal = with_more(fold([run("a", "2026-11-20T08:00", 30)], TODAY), [run("b", "2026-11-20T18:00", 30)], TODAY)
    assert journal is not None
    assert [entry.id for entry in journal.runs] == ["a", "b"]


def test_a_wrong_entry_is_refused() -> None:
    with pytest.raises(Faults):
        with_more(fold([pain("a")], TODAY), [pain("b", score=11)], TODAY)
