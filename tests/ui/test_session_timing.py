"""Where a session stands, reckoned from taps alone."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from planner.ui.session.numerals import clock
from planner.ui.session.timing import FINISH, PAUSE, RESUME, SKIP, START, Phase, Position, Tap, position

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
TWICE = (Phase("run", 120), Phase("walk", 60)) * 2


def at(now: float, *taps: tuple[str, float] | tuple[str, float, int]) -> Position:
    """The position so many seconds after noon; taps as (what, seconds after noon[, phase])."""
    made = [Tap(each[0], NOON + timedelta(seconds=each[1]), each[2] if len(each) > 2 else None) for each in taps]
    return position(TWICE, made, NOON + timedelta(seconds=now))


@pytest.mark.parametrize(
    ("now", "taps", "index", "left", "left_in_all"),
    [
        (500, [], 0, 120, 360),
        (0, [(START, 0)], 0, 120, 360),
        (30, [(START, 0)], 0, 90, 330),
        (120, [(START, 0)], 1, 60, 240),
        (190, [(START, 0)], 2, 110, 170),
        (360, [(START, 0)], 4, 0, 0),
        (9999, [(START, 0)], 4, 0, 0),
        (100, [(START, 0), (PAUSE, 30)], 0, 90, 330),
        (100, [(START, 0), (PAUSE, 30), (RESUME, 90)], 0, 80, 320),
        (100, [(START, 0), (PAUSE, 30), (PAUSE, 60), (RESUME, 90)], 0, 80, 320),
        (40, [(START, 0), (START, 30)], 0, 80, 320),
        (40, [(START, 0), (SKIP, 30, 0)], 1, 50, 230),
        (40, [(START, 0), (SKIP, 30, 0), (SKIP, 30, 0)], 1, 50, 230),
        (130, [(START, 0), (SKIP, 125, 0)], 1, 50, 230),
        (40, [(START, 0), (PAUSE, 20), (SKIP, 30, 0)], 1, 60, 240),
        (40, [(SKIP, 30, 0), (FINISH, 31), (RESUME, 32)], 0, 120, 360),
        (99, [(START, 0), (FINISH, 30)], 4, 0, 0),
        (99, [(START, 0), (FINISH, 30), (RESUME, 40)], 4, 0, 0),
        (99, [(START, 0), *((SKIP, 1.0, n) for n in range(4))], 4, 0, 0),
    ],
)
def test_the_phase_and_what_is_left_follow_from_the_taps(
    now: float, taps: list[tuple[str, float]], index: int, left: float, left_in_all: float
) -> None:
    where = at(now, *taps)
    assert (where.index, where.left, where.left_in_all) == (index, left, left_in_all)
    assert where.is_over == (index == 4)


def test_only_what_was_spent_in_a_phase_counts_as_done() -> None:
    where = at(400, (START, 0), (SKIP, 60, 0), (PAUSE, 90), (RESUME, 200), (FINISH, 250))
    assert where.seconds("run") == 60 + 20
    assert where.seconds("walk") == 60
    assert where.seconds() == 140


def test_a_session_that_ran_to_its_end_has_all_its_minutes() -> None:
    where = at(4000, (START, 0))
    assert (where.seconds("run"), where.seconds("walk"), where.is_counting) == (240, 120, False)


def test_a_clock_that_is_set_back_takes_nothing_away() -> None:
    assert at(-100, (START, 0), (PAUSE, 30)).left == 90
    assert at(10, (START, 20), (SKIP, 10, 0)).left == 60


def test_another_time_zone_changes_nothing() -> None:
    there = timezone(timedelta(hours=9))
    now = (NOON + timedelta(seconds=30)).astimezone(there)
    assert position(TWICE, [Tap(START, NOON)], now).left == 90


def test_the_phase_is_numbered_among_its_own_kind_and_names_the_next() -> None:
    where = at(190, (START, 0))
    assert where.number == (2, 2)
    assert where.following == TWICE[3]
    last = at(310, (START, 0))
    assert last.now == TWICE[3]
    assert last.following is None
    assert at(999, (START, 0)).number == (0, 0)


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0.2, "0:01"), (59.2, "1:00"), (60, "1:00"), (187, "3:07"), (6000, "100:00")]
)
def test_time_is_shown_as_a_stopwatch_shows_it(seconds: float, shown: str) -> None:
    assert clock(seconds) == shown
