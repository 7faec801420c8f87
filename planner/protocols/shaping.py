"""TOML tables -> dataclasses, by the dataclass's own annotations; a bad table names its file, line and key."""

import re
import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")


class PlanFault(ValueError):
    """A file of `plans/` is wrong: one sentence with file, line and key."""


class Place:
    """Where in a file we are, to say so when something is wrong."""

    def __init__(self, file: str, text: str, path: tuple[str, ...] = ()) -> None:
        """Keep the file's name and text and the keys that lead to this place."""
        self.file, self.text, self.path = file, text, path

    def __truediv__(self, key: object) -> "Place":
        """The place one key deeper."""
        return Place(self.file, self.text, (*self.path, str(key)))

    def fault(self, what: str) -> PlanFault:
        """What is wrong here, as an error to raise."""
        return PlanFault(f"plans/{self.file}, line {self._line()}, {'.'.join(self.path) or 'the file'}: {what}.")

    def _line(self) -> int:
        lines = self.text.splitlines()
        line = 0
        for key in self.path:
            if key.isdigit():
                continue
            pattern = re.compile(
                rf'^\s*(\[+.*\b{re.escape(key)}\b.*\]|"?{re.escape(key)}"?\s*=|\{{?\s*id\s*=\s*"{re.escape(key)}"'
                rf"|.*\{{.*\b{re.escape(key)}\s*=)"
            )
            line = next((n for n in range(line, len(lines)) if pattern.match(lines[n])), line)
        return line + 1


def shape(cls: type[T], table: object, place: Place) -> T:
    """Build a dataclass from a table. Raises PlanFault for a missing, unknown or mistyped key."""
    if not isinstance(table, Mapping):
        raise place.fault("a table belongs here")
    given = cast("Mapping[str, object]", table)
    hints = get_type_hints(cls)
    known = {field.name: field for field in fields(cast("Any", cls))}
    for key in given:
        if key not in known:
            raise (place / key).fault(f"unknown key; known are {', '.join(known)}")
    values: dict[str, Any] = {}
    for name, field in known.items():
        if name in given:
            values[name] = _value(hints[name], given[name], place / name)
        elif field.default is MISSING and field.default_factory is MISSING:
            raise (place / name).fault("this key is missing")
    return cls(**values)


def table_of(cls: type[T], table: Mapping[str, object], place: Place) -> dict[str, T]:
    """Build a dataclass from each table in a table of tables."""
    return {key: shape(cls, value, place / key) for key, value in table.items()}


def _value(kind: object, value: object, place: Place) -> object:
    origin = get_origin(kind)
    if origin in {Union, types.UnionType}:
        return _value(next(arg for arg in get_args(kind) if arg is not type(None)), value, place)
    if origin is tuple:
        if not isinstance(value, list):
            raise place.fault("a list belongs here")
        inner = get_args(kind)[0]
        return tuple(_value(inner, one, place / n) for n, one in enumerate(cast("list[object]", value)))
    if origin is not None and issubclass(origin, Mapping):
        if not isinstance(value, Mapping):
            raise place.fault("a table belongs here")
        inner = get_args(kind)[1]
        items = cast("Mapping[str, object]", value).items()
        return {key: _value(inner, one, place / key) for key, one in items}
    if kind is Any:
        return value
    if isinstance(kind, type) and is_dataclass(kind):
        return shape(cast("type[Any]", kind), value, place)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if type(value) is not kind:
        raise place.fault(f"{value!r} is not {cast('type[object]', kind).__name__}")
    return value
