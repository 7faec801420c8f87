from datetime import UTC, date, datetime

import pytest
from dateutil import tz
from hypothesis import given
from hypothesis import strategies as st

from planner.intake import Damaged, Found, Result, Skipped, fit
from planner.intake.activity import identity
from tests.intake import fit_writer as w
from tests.intake.fit_writer import Message, session, track, written

TODAY = date(2026, 11, 22)
START = int(datetime(2026, 11, 20, 6, 10, tzinfo=UTC).timestamp())
FILE_ID: Message = ("file_id", {"type": w.ACTIVITY})
LOCAL: Message = ("activity", {"timestamp": START - w.EPOCH + 1800, "local_timestamp": START - w.EPOCH + 1800 + 7200})


def parse(data: bytes) -> list[Result]:
    return list(fit.parse(data, "a/run.fit", "run.fit", today=TODAY))


def entries(results: list[Result]) -> list[dict[str, object]]:
    return [result.entry for result in results if isinstance(result, Found)]


def test_a_run_comes_with_local_time_distance_and_moving_time() -> None:
    results = parse(written([FILE_ID, *track(START, 5, 3), session(START), LOCAL]))
    assert results == [
        Found(
            {
                "kind": "run",
                "id": identity("run", datetime.fromtimestamp(START, UTC), 1800),
                "at": "2026-11-20T08:10:00+02:00",
                "duration_min": 30.0,
                "distance_km": 5.0,
                "source": {"format": "fit", "name": "run.fit"},
            },
            "a/run.fit",
        )
    ]


@pytest.mark.parametrize("sport", [(w.RUNNING, w.TREADMILL), (4, w.TREADMILL)])
def test_a_treadmill_run_of_0_m_is_a_run_without_distance(sport: tuple[int, int]) -> None:
    (run,) = entries(parse(written([FILE_ID, session(START, sport=sport[0], sub=sport[1], distance_m=0)])))
    assert run["kind"] == "run"
    assert "distance_km" not in run


def test_a_walk_has_minutes_alone() -> None:
    (walk,) = entries(parse(written([FILE_ID, session(START, sport=w.WALKING)])))
    assert set(walk) == {"kind", "id", "at", "duration_min"}
    assert walk["kind"] == "walk"


@pytest.mark.parametrize(
    ("sport", "sub", "why", "params"),
    [
        (w.CYCLING, 0, "intake.ride", {}),
        (w.SWIMMING, 17, "intake.swim", {}),
        (w.TRAINING, 43, "intake.other_sport", {"sport": "yoga"}),
        (0, 0, "intake.no_sport", {}),
        (250, 0, "intake.no_sport", {}),
    ],
)
def test_other_sports_are_skipped_with_the_reason(sport: int, sub: int, why: str, params: dict[str, object]) -> None:
    assert parse(written([FILE_ID, session(START, sport=sport, sub=sub)])) == [Skipped("a/run.fit", None, why, params)]


def test_a_session_that_names_no_sport_takes_it_from_the_sport_message() -> None:
    results = parse(written([FILE_ID, ("sport", {"sport": w.RUNNING, "sub_sport": 0}), session(START, sport=0)]))
    assert [run["kind"] for run in entries(results)] == ["run"]


def test_in_a_multisport_file_the_sport_message_names_no_other_part() -> None:
    sport: Message = ("sport", {"sport": w.RUNNING, "sub_sport": 0})
    results = parse(written([FILE_ID, session(START, sport=0), sport, session(START + 1800, sport=w.CYCLING)]))
    assert [result.why for result in results if isinstance(result, Skipped)] == ["intake.no_sport", "intake.ride"]


def test_a_field_of_a_watch_app_never_stands_in_for_one_of_the_watch() -> None:
    (plain,) = entries(parse(written([FILE_ID, w.session_with_developer_field(START, b"fuel", 99)])))
    (same_name,) = entries(parse(written([FILE_ID, w.session_with_developer_field(START, b"total_distance", 99)])))
    assert plain == same_name
    assert "distance_km" not in plain


def test_each_running_part_of_a_multisport_file_is_a_run() -> None:
    parts = [session(START), session(START + 1800, sport=w.CYCLING), session(START + 3600, timer_s=600)]
    results = parse(written([FILE_ID, *parts]))
    assert [run["duration_min"] for run in entries(results)] == [30.0, 10.0]
    assert results[1] == Skipped("a/run.fit", "intake.part", "intake.ride", {"part": 2})


def test_chained_files_are_all_read_each_with_its_own_offset() -> None:
    first, second = written([FILE_ID, session(START), LOCAL]), written([FILE_ID, session(START + 7200)])
    assert [run["at"] for run in entries(parse(first + second))] == [
        "2026-11-20T08:10:00+02:00",
        "2026-11-20T08:10:00+00:00",
    ]


