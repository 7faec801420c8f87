"""What `plans/*.toml` holds, as types. Every number of the domain is a field here and a line there."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from planner.protocols.asking import Asking, TestHow
from planner.protocols.emergency import Emergency
from planner.protocols.flag_rules import Flags, Health
from planner.protocols.learning import Card
from planner.protocols.limits import Caps, Row
from planner.protocols.practices import Extras, Hint, Practice, Routine
from planner.protocols.stages import Ladder
from planner.protocols.training import Training


@dataclass(frozen=True, slots=True)
class Source:
    """Where a number comes from; `read`: primary, secondary, recalled or project."""

    title: str
    where: str
    read: str


@dataclass(frozen=True, slots=True)
class Protocols:
    """Everything that `plans/` says."""

    sources: Mapping[str, Source]
    ladder: Ladder
    rows: Mapping[str, Row]
    caps: Caps
    flags: Flags
    health: Health
    emergency: Emergency
    asking: Asking
    extras: Extras
    training: Training
    routines: Mapping[str, Routine] = field(default_factory=dict[str, Routine])
    practices: Mapping[str, Practice] = field(default_factory=dict[str, Practice])
    hints: Mapping[str, Hint] = field(default_factory=dict[str, Hint])
    cards: Mapping[str, Card] = field(default_factory=dict[str, Card])
    tests: Mapping[str, TestHow] = field(default_factory=dict[str, TestHow])
