"""One recorded activity, whatever file it came from, and the journal entry that it becomes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256

EARLIEST_YEAR = 1990
LONGEST_S = 24 * 3600
# The furthest that anybody ran in 24 hours is below 330 km.
FURTHEST_M = 500_000

RUN, WALK, RIDE, SWIM = "run", "walk", "ride", "swim"


@dataclass(frozen=True, slots=True)
class Activity:
    """`sport` is run, walk, ride, swim, or the file's own word; None where the file doesn't say.

    `start` carries the offset in which it shall be shown. Times in seconds, distance in metres, None where unknown.
    """

    sport: str | None
    start: datetime | None
    duration_s: float | None
    distance_m: float | None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an activity is no entry: a translation key and what fills it."""

    why: str
    params: Mapping[str, object]


def entry(activity: Activity, source: Mapping[str, str], today: date) -> dict[str, object] | Refusal:
    """The run or walk as a journal entry, or why it is none."""
    sport, start, duration_s, distance_m = activity.sport, activity.start, activity.duration_s, activity.distance_m
    if not sport or sport not in (RUN, WALK):
        return _other_sport(sport)
    if start is None:
        return Refusal("intake.no_start", {})
    if duration_s is None or duration_s <= 0:
        return Refusal("intake.no_duration", {})
    refused = _nonsense(start, duration_s, distance_m, today)
    if refused:
        return refused
    made: dict[str, object] = {
        "kind": sport,
        "id": identity(sport, start, duration_s),
        "at": start.isoformat(timespec="seconds"),
        "duration_min": max(round(duration_s / 60, 2), 0.01),
    }
    if sport == WALK:
        return made
    # A treadmill writes 0 m where it doesn't know.
    if distance_km := round((distance_m or 0) / 1000, 3):
        made["distance_km"] = distance_km
    return made | {"source": dict(source)}


def identity(sport: str, start: datetime, duration_s: float) -> str:
    """The id of an imported entry: the same activity has the same one in every file and time zone."""
    instant = start.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return sha256(f"{sport}|{instant}|{int(duration_s + 0.5)}".encode()).hexdigest()[:32]


def _other_sport(sport: str | None) -> Refusal:
    if not sport:
        return Refusal("intake.no_sport", {})
    if sport in (RIDE, SWIM):
        return Refusal(f"intake.{sport}", {})
    return Refusal("intake.other_sport", {"sport": sport})


def _nonsense(start: datetime, duration_s: float, distance_m: float | None, today: date) -> Refusal | None:
    if start.year < EARLIEST_YEAR:
        return Refusal("intake.too_early", {"year": start.year})
    if start.date() > today:
        return Refusal("intake.future", {"date": start.date().isoformat()})
    if duration_s > LONGEST_S:
        return Refusal("intake.too_long", {"hours": round(duration_s / 3600, 1)})
    if distance_m is not None and distance_m < 0:
        return Refusal("intake.negative_distance", {"km": round(distance_m / 1000, 3)})
    if distance_m is not None and distance_m > FURTHEST_M:
        return Refusal("intake.too_far", {"km": round(distance_m / 1000)})
    return None
