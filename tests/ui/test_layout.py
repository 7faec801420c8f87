"""Mistakes that cut words when the text is large, found in the source of every screen."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCES = sorted((Path(__file__).parents[2] / "planner/ui").rglob("*.py"))
WORDED = {"Button", "FilledButton", "FilledTonalButton", "OutlinedButton", "TextButton"}


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr, node


def given(call: ast.Call, name: str) -> ast.expr | None:
    return next((keyword.value for keyword in call.keywords if keyword.arg == name), None)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_button_with_words_is_as_high_as_they_are(path: Path) -> None:
    """The theme gives it room for a thumb; a height of its own would cut larger letters."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not [call.lineno for name, call in calls(tree) if name in WORDED and given(call, "height")]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_sizes_of_text_come_from_the_theme(path: Path) -> None:
    """A number of its own doesn't grow with the others."""
    if path.name == "theme.py":
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    sized = [
        (call.lineno, given(call, "size")) for name, call in calls(tree) if name in {"Text", "TextStyle", "TextSpan"}
    ]
    assert not [line for line, size in sized if isinstance(size, ast.Constant)]


def is_button(node: ast.expr) -> bool:
    named = node.func if isinstance(node, ast.Call) else None
    name = named.attr if isinstance(named, ast.Attribute) else named.id if isinstance(named, ast.Name) else ""
    return name in {*WORDED, "link"}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_words_on_a_button_have_an_end_of_the_line(path: Path) -> None:
    """In a row that doesn't wrap, a button goes on beyond the edge of a phone when its letters are large."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    rows = [call for name, call in calls(tree) if name == "Row" and call.args and isinstance(call.args[0], ast.List)]
    wordy = [row for row in rows if any(is_button(each) for each in row.args[0].elts)]  # type: ignore[attr-defined]
    assert not [row.lineno for row in wordy if not given(row, "wrap")]
