"""The calendar, read by four libraries, three of which didn't write it, and kept by a client's store."""

import copy
import io
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

import ics
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st
from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event
from ical.store import EventStore
from icalendar import Calendar as WholeCalendar
from icalendar import Timezone

from planner.share.calendar import calendar
from planner.share.calendar_alarms import Alarms, alarms_of
from planner.share.calendar_versions import Versions, versions, withdrawn
from planner.words.documents import DayDoc, PlanDoc

FIRST = datetime(2026, 10, 19, 5, 30, tzinfo=UTC)
RUN = "2026-10-20/run/1"


def logged(*plans: PlanDoc, **answers: str) -> list[dict[str, Any]]:
    """A journal in which each plan was issued an hour after the one before; then these outcomes were told, by item kind."""
    entries: list[dict[str, Any]] = [
        {"kind": "issued", "id": f"p{n}", "plan": plan, "logged_at": (FIRST + timedelta(hours=n)).isoformat()}
        for n, plan in enumerate(plans)
    ]
    later = (FIRST + timedelta(hours=len(plans))).isoformat()
    told = [
        {"kind": "done", "id": f"d-{kind}", "item": f"2026-10-20/{kind}/1", "outcome": outcome, "logged_at": later}
        for kind, outcome in answers.items()
    ]
    return [*entries, *told]


def export(plan: PlanDoc, *journal: dict[str, Any], zone: str = "Europe/Berlin", **more: Any) -> str:
    known = versions(journal or logged(plan))
    return calendar(plan["days"], zone=zone, versions=known, **more).decode()


def future_items(plan: PlanDoc) -> set[str]:
    return {item["id"] for day in plan["days"] if not day.get("past") for item in day["items"]}


def uid_of(item_id: str) -> str:
    return f"{item_id.replace('/', '-')}@stridewell"


def uids(text: str) -> list[str]:
    return [line.removeprefix("UID:") for line in text.splitlines() if line.startswith("UID:")]


def events(text: str) -> dict[str, Event]:
    found = IcsCalendarStream.calendar_from_ics(text).events
    assert len({event.uid for event in found}) == len(found)
    return {event.uid: event for event in found}


def without(plan: PlanDoc, item_id: str) -> PlanDoc:
    eased = copy.deepcopy(plan)
    for each in eased["days"]:
        each["items"] = [item for item in each["items"] if item["id"] != item_id]
    return eased


def moved(plan: PlanDoc, item_id: str, to: str) -> PlanDoc:
    made = without(plan, item_id)
    item = next(item for day in plan["days"] for item in day["items"] if item["id"] == item_id)
    next(day for day in made["days"] if day["date"] == to)["items"].append(copy.deepcopy(item))
    return made


def test_there_is_one_event_for_each_item_from_today_on(plan: PlanDoc) -> None:
    assert sorted(uids(export(plan))) == sorted(map(uid_of, future_items(plan)))


def test_days_that_are_past_come_only_where_they_are_asked_for(plan: PlanDoc) -> None:
    gone = uid_of("2026-10-19/run/1")
    assert gone not in uids(export(plan))
    (past,) = [event for uid, event in events(export(plan, past=True)).items() if uid == gone]
    assert (past.status, past.alarm) == ("CONFIRMED", [])


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "UTC"])
def test_four_libraries_read_the_same_events(plan: PlanDoc, zone: str) -> None:
    text = export(plan, zone=zone)
    expected = sorted(map(uid_of, future_items(plan)))
    assert sorted(events(text)) == expected
    assert sorted(event.uid for event in ics.Calendar(text).events) == expected
    assert sorted(event.uid.value for event in vobject.readOne(io.StringIO(text)).vevent_list) == expected
    assert sorted(str(event["UID"]) for event in WholeCalendar.from_ical(text).walk("VEVENT")) == expected


def test_no_line_is_longer_than_75_octets(plan: PlanDoc) -> None:
    assert all(len(line) <= 75 for line in export(plan).encode().split(b"\r\n"))


def test_long_and_odd_texts_survive_folding(plan: PlanDoc) -> None:
    run = events(export(plan))[uid_of(RUN)]
    assert run.summary == "Run, walk; run again, easily"
    assert run.description and "für die Beine, even where a line of text is much too long." in run.description
    assert run.description.endswith("Why: Your last two sessions were clean.")


@given(st.lists(st.text(max_size=90), min_size=1, max_size=3))
def test_any_text_comes_back_as_it_was(texts: list[str]) -> None:
    clean = ["".join(c for c in text if c.isprintable()) for text in texts]
    days: Any = [{"date": "2026-10-20", "items": [{"id": RUN, "kind": "run", "title": "x", "steps": clean}]}]
    text = calendar(days, zone="UTC").decode()
    (event,) = WholeCalendar.from_ical(text).walk("VEVENT")
    assert str(event["DESCRIPTION"]) == "\n".join(f"• {step}" for step in clean)


