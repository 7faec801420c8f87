"""Readers of single fields: a JSON value in, a typed value out, or `Wrong` with the key of the sentence that says why."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, time
from typing import cast

NOON = time(12)


class Wrong(ValueError):  # noqa: N818 - it never leaves the room: it becomes a Fault
    """A value that can't be read: the key of its sentence and the sentence's parameters."""

    def __init__(self, key: str, **params: object) -> None:
        """Keep the key ("fault.range") and the parameters (given, least, most, …)."""
        self.key = key
        self.params = params
        super().__init__(key)


Reader = Callable[[object], object]


def text(value: object) -> str:
    """Text of at most 2,000 characters."""
    if not isinstance(value, str) or len(value) > 2_000:
        raise Wrong("fault.text", given=value)
    return value


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
        if not isinstance(value, (int, float)) or isinstance(value, bool) or value != value:  # noqa: PLR0124 - NaN
            raise Wrong("fault.number", given=value, least=least, most=most)
        if not least <= value <= most:
            raise Wrong("fault.range", given=value, least=least, most=most)
        return float(value)

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
        if not isinstance(value, (list, tuple)):
            raise Wrong("fault.list", given=value)
        given = {read_one(word) for word in cast("list[object]", value)}
        return tuple(word for word in order if word in given)

    return read


def texts(value: object) -> tuple[str, ...]:
    """Read a list of free words."""
    if not isinstance(value, (list, tuple)):
        raise Wrong("fault.list", given=value)
    return tuple(text(word) for word in cast("list[object]", value))


def day(value: object) -> date:
    """An ISO 8601 date, or the local date of an ISO 8601 time."""
    return moment(value).date()


def moment(value: object) -> datetime:
    """An ISO 8601 time as the runner's wall clock showed it; a date alone means noon."""
    if not isinstance(value, str):
        raise Wrong("fault.moment", given=value)
    try:
        if len(value) == len("2026-11-20"):
            return datetime.combine(date.fromisoformat(value), NOON)
        return datetime.fromisoformat(value).replace(tzinfo=None)
    except ValueError:
        raise Wrong("fault.moment", given=value) from None


def instant(value: object) -> str:
    """An ISO 8601 time with offset, as UTC text that sorts in the order of time."""
    if not isinstance(value, str):
        raise Wrong("fault.moment", given=value)
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        raise Wrong("fault.moment", given=value) from None
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC).isoformat(timespec="microseconds")


def clock(value: object) -> time:
    """Return a time of day, "22:30"."""
    if not isinstance(value, str):
        raise Wrong("fault.clock", given=value)
    try:
        return time.fromisoformat(value)
    except ValueError:
        raise Wrong("fault.clock", given=value) from None


def mapping(value: object) -> Mapping[str, object]:
    """Return a JSON object."""
    if not isinstance(value, Mapping):
        raise Wrong("fault.object", given=value)
    return cast("Mapping[str, object]", value)
