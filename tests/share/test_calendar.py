"""The calendar, read by three libraries that didn't write it."""

import copy
import io
from datetime import UTC, date, datetime
from itertools import pairwise

import ics
import pytest
import vobject
from ical.calendar_stream import IcsCalendarStream

from planner.share.calendar import calendar, revisions, withdrawn
from planner.words.documents import PlanDoc

STAMP = datetime(2026, 10, 20, 12, 0, tzinfo=UTC)


def export(plan: PlanDoc, *, zone: str = "Europe/Berlin", stamp: datetime = STAMP) -> str:
    return calendar(plan["days"], zone=zone, stamp=stamp).decode()


def future_items(plan: PlanDoc) -> set[str]:
    return {item["id"] for day in plan["days"] if not day.get("past") for item in day["items"]}


def uids(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("UID:")]


def test_there_is_one_event_for_each_item_from_today_on(plan: PlanDoc) -> None:
    assert sorted(uids(export(plan))) == sorted(
        f"UID:{name.replace('/', '-')}@stridewell" for name in future_items(plan)
    )


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "UTC"])
def test_three_other_libraries_read_the_same_events(plan: PlanDoc, zone: str) -> None:
    text = export(plan, zone=zone)
    expected = len(future_items(plan))
    assert len(IcsCalendarStream.calendar_from_ics(text).events) == expected
    assert len(ics.Calendar(text).events) == expected
    assert len(list(vobject.readOne(io.StringIO(text)).vevent_list)) == expected


def test_no_line_is_longer_than_75_octets(plan: PlanDoc) -> None:
    assert all(len(line) <= 75 for line in export(plan).encode().split(b"\r\n"))


def test_long_and_odd_texts_survive_folding(plan: PlanDoc) -> None:
    run = next(
        event for event in IcsCalendarStream.calendar_from_ics(export(plan)).events if "run" in (event.uid or "")
    )
    assert run.summary == "Run, walk; run again, easily"
    assert run.description and "für die Beine, even where a line of text is much too long." in run.description
    assert run.description.endswith("Why: Your last two sessions were clean.")


def test_exporting_twice_gives_the_same_uids_and_with_the_same_stamp_the_same_bytes(plan: PlanDoc) -> None:
    assert export(plan) == export(plan)
    assert uids(export(plan)) == uids(export(plan, stamp=datetime(2027, 1, 1, tzinfo=UTC)))


def test_items_keep_their_clock_time_when_the_clocks_change(plan: PlanDoc) -> None:
    starts = {event.uid: event.dtstart for event in IcsCalendarStream.calendar_from_ics(export(plan)).events}
    before, after = starts["2026-10-24-walk-1@stridewell"], starts["2026-10-25-walk-1@stridewell"]
    assert isinstance(before, datetime) and isinstance(after, datetime)
    assert (before.hour, after.hour) == (7, 7)
    assert (before.astimezone(UTC).hour, after.astimezone(UTC).hour) == (5, 6)


def test_a_night_across_the_change_keeps_its_length(plan: PlanDoc) -> None:
    night = next(
        e for e in IcsCalendarStream.calendar_from_ics(export(plan)).events if e.uid == "2026-10-24-sleep-1@stridewell"
    )
    assert isinstance(night.dtstart, datetime) and isinstance(night.dtend, datetime)
    assert (night.dtend.astimezone(UTC) - night.dtstart.astimezone(UTC)).total_seconds() == 8 * 3600
    assert night.dtend.hour == 5


def test_a_time_that_the_clocks_skip_moves_to_the_next_that_exists(plan: PlanDoc) -> None:
    skipped = plan["days"][1]["items"][0]
    skipped["at"] = "02:30"
    plan["days"][1]["date"] = "2026-03-29"
    assert "DTSTART;TZID=Europe/Berlin:20260329T033000" in export(plan)


def test_the_zone_of_the_runner_rides_along(plan: PlanDoc) -> None:
    text = export(plan)
    assert "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n" in text
    assert "DTSTART;TZID=Europe/Berlin:20261020T181000" in text
    assert "DTSTAMP:20261020T120000Z" in text


def test_an_item_without_a_time_fills_its_day(plan: PlanDoc) -> None:
    rest = next(
        e for e in IcsCalendarStream.calendar_from_ics(export(plan)).events if e.uid == "2026-10-21-rest-1@stridewell"
    )
    assert rest.dtstart == date(2026, 10, 21)


def test_each_event_to_come_has_one_alarm_and_a_finished_one_has_none(plan: PlanDoc) -> None:
    plan["days"][1]["items"][0]["outcome"] = "done"
    alarms = {event.uid: len(event.alarm) for event in IcsCalendarStream.calendar_from_ics(export(plan)).events}
    assert alarms.pop("2026-10-20-run-1@stridewell") == 0
    assert set(alarms.values()) == {1}


def test_the_sequence_grows_with_each_change_of_an_item_and_with_nothing_else(plan: PlanDoc) -> None:
    issued = [plan]
    for minutes in (25, 30):
        later = copy.deepcopy(issued[-1])
        later["days"][1]["items"][0]["minutes"] = minutes
        issued += [later, copy.deepcopy(later)]
    assert revisions(issued) == {"2026-10-20/run/1": 2}
    numbers = [revisions(issued[: n + 1]).get("2026-10-20/run/1", 0) for n in range(len(issued))]
    assert all(one <= next_one for one, next_one in pairwise(numbers))
    text = calendar(plan["days"], zone="UTC", stamp=STAMP, revisions=revisions(issued)).decode()
    assert text.count("SEQUENCE:2") == 1
    assert text.count("SEQUENCE:0") == len(future_items(plan)) - 1


def test_an_item_that_left_the_plan_leaves_the_calendar_as_cancelled(plan: PlanDoc) -> None:
    eased = copy.deepcopy(plan)
    gone = eased["days"][1]["items"].pop(0)
    days = withdrawn([plan, eased], eased)
    assert [(day["date"], [item["id"] for item in day["items"]]) for day in days] == [("2026-10-20", [gone["id"]])]
    text = calendar(eased["days"], zone="UTC", stamp=STAMP, withdrawn=days).decode()
    cancelled = [event for event in IcsCalendarStream.calendar_from_ics(text).events if event.status == "CANCELLED"]
    assert [(event.uid, event.sequence, len(event.alarm)) for event in cancelled] == [
        ("2026-10-20-run-1@stridewell", 1, 0)
    ]
    assert len(uids(text)) == len(set(uids(text)))


def test_what_is_past_is_never_cancelled(plan: PlanDoc) -> None:
    later = copy.deepcopy(plan)
    later["days"][0]["items"].clear()
    assert withdrawn([plan, later], later) == []


def test_an_empty_plan_is_an_empty_calendar() -> None:
    text = calendar([], zone="Europe/Berlin", stamp=STAMP).decode()
    assert uids(text) == []
    assert IcsCalendarStream.calendar_from_ics(text).events == []