def test_the_same_journal_makes_the_same_bytes_in_any_order_of_its_lines(plan: PlanDoc) -> None:
    journal = logged(plan, moved(plan, RUN, "2026-10-21"), run="skipped")
    assert export(plan, *journal) == export(plan, *reversed(journal)) == export(plan, *journal, *journal[-1:])


def test_items_keep_their_clock_time_when_the_clocks_change(plan: PlanDoc) -> None:
    found = events(export(plan))
    before, after = (found[uid_of(f"2026-10-{day}/walk/1")].dtstart for day in (24, 25))
    assert isinstance(before, datetime) and isinstance(after, datetime)
    assert (before.hour, after.hour) == (7, 7)
    assert (before.astimezone(UTC).hour, after.astimezone(UTC).hour) == (5, 6)


def night_of(plan: PlanDoc) -> dict[str, tuple[datetime, datetime]]:
    """The night on which the clocks change, as three libraries read it."""
    text, uid = export(plan), uid_of("2026-10-24/sleep/1")
    one = events(text)[uid]
    two = next(each for each in vobject.readOne(io.StringIO(text)).vevent_list if each.uid.value == uid)
    three = next(each for each in ics.Calendar(text).events if each.uid == uid)
    assert isinstance(one.dtstart, datetime) and isinstance(one.dtend, datetime)
    return {
        "ical": (one.dtstart, one.dtend),
        "vobject": (two.dtstart.value, two.dtend.value),
        "ics": (three.begin.datetime, three.end.datetime),
    }


@pytest.mark.parametrize("told", [{"minutes": 480}, {"minutes": 0, "dose": {"target_h": 8}}])
def test_a_night_across_the_change_keeps_its_length(plan: PlanDoc, told: dict[str, Any]) -> None:
    plan["days"][5]["items"][1].update(told)  # type: ignore[typeddict-item]
    for reader, (start, end) in night_of(plan).items():
        assert end.astimezone(UTC) - start.astimezone(UTC) == timedelta(hours=8), reader
        assert (start.hour, start.minute, end.hour, end.minute) == (22, 30, 5, 30), reader


def test_a_time_that_the_clocks_skip_moves_to_the_next_that_exists(plan: PlanDoc) -> None:
    skipped = plan["days"][1]["items"][0]
    skipped["at"] = "02:30"
    plan["days"][1]["date"] = "2026-03-29"
    assert "DTSTART;TZID=Europe/Berlin:20260329T033000" in export(plan)


def test_the_zone_of_the_runner_rides_along_with_the_changes_of_its_clocks(plan: PlanDoc) -> None:
    text = export(plan)
    assert "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n" in text
    assert "DTSTART;TZID=Europe/Berlin:20261020T181000" in text
    (zone,) = WholeCalendar.from_ical(text).walk("VTIMEZONE")
    assert isinstance(zone, Timezone)
    made = zone.to_tz(lookup_tzid=False)
    for moment, hours in ((datetime(2026, 10, 24, 12), 2), (datetime(2026, 10, 26), 1), (datetime(2027, 6, 1), 2)):
        assert moment.replace(tzinfo=made).utcoffset() == timedelta(hours=hours)


@pytest.mark.parametrize("told", [{}, {"at": "09:00", "minutes": 0}])
def test_what_takes_no_time_fills_its_day_and_leaves_the_runner_free(plan: PlanDoc, told: dict[str, Any]) -> None:
    plan["days"][2]["items"][0].update(told)  # type: ignore[typeddict-item]
    rest = events(export(plan))[uid_of("2026-10-21/rest/1")]
    assert (rest.dtstart, rest.dtend, rest.transparency) == (date(2026, 10, 21), date(2026, 10, 22), "TRANSPARENT")
    assert rest.alarm[0].trigger == timedelta(hours=int(told.get("at", "08:00")[:2]))


def test_a_run_takes_the_runners_time_and_tells_its_kind(plan: PlanDoc) -> None:
    run = events(export(plan))[uid_of(RUN)]
    assert (run.transparency, run.categories) == ("OPAQUE", ["run"])


def test_each_event_to_come_has_one_alarm_and_a_finished_one_has_none(plan: PlanDoc) -> None:
    plan["days"][1]["items"][0]["outcome"] = "done"
    alarms = {uid: len(event.alarm) for uid, event in events(export(plan)).items()}
    assert alarms.pop(uid_of(RUN)) == 0
    assert set(alarms.values()) == {1}


