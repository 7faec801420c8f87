"""Readers of single fields: a JSON value in, a typed value out, or `Wrong` with the key of the sentence that says why."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import cast

NOON = time(12)
FIRST_YEAR, LAST_YEAR = 1900, 2199


class Wrong(ValueError):
    """A value that can't be read: the key of its sentence and the sentence's parameters."""

    def __init__(self, key: str, /, **params: object) -> None:
        """Keep the key ("fault.range") and the parameters (given, least, most, …)."""
        self.key = key
        self.params = params
        super().__init__(key)


Reader = Callable[[object], object]


def text(value: object) -> str:
    """Text of at most 2,000 characters, all of which can be written down as UTF-8."""
    if not isinstance(value, str) or len(value) > 2_000 or not (value.isascii() or _encodable(value)):
        raise Wrong("fault.text", given=value)
    return value


def _encodable(value: str) -> bool:
    """Tell whether there is no half of a surrogate pair in it: JSON can escape one, no file can hold it."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def truth(value: object) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise Wrong("fault.truth", given=value)
    return value


def whole(least: int, most: int) -> Reader:
    """Return a reader of whole numbers in a range, both ends included."""

    def read(value: object) -> int:
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if not isinstance(value, int) or isinstance(value, bool):
            raise Wrong("fault.whole", given=value, least=least, most=most)
        if not least <= value <= most:
            raise Wrong("fault.range", given=value, least=least, most=most)
        return value

    return read


def number(least: float, most: float) -> Reader:
    """Return a reader of numbers in a range, both ends included."""

    def read(value: object) -> float:
        if not isinstance(value, (int, float)) or isinstance(value, bool):
            raise Wrong("fault.number", given=value, least=least, most=most)
        if least <= value <= most:
            return float(value)
        known = "fault.range" if value == value else "fault.number"  # noqa: PLR0124 - NaN
        raise Wrong(known, given=value, least=least, most=most)

    return read


def one_of(words: Iterable[str]) -> Reader:
    """Return a reader of one word of a closed list."""
    known = frozenset(words)
    listed = tuple(words)

    def read(value: object) -> str:
        if not isinstance(value, str) or value not in known:
            raise Wrong("fault.word", given=value, words=", ".join(listed))
        return value

    return read


def some_of(words: Iterable[str]) -> Reader:
    """Return a reader of a list of words of a closed list, without repeats, in the order of that list."""
    order = tuple(words)
    read_one = one_of(order)

    def read(value: object) -> tuple[str, ...]:
        if value == []:
            return ()
        given = {read_one(word) for word in listed(value)}
        return tuple(word for word in order if word in given)

    return read


def listed(value: object) -> Sequence[object]:
    """Return a list of anything."""
    if not isinstance(value, (list, tuple)):
        raise Wrong("fault.list", given=value)
    return cast("Sequence[object]", value)


def texts(value: object) -> tuple[str, ...]:
    """Read a list of free words."""
    return tuple(text(word) for word in listed(value))


def day(value: object) -> date:
    """An ISO 8601 date, or the local date of an ISO 8601 time."""
    return moment(value).date()


def timestamp(value: object) -> datetime:
    """An ISO 8601 time, with its offset where it has one; a date alone means noon."""
    if not isinstance(value, str):
        raise Wrong("fault.moment", given=value)
    try:
        # No time has a form as short as the longest form of a date: 2026-11-20, 2026-W47-5
        at = datetime.fromisoformat(value) if len(value) > 10 else datetime.combine(date.fromisoformat(value), NOON)
    except ValueError:
        raise Wrong("fault.moment", given=value) from None
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise Wrong("fault.year", given=value, first=FIRST_YEAR, last=LAST_YEAR)
    return at


def moment(value: object) -> datetime:
    """An ISO 8601 time as the runner's wall clock showed it; a date alone means noon."""
    at = timestamp(value)
    return at if at.tzinfo is None else at.replace(tzinfo=None)


def instant(value: object) -> str:
    """An ISO 8601 time with offset, as UTC text that sorts in the order of time."""
    at = timestamp(value)
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC).isoformat(timespec="microseconds")


def clock(value: object) -> time:
    """Return a time of day, "22:30"."""
    if not isinstance(value, str):
        raise Wrong("fault.clock", given=value)
    try:
        return time.fromisoformat(value).replace(tzinfo=None)
    except ValueError:
        raise Wrong("fault.clock", given=value) from None


def mapping(value: object) -> Mapping[str, object]:
    """Return a JSON object."""
    if not isinstance(value, Mapping):
        raise Wrong("fault.object", given=value)
    return cast("Mapping[str, object]", value)
