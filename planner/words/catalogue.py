"""Every sentence that a person reads, by key and language, from the gettext catalogues in `assets/locale/`."""

from dataclasses import dataclass
from functools import cache
from gettext import GNUTranslations
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import get_decimal_symbol, get_group_symbol

from planner.resources import folder

ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class _Number:
    """A number that writes itself with its language's signs."""

    value: float
    decimal: str
    thousands: str

    def __format__(self, how: str) -> str:
        signs = str.maketrans({".": self.decimal, ",": self.thousands})
        return format(self.value, how).translate(signs)


@cache
def languages() -> tuple[str, ...]:
    """The languages that there are catalogues for."""
    return tuple(sorted(entry.name for entry in folder("assets").joinpath("locale").iterdir() if entry.is_dir()))


@cache
def _catalogue(language: str) -> Catalog:
    whole = Catalog(locale=language)
    for entry in sorted(folder("assets").joinpath("locale", language).iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".po"):
            with entry.open("rb") as file:
                for message in read_po(file, locale=language):
                    if message.id:
                        whole.add(message.id, message.string)
    return whole


@cache
def _translations(language: str) -> GNUTranslations:
    compiled = BytesIO()
    write_mo(compiled, _catalogue(language))
    compiled.seek(0)
    return GNUTranslations(compiled)


def spoken(language: str) -> str:
    """The language to speak: the one asked for, or English where there is no catalogue for it."""
    short = language.replace("-", "_").split("_")[0]
    return short if short in languages() else ENGLISH


def knows(key: str, language: str = ENGLISH) -> bool:
    """Tell whether there is a sentence for the key."""
    return _translations(spoken(language)).gettext(key) != key


def sentences(prefix: str, language: str = ENGLISH) -> dict[str, str]:
    """Every sentence whose key begins so, by key, with its {names} unfilled; of plural forms all."""
    found: dict[str, str] = {}
    for message in _catalogue(spoken(language)):
        key = message.id if isinstance(message.id, str) else message.id[0]
        forms = [message.string] if isinstance(message.string, str) else list(message.string or ())
        if key.startswith(prefix):
            found[key] = " / ".join(forms)
    return dict(sorted(found.items()))


def say(key: str, /, language: str = ENGLISH, **params: object) -> str:
    """The sentence of a key, its {names} filled in; the parameter `n` chooses among plural forms.

    A sentence that a language lacks is said in English. Raises KeyError for a key that nobody wrote.
    """
    for tongue in (spoken(language), ENGLISH):
        translations = _translations(tongue)
        n = params.get("n")
        sentence = translations.ngettext(key, key, n) if isinstance(n, int) else translations.gettext(key)
        if sentence == key:
            sentence = translations.gettext(key)
        if sentence != key:
            return sentence.format(**_spoken(params, tongue))
    raise KeyError(key)


@cache
def _signs(language: str) -> tuple[str, str]:
    return get_decimal_symbol(language), get_group_symbol(language)


def _spoken(params: dict[str, object], language: str) -> dict[str, object]:
    decimal, thousands = _signs(language)
    if decimal == ".":
        return params
    return {
        name: _Number(value, decimal, thousands)
        if isinstance(value, (int, float)) and not isinstance(value, bool)
        else value
        for name, value in params.items()
    }
