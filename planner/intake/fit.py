"""FIT activities: what a watch writes. One file may hold several activities, and several files in a chain."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from math import isfinite

from fitdecode import CrcCheck, ErrorHandling, FitDataMessage, FitHeader, FitReader
from fitdecode.processors import FIT_DATETIME_MIN, FIT_UTC_REFERENCE
from fitdecode.types import DevFieldDefinition

from planner.intake.activity import RIDE, RUN, SWIM, WALK, Activity, Refusal, entry
from planner.intake.fit_thin import thin
from planner.intake.found import Damaged, Found, Result, Skipped

Message = dict[str, object]

_SPORTS = {
    "running": RUN,
    "walking": WALK,
    "hiking": WALK,
    "cycling": RIDE,
    "e_biking": RIDE,
    "swimming": SWIM,
}
# Older watches file a treadmill run under gym machines.
_INDOOR_RUNS = {("fitness_equipment", "treadmill"), ("fitness_equipment", "indoor_running")}
_UNSAID = {"generic", "all"}
_LATEST_S = 2**32
_NEEDED = {"file_id", "sport", "session", "activity", "lap", "record", "event"}


@dataclass(slots=True)
class _Part:
    """One FIT file of a chain: the messages that matter, in the order of the file."""

    messages: dict[str, list[Message]] = field(default_factory=dict[str, list[Message]])

    def all(self, name: str) -> list[Message]:
        return self.messages.get(name, [])

    def first(self, name: str, key: str) -> object:
        return next((message[key] for message in self.all(name) if message.get(key) is not None), None)


def parse(data: bytes, path: str, name: str, *, today: date, zone: tzinfo = UTC) -> Iterator[Result]:
    """The runs and walks of a FIT stream. `zone` shows start times whose own offset the file doesn't know."""
    parts, broken = _decode(thin(data))
    if any(_lacks_summary(part) for part in parts):
        parts, broken = _decode(data)
    results = [result for part in parts for result in _part(part, path, name, today, zone)]
    kept = sum(isinstance(result, Found) for result in results)
    rebuilt = any(_lacks_summary(part) and _rebuilt(part) for part in parts)
    if broken and not kept:
        # That the file broke off is the reason; a missing sport is only its consequence.
        results = [result for result in results if isinstance(result, Found) or result.why != "intake.no_sport"]
    if len(results) > 1:
        results = [_placed(result, number) for number, result in enumerate(results, start=1)]
    yield from results
    if broken:
        yield Damaged(path, "intake.broken_fit", kept)
    elif rebuilt and kept:
        yield Damaged(path, "intake.no_summary", kept)
    elif not any(part.messages for part in parts):
        yield Damaged(path, "intake.hollow_fit")


def _placed(result: Found | Skipped, number: int) -> Found | Skipped:
    if isinstance(result, Found):
        return result
    return Skipped(result.path, "intake.part", result.why, {**result.params, "part": number})


def _decode(data: bytes) -> tuple[list[_Part], bool]:
    """What could be decoded, and whether the decoder gave up before the end."""
    parts: list[_Part] = []
    try:
        with FitReader(
            data, processor=None, check_crc=CrcCheck.DISABLED, error_handling=ErrorHandling.IGNORE
        ) as reader:
            for frame in reader:
                if isinstance(frame, FitHeader):
                    parts.append(_Part())
                elif isinstance(frame, FitDataMessage) and frame.name in _NEEDED:
                    message = {
                        field.name: field.value
                        for field in frame.fields
                        # A developer's field may carry the name of one of FIT's own.
                        if field.value is not None and not isinstance(field.field_def, DevFieldDefinition)
                    }
                    parts[-1].messages.setdefault(frame.name, []).append(message)
    # On damaged bytes fitdecode also lets out struct.error, AssertionError, TypeError and more.
    except Exception:  # noqa: BLE001
        return parts, True
    return parts, False


def _lacks_summary(part: _Part) -> bool:
    return part.first("file_id", "type") in ("activity", None) and not part.all("session")


