"""The layouts of Strava's `activities.csv` as data: column names, number format, month names, sports.

Column names come as (name, which of its occurrences): Strava writes some names twice, first as shown on screen,
then as stored (metres and seconds with a decimal point).
"""

import re
from dataclasses import dataclass

Column = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Layout:
    """`metres` and `moving` are left out where the layout has no such column; `shown_unit_m` is the unit of `shown`."""

    at: Column
    sport: Column
    elapsed: Column
    shown: Column
    shown_unit_m: int
    metres: Column | None
    moving: Column | None
    decimal: str
    months: tuple[str, ...]
    sports: tuple[tuple[str, re.Pattern[str]], ...]


_ENGLISH_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENGLISH_SPORTS = (
    ("run", re.compile(r"run$")),
    ("walk", re.compile(r"walk|hike")),
    ("ride", re.compile(r"ride$|handcycle|velomobile")),
    ("swim", re.compile(r"swim")),
)

LAYOUTS = (
    Layout(
        at=("Activity Date", 0),
        sport=("Activity Type", 0),
        elapsed=("Elapsed Time", 0),
        shown=("Distance", 0),
        shown_unit_m=1000,
        metres=("Distance", 1),
        moving=("Moving Time", 0),
        decimal=".",
        months=_ENGLISH_MONTHS,
        sports=_ENGLISH_SPORTS,
    ),
    Layout(
        at=("Datum van activiteit", 0),
        sport=("Activiteitstype", 0),
        elapsed=("Verstreken tijd", 0),
        shown=("Afstand", 0),
        shown_unit_m=1000,
        metres=("Afstand", 1),
        moving=("Beweegtijd", 0),
        decimal=",",
        months=("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
        sports=(
            ("run", re.compile(r"hardlo|trail ?run|trail ?lo")),
            ("walk", re.compile(r"wandel|hike")),
            ("ride", re.compile(r"fiets|rit$|mountainbike|handbike")),
            ("swim", re.compile(r"zwem")),
        ),
    ),
    Layout(
        at=("date", 0),
        sport=("type", 0),
        elapsed=("elapsed_time", 0),
        shown=("distance", 0),
        shown_unit_m=1,
        metres=None,
        moving=None,
        decimal=".",
        months=_ENGLISH_MONTHS,
        sports=_ENGLISH_SPORTS,
    ),
)
