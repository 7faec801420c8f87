"""A reason: which rule, with which numbers, from which entries and source, and what would lift it."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is as it is. `lifts`: key of the sentence that says what would undo it."""

    rule: str
    source: str
    strength: str
    params: Mapping[str, object] = field(default_factory=dict[str, object])
    entries: tuple[str, ...] = ()
    lifts: str | None = None
