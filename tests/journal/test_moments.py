"""Times as people type them."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.journal import Faults
from planner.journal.moments import parse

# A Sunday
NOW = datetime(2026, 11, 22, 9, 41, 33, tzinfo=timezone(timedelta(hours=1)))

TYPED = {
    "": "2026-11-22 09:41",
    "now": "2026-11-22 09:41",
    "today": "2026-11-22 12:00",
    "today 07:30": "2026-11-22 07:30",
    "Today at 7:30 pm": "2026-11-22 19:30",
    "yesterday": "2026-11-21 12:00",
    "yesterday 7am": "2026-11-21 07:00",
    "7am yesterday": "2026-11-21 07:00",
    "2 days ago": "2026-11-20 12:00",
    "1 day ago, 18:10": "2026-11-21 18:10",
    "07:30": "2026-11-22 07:30",
    "sun 8:00": "2026-11-22 08:00",
    "Friday": "2026-11-20 12:00",
    "sat at 9:15": "2026-11-21 09:15",
    "mon": "2026-11-16 12:00",
    "2026-11-20": "2026-11-20 12:00",
    "2026-11-20 08:00": "2026-11-20 08:00",
    "2026-11-20T08:00": "2026-11-20 08:00",
    "2026-11-20T23:30-08:00": "2026-11-20 23:30",
    "20 Nov 2026 7pm": "2026-11-20 19:00",
    "20.11.2026": "2026-11-20 12:00",
    "2026-03-04": "2026-03-04 12:00",
}


@pytest.mark.parametrize(("typed", "at"), TYPED.items())
def test_a_time_is_understood_as_people_write_it(typed: str, at: str) -> None:
    assert str(parse(typed, NOW))[:16] == at
    assert parse(typed, NOW).tzinfo is None


@pytest.mark.parametrize("typed", ["when the cows come home", "tomorrowish", "25:99", "31 Feb", "3/4/2026", "4.3.2026"])
def test_what_cannot_be_understood_is_not_guessed(typed: str) -> None:
    with pytest.raises(Faults) as caught:
        parse(typed, NOW)
    assert [(fault.key, fault.params["given"]) for fault in caught.value.faults] == [("fault.when", typed)]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=30))
def test_any_text_is_a_time_or_a_fault(typed: str) -> None:
    with suppress(Faults):
        assert parse(typed, NOW.astimezone(UTC)).tzinfo is None


@given(
    st.from_regex(
        r"(yesterday|today|mon|\d{1,6} days? ago)? ?\d{1,4}([:./ -]\d{1,4}){0,3} ?(am|pm|xyz)?", fullmatch=True
    )
)
def test_anything_like_a_time_is_a_time_or_a_fault(typed: str) -> None:
    with suppress(Faults):
        assert parse(typed, NOW).tzinfo is None
