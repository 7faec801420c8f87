"""Small pieces of speech: days, places, names, numbers in the runner's language."""

from collections.abc import Sequence
from datetime import date, timedelta

from babel.dates import format_date
from babel.numbers import format_decimal

from planner.assess import Place
from planner.words import Voice
from planner.words.catalogue import spoken

UNKNOWN = "–"


def day(when: date, voice: Voice) -> str:
    """22 Nov 2026."""
    return format_date(when, "d MMM y", locale=spoken(voice.language))


def short(when: date, voice: Voice) -> str:
    """Sun 22 Nov."""
    return format_date(when, "EEE d MMM", locale=spoken(voice.language))


def span(first: date, last: date, voice: Voice) -> str:
    """From a day to another."""
    return voice.say("pdf.span", first=day(first, voice), last=day(last, voice))


def days(dates: Sequence[date], voice: Voice) -> str:
    """Days in their order; three or more in a row from the first to the last."""
    groups: list[list[date]] = []
    for when in dates:
        if groups and when - groups[-1][-1] == timedelta(days=1):
            groups[-1].append(when)
        else:
            groups.append([when])
    said: list[str] = []
    for group in groups:
        if len(group) > 2:
            said.append(voice.say("pdf.span", first=short(group[0], voice), last=short(group[-1], voice)))
        else:
            said += [short(when, voice) for when in group]
    return ", ".join(said)


def day_of(text: object, voice: Voice) -> str:
    """An ISO date or moment as a day; a dash where there is none."""
    return day(date.fromisoformat(str(text)[:10]), voice) if text else UNKNOWN


def number(value: float | None, voice: Voice) -> str:
    """12 or 12.5; a dash where nothing is known."""
    return UNKNOWN if value is None else format_decimal(round(value, 1), "#,##0.#", locale=spoken(voice.language))


def place_name(place: Place, voice: Voice) -> str:
    """Inner shin, left."""
    return voice.say("pdf.place", site=voice.say(f"site.{place.site}"), side=voice.say(f"side.{place.side}"))


def capital(text: str) -> str:
    """With a capital letter in front."""
    return text[:1].upper() + text[1:]
