"""The app as a scene plays in it: everything is found by role and name, in the language that is shown."""

import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Locator, Page, expect

from planner.protocols import protocols
from planner.words import Voice, say

PROJECT = Path(__file__).parents[2]
SIZES = {"phone": {"width": 390, "height": 844}, "desktop": {"width": 1280, "height": 800}}
Scheme = Literal["light", "dark"]
# So tall that nothing waits below the edge
TALL = 5000
OPENING_MS, GOING_MS, SETTLE_MS, REST_MS, LOOKS = 1_000, 500, 250, 120, 12
PATIENCE_MS = 15_000
EDGE = 8
# A list of countries says no more when it is shown whole
LONG = 4000
OPEN = "p => { history.pushState(null, '', p); dispatchEvent(new PopStateEvent('popstate', {state: null})) }"
HIDDEN = "Math.max(0, ...[...document.querySelectorAll('flt-semantics')].map(e => e.scrollHeight - e.clientHeight))"


@contextmanager
def served(folder: Path, moment: str, *more: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Runs `planner app` on that folder as at that moment; gives its address, and itself."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "tools.pictures.begin", moment, *more, "--data", str(folder)]
    command += ["app", "--port", str(port), "--no-browser"]
    with subprocess.Popen(command, cwd=PROJECT, stderr=subprocess.PIPE, text=True) as process:
        try:
            # What the store has to say about its files comes before the address.
            told = next((line for line in process.stderr or () if f":{port}" in line), "")
            if not told:
                raise RuntimeError("The app did not start.")
            yield f"http://127.0.0.1:{port}", process
        finally:
            process.terminate()


class Stage:
    """One page of the app in one language and size, and the pictures that are made of it."""

    def __init__(self, browser: Browser, language: str, size: str, folder: Path, scale: float = 1) -> None:
        self.language = language
        self.size = size
        self.made: list[str] = []
        self._view = SIZES[size]
        self._folder = folder
        self._scheme: Scheme = "light"
        self._context = browser.new_context(
            viewport={**self._view},  # type: ignore[arg-type]
            has_touch=size == "phone",
            device_scale_factor=scale,
            reduced_motion="reduce",
            color_scheme="light",
        )
        self.page: Page = self._context.new_page()
        self.page.set_default_timeout(PATIENCE_MS)
        self._room = ""

    def close(self) -> None:
        self._context.close()

    @property
    def is_phone(self) -> bool:
        return self.size == "phone"

    def begin(self, room: str) -> None:
        """What is shot from here on belongs to that room."""
        self._room = room

    def open(self, address: str, path: str = "/") -> None:
        """Loads the page."""
        self._load(address + path)

    def reload(self) -> None:
        """Loads the page where it is as another page would: nothing of this one goes on in it."""
        self.page.evaluate("sessionStorage.clear()")
        self._load(self.page.url)

    def _load(self, address: str) -> None:
        self.page.goto(address)
        holder = self.page.locator("flt-semantics-placeholder").first
        holder.wait_for(state="attached")
        holder.evaluate("e => e.click()")
        self.page.get_by_role("heading", level=1).wait_for()
        # What stands below the first thing comes a moment later.
        self.page.wait_for_timeout(OPENING_MS)
        self.rest()

    def go(self, path: str) -> None:
        """Goes there within the app, without a reload."""
        self.page.evaluate(OPEN, path)
        self.page.wait_for_timeout(GOING_MS)
        self.rest()

    def say(self, key: str, **params: object) -> str:
        return say(key, self.language, **params)

    @property
    def glass(self) -> str:
        """The glass that nobody has changed."""
        return Voice(self.language).measure(protocols().asking.glass.usual_ml, "ml")

    def name(self, key: str) -> str:
        """A word of the vocabulary, as it begins a line."""
        word = self.say(key)
        return word[:1].upper() + word[1:]

    def tap(self, key: str, role: str = "button", **params: object) -> None:
        self.tap_named(self.say(key, **params), role)

    def tap_named(self, name: str | re.Pattern[str], role: str = "button", within: Locator | None = None) -> None:
        found = (within or self.page).get_by_role(role, name=name, exact=isinstance(name, str)).first  # type: ignore[arg-type]
        self.reach(found)
        found.dispatch_event("click")
        self.rest()

    def tap_beginning(self, key: str, role: str = "button", **params: object) -> None:
        """Taps what has a name that begins so: the rest of it follows from what was logged."""
        start = self.say(key, **params)
        self.tap_named(re.compile("^" + re.escape(start)), role)

    def score(self, score: int, group: str | None = None, words: str = "ui.pain") -> None:
        """Taps a score; of the question of that name where there are several."""
        name = self.say("ui.log.score", score=score, words=self.say(f"{words}.{score}"))
        within = self.page.get_by_role("group", name=group).first if group else None
        self.tap_named(name, within=within)

    def choose(self, *names: str) -> None:
        """Ticks boxes and chips by their words."""
        for name in names:
            self.tap_named(name, "checkbox")

    def write(self, key: str, text: str) -> None:
        field = self.page.get_by_role("textbox", name=self.say(key)).first
        self.reach(field)
        field.focus()
        expect(field).to_have_attribute("autocorrect", "on", timeout=PATIENCE_MS)
        field.fill(text)
        self.page.wait_for_timeout(REST_MS)
        if field.input_value() != text:
            field.fill(text)
        self.rest()

    def hand_over(self, key: str, file: Path) -> None:
        """Picks a file where a button asks for one: a browser opens its window for a real tap alone."""
        button = self.page.get_by_role("button", name=self.say(key), exact=True).first
        self.reach(button)
        with self.page.expect_file_chooser() as chooser:
            button.click(force=True)
        chooser.value.set_files(file)
        self.page.wait_for_timeout(GOING_MS)
        self.rest()

    def download(self, key: str) -> Path:
        """What a button saves."""
        with self.page.expect_download() as saved:
            self.tap(key)
        return saved.value.path()

    def sees(self, text: str | re.Pattern[str]) -> None:
        self.page.get_by_text(text).or_(self.page.get_by_role("heading", name=text)).first.wait_for(state="attached")

    def has(self, key: str, role: str = "button") -> bool:
        return bool(self.page.get_by_role(role, name=self.say(key), exact=True).count())  # type: ignore[arg-type]

    def rest(self) -> bytes:
        """Until the screen looks the same twice; gives its picture."""
        self.page.wait_for_timeout(SETTLE_MS)
        before = b""
        for _ in range(LOOKS):
            now = self.page.screenshot()
            if now == before:
                break
            before = now
            self.page.wait_for_timeout(REST_MS)
        return before

    def shoot(self, state: str) -> None:
        """The first screenful, light and dark, and all of a screen that is longer."""
        name = f"{self._room}-{state}"
        self._keep(f"{name}.{self._scheme}", self._resize(self._view["height"]) or self.page.screenshot())
        self._scheme = "dark" if self._scheme == "light" else "light"
        self.page.emulate_media(color_scheme=self._scheme)
        self._keep(f"{name}.{self._scheme}", self.rest())
        hidden = self.page.evaluate(HIDDEN)
        if EDGE < hidden < LONG:
            self._keep(f"{name}.whole", self._resize(self._view["height"] + hidden))
        self.made.append(name)

    def _keep(self, name: str, picture: bytes) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        (self._folder / f"{name}.png").write_bytes(picture)

    def reach(self, target: Locator) -> None:
        """Flutter tells a screen reader only what is in view: what isn't there yet may be below the edge."""
        if not target.count():
            self._resize(TALL)
        target.wait_for(state="attached")

    def _resize(self, height: int) -> bytes:
        """The picture at that height; nothing where it had it already."""
        size = self.page.viewport_size
        if size and size["height"] == height:
            return b""
        self.page.set_viewport_size({"width": self._view["width"], "height": height})
        return self.rest()
