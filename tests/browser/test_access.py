"""What a thumb, a keyboard and a screen reader need on every screen."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from planner.ui import theme
from planner.ui.preferences import Preferences
from tests.browser.app import DESKTOP, PHONE, App, OpenApp, served

SMALLEST = 47.5
PLACES = ("Today", "Log", "Plan", "Trends", "Learn", "More")
# So tall that nothing is cut off at the edge
TALL = 4000
# The app is drawn on a canvas, where axe sees no colours: tests/ui/test_theme.py reckons those.
RULES = {"color-contrast": {"enabled": False}}
AT_MOST = 200
# No text is smaller, but on the bar, where words grow less
TINY = min(size for size, _, _ in theme.TYPE.values()) * AT_MOST / 100
TWICE = theme.TYPE["headline_small"][0] * AT_MOST / 100

# A square for a thumb shows an icon or a number; its name is for the ear.
MARGIN = 3
NUMBERED = 1.5 * theme.TARGET
# What holds text of its own and is wholly in view: its words, its box, how wide its longest word is and how much room
# all of them take at the least. The canvas's letters are narrower than those that this page measures with.
TEXTS = """(nodes, [tiny, target]) => {
    const pen = document.createElement('canvas').getContext('2d');
    const scrolls = n => n.closest('[style*="overflow-x: scroll"]');
    return nodes.filter(n => n.textContent.trim() && !n.querySelector('flt-semantics')).map(n => {
        const box = n.getBoundingClientRect();
        const isOnBar = n.getAttribute('role') === 'tab';
        const size = isOnBar ? tiny / 2 : tiny;
        pen.font = `${size * 0.8}px sans-serif`;
        // A path or an address breaks anywhere.
        const words = n.textContent.split(/\\s+/).filter(word => !word.includes('/'));
        return {
            text: n.textContent, left: box.left, right: scrolls(n) || isOnBar ? 0 : box.right,
            bottom: box.bottom, width: box.width, room: box.width * box.height,
            word: Math.max(0, ...words.map(w => pen.measureText(w).width)),
            needs: pen.measureText(n.textContent).width * size,
        };
    }).filter(n => n.width > target && n.bottom < innerHeight - 90);
}"""


def check(app: App, where: str, least: int = 6) -> None:
    found = app.controls()
    assert len(found) >= least, where
    assert not [control for control in found if not control[1]], where
    assert not [c for c in found if c[2] < SMALLEST or (c[3] < SMALLEST and c[0] != "slider")], where
    assert app.page.get_by_role("heading", level=1).count() == 1, where
    judged = Axe().run(app.page, options={"rules": RULES, "resultTypes": ["violations"]})
    assert not judged.violations_count, f"{where}: {judged.generate_report()}"


def check_texts(app: App, where: str) -> None:
    app.controls()
    texts = app.page.locator("flt-semantics-host *").evaluate_all(TEXTS, [TINY, NUMBERED])
    assert len(texts) > 1, where
    # Every screen keeps a margin; what touches the edge goes on beyond it, and the tree tells only what is within.
    assert not [t["text"] for t in texts if t["left"] < 0 or t["right"] > PHONE["width"] - MARGIN], where
    assert not [t for t in texts if t["word"] > t["width"] or t["needs"] > t["room"]], where


def visit(app: App, number: int) -> str:
    name = PLACES[number - 1]
    app.page.keyboard.press(f"Alt+{number}")
    app.page.get_by_role("heading", level=1, name=name, exact=True).wait_for()
    return name


@pytest.mark.parametrize("size", [PHONE | {"height": TALL}, DESKTOP | {"height": TALL}], ids=["phone", "desktop"])
def test_every_control_has_a_name_and_room_for_a_thumb(
    open_app: OpenApp, sample_address: str, size: dict[str, int]
) -> None:
    app = open_app(sample_address, size)
    for number in range(1, len(PLACES) + 1):
        check(app, visit(app, number))
    visit(app, 1)
    app.tap("Steps and sources")
    app.heading("How").wait_for()
    check(app, "Today, opened")
    visit(app, 2)
    for kind in ("Run", "Sleep", "Drink"):
        app.tap(kind)
        expect(app.page).to_have_url(re.compile(f"/log/{kind.lower()}"))
        check(app, f"Log {kind}")
    visit(app, 3)
    app.tap(re.compile("^Thursday 26 November"))
    app.heading("Thursday 26 November in full").wait_for()
    check(app, "Plan, a day")


@pytest.fixture
def large(open_app: OpenApp, sample: Path, tmp_path: Path) -> Iterator[App]:
    """The app on a phone, its text as large as it gets."""
    folder = tmp_path / "data"
    shutil.copytree(sample, folder)
    Preferences(folder).set(theme.TEXT_SCALE, AT_MOST)
    with served(folder) as address:
        yield open_app(address, PHONE | {"height": TALL})


def test_text_of_twice_the_size_is_cut_nowhere_on_a_phone(large: App) -> None:
    title = large.heading("Today").bounding_box()
    assert title and title["height"] > TWICE
    for number in range(1, len(PLACES) + 1):
        check_texts(large, visit(large, number))
    visit(large, 2)
    for kind in ("Run", "Sleep", "Drink"):
        large.tap(kind)
        expect(large.page).to_have_url(re.compile(f"/log/{kind.lower()}"))
        check_texts(large, f"Log {kind}")


def test_each_page_below_more_and_learn_is_whole_and_has_a_way_back(large: App) -> None:
    visit(large, 6)
    pages = [name for role, name, *_ in large.controls() if role == "button"]
    assert len(pages) > 8
    visit(large, 5)
    card = next(name for role, name, *_ in large.controls() if role == "button" and "Back" not in name)
    for number, name in [(5, card), *((6, page) for page in pages)]:
        visit(large, number)
        large.tap(name)
        expect(large.page).not_to_have_url(re.compile("/more$"))
        large.page.get_by_role("heading", level=1).wait_for()
        check(large, name, least=1)
        check_texts(large, name)
        if "/more/" in large.page.url:
            large.page.keyboard.press("Escape")
            large.heading("More").wait_for()


def test_the_page_says_its_language_and_can_be_enlarged(open_app: OpenApp, sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(sample, folder)
    with served(folder) as address:
        app = open_app(address, PHONE)
        assert app.page.locator("html").get_attribute("lang") == "en"
        assert "user-scalable=no" not in str(app.page.locator("meta[name=viewport]").get_attribute("content"))
        visit(app, 6)
        app.tap(re.compile("^Language"))
        app.choose("Español")
        expect(app.page.locator("html")).to_have_attribute("lang", "es")
