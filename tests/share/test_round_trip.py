"""What is exported is the journal: read back on an empty desk, it is the same one."""

import json
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.desk import Desk
from planner.journal import canonical
from planner.share.packed import packed
from planner.share.tables import tables
from planner.share.whole import from_bytes, to_bytes
from planner.ui.log.incoming import bring
from tests.invariants.generate import case

NO_PLAN: Any = {"days": []}
NOTES = ("", "null", "'", "=1+1", "größer; 3,5 km\r\nand more", '"')


@contextmanager
def desk_of(today: date) -> Iterator[Desk]:
    with tempfile.TemporaryDirectory() as folder:
        yield Desk(Path(folder) / "data", clock=lambda: datetime.combine(today, datetime.min.time(), UTC), today=today)


def lived_in(desk: Desk, given_case: Mapping[str, Any], rng: Random) -> None:
    """The case's journal, with corrections, deletions, an undone import, and a run that was logged twice."""
    desk.take_in({**given_case, "journal": given_case.get("journal") or [], "issued": []})
    today = given_case["today"]
    for entry in [one for one in desk.journal() if rng.random() < 0.3]:
        if rng.random() < 0.6:
            desk.edit(str(entry["id"]), {"note": rng.choice(NOTES)})
        else:
            desk.delete(str(entry["id"]))
    watch = {"kind": "run", "at": f"{today}T00:00", "distance_km": 5.01, "source": {"format": "fit", "name": "a.fit"}}
    desk.log_all(
        [{**watch, "id": "watch", "duration_min": 30}, {"kind": "drink", "id": "undone", "at": f"{today}T00:00"}]
    )
    desk.log({"kind": "run", "id": "hand", "at": f"{today}T00:02", "duration_min": 31, "pain_during": 1})
    desk.withdraw(["undone"])
    desk.change_runner({"mass_kg": 61.5, "goal": None, "equipment": []}, note=rng.choice(NOTES[1:]))


def as_logged(desk: Desk, *, but: str = "") -> list[str]:
    return sorted(canonical(entry) for entry in desk.logged() if entry["kind"] != but)


@given(st.integers(0, 10**9))
@settings(max_examples=12)
def test_the_tables_hold_all_that_was_logged_but_the_plans(seed: int) -> None:
    given_case = case(seed)
    today = date.fromisoformat(given_case["today"])
    with desk_of(today) as mine, desk_of(today) as other:
        lived_in(mine, given_case, Random(seed))
        archive = packed(tables(mine.journal(), NO_PLAN, mine.logged()))
        first = bring(other, [("tables.zip", archive)])
        assert first.faulty == []
        assert as_logged(other) == as_logged(mine, but="issued")
        assert other.journal() == mine.journal()
        assert other.runner() == mine.runner()
        for desk in (mine, other):
            again = bring(desk, [("tables.zip", archive)])
            assert (again.new, again.faulty) == (0, [])


@given(st.integers(0, 10**9))
@settings(max_examples=6)
def test_the_whole_comes_back_whole(seed: int) -> None:
    given_case = case(seed)
    today = date.fromisoformat(given_case["today"])
    with desk_of(today) as mine, desk_of(today) as other:
        lived_in(mine, given_case, Random(seed))
        whole = to_bytes(mine.whole())
        read = from_bytes(whole)
        assert read is not None
        other.take_in(read)
        assert to_bytes(other.whole()) == whole
        assert other.take_in(read).new == 0


def test_a_run_that_was_logged_twice_is_one_row_and_both_records_are_kept() -> None:
    with desk_of(date(2026, 11, 22)) as desk:
        lived_in(desk, {"schema": 1, "today": "2026-11-22"}, Random(1))
        files = {
            name: data.decode("utf-8-sig").splitlines()
            for name, data in tables(desk.journal(), NO_PLAN, desk.logged()).items()
        }
        assert len(files["run.csv"]) == 2
        assert sum(line.startswith("run,") for line in files["set_aside.csv"]) == 2
        assert len(files["deleted.csv"]) == 2


def test_without_the_log_the_tables_hold_what_counts() -> None:
    entry = {"kind": "pain", "id": "a", "at": "2026-11-20T07:30", "score": 1}
    files = tables([entry], NO_PLAN)
    assert files["pain.csv"].count(b"\r\n") == 2
    assert files["set_aside.csv"].count(b"\r\n") == 1


NOT_SOUND = [
    b'{"schema": 1, "journal": [], "journal": []}',
    b'{"schema": 1, "journal": [NaN]}',
    b'{"schema": 1, "journal": ' + b"[" * 100_000,
    b"\xff",
    b"[]",
    json.dumps({"schema": 2, "journal": []}).encode(),
]


@pytest.mark.parametrize("data", NOT_SOUND)
def test_what_is_no_sound_export_of_ours_is_none(data: bytes) -> None:
    assert from_bytes(data) is None
