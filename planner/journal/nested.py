"""Readers of objects within objects: each fault with the place that it was found in."""

from collections.abc import Iterator, Mapping
from typing import Any

from planner.journal.faults import Fault
from planner.journal.fields import Reader, Wrong, listed, mapping


def record(value: object, spec: Mapping[str, Reader], where: str, faults: list[Fault]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    try:
        given = mapping(value)
    except Wrong as wrong:
        faults.append(Fault(wrong.key, where, wrong.params))
        return values
    for key, one in given.items():
        if key not in spec:
            faults.append(Fault("fault.field", f"{where}.{key}", {"given": key, "kind": where}))
        elif one is not None:
            try:
                values[key] = spec[key](one)
            except Wrong as wrong:
                faults.append(Fault(wrong.key, f"{where}.{key}", wrong.params))
    return values


def records(
    value: object, name: str, needs: str, spec: Mapping[str, Reader], faults: list[Fault]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """The records of a list, each with its place; `needs`: the key that each must have. A bare word is that key."""
    for n, raw in enumerate(listed(value), 1):
        where, found = f"{name}[{n}]", len(faults)
        values = record({needs: raw} if isinstance(raw, str) else raw, spec, where, faults)
        if needs in values:
            yield where, values
        elif len(faults) == found:
            faults.append(Fault("fault.missing", f"{where}.{needs}", {"key": needs}))
