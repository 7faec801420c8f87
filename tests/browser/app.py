"""The app as its tests use it: started as a runner starts it, told as a screen reader tells it."""

import re
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, Request, expect

PROJECT = Path(__file__).parents[2]
TODAY = date(2026, 11, 24)
NINE = datetime.combine(TODAY, time(9), UTC)
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 800}
PATIENCE_MS = 30_000
SCROLLS, STEP, BAR, SETTLE_MS = 12, 250, 80, 100

expect.set_options(timeout=PATIENCE_MS)

# What the lower edge cuts is told cut. Flutter keeps a slider's name on the group around it, and what it stands at on the slider.
CONTROLS = """(nodes, bar) => nodes.filter(n => {
    const {bottom} = n.getBoundingClientRect(), edges = [innerHeight, innerHeight - bar];
    return n.getAttribute('role') === 'tab' || edges.every(edge => Math.abs(bottom - edge) > 1);
}).map(n => {
    const box = n.getBoundingClientRect();
    const named = n.getAttribute('role') === 'slider' ? n.getAttribute('aria-valuetext') : n.getAttribute('aria-label');
    return [n.getAttribute('role') || n.tagName, named || n.textContent, box.width, box.height];
})"""

OPEN = "p => { history.pushState(null, '', p); dispatchEvent(new PopStateEvent('popstate', {state: null})) }"

# The two pages that an app can begin with
FIRST = re.compile("^(Before you start|Language(?!,))")

OpenApp = Callable[..., "App"]


