"""Writes docs/example-plan.json from docs/example-case.json: `python tools/example_plan.py`."""

import json
from pathlib import Path

from planner.cases import plan_case

DOCS = Path(__file__).parents[1] / "docs"


def example() -> str:
    """The plan of the example case, as it is kept in docs/."""
    case = json.loads((DOCS / "example-case.json").read_text("utf-8"))
    return json.dumps(plan_case(case), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    (DOCS / "example-plan.json").write_text(example(), "utf-8")