@pytest.mark.parametrize("lead", [0, 10, 90])
def test_alarms_ring_as_long_before_as_was_chosen(plan: PlanDoc, lead: int) -> None:
    run = events(export(plan, alarms=Alarms(lead)))[uid_of(RUN)]
    assert run.alarm[0].trigger == timedelta(minutes=-lead)


def test_only_what_the_runner_wants_to_be_reminded_of_rings(plan: PlanDoc) -> None:
    chosen = alarms_of({"kinds": ["session"], "minutes_before": 30}, usual_min=10)
    rings = {uid for uid, event in events(export(plan, alarms=chosen)).items() if event.alarm}
    assert {uid.split("-")[3].split("@")[0] for uid in rings} == {"run", "rest", "walk"}


@pytest.mark.parametrize(
    ("settings", "lead", "expected"),
    [
        (None, None, Alarms(10)),
        ({}, None, Alarms(10)),
        ({"minutes_before": 60}, None, Alarms(60)),
        ({"minutes_before": 60, "kinds": []}, 5, Alarms(5, frozenset())),
        ({"minutes_before": "soon", "kinds": "all"}, None, Alarms(10)),
        ({"minutes_before": True}, None, Alarms(10)),
        ({"minutes_before": -3}, None, Alarms(10)),
        ([], 0, Alarms(0)),
    ],
)
def test_the_lead_is_what_was_asked_or_set_or_usual(settings: object, lead: int | None, expected: Alarms) -> None:
    assert alarms_of(settings, usual_min=10, lead_min=lead) == expected


def test_the_sequence_grows_with_each_change_of_an_item_and_with_nothing_else(plan: PlanDoc) -> None:
    issued = [plan]
    for minutes in (25, 30):
        later = copy.deepcopy(issued[-1])
        later["days"][1]["items"][0]["minutes"] = minutes
        issued += [later, copy.deepcopy(later)]
    changed = [versions(logged(*issued[: n + 1])) for n in range(len(issued))]
    assert [each.known[RUN].number for each in changed] == [0, 1, 1, 2, 2]
    assert {each.number for key, each in changed[-1].known.items() if key != RUN} == {0}
    assert changed[-1].known[RUN].at == FIRST + timedelta(hours=3)
    found = events(export(issued[-1], *logged(*issued)))
    assert found[uid_of(RUN)].sequence == changed[-1].known[RUN].number
    assert {event.sequence for uid, event in found.items() if uid != uid_of(RUN)} == {0}
    stamps = {event.dtstamp for uid, event in found.items() if uid != uid_of(RUN)}
    assert stamps == {FIRST}
    assert found[uid_of(RUN)].dtstamp == found[uid_of(RUN)].last_modified == FIRST + timedelta(hours=3)


def test_an_item_that_left_the_plan_leaves_the_calendar_as_cancelled(plan: PlanDoc) -> None:
    eased = without(plan, RUN)
    text = export(eased, *logged(plan, eased))
    cancelled = [event for event in events(text).values() if event.status == "CANCELLED"]
    assert [(event.uid, event.sequence, event.alarm) for event in cancelled] == [(uid_of(RUN), 1, [])]


def test_an_item_that_comes_back_grows_on(plan: PlanDoc) -> None:
    eased = without(plan, RUN)
    back = events(export(plan, *logged(plan, eased, plan)))[uid_of(RUN)]
    assert (back.status, back.sequence) == ("CONFIRMED", 2)


def test_a_moved_item_keeps_its_name_and_has_its_new_day(plan: PlanDoc) -> None:
    later = moved(plan, RUN, "2026-10-21")
    run = events(export(later, *logged(plan, later)))[uid_of(RUN)]
    assert isinstance(run.dtstart, datetime)
    assert (run.status, run.sequence, run.dtstart.date()) == ("CONFIRMED", 1, date(2026, 10, 21))


def test_a_skipped_item_is_cancelled_and_taking_that_back_restores_it(plan: PlanDoc) -> None:
    skipped = copy.deepcopy(plan)
    skipped["days"][1]["items"][0]["outcome"] = "skipped"
    journal = logged(plan, run="skipped")
    one = events(export(skipped, *journal))[uid_of(RUN)]
    assert (one.status, one.sequence, one.alarm) == ("CANCELLED", 1, [])
    back = {"kind": "deleted", "id": "b", "entry": "d-run", "logged_at": "2026-10-20T20:00:00+00:00"}
    two = events(export(plan, *journal, back))[uid_of(RUN)]
    assert (two.status, two.sequence, two.last_modified) == ("CONFIRMED", 2, datetime(2026, 10, 20, 20, tzinfo=UTC))


def test_only_what_belongs_to_these_days_is_cancelled_here(plan: PlanDoc) -> None:
    eased = without(plan, RUN)
    known = versions(logged(plan, eased))
    assert uids(calendar(plan["days"][3:], zone="UTC", versions=known).decode()).count(uid_of(RUN)) == 0


