"""Dates as a person says them, in the runner's language."""

from datetime import date

from babel.dates import format_date

from planner.words import say


def day_and_date(day: date, language: str) -> str:
    """Say a day in full: Sunday 22 November."""
    return format_date(day, say("ui.date.full", language), locale=language)


def short_day(day: date, language: str) -> str:
    """Say a day shortly: Sun 22."""
    return format_date(day, "EEE d", locale=language)


def span(first: date, last: date, language: str) -> str:
    """Say a stretch of days: 23 – 29 November, or 30 November – 6 December."""
    start = format_date(first, "d", locale=language) if first.month == last.month else day_of_month(first, language)
    return f"{start} – {day_of_month(last, language)}"


def weekday(day: date, language: str) -> str:
    """Name a weekday: Sunday."""
    return format_date(day, "EEEE", locale=language)


def narrow_day(day: date, language: str) -> str:
    """Name a weekday in two letters: Su."""
    return format_date(day, "EEEEEE", locale=language)


def day_of_month(day: date, language: str) -> str:
    """Say a day without its weekday: 22 November."""
    return format_date(day, say("ui.date.month", language), locale=language)
