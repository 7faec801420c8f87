from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.intake import Damaged, Found, Result, Skipped, strava
from planner.intake.strava_layouts import LAYOUTS

TODAY = date(2026, 11, 22)
ENGLISH = "Activity ID,Activity Date,Activity Type,Elapsed Time,Distance,Elapsed Time,Moving Time,Distance"


def parse(text: str) -> list[Result]:
    return list(strava.parse(text, "activities.csv", "activities.csv", today=TODAY))


def english(*rows: str) -> list[Result]:
    return parse("\n".join([ENGLISH, *rows]))


def test_metres_and_moving_time_are_taken_where_they_are() -> None:
    (found,) = english('1,"Jan 3, 2025, 11:41:00 AM",Run,2331,8.13,2331.0,2311.0,8131.5')
    assert isinstance(found, Found)
    assert found.entry == {
        "kind": "run",
        "id": found.entry["id"],
        "at": "2025-01-03T11:41:00+00:00",
        "distance_km": 8.132,
        "duration_min": 38.52,
        "source": {"format": "strava", "name": "activities.csv"},
    }


@pytest.mark.parametrize(
    ("header", "row", "km", "minutes"),
    [
        (ENGLISH, '1,"Jan 3, 2025, 11:41:00 AM",Run,600,"1,008.13",,,', 1008.13, None),
        (ENGLISH, '1,"Jan 3, 2025, 11:41:00 AM",Run,600,2.5,,0.0,', 2.5, 10.0),
        ("date,type,elapsed_time,distance", "2016-01-06 13:36:00,Run,600,2500.0", 2.5, 10.0),
        (
            "Datum van activiteit,Activiteitstype,Verstreken tijd,Afstand",
            '3 mrt. 2019 12:49:00,Hardloopsessie,600,"2,5"',
            2.5,
            10.0,
        ),
    ],
)
def test_a_distance_as_shown_on_screen_is_read_in_its_layout(
    header: str, row: str, km: float, minutes: float | None
) -> None:
    (result,) = parse(f"{header}\n{row}\n")
    if minutes is None:
        assert isinstance(result, Skipped)
        assert (result.why, result.params["km"]) == ("intake.too_far", round(km))
    else:
        assert isinstance(result, Found)
        assert (result.entry["distance_km"], result.entry["duration_min"]) == (km, minutes)


@pytest.mark.parametrize("distance", ["0.0", ""])
def test_a_treadmill_run_of_0_m_is_a_run_without_distance(distance: str) -> None:
    (found,) = english(f'1,"Jan 3, 2025, 11:41:00 AM",Virtual Run,600,{distance},600.0,600.0,{distance}')
    assert isinstance(found, Found)
    assert "distance_km" not in found.entry


@pytest.mark.parametrize(
    ("word", "layout", "kind"),
    [
        ("Run", 0, "run"),
        ("VirtualRun", 0, "run"),
        ("Trail Run", 0, "run"),
        ("Walk", 0, "walk"),
        ("Hike", 0, "walk"),
        ("E-Bike Ride", 0, "ride"),
        ("Swim", 0, "swim"),
        ("Workout", 0, "Workout"),
        ("Virtuele hardloopsessie", 1, "run"),
        ("Trailrun", 1, "run"),
        ("Wandeling", 1, "walk"),
        ("Fietsrit", 1, "ride"),
        ("Zwemmen", 1, "swim"),
        ("Gewichttraining", 1, "Gewichttraining"),
    ],
)
def test_the_words_for_sports_are_known(word: str, layout: int, kind: str) -> None:
    assert strava._sport(word, LAYOUTS[layout]) == kind


@pytest.mark.parametrize(
    ("text", "layout", "expected"),
    [
        ("Jan 3, 2025, 11:41:00 AM", 0, datetime(2025, 1, 3, 11, 41, tzinfo=UTC)),
        ("Jan 3, 2025, 12:05:09\u202fPM", 0, datetime(2025, 1, 3, 12, 5, 9, tzinfo=UTC)),
        ("Jan 3, 2025, 12:05:09 AM", 0, datetime(2025, 1, 3, 0, 5, 9, tzinfo=UTC)),
        ("3 Sept 2025, 19:05:09", 0, datetime(2025, 9, 3, 19, 5, 9, tzinfo=UTC)),
        ("2016-01-06 13:36:00", 2, datetime(2016, 1, 6, 13, 36, tzinfo=UTC)),
        ("31 mrt. 2019 12:40:00", 1, datetime(2019, 3, 31, 12, 40, tzinfo=UTC)),
        ("5 mei 2019 07:00:00", 1, datetime(2019, 5, 5, 7, 0, tzinfo=UTC)),
        ("1 okt. 2019 7:00:00", 1, datetime(2019, 10, 1, 7, 0, tzinfo=UTC)),
    ],
)
def test_dates_are_read_as_utc_in_each_layout(text: str, layout: int, expected: datetime) -> None:
    assert strava.moment(text, LAYOUTS[layout].months) == expected