def test_what_is_past_is_never_withdrawn(plan: PlanDoc) -> None:
    later = copy.deepcopy(plan)
    later["days"][0]["items"].clear()
    assert withdrawn([plan, later], later) == []
    assert versions(logged(plan, later)).gone == ()


def test_what_an_earlier_plan_had_and_this_one_lacks_is_withdrawn_on_its_last_day(plan: PlanDoc) -> None:
    eased = without(plan, RUN)
    days = withdrawn([plan, eased], eased)
    assert [(day["date"], [item["id"] for item in day["items"]]) for day in days] == [("2026-10-20", [RUN])]


@given(st.lists(st.sampled_from(["2026-10-20", "2026-10-21", "2026-10-23", None]), min_size=1, max_size=6))
def test_no_way_of_an_item_through_the_days_takes_its_sequence_back(where: list[str | None]) -> None:
    names = ("2026-10-20", "2026-10-21", "2026-10-23")
    item = {"id": RUN, "kind": "run", "title": "Run", "reasons": []}
    plans: list[Any] = [
        {"today": "2026-10-19", "days": [{"date": day, "items": [item] if day == here else []} for day in names]}
        for here in ("2026-10-20", *where)
    ]
    known = [versions(logged(*plans[: n + 1])) for n in range(len(plans))]
    numbers = [each.known[RUN].number for each in known]
    assert all(later - one in {0, 1} for one, later in pairwise(numbers))
    changed = sum(one != later for one, later in pairwise(["2026-10-20", *where]))
    assert numbers[-1] == changed
    assert bool(known[-1].gone) == (where[-1] is None)


def test_weeks_before_the_calendar_have_no_part_in_it(plan: PlanDoc) -> None:
    eased = without(plan, RUN)
    journal = logged(plan, eased, run="skipped")
    assert versions(journal, "2026-10-25") == versions(journal, "2026-10-19") == versions(journal)
    assert versions(journal, "2026-10-26") == Versions({}, ())


def test_an_empty_plan_is_an_empty_calendar() -> None:
    text = calendar([], zone="Europe/Berlin").decode()
    assert uids(text) == []
    assert IcsCalendarStream.calendar_from_ics(text).events == []


def test_an_item_that_was_never_issued_is_of_its_own_day() -> None:
    days: list[DayDoc] = [{"date": "2026-10-20", "items": [{"id": RUN, "kind": "run", "title": "Run"}]}]  # type: ignore[typeddict-item]
    made = events(calendar(days, zone="UTC", versions=Versions()).decode())[uid_of(RUN)]
    assert (made.sequence, made.dtstamp) == (0, datetime(2026, 10, 20, tzinfo=UTC))


class Phone:
    """A client that takes calendars in by the standard: the same UID is the same event, the greater SEQUENCE counts."""

    def __init__(self) -> None:
        self.calendar = Calendar()
        self.store = EventStore(self.calendar)

    def take_in(self, text: str) -> None:
        for event in IcsCalendarStream.calendar_from_ics(text).events:
            known = next((one for one in self.calendar.events if one.uid == event.uid), None)
            if known is None:
                if event.status != "CANCELLED":
                    self.store.add(event)
            elif (event.sequence or 0) >= (known.sequence or 0):
                self.store.delete(event.uid)
                if event.status != "CANCELLED":
                    self.store.add(event)

    def held(self) -> dict[str, object]:
        assert len({event.uid for event in self.calendar.events}) == len(self.calendar.events)
        return {event.uid: event.dtstart for event in self.calendar.events}


def test_a_clients_store_follows_each_replan_without_doubling_or_losing_anything(plan: PlanDoc) -> None:
    phone = Phone()
    phone.store.add(Event(uid="dentist", summary="Dentist", dtstart=date(2026, 10, 20), dtend=date(2026, 10, 21)))
    first = export(plan, *logged(plan))
    for _ in range(2):
        phone.take_in(first)
        assert phone.held().keys() == {"dentist", *map(uid_of, future_items(plan))}
    later = without(moved(plan, RUN, "2026-10-21"), "2026-10-22/walk/1")
    for _ in range(2):
        phone.take_in(export(later, *logged(plan, later)))
        assert phone.held().keys() == {"dentist", *map(uid_of, future_items(later))}
    start = phone.held()[uid_of(RUN)]
    assert isinstance(start, datetime) and start.date() == date(2026, 10, 21)
    # An older file that is opened again takes nothing back
    phone.take_in(first)
    assert phone.held()[uid_of(RUN)] == start
    phone.take_in(export(plan, *logged(plan, later, plan)))
    assert phone.held().keys() == {"dentist", *map(uid_of, future_items(plan))}
