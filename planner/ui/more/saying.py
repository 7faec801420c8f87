"""Dates and moments of the journal, as a person says them."""

from datetime import datetime

from babel.dates import format_date, format_datetime


def full_date(value: object, language: str) -> str:
    """A day with its year: 24 November 2026."""
    return format_date(_moment(value).date(), "d MMMM y", locale=language)


def moment(value: object, language: str) -> str:
    """A day and the clock: 24 Nov 2026, 18:30."""
    return format_datetime(_moment(value), "d MMM y, HH:mm", locale=language)


def _moment(value: object) -> datetime:
    return value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
