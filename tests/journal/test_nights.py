"""Nights on which the clocks change."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from planner.journal.nights import with_hours

BERLIN = ZoneInfo("Europe/Berlin")


def universal(at: datetime) -> datetime:
    return at.replace(tzinfo=BERLIN).astimezone(UTC)


def night(of: str, bed: str, wake: str, **more: object) -> dict[str, object]:
    return {"kind": "sleep", "night_of": of, "bed": bed, "wake": wake, **more}


@pytest.mark.parametrize(
    ("of", "bed", "wake", "hours"),
    [
        ("2026-03-28", "23:10", "06:40", 6.5),
        ("2026-03-28", "01:10", "06:40", 4.5),
        ("2026-03-28", "23:10", "01:40", None),
        ("2026-03-28", "03:10", "06:40", None),
        ("2026-10-24", "23:10", "06:40", 8.5),
        ("2026-10-24", "00:15", "07:00", 7.75),
        ("2026-11-23", "23:10", "06:40", None),
    ],
)
def test_a_night_over_a_change_of_the_clocks_has_its_true_hours(
    of: str, bed: str, wake: str, hours: float | None
) -> None:
    assert with_hours(night(of, bed, wake), universal).get("asleep_h") == hours


@pytest.mark.parametrize(
    "entry",
    [
        night("2026-03-28", "23:10", "06:40", asleep_h=5),
        night("2026-03-28", "late", "06:40"),
        {"kind": "sleep", "night_of": "2026-03-28", "asleep_h": 7},
        {"kind": "drink", "volume_ml": 250},
    ],
)
def test_what_was_told_or_can_t_be_read_stays_as_it_is(entry: dict[str, object]) -> None:
    assert with_hours(entry, universal) == entry
