"""Dates and times as a person types them: "yesterday 7am", "today 07:30", "fri", "2026-11-20 08:00"."""

import re
from datetime import datetime, timedelta

from dateutil import parser
from dateutil.relativedelta import relativedelta

from planner.journal.faults import Fault, Faults

_DAYS_AGO = re.compile(r"(\d+)\s+days?\s+ago")
# 3/4 is a day in March in one country and in April in another
_NUMBERS_ONLY = re.compile(r"(?<![\d/.-])(\d{1,2})(?:/|[.-](?=\d{1,2}[.-]\d))(\d{1,2})\b")
_NAMED = {"today": 0, "yesterday": 1, "last night": 1}


def parse(text: str, now: datetime) -> datetime:
    """Read a moment in the runner's local time; a date without a time means noon. Raises Faults when not understood.

    A weekday is the latest one that isn't after today.
    """
    said = text.strip().lower()
    if said in {"", "now"}:
        return now.replace(tzinfo=None, second=0, microsecond=0)
    base = now.replace(tzinfo=None, hour=12, minute=0, second=0, microsecond=0)
    if ago := _DAYS_AGO.search(said):
        base -= timedelta(days=min(int(ago[1]), 36_500))
        said = said.replace(ago[0], " ").strip()
    for word, days in _NAMED.items():
        if re.search(rf"\b{word}\b", said):
            base -= timedelta(days=days)
            said = re.sub(rf"\b{word}\b", " ", said).strip()
    said = re.sub(r"\bat\b", " ", said).strip(" ,")
    if not said:
        return base
    if numbers := _NUMBERS_ONLY.search(said):
        day, month = int(numbers[1]), int(numbers[2])
        if day != month and max(day, month) <= 12:
            raise Faults([Fault("fault.when", "", {"given": text})])
    try:
        at = parser.parse(said, default=base, ignoretz=True)
    except (parser.ParserError, OverflowError, ValueError):
        raise Faults([Fault("fault.when", "", {"given": text})]) from None
    names_weekday = re.search(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b", said) and not re.search(
        r"\d{4}|\d+\s*[./-]", said
    )
    if names_weekday and at.date() > now.date():
        at -= relativedelta(weeks=1)
    return at
