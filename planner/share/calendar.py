"""Plans as an iCalendar file (RFC 5545): one event an item, each with its own alarm, in the runner's own time zone.

No clock: when an event was made and how often it changed is told by the journal, so that the same plan makes the same bytes.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, vDuration

from planner.share.calendar_alarms import Alarms
from planner.share.calendar_versions import Versions
from planner.words import say
from planner.words.documents import DayDoc, ItemDoc

USUAL = Alarms(lead_min=10)
ASKED_AGAIN_AFTER = timedelta(hours=1)
"""How often a calendar that subscribed may look again."""
_CANCELLED, _SKIPPED, _SLEEP = "CANCELLED", "skipped", "sleep"
_BUSY = frozenset({"run", "walk", "warm_up", "cool_down", "strength", "mobility", "cross_training"})


def calendar(
    days: Sequence[DayDoc],
    *,
    zone: str,
    versions: Versions | None = None,
    language: str = "en",
    alarms: Alarms = USUAL,
    past: bool = False,
) -> bytes:
    """The calendar of all items of these days; of days that are past only where `past` asks for them.

    `zone` is an IANA name such as "Europe/Berlin": items keep their local clock time there, whatever its offset that day.
    What was skipped, and what of `versions.gone` was planned for one of these days, leaves as cancelled.
    """
    whole = Calendar()
    whole.add("prodid", "-//Stridewell//planner//EN")
    whole.add("version", "2.0")
    for name in ("name", "x-wr-calname"):
        whole.add(name, say("share.calendar.name", language))
    whole.add("x-wr-timezone", zone)
    whole.add("refresh-interval", ASKED_AGAIN_AFTER, parameters={"value": "DURATION"})
    whole.add("x-published-ttl", vDuration(ASKED_AGAIN_AFTER).to_ical().decode())
    known, local = versions or Versions(), ZoneInfo(zone)
    dates = {day["date"] for day in days}
    for day, item in _items([day for day in days if past or not day.get("past")]):
        event = _event(day, item, known, local, language)
        skipped = item.get("outcome") == _SKIPPED
        event.add("status", _CANCELLED if skipped else "CONFIRMED")
        if alarms.ring_for(item):
            event.add_component(_alarm(item, alarms))
        whole.add_component(event)
    for day, item in _items([day for day in known.gone if day["date"] in dates]):
        event = _event(day, item, known, local, language)
        event.add("status", _CANCELLED)
        whole.add_component(event)
    years = [date.fromisoformat(day).year for day in dates] or [1970]
    whole.add_missing_timezones(first_date=date(min(years) - 1, 1, 1), last_date=date(max(years) + 2, 1, 1))
    return whole.to_ical()


def _items(days: Sequence[DayDoc]) -> Iterator[tuple[str, ItemDoc]]:
    return ((day["date"], item) for day in days for item in day["items"])


def _event(day: str, item: ItemDoc, versions: Versions, zone: ZoneInfo, language: str) -> Event:
    event = Event()
    event.add("uid", f"{item['id'].replace('/', '-')}@stridewell")
    event.add("summary", item["title"])
    event.add("description", _description(item, language))
    event.add("categories", [say(f"kind.{item['kind']}", language)])
    event.add("transp", "OPAQUE" if item["kind"] in _BUSY else "TRANSPARENT")
    _add_times(event, date.fromisoformat(day), item, zone)
    version = versions.of(item["id"], day)
    event.add("sequence", version.number)
    # Without a METHOD these two are the same by the standard.
    event.add("dtstamp", version.at)
    event.add("last-modified", version.at)
    return event


def _add_times(event: Event, day: date, item: ItemDoc, zone: ZoneInfo) -> None:
    minutes = _minutes(item)
    if minutes == 0:
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        return
    # Through UTC and back: an hour that the clocks skip moves on to the next that exists, and minutes are minutes across the change.
    start = datetime.combine(day, time.fromisoformat(item["at"]), zone).astimezone(UTC)
    event.add("dtstart", start.astimezone(zone))
    event.add("dtend", (start + timedelta(minutes=minutes)).astimezone(zone))


def _minutes(item: ItemDoc) -> int:
    """How long it takes; 0 for what is meant for the whole day."""
    if "at" not in item:
        return 0
    asleep_h = item.get("dose", {}).get("target_h", 0) if item["kind"] == _SLEEP else 0
    return item.get("minutes", 0) or round(asleep_h * 60)


def _alarm(item: ItemDoc, alarms: Alarms) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", item["title"])
    alarm.add("trigger", alarms.before(item, _minutes(item)))
    return alarm


def _description(item: ItemDoc, language: str) -> str:
    steps = [say("share.calendar.step", language, step=step) for step in item.get("steps", [])]
    reasons = [say("share.calendar.why", language, why=reason["text"]) for reason in item.get("reasons", [])]
    return "\n".join([*steps, *reasons])
