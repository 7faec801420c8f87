"""What a thumb, a keyboard, a screen reader and an eye that needs large letters find wrong with what is shown."""

from itertools import pairwise

from axe_playwright_python.sync_playwright import Axe

from planner.ui import theme
from tests.browser.app import PHONE, App

SMALLEST = 47.5
# So tall that nothing is cut off at the edge
TALL = 4000
# The app is drawn on a canvas, where axe sees no colours: tests/ui/test_theme.py reckons those.
# It names the head of a table by aria-label, which is a name for a screen reader, and no text for axe.
# It names a dialog on a node within the one that bears the role: what is checked is the heading, as on every page.
RULES = {rule: {"enabled": False} for rule in ("color-contrast", "empty-table-header", "aria-dialog-name")}
AT_MOST = 200
# No text is smaller, but on the bar, where words grow less
TINY = min(size for size, _, _ in theme.TYPE.values()) * AT_MOST / 100

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
# The stops of Tab, in its order; the bar comes last, and the end of a long page lies behind it.
STOPS = "flt-semantics-host [tabindex='0'], flt-semantics-host input, flt-semantics-host textarea"
BOXES = """nodes => nodes.filter(n => n.getBoundingClientRect().width && n.getAttribute('role') !== 'tab').map(n => {
    const box = n.getBoundingClientRect();
    const name = n.getAttribute('aria-label') || n.textContent || n.getAttribute('role') || n.tagName;
    return {name, left: box.left, right: box.right, top: box.top, bottom: box.bottom};
})"""


def check(app: App, where: str, least: int = 6) -> None:
    assert not [*control_faults(app, least), *rule_faults(app)], where


def check_texts(app: App, where: str) -> None:
    app.controls()
    assert not text_faults(app), where


def control_faults(app: App, least: int = 1) -> list[str]:
    """Controls that have no name, or no room for a thumb."""
    found = app.controls()
    few = [f"only {len(found)} controls"] if len(found) < least else []
    unnamed = [f"no name: {control}" for control in found if not control[1].strip()]
    small = [c for c in found if c[2] < SMALLEST or (c[3] < SMALLEST and c[0] != "slider")]
    return [*few, *unnamed, *(f"too small: {control}" for control in small)]


def rule_faults(app: App, titles: int = 1) -> list[str]:
    """What breaks a rule of axe, and a page without the one title that it should have."""
    judged = Axe().run(app.page, options={"rules": RULES, "resultTypes": ["violations"]})
    found = app.page.get_by_role("heading", level=1).count()
    return [
        *([judged.generate_report()] if judged.violations_count else []),
        *([f"{found} titles"] if found != titles else []),
    ]


def text_faults(app: App) -> list[str]:
    """Texts that are cut off where they are twice as large, on a phone."""
    texts = app.page.locator("flt-semantics-host *").evaluate_all(TEXTS, [TINY, NUMBERED])
    # Every screen keeps a margin; what touches the edge goes on beyond it, and the tree tells only what is within. A bar
    # from edge to edge is none of these.
    beyond = [t for t in texts if t["left"] < 0 or (t["left"] and t["right"] > PHONE["width"] - MARGIN)]
    cut = [t for t in texts if t["word"] > t["width"] or t["needs"] > t["room"]]
    few = ["hardly a text"] if len(texts) < 2 else []
    return [*few, *(f"beyond the edge: {t['text']}" for t in beyond), *(f"cut: {t['text']}" for t in cut)]


def order_faults(app: App) -> list[str]:
    """Stops of Tab that jump back up the page, or back within a line; of one column."""
    stops = app.page.locator(STOPS).evaluate_all(BOXES)
    return [
        f"Tab jumps back from {one['name']!r} to {other['name']!r}"
        for one, other in pairwise(stops)
        if other["bottom"] <= one["top"] + 1 or (_is_beside(one, other) and other["right"] <= one["left"] + 1)
    ]


def _is_beside(one: dict[str, float], other: dict[str, float]) -> bool:
    return min(one["bottom"], other["bottom"]) - max(one["top"], other["top"]) > SMALLEST / 2
