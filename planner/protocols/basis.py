"""What each number rests on: a source and a strength of evidence, of its own or of the table around it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, cast

from planner.protocols.shaping import Place

STRENGTHS = ("A", "B", "C", "D")


@dataclass(frozen=True, slots=True)
class Basis:
    """A source of `plans/sources.toml`, and how strong its evidence is: A to D."""

    source: str
    strength: str


class Based(Protocol):
    """A table with a source and a strength for all its numbers, and a basis of their own for some."""

    @property
    def source(self) -> str:
        """The source of the table."""
        ...

    @property
    def strength(self) -> str:
        """The strength of the table."""
        ...

    @property
    def basis(self) -> Mapping[str, Basis]:
        """Another basis, by key."""
        ...


def basis_in(table: "Based", key: str) -> Basis:
    """What a number of a table rests on: its own basis, else the table's."""
    return table.basis.get(key) or Basis(table.source, table.strength)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value of a plan file: the keys that lead to it, and what it rests on, None where nothing was said."""

    path: tuple[str, ...]
    value: object
    basis: Basis | None

    @property
    def is_number(self) -> bool:
        """Tell whether the value is a number or a list of numbers."""
        return _number(self.value)


def leaves(table: Mapping[str, Any], path: tuple[str, ...] = (), around: Basis | None = None) -> Iterator[Leaf]:
    """Every value of a table but what names sources, each with its basis: its own, its table's, the one around."""
    named = basis_of_table(table)
    here = named or around
    own = cast("Mapping[str, Mapping[str, Any]]", table.get("basis", {}))
    for key, value in table.items():
        if key == "basis" or (named is not None and key in {"source", "strength"}):
            continue
        basis = basis_of_table(own.get(key)) or here
        if isinstance(value, Mapping):
            yield from leaves(cast("Mapping[str, Any]", value), (*path, key), basis)
        elif _tables(value):
            for n, one in enumerate(cast("list[Mapping[str, Any]]", value)):
                yield from leaves(one, (*path, key, str(one.get("id", n))), basis)
        else:
            yield Leaf((*path, key), value, basis)


def basis_of_table(value: object) -> Basis | None:
    """What a table says that its numbers rest on; None where it says nothing, or is no table."""
    if not isinstance(value, Mapping):
        return None
    table = cast("Mapping[str, object]", value)
    source, strength = table.get("source"), table.get("strength")
    return Basis(source, strength) if isinstance(source, str) and isinstance(strength, str) else None


def check_bases(table: Mapping[str, Any], place: Place, sources: Mapping[str, object]) -> None:
    """Raise PlanFault for a number without basis, and for a basis of nothing, of no source, or of no strength."""
    _check_named(table, place, sources)
    for leaf in leaves(table):
        if leaf.is_number and leaf.basis is None:
            raise _at(place, leaf.path).fault("this number has no source and strength, here or in a basis")


def _check_named(table: Mapping[str, Any], place: Place, sources: Mapping[str, object]) -> None:
    for key, value in table.items():
        if key == "source" and value not in sources:
            raise (place / key).fault(f"the source {value!r} is not in sources.toml")
        if key == "strength" and isinstance(value, str) and value not in STRENGTHS:
            raise (place / key).fault(f"{value!r} is no strength; use {', '.join(STRENGTHS)}")
        if key == "basis":
            unknown = [name for name in cast("Mapping[str, Any]", value) if name not in table]
            if unknown:
                raise (place / key / unknown[0]).fault("there is no such key to have a basis")
        if isinstance(value, Mapping):
            _check_named(cast("Mapping[str, Any]", value), place / key, sources)
        elif _tables(value):
            for n, one in enumerate(cast("list[Mapping[str, Any]]", value)):
                _check_named(one, place / key / one.get("id", n), sources)


def _at(place: Place, path: tuple[str, ...]) -> Place:
    for key in path:
        place = place / key
    return place


def _tables(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(one, Mapping) for one in cast("list[object]", value))


def _number(value: object) -> bool:
    if isinstance(value, list):
        return any(_number(one) for one in cast("list[object]", value))
    return isinstance(value, (int, float)) and not isinstance(value, bool)
