"""Screens hold no number of the domain: they compare nothing with one, and know no stretch of days of their own."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.ui import app

UI = Path(app.__file__).parent
WEEK = 7
# A stretch of time that decides about nothing but what is shown or kept on the page
SHOWN = {
    "log/hours.py": "a tap on a clock",
    "log/journal.py": "how much of a long list is shown at once",
    "log/when.py": "how far a calendar goes",
}


def sources() -> dict[str, str]:
    found = {path.relative_to(UI).as_posix(): path.read_text("utf-8") for path in UI.rglob("*.py")}
    assert len(found) > 100
    return found


def number(node: ast.AST) -> float | None:
    value = node.value if isinstance(node, ast.Constant) else None
    return value if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def compared(source: str) -> Iterator[str]:
    """What is compared with a number greater than 1, but for how many there are of something."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            counts = any(isinstance(s, ast.Call) and isinstance(s.func, ast.Name) and s.func.id == "len" for s in sides)
            if not counts and any((number(side) or 0) > 1 for side in sides):
                yield f"{node.lineno}: {ast.unparse(node)}"


def stretches(source: str) -> Iterator[str]:
    """Stretches of time other than a day and a week."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "timedelta":
            given = {keyword.arg: number(keyword.value) for keyword in node.keywords}
            if any(
                value is not None and (key, value) not in {("days", 1), ("days", WEEK)} for key, value in given.items()
            ):
                yield f"{node.lineno}: {ast.unparse(node)}"


def test_a_screen_compares_nothing_with_a_number_of_its_own() -> None:
    assert [f"{name}:{each}" for name, text in sources().items() for each in compared(text)] == []


def test_a_screen_knows_no_stretch_of_days_that_decides_about_anything() -> None:
    found = {name for name, text in sources().items() if list(stretches(text))}
    assert found == SHOWN.keys()


@pytest.mark.parametrize("sin", ["if score > 4: pass", "ok = 18 <= age", "late = hours >= 7.5", "x = 2 < pain <= 5"])
def test_a_threshold_is_seen(sin: str) -> None:
    assert list(compared(sin))


@pytest.mark.parametrize("fine", ["if len(places) > 2: pass", "if left > 0: pass", "ok = low <= age"])
def test_a_count_is_none(fine: str) -> None:
    assert list(compared(fine)) == []


def test_a_stretch_is_seen() -> None:
    assert list(stretches("from datetime import timedelta\nASKED = timedelta(days=3)"))
    assert list(stretches("from datetime import timedelta\nDAY = timedelta(days=1)")) == []