def _part(part: _Part, path: str, name: str, today: date, zone: tzinfo) -> Iterator[Found | Skipped]:
    kind = part.first("file_id", "type")
    if kind not in ("activity", None):
        yield Skipped(path, None, "intake.not_activity", {"content": str(kind)[:40].replace("_", " ")})
        return
    sessions = part.all("session")
    if not sessions and part.messages:
        sessions = [_rebuilt(part) or {}]
    offset = _offset(part) or zone
    for session in sessions:
        said = session.get("sport")
        sport = _sport(session if said not in _UNSAID | {None} or len(sessions) > 1 else _sport_message(part))
        made = _session(sport, session, offset, name, today)
        yield Skipped(path, None, made.why, made.params) if isinstance(made, Refusal) else Found(made, path)


def _session(
    sport: str | None, session: Message, offset: tzinfo, name: str, today: date
) -> dict[str, object] | Refusal:
    seconds = _number(session.get("start_time"))
    # FIT's rule: smaller numbers count from the moment the watch was switched on, and no date can be made of them.
    if sport in (RUN, WALK) and seconds is not None and seconds < FIT_DATETIME_MIN:
        return Refusal("intake.clock_not_set", {})
    duration_s = _number(session.get("total_timer_time"))
    if duration_s is None:
        duration_s = _number(session.get("total_elapsed_time"))
    start = _moment(seconds).astimezone(offset) if seconds is not None and 0 <= seconds < _LATEST_S else None
    activity = Activity(sport, start, duration_s, _number(session.get("total_distance")))
    return entry(activity, {"format": "fit", "name": name}, today)


def _sport_message(part: _Part) -> Message:
    return {key: part.first("sport", key) for key in ("sport", "sub_sport")}


def _sport(message: Message) -> str | None:
    sport, sub_sport = message.get("sport"), message.get("sub_sport")
    if (sport, sub_sport) in _INDOOR_RUNS:
        return RUN
    if not isinstance(sport, str) or sport in _UNSAID:
        return None
    word = sub_sport if isinstance(sub_sport, str) and sub_sport not in _UNSAID else sport
    return _SPORTS.get(sport, word.replace("_", " "))


def _rebuilt(part: _Part) -> Message | None:
    """A session made of what the track or the laps say; None where they don't name a start, a time and a sport."""
    sport = part.first("sport", "sport") or part.first("lap", "sport")
    sub_sport = part.first("sport", "sub_sport") or part.first("lap", "sub_sport")
    points, laps = part.all("record"), part.all("lap")
    times = [time for point in points if (time := _number(point.get("timestamp"))) is not None]
    if sport is None or not (times or laps):
        return None
    if times:
        start, distance = min(times), max((_number(point.get("distance")) or 0 for point in points), default=0)
        timer = max(times) - start - _paused(part)
    else:
        start = part.first("lap", "start_time")
        timer = sum(_number(lap.get("total_timer_time")) or 0 for lap in laps)
        distance = sum(_number(lap.get("total_distance")) or 0 for lap in laps)
    return {
        "sport": sport,
        "sub_sport": sub_sport,
        "start_time": start,
        "total_timer_time": timer,
        "total_distance": distance,
    }


def _paused(part: _Part) -> float:
    """Seconds between each stop of the timer and the next start."""
    total, stopped = 0.0, None
    for event in part.all("event"):
        time = _number(event.get("timestamp"))
        if event.get("event") != "timer" or time is None:
            continue
        if event.get("event_type") == "start":
            total += max(time - stopped, 0) if stopped is not None else 0
            stopped = None
        elif stopped is None:
            stopped = time
    return total


def _offset(part: _Part) -> timezone | None:
    """The watch's offset from UTC, where its activity message tells both times and their difference is a real one."""
    utc, local = _number(part.first("activity", "timestamp")), _number(part.first("activity", "local_timestamp"))
    if utc is None or local is None or utc < FIT_DATETIME_MIN:
        return None
    quarters = round((local - utc) / 900)
    # Some watches write an empty local time, which reads as 1989, or one that drifted by seconds.
    if abs(local - utc - quarters * 900) > 60 or not -48 <= quarters <= 56:
        return None
    return timezone(timedelta(minutes=15 * quarters))


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(FIT_UTC_REFERENCE + seconds, UTC)


def _number(value: object) -> float | None:
    return value if isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value) else None
