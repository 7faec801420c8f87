"""A plan as an iCalendar file (RFC 5545): one event per item, each with its own alarm."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import cast
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from planner.words import say
from planner.words.documents import DayDoc, ItemDoc, PlanDoc

ALARM_LEAD_MIN = 10
_ALL_DAY_ALARM = timedelta(hours=8)


def calendar(
    days: Sequence[DayDoc],
    *,
    zone: str,
    stamp: datetime,
    revisions: Mapping[str, int] | None = None,
    withdrawn: Sequence[DayDoc] = (),
    language: str = "en",
    alarm_lead_min: int = ALARM_LEAD_MIN,
) -> bytes:
    """The calendar of all items of these days that aren't past.

    `zone` is an IANA name such as "Europe/Berlin"; items keep their local clock time there, whatever its offset that day.
    `stamp` is the aware time of the export. `revisions` (item id to number, see below) becomes SEQUENCE, so that a calendar which
    has an item already takes the newer version. Items of `withdrawn` were shared once and are gone: they leave as cancelled.
    Two exports of the same plan give the same UIDs, and with the same stamp the same bytes.
    """
    whole = Calendar()
    whole.add("prodid", "-//Stridewell//planner//EN")
    whole.add("version", "2.0")
    whole.add("x-wr-calname", say("share.calendar.name", language))
    local = ZoneInfo(zone)
    numbers = revisions or {}
    for event, item in _events(days, local, language):
        event.add("sequence", numbers.get(item["id"], 0))
        event.add("dtstamp", stamp.astimezone(UTC))
        if "outcome" not in item:
            event.add_component(_alarm(item, alarm_lead_min))
        whole.add_component(event)
    for event, item in _events(withdrawn, local, language):
        event.add("sequence", numbers.get(item["id"], 0) + 1)
        event.add("dtstamp", stamp.astimezone(UTC))
        event.add("status", "CANCELLED")
        whole.add_component(event)
    years = [date.fromisoformat(day["date"]).year for day in (*days, *withdrawn)] or [stamp.year]
    whole.add_missing_timezones(first_date=date(min(years) - 1, 1, 1), last_date=date(max(years) + 2, 1, 1))
    return whole.to_ical()


def revisions(issued: Iterable[Mapping[str, object]]) -> dict[str, int]:
    """How often each item id changed its content from one issued plan to the next.

    `issued` are plans of the contract, the oldest first; each may hold only the days that changed.
    """
    latest: dict[str, tuple[object, ...]] = {}
    numbers: dict[str, int] = {}
    for plan in issued:
        for day in _days(plan):
            for item in day["items"]:
                shown = _shown(day, item)
                if latest.get(item["id"], shown) != shown:
                    numbers[item["id"]] = numbers.get(item["id"], 0) + 1
                latest[item["id"]] = shown
    return numbers


def withdrawn(issued: Iterable[Mapping[str, object]], plan: PlanDoc) -> list[DayDoc]:
    """Items from today on that an earlier issued plan had in this week and `plan` no longer has, on their last day."""
    kept = {item["id"] for day in plan["days"] for item in day["items"]}
    dates = {day["date"] for day in plan["days"] if day["date"] >= plan["today"]}
    gone: dict[str, tuple[str, ItemDoc]] = {}
    for earlier in issued:
        for day in _days(earlier):
            for item in day["items"]:
                gone[item["id"]] = (day["date"], item)
    return [{"date": day, "items": [item]} for day, item in gone.values() if day in dates and item["id"] not in kept]


def _days(issued: Mapping[str, object]) -> list[DayDoc]:
    return cast("list[DayDoc]", issued["days"])


def _events(days: Sequence[DayDoc], zone: ZoneInfo, language: str) -> Iterable[tuple[Event, ItemDoc]]:
    for day in days:
        if day.get("past"):
            continue
        for item in day["items"]:
            event = Event()
            event.add("uid", f"{item['id'].replace('/', '-')}@stridewell")
            event.add("summary", item["title"])
            event.add("description", _description(item, language))
            _add_times(event, date.fromisoformat(day["date"]), item, zone)
            yield event, item


def _add_times(event: Event, day: date, item: ItemDoc, zone: ZoneInfo) -> None:
    if "at" not in item:
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        return
    # Through UTC and back: an hour that the clocks skip moves on to the next that exists, and minutes are minutes across the change.
    start = datetime.combine(day, time.fromisoformat(item["at"]), zone).astimezone(UTC)
    event.add("dtstart", start.astimezone(zone))
    event.add("dtend", (start + timedelta(minutes=item.get("minutes", 0) or 1)).astimezone(zone))


def _alarm(item: ItemDoc, lead_min: int) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", item["title"])
    alarm.add("trigger", timedelta(minutes=-lead_min) if "at" in item else _ALL_DAY_ALARM)
    return alarm


def _description(item: ItemDoc, language: str) -> str:
    steps = [say("share.calendar.step", language, step=step) for step in item.get("steps", [])]
    reasons = [say("share.calendar.why", language, why=reason["text"]) for reason in item["reasons"]]
    return "\n".join([*steps, *reasons])


def _shown(day: DayDoc, item: ItemDoc) -> tuple[object, ...]:
    texts = [reason["text"] for reason in item["reasons"]]
    return day["date"], item["title"], item.get("at"), item.get("minutes"), item.get("steps"), texts
