"""What is wrong with some input: every fault at once, as keys and parameters that `words` turns into a sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong. `key` names its sentence ("fault.range"), `where` the place ("journal 3, score")."""

    key: str
    where: str = ""
    params: Mapping[str, object] = field(default_factory=dict[str, object])


class Faults(ValueError):
    """Some input is wrong in these ways; nothing was changed."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        """Keep the faults in the order in which they were found."""
        self.faults = tuple(faults)
        super().__init__("; ".join(f"{fault.where}: {fault.key} {dict(fault.params)}" for fault in self.faults))
