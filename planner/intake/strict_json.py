"""JSON as the standard has it: what Python would let through, and a journal can't hold, is refused by name."""

import json
import re
from collections.abc import Iterable
from math import isinf
from typing import Any, NoReturn, cast

MOST_DIGITS = 100
"""More than any number that means something here; a longer one only takes time."""

DEEPEST = 50

_HALF_PAIR = re.compile(r"\\u[dD][89a-fA-F]")


class NotStrict(ValueError):
    """Why a text is not read: a translation key and what fills it."""

    def __init__(self, why: str, **params: object) -> None:
        super().__init__(f"{why} {params}")
        self.why = why
        self.params = params


def loads(text: str | bytes) -> object:
    """The value of a JSON text. Raises NotStrict: damaged, nested too deep, a key twice, a number or a sign that nobody can save."""
    try:
        plain = text if isinstance(text, str) else text.decode("utf-8-sig")
        value: object = json.loads(
            plain,
            object_pairs_hook=each_key_once,
            parse_float=_float,
            parse_int=_int,
            parse_constant=_no_number,
        )
        _check_depth(value)
        if _HALF_PAIR.search(plain):
            _check_signs(value)
    except NotStrict:
        raise
    except RecursionError:
        raise NotStrict("intake.deep_json") from None
    except ValueError:
        raise NotStrict("intake.broken_json") from None
    return value


def each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The object of its pairs, for `json`. Raises NotStrict for a key that is there twice."""
    made = dict(pairs)
    if len(made) < len(pairs):
        raise NotStrict("intake.repeated_key", name=_short(_repeated(key for key, _ in pairs)))
    return made


def _repeated(keys: Iterable[str]) -> str:
    seen: set[str] = set()
    return next(key for key in keys if key in seen or seen.add(key))


def _float(text: str) -> float:
    value = float(text)
    if isinf(value):
        _no_number(text)
    return value


def _int(text: str) -> int:
    if len(text) > MOST_DIGITS:
        _no_number(text)
    return int(text)


def _no_number(text: str) -> NoReturn:
    raise NotStrict("intake.json_number", value=_short(text))


def _check_depth(value: object) -> None:
    """What can be read so deep may still be too deep for whoever writes it down."""
    level = [value]
    for _ in range(DEEPEST):
        level = [inner for outer in level for inner in _inside(outer) if isinstance(inner, (dict, list))]
        if not level:
            return
    raise NotStrict("intake.deep_json")


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return cast("dict[str, object]", value).values()
    return cast("list[object]", value) if isinstance(value, list) else ()


def _check_signs(value: object) -> None:
    """Half of a surrogate pair can be escaped in JSON, and written down nowhere."""
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise NotStrict("intake.half_sign") from None


def _short(text: str) -> str:
    """Enough of it to be found in the file, and fit to be shown."""
    return (text if len(text) <= 40 else f"{text[:40]}…").encode(errors="replace").decode()
