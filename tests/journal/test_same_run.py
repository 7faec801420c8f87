"""A run that was logged twice counts once."""

from datetime import date
from typing import Any

import pytest

from planner.journal import Run, fold

TODAY = date(2026, 11, 22)
BY_HAND = {
    "kind": "run", "id": "hand", "at": "2026-11-20T18:00", "duration_min": 30, "distance_km": 5.0, "rpe": 4,
    "site": "shin_inner", "side": "left", "pain_during": 1, "surface": "trail", "item": "2026-11-20/run/1",
}  # fmt: skip
BY_WATCH = {
    "kind": "run", "id": "watch", "at": "2026-11-20T18:07", "duration_min": 32.5, "distance_km": 5.42,
    "source": {"format": "fit"},
}  # fmt: skip
BY_STRAVA = {**BY_WATCH, "id": "strava", "at": "2026-11-20T18:08", "shoe": "Ghost 15", "source": {"format": "strava"}}


def runs(*entries: dict[str, Any]) -> tuple[Run, ...]:
    folded = fold(entries, TODAY).runs
    assert folded == fold(reversed(entries), TODAY).runs
    return folded


def test_numbers_come_from_the_device_and_answers_from_the_hand_made_entry() -> None:
    (one,) = runs(BY_HAND, BY_WATCH)
    assert one.id == "hand"
    assert (one.distance_km, one.duration_min, f"{one.at:%H:%M}", one.source) == (
        5.42,
        32.5,
        "18:07",
        {"format": "fit"},
    )
    assert (one.rpe, one.site, one.side, one.pain_during, one.surface) == (4, "shin_inner", "left", 1, "trail")
    assert one.item == "2026-11-20/run/1"


def test_what_the_device_did_not_measure_is_as_told_by_hand() -> None:
    (one,) = runs(BY_HAND, {key: value for key, value in BY_WATCH.items() if key != "distance_km"})
    assert (one.distance_km, one.duration_min) == (5.0, 32.5)


def test_what_was_not_told_by_hand_is_as_the_device_knows_it() -> None:
    (one,) = runs(BY_HAND, {**BY_STRAVA, "run_min": 20, "surface": "asphalt"})
    assert (one.shoe, one.run_min, one.surface) == ("Ghost 15", 20, "trail")


def test_the_same_run_from_a_watch_and_from_strava_is_one() -> None:
    (one,) = runs(BY_WATCH, BY_STRAVA)
    assert one.distance_km == 5.42
    assert one.shoe == "Ghost 15"


def test_three_records_of_a_run_are_one() -> None:
    (one,) = runs(BY_STRAVA, BY_HAND, BY_WATCH)
    assert (one.id, one.distance_km, one.pain_during, one.shoe) == ("hand", 5.42, 1, "Ghost 15")


@pytest.mark.parametrize(
    ("change", "count"),
    [
        ({"at": "2026-11-20T18:10"}, 1),
        ({"at": "2026-11-20T17:50"}, 1),
        ({"at": "2026-11-20T18:11"}, 2),
        ({"at": "2026-11-20T17:49"}, 2),
        ({"duration_min": 35.2}, 1),
        ({"duration_min": 25.5}, 1),
        ({"duration_min": 35.4}, 2),
        ({"duration_min": 25.4}, 2),
        ({"duration_min": None}, 1),
        ({"at": "2026-11-21T18:00"}, 2),
        ({"at": "2026-11-20T18:00+09:00"}, 1),
    ],
)
def test_runs_are_one_within_10_minutes_and_15_percent(change: dict[str, Any], count: int) -> None:
    assert len(runs(BY_HAND, {**BY_WATCH, **change})) == count


def test_two_runs_of_a_day_stay_two() -> None:
    second = {**BY_HAND, "id": "second", "at": "2026-11-20T19:00"}
    assert [one.id for one in runs(second, BY_HAND)] == ["hand", "second"]


def test_two_runs_that_nobody_timed_stay_two() -> None:
    made = [{"kind": "run", "id": name, "at": "2026-11-20T18:00", "distance_km": 3} for name in "ab"]
    assert len(runs(*made)) == 2


def test_the_worst_answer_counts_where_two_were_given() -> None:
    twice = {**BY_HAND, "id": "hand2", "pain_during": 4, "course": "rises", "limp": True}
    (one,) = runs(BY_HAND, twice)
    assert (one.pain_during, one.course, one.limp) == (4, "rises", True)


def test_a_withdrawn_record_leaves_the_other() -> None:
    (one,) = runs(BY_HAND, BY_WATCH, {"kind": "deleted", "entry": "hand"})
    assert (one.id, one.pain_during) == ("watch", None)
