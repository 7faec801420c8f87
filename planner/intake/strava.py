"""Strava's `activities.csv`, in each of its layouts. Its dates are in UTC."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from math import isfinite

from planner.intake.activity import Activity, Refusal, entry
from planner.intake.found import Damaged, Found, Result, Skipped
from planner.intake.strava_layouts import LAYOUTS, Column, Layout

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})[ T]")
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2}) (?P<name>[^\W\d]+)\.? (?P<year>\d{4}),? ")
_MONTH_FIRST = re.compile(r"(?P<name>[^\W\d]+)\.? (?P<day>\d{1,2}), (?P<year>\d{4}),? ")
_CLOCK = re.compile(r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?(?: (?P<half>AM|PM))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the columns of a layout stand in one file."""

    at: int
    sport: int
    elapsed: int
    shown: int
    metres: int | None
    moving: int | None


def layout_of(header: Sequence[str]) -> Layout | None:
    """The layout with all its needed columns in this header row."""
    return next((layout for layout in LAYOUTS if _places(layout, header)), None)


def parse(text: str, path: str, name: str, *, today: date, zone: tzinfo = UTC) -> Iterator[Result]:
    """The runs and walks of one export; `zone` is the one in which start times shall be shown."""
    kept = 0
    rows = csv.reader(io.StringIO(text, newline=""))
    try:
        header = [cell.strip() for cell in next(rows, [])]
        layout = layout_of(header)
        places = layout and _places(layout, header)
        if not layout or not places:
            yield Skipped(path, None, "intake.other_columns", foreign=True)
            return
        for number, row in enumerate(rows, start=2):
            if not any(cell.strip() for cell in row):
                continue
            made = _row(row, layout, places, {"format": "strava", "name": name}, today, zone)
            if isinstance(made, Refusal):
                yield Skipped(path, "intake.row", made.why, {**made.params, "row": number})
            else:
                kept += 1
                yield Found(made, path)
    except csv.Error:
        yield Damaged(path, "intake.broken_csv", kept, {"line": rows.line_num})


def _row(
    row: list[str], layout: Layout, places: _Places, source: dict[str, str], today: date, zone: tzinfo
) -> dict[str, object] | Refusal:
    needed = max(places.at, places.sport, places.elapsed, places.shown)
    if len(row) <= needed:
        return Refusal("intake.short_row", {"cells": len(row)})
    try:
        start = moment(row[places.at], layout.months).astimezone(zone)
    except (ValueError, OverflowError):
        return Refusal("intake.bad_date", {"value": row[places.at][:40]})
    try:
        duration_s = _stored(row, places.moving) or number(row[places.elapsed], layout.decimal)
        distance_m = _distance_m(row, layout, places)
    except ValueError as fault:
        return Refusal("intake.bad_number", {"value": str(fault)[:40]})
    return entry(Activity(_sport(row[places.sport], layout), start, duration_s, distance_m), source, today)


def _distance_m(row: list[str], layout: Layout, places: _Places) -> float | None:
    stored = _stored(row, places.metres)
    if stored is not None:
        return stored
    shown = number(row[places.shown], layout.decimal)
    return None if shown is None else shown * layout.shown_unit_m


def _stored(row: list[str], place: int | None) -> float | None:
    return number(row[place], ".") if place is not None and place < len(row) else None


def number(text: str, decimal: str) -> float | None:
    """The text "9,660" is 9660 with a decimal point and 9.66 with a decimal comma; an empty one is None.

    Raises ValueError with the text where it is no number.
    """
    plain = re.sub(r"\s", "", text)
    if not plain:
        return None
    plain = plain.replace(",", "") if decimal == "." else plain.replace(".", "").replace(",", ".")
    try:
        value = float(plain)
    except ValueError:
        raise ValueError(text) from None
    if not isfinite(value):
        raise ValueError(text)
    return value


def moment(text: str, months: Sequence[str]) -> datetime:
    """The UTC moment that one of Strava's date texts names. Raises ValueError where it names none."""
    plain = " ".join(text.split())
    day = _ISO.match(plain) or _DAY_FIRST.match(plain) or _MONTH_FIRST.match(plain)
    clock = day and _CLOCK.fullmatch(plain, day.end())
    if not day or not clock:
        raise ValueError(text)
    parts = day.groupdict()
    month = int(parts["month"]) if "month" in parts else months.index(parts["name"].casefold()[:3]) + 1
    hour = int(clock["hour"])
    if clock["half"]:
        if not 1 <= hour <= 12:
            raise ValueError(text)
        hour = hour % 12 + (12 if clock["half"].upper() == "PM" else 0)
    second = int(clock["second"] or 0)
    return datetime(int(parts["year"]), month, int(parts["day"]), hour, int(clock["minute"]), second, tzinfo=UTC)


def _sport(word: str, layout: Layout) -> str:
    plain = word.strip()
    return next((sport for sport, pattern in layout.sports if pattern.search(plain.casefold())), plain)


def _places(layout: Layout, header: Sequence[str]) -> _Places | None:
    def place(column: Column | None) -> int | None:
        if column is None:
            return None
        found = [index for index, name in enumerate(header) if name == column[0]]
        return found[column[1]] if column[1] < len(found) else None

    at, sport, elapsed, shown = (place(column) for column in (layout.at, layout.sport, layout.elapsed, layout.shown))
    if at is None or sport is None or elapsed is None or shown is None:
        return None
    return _Places(at, sport, elapsed, shown, place(layout.metres), place(layout.moving))