def test_a_workout_is_no_activity() -> None:
    results = parse(written([("file_id", {"type": w.WORKOUT})]))
    assert results == [Skipped("a/run.fit", None, "intake.not_activity", {"content": "workout"})]


def test_a_wrong_checksum_changes_nothing() -> None:
    messages = [FILE_ID, session(START)]
    assert parse(written(messages, crc=1)) == parse(written(messages))


def test_a_file_cut_behind_its_summary_keeps_the_run_and_is_named() -> None:
    whole = written([FILE_ID, session(START), *track(START, 60, 3)])
    results = parse(whole[:-40])
    assert len(entries(results)) == 1
    assert results[-1] == Damaged("a/run.fit", "intake.broken_fit", kept=1)


def test_a_file_cut_before_its_summary_is_rebuilt_from_its_track_without_the_pauses() -> None:
    # timer stopped at 100 s, started at 160 s
    pause: list[Message] = [
        ("event", {"timestamp": START - w.EPOCH + 100, "event": 0, "event_type": 4}),
        ("event", {"timestamp": START - w.EPOCH + 160, "event": 0, "event_type": 0}),
    ]
    sport: Message = ("sport", {"sport": w.RUNNING, "sub_sport": 0})
    cut = written([FILE_ID, sport, *pause, *track(START, 600, 3), session(START)])[:-30]
    results = parse(cut)
    (run,) = entries(results)
    assert (run["distance_km"], run["duration_min"]) == (1.8, 9.0)
    assert results[-1] == Damaged("a/run.fit", "intake.broken_fit", kept=1)


def test_laps_stand_in_where_there_is_neither_summary_nor_track() -> None:
    lap = {"start_time": START - w.EPOCH, "total_timer_time": 300, "total_distance": 1000, "sport": w.RUNNING}
    results = parse(written([FILE_ID, ("lap", lap), ("lap", lap | {"start_time": START - w.EPOCH + 300})]))
    (run,) = entries(results)
    assert (run["distance_km"], run["duration_min"]) == (2.0, 10.0)
    assert results[-1] == Damaged("a/run.fit", "intake.no_summary", kept=1)


def test_a_track_that_names_no_sport_is_never_taken_for_a_run() -> None:
    assert parse(written([FILE_ID, *track(START, 60, 3)])) == [Skipped("a/run.fit", None, "intake.no_sport")]
    assert parse(written([FILE_ID, *track(START, 60, 3)])[:-20]) == [Damaged("a/run.fit", "intake.broken_fit")]


def test_a_header_without_content_is_named() -> None:
    assert parse(written([])) == [Damaged("a/run.fit", "intake.hollow_fit")]


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (session(w.EPOCH + 1000), "intake.clock_not_set"),
        (session(START + 3 * 86400), "intake.future"),
        (session(START, timer_s=0), "intake.no_duration"),
        (session(START, timer_s=25 * 3600), "intake.too_long"),
        (session(START, distance_m=900_000), "intake.too_far"),
    ],
)
def test_values_that_make_no_sense_are_skipped_with_the_reason(made: Message, why: str) -> None:
    (skipped,) = parse(written([FILE_ID, made]))
    assert isinstance(skipped, Skipped)
    assert skipped.why == why


@pytest.mark.parametrize("shift", [-w.EPOCH - START, 15 * 3600, 1000])
def test_a_local_time_that_no_zone_has_counts_as_unknown(shift: int) -> None:
    stamp = START - w.EPOCH
    local: Message = ("activity", {"timestamp": stamp, "local_timestamp": max(stamp + shift, 0)})
    (run,) = entries(parse(written([FILE_ID, session(START), local])))
    assert run["at"] == "2026-11-20T06:10:00+00:00"


def test_a_start_known_in_utc_alone_is_shown_in_the_zone_given_and_keeps_its_id() -> None:
    data = written([FILE_ID, session(START)])
    (found,) = fit.parse(data, "run.fit", "run.fit", today=TODAY, zone=tz.gettz("America/Los_Angeles") or UTC)
    assert isinstance(found, Found)
    assert found.entry["at"] == "2026-11-19T22:10:00-08:00"
    assert found.entry["id"] == entries(parse(data))[0]["id"]


WHOLE = written([FILE_ID, ("sport", {"sport": 1, "sub_sport": 0}), *track(START, 20, 3), session(START), LOCAL])


@given(st.integers(0, len(WHOLE)), st.integers(0, len(WHOLE) - 1), st.binary(max_size=8))
def test_no_damage_makes_it_raise_or_find_more_than_is_there(cut: int, at: int, junk: bytes) -> None:
    damaged = (WHOLE[:at] + junk + WHOLE[at + len(junk) :])[:cut]
    assert len(entries(parse(damaged))) <= 1


@given(st.binary(max_size=200))
def test_anything_behind_a_header_ends_without_an_exception(body: bytes) -> None:
    parse(WHOLE[:14] + body)
