"""`planner rules`: the review sheet as text, as Markdown, as JSON."""

import json
from collections.abc import Callable

from typer.testing import Result

Planner = Callable[..., Result]


def test_the_rules_are_told_as_text_markdown_and_json(planner: Planner) -> None:
    text, page, document = planner("rules"), planner("rules", "--md"), planner("rules", "--json")
    assert (text.exit_code, page.exit_code, document.exit_code) == (0, 0, 0)
    assert text.stderr == page.stderr == document.stderr == ""
    assert page.stdout.startswith("# Stridewell rules")
    assert "| single-run cap, times the longest run | 1.1 |" in page.stdout
    assert "single-run cap, times the longest run: 1.1" in text.stdout
    told = json.loads(document.stdout)
    assert told["schema"] == 1
    assert {"file": "caps", "key": "cap_factor", "value": 1.1, "source": "frandsen_2025", "strength": "B"} in told[
        "numbers"
    ]
