"""Where the runner is, and the number to call there."""

import unicodedata

from babel import Locale
from babel.core import UnknownLocaleError, get_global
from tzlocal import get_localzone_name

from planner.protocols import protocols
from planner.ui.model import Model

ELSEWHERE = "elsewhere"
IN_MILES = frozenset({"US"})


def country(model: Model) -> str | None:
    """The country that was chosen; None where none was, or another than those that are known."""
    kept = model.desk.voice.country
    return kept if kept in protocols().emergency.countries else None


def told(code: str) -> dict[str, object]:
    """The choice as a change of the profile."""
    return {"country": None if code == ELSEWHERE else code}


def number(model: Model) -> str | None:
    """The number to call for an ambulance; None where it isn't known."""
    return protocols().emergency.number(country(model))


def mobile_number() -> str:
    """The number that a mobile phone knows as an emergency call."""
    return protocols().emergency.elsewhere.number


def whom_to_call(model: Model) -> str:
    """What to do first in an emergency, in one sentence that names the number."""
    known = number(model)
    return model.say("ui.call.now", number=known) if known else model.say("ui.call.unknown", number=mobile_number())


def countries(model: Model) -> list[tuple[str, str]]:
    """The countries with their names in the runner's language, in the order of the names."""
    names = _names(model.language)
    return sorted(((code, names.get(code, code)) for code in protocols().emergency.countries), key=_by_name)


def likely_country() -> str | None:
    """The country of this machine's time zone, where it is one of those that are known."""
    code = get_global("zone_territories").get(get_localzone_name() or "")
    return code if code in protocols().emergency.countries else None


def matches(name: str, typed: str) -> bool:
    """Whether a name is meant by what was typed so far: accents and capitals don't matter."""
    return _plain(typed) in _plain(name)


def _names(language: str) -> dict[str, str]:
    try:
        return dict(Locale.parse(language.replace("-", "_")).territories)
    except (UnknownLocaleError, ValueError):
        return dict(Locale.parse("en").territories)


def _by_name(one: tuple[str, str]) -> str:
    return _plain(one[1])


def _plain(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text.strip().casefold()) if not unicodedata.combining(c))