@contextmanager
def served(folder: Path, port: int = 0, day: date = TODAY, *more: str) -> Iterator[str]:
    """Runs `planner app` on that folder as on the morning of a day, at that port where one is given; gives its address."""
    with socket.create_server(("127.0.0.1", port)) as probe:
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "tests.browser.at_nine", day.isoformat(), "--data", str(folder)]
    command += ["app", "--port", str(port), "--no-browser", *more]
    with subprocess.Popen(command, cwd=PROJECT, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr
            told = process.stderr.readline()
            assert f":{port}" in told, told + process.stderr.read()
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


class App:
    """The app as a screen reader tells it: every control is found by its role and name."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        page.set_default_timeout(PATIENCE_MS)
        self.outside: list[str] = []
        page.on("request", self._note)

    def _note(self, request: Request) -> None:
        if urlsplit(request.url).hostname not in {"127.0.0.1", None}:
            self.outside.append(request.url)

    def go(self, path: str = "/") -> None:
        self.page.goto(self.address + path)
        holder = self.page.locator("flt-semantics-placeholder").first
        holder.wait_for(state="attached")
        holder.evaluate("e => e.click()")
        self.page.get_by_role("heading", level=1).wait_for()

    def open(self, path: str) -> None:
        """Goes there within the app, without a reload."""
        self.page.evaluate(OPEN, path)

    def agree(self) -> None:
        """Gets past the first start: what can wait is left for later, and nothing hurts."""
        self.choose_language()
        notice = self.heading("Before you start")
        self.tap("I understand")
        notice.wait_for(state="detached")
        self.page.get_by_role("heading", level=1).wait_for()
        if self.heading("Where are you?").count():
            self._start()

    def is_first_start(self) -> bool:
        return bool(self.page.get_by_role("heading", level=1, name=FIRST).count())

    def choose_language(self) -> None:
        """The very first page, where there is no journal yet."""
        if not self.heading("Before you start").count():
            self.tap("English")
            self.heading("Before you start").wait_for()

    def _start(self) -> None:
        later = "Skip, ask me later"
        self.tap(later)
        self.heading("In which year were you born?").wait_for()
        self.write("Year of birth", "1990")
        self.tap("Next")
        for asked, answer in (
            ("What is your sex?", later),
            ("How long have you been running?", "I run regularly"),
            ("How far do you usually run in a week?", later),
            ("Is any of this true for you?", "None of these"),
            ("On which days can you run?", later),
            ("How much time do you have", later),
            ("Does anything hurt now?", "Nothing hurts"),
            ("Has a doctor or physio told you", "No, nobody has"),
        ):
            self.heading(asked).wait_for()
            self.tap(answer)
        for number in range(1, 9):
            self.says(f"{number} of 8")
            self.tap("No")
        self.heading("Your first plan").wait_for()
        self.tap("Go to today")
        self.heading("Today").wait_for()

    def tap(self, name: str | re.Pattern[str], role: str = "button") -> None:
        # Flutter may lay a node without a name over a control; a screen reader's click goes to the control itself.
        target = self.page.get_by_role(role, name=name, exact=isinstance(name, str)).first  # type: ignore[arg-type]
        self.show(target)
        target.dispatch_event("click")

    def show(self, target: Locator) -> None:
        """Scrolls until the target stands clear of the bar: Flutter tells a screen reader only what is in view.

        Down and up again, as long as patience lasts: on a slow machine the screen may still be on its way.
        """
        size = self.page.viewport_size
        assert size
        before: list[float] = []
        for turn in range(PATIENCE_MS // SETTLE_MS):
            bottoms = target.evaluate_all("nodes => nodes.map(n => n.getBoundingClientRect().bottom)")
            is_at_the_end = bottoms == before and bool(bottoms) and bottoms[0] <= size["height"]
            if is_at_the_end or (bottoms and bottoms[0] < size["height"] - BAR):
                return
            before = bottoms
            self.page.mouse.move(size["width"] / 2, size["height"] / 2)
            self.page.mouse.wheel(0, STEP if turn % (2 * SCROLLS) < SCROLLS else -STEP)
            self.page.wait_for_timeout(SETTLE_MS)
        target.wait_for(state="attached")

    def choose(self, *names: str) -> None:
        for name in names:
            chip = self.page.get_by_role("checkbox", name=name, exact=True)
            self.show(chip)
            if chip.get_attribute("aria-checked") != "true":
                chip.dispatch_event("click")
                self.page.locator(f"[role=checkbox][aria-checked=true][aria-label='{name}']").wait_for()

    def slide(self, name: str, to: int) -> None:
        slider = self.page.get_by_role("group", name=name).get_by_role("slider")
        self.show(slider)
        # While a mouse moves, Flutter keeps sliders to itself.
        expect(slider).to_be_enabled()
        for step in range(1, to + 1):
            slider.focus()
            self.page.keyboard.press("ArrowRight")
            self.says(re.compile(rf"\b{step} of 10: "))

    def write(self, name: str, text: str) -> None:
        field = self.page.get_by_role("textbox", name=name)
        self.show(field)
        field.focus()
        # Flutter turns this on when it has begun to listen to the field.
        expect(field).to_have_attribute("autocorrect", "on")
        field.fill(text)
        # What is on its way from the app may still put the old text back.
        self.page.wait_for_timeout(SETTLE_MS)
        if field.input_value() != text:
            field.fill(text)
        expect(field).to_have_value(text)

    def place(self, name: str) -> None:
        """Goes to a place of the bar or the rail."""
        self.page.get_by_role("tab", name=name).or_(self.page.get_by_role("button", name=f"{name} Tab")).dispatch_event(
            "click"
        )
        self.heading(name).wait_for()

    def heading(self, name: str) -> Locator:
        return self.page.get_by_role("heading", name=name).first

    def says(self, text: str | re.Pattern[str]) -> Locator:
        found = self.page.get_by_text(text).first
        found.wait_for(state="attached")
        return found

    def controls(self) -> list[tuple[str, str, float, float]]:
        """Role, name, width and height of everything that can be acted on, once the screen has come to rest."""
        roles = "[role=button], [role=checkbox], [role=tab], [role=radio], [role=slider], input"
        found, before = None, []
        while found != before or not found:
            before = found
            self.page.wait_for_timeout(SETTLE_MS * 2)
            found = self.page.locator("flt-semantics-host").locator(roles).evaluate_all(CONTROLS, BAR)
        return [tuple(control) for control in found]