@pytest.mark.parametrize(
    "text", ["", "yesterday", "Jan 3, 2025", "Foo 3, 2025, 11:41:00 AM", "Feb 30, 2025, 1:00:00 PM"]
)
def test_a_text_that_names_no_moment_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the row, not the text of the error, is shown
        strava.moment(text, LAYOUTS[0].months)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ('1,"Jan 3, 2025, 11:41:00 AM",Ride,600,8.13,600.0,600.0,8130.0', "intake.ride"),
        ('1,"Jan 3, 2025, 11:41:00 AM",Swim,600,"2,000",600.0,600.0,2000.0', "intake.swim"),
        ('1,"Jan 3, 2025, 11:41:00 AM",Workout,600,,600.0,600.0,', "intake.other_sport"),
        ('1,"Jan 3, 2025, 11:41:00 AM",,600,,600.0,600.0,', "intake.no_sport"),
        ('1,"soon",Run,600,8.13,600.0,600.0,8130.0', "intake.bad_date"),
        ('1,"Jan 3, 2025, 11:41:00 AM",Run,600,8.13,600.0,600.0,far', "intake.bad_number"),
        ('1,"Jan 3, 2025, 11:41:00 AM",Run,600,8.13,600.0,600.0,inf', "intake.bad_number"),
        ('1,"Jan 3, 2025, 11:41:00 AM",Run,600,8.13,600.0,600.0,-8130.0', "intake.negative_distance"),
        ('1,"Jan 3, 2025, 11:41:00 AM",Run,0,8.13,0.0,0.0,8130.0', "intake.no_duration"),
        ('1,"Jan 3, 1925, 11:41:00 AM",Run,600,8.13,600.0,600.0,8130.0', "intake.too_early"),
        ('1,"Nov 24, 2026, 11:41:00 AM",Run,600,8.13,600.0,600.0,8130.0', "intake.future"),
        ("1,short", "intake.short_row"),
    ],
)
def test_a_row_that_is_no_run_names_its_number_and_why_and_the_rest_goes_on(row: str, why: str) -> None:
    good = '2,"Jan 5, 2025, 11:41:00 AM",Run,600,2.5,600.0,600.0,2500.0'
    skipped, found = english(row, good)
    assert isinstance(skipped, Skipped)
    assert (skipped.where, skipped.params["row"], skipped.why) == ("intake.row", 2, why)
    assert isinstance(found, Found)


@pytest.mark.parametrize("text", ["", "a,b,c\n1,2,3\n", "Activity Type,Favorit Drill,Title,Distance\nRunning,,x,5\n"])
def test_other_columns_are_named_and_nothing_is_taken(text: str) -> None:
    assert parse(text) == [Skipped("activities.csv", None, "intake.other_columns", foreign=True)]


def test_a_cell_without_end_keeps_the_rows_above_it() -> None:
    good = '2,"Jan 5, 2025, 11:41:00 AM",Run,600,2.5,600.0,600.0,2500.0'
    *rows, last = english(good, '3,"' + "x" * 200_000)
    assert len(rows) == 1
    assert last == Damaged("activities.csv", "intake.broken_csv", 1, {"line": 3})


@given(st.lists(st.lists(st.text(max_size=12), max_size=9), max_size=4))
def test_no_row_makes_it_raise(rows: list[list[str]]) -> None:
    english(*(",".join(row) for row in rows))


@given(st.text(max_size=20), st.text(max_size=20), st.text(max_size=20))
def test_no_cell_makes_it_raise(at: str, elapsed: str, distance: str) -> None:
    quoted = [f'"{cell.replace(chr(34), "")}"' for cell in (at, elapsed, distance)]
    english(
        f"1,{quoted[0]},Run,{quoted[1]},{quoted[2]},,,", f'1,"Jan 5, 2025, 1:00:00 AM",Run,{quoted[1]},{quoted[2]},,,'
    )
