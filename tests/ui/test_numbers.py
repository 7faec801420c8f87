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
    "handing.py": "how long a file waits on the network",
    "log/hours.py": "a tap on a clock",
    "log/journal.py": "how much of a long list is shown at once",
    "log/when.py": "how far a calendar goes",
}


# What stands at the top of a module: how something looks, how far the page goes, how a unit is reckoned
OF_THE_SCREEN = {
    "size": {
        "WIDE", "LARGEST", "MARK", "LIGHT", "HEAVY", "HINT_LINES", "ICON_SIZE", "SIZES", "BAR", "LEAST", "SCALE_AT_MOST",
        "SIZE", "WIDE_SIZE", "DIGITS", "WIDTH", "HEIGHT", "LEFT", "BELOW", "ABOVE", "DASHES", "WIDEST_BAR", "ALL_BARS",
        "QR_SIDE",
    },
    "axis": {
        "HOURS", "LITRES", "OUNCES", "ITEMS", "CROWDED", "TICKS", "LEAST_MINUTES", "LABELS_OF_DAYS", "LABELS_OF_MONTHS",
    },
    "how much is shown, and what first": {
        "SHOWN", "SHOWN_WIDE", "FIRST_SHOWN", "MORE", "WAKE_SHOWN_FIRST", "FIRST_DAY", "FURTHEST", "STEP", "TIMES",
        "QUIET", "WEEKS_BACK", "WEEKS_AHEAD",
    },
    "greeting": {"NIGHT_UNTIL", "NOON", "EVENING_FROM"},
    "unit": {
        "MEGABYTE", "KIB", "WEEK", "MINUTE_S", "ML_IN_A_LITRE", "MINUTES_IN_AN_HOUR", "SAID_IN_HOURS_FROM", "WHOLE_FROM",
    },
    "machine": {
        "LOOKS_EVERY_S", "MOST_FILES", "ADDRESS_LASTS_S", "BROTLI_QUALITY", "GZIP_LEVEL", "UNUSED_FOR_S", "MADE_BY_A_TAP",
        "TOKEN_BYTES", "_SHORTEST", "LASTS", "TRIES", "_MOST_TYPED",
    },
}  # fmt: skip


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
                value is not None and (key, value) not in {("days", 1), ("days", WEEK), ("weeks", 1)}
                for key, value in given.items()
            ):
                yield f"{node.lineno}: {ast.unparse(node)}"


def constants(source: str) -> Iterator[str]:
    """The names at the top of a module that stand for a number greater than 1, or for something made of such."""
    named = [node for node in ast.parse(source).body if isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value]
    for node in named:
        if any((number(each) or 0) > 1 for each in ast.walk(node)):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name))


def test_every_number_that_a_module_names_is_about_the_screen() -> None:
    found = {name for path, text in sources().items() if path != "theme.py" for name in constants(text)}
    assert found - {name for names in OF_THE_SCREEN.values() for name in names} == set()
    assert len(found) > 30


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


@pytest.mark.parametrize("sin", ["GLASS = 250", "MINUTES = (20, 30)", "SCORES: range = range(1, 6)", "A, B = 1, 7.5"])
def test_a_named_number_is_seen(sin: str) -> None:
    assert list(constants(sin))


@pytest.mark.parametrize("fine", ["GLASS = 'glass_ml'", "FIRST = 1", "GAP = theme.GAP_S", "def f(): HALF = 50"])
def test_a_name_without_a_number_is_none(fine: str) -> None:
    assert list(constants(fine)) == []
