"""The plan that docs/ shows is the one that the planner makes."""

import json
from pathlib import Path

from planner.cases import plan_case
from tests.invariants.judge import judge

DOCS = Path(__file__).parents[1] / "docs"


def test_the_example_plan_is_current_and_breaks_no_rule() -> None:
    case = json.loads((DOCS / "example-case.json").read_text("utf-8"))
    shown = json.loads((DOCS / "example-plan.json").read_text("utf-8"))
    made = plan_case(case)
    assert made == shown, "run `python tools/example_plan.py` and read what changed"
    assert judge(case, made) == []


def test_the_example_shows_runs_reasons_and_a_change() -> None:
    shown = json.loads((DOCS / "example-plan.json").read_text("utf-8"))
    kinds = {item["kind"] for day in shown["days"] for item in day["items"]}
    assert {"run", "warm_up", "cool_down", "check_in", "contrast_shower", "leg_elevation"} <= kinds
    assert [change["what"] for change in shown["changes"]]
