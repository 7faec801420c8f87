"""Watch and phone files, and what Stridewell exported, as journal entries.

`files` lists what there is under the given paths, `read` says what is in one of them.
"""

from planner.intake.found import Damaged, Found, IntakeFault, Result, Skipped
from planner.intake.paths import files, read

__all__ = ["Damaged", "Found", "IntakeFault", "Result", "Skipped", "files", "read"]
