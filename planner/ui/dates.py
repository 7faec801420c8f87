"""Dates as a person says them, in the runner's language."""

from datetime import date

from babel.dates import format_date


def day_and_date(day: date, language: str) -> str:
    """Say a day in full: Sunday 22 November."""
    return format_date(day, "EEEE d MMMM", locale=language)


def short_day(day: date, language: str) -> str:
    """Say a day shortly: Sun 22."""
    return format_date(day, "EEE d", locale=language)


def span(first: date, last: date, language: str) -> str:
    """Say a stretch of days: 23 – 29 November, or 30 November – 6 December."""
    start = format_date(first, "d" if first.month == last.month else "d MMMM", locale=language)
    return f"{start} – {format_date(last, 'd MMMM', locale=language)}"


def weekday(day: date, language: str) -> str:
    """Name a weekday: Sunday."""
    return format_date(day, "EEEE", locale=language)


def narrow_day(day: date, language: str) -> str:
    """Name a weekday in two letters: Su."""
    return format_date(day, "EEEEEE", locale=language)


def day_of_month(day: date, language: str) -> str:
    """Say a day without its weekday: 22 November."""
    return format_date(day, "d MMMM", locale=language)
