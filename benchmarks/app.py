"""How soon the app is there, and how soon a tap shows: `python -m benchmarks.app` prints the table of docs/performance.md.

Three servers stand side by side and are visited in turn, each time by a browser that has kept nothing: Flet's own with one text
on the page, ours with the same text, and ours with the app on a journal of ten years. Needs Chromium.
"""

import argparse
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.journals import RUNNER, TODAY, case
from planner.desk import Desk

BARE = """
import flet as ft, flet.fastapi, sys, uvicorn
def main(page):
    page.add(ft.Semantics(content=ft.Text("Bare"), header=True, heading_level=1, container=True))
port = int(sys.argv[2])
if sys.argv[1] == "stock":
    app = flet.fastapi.app(main, no_cdn=True)
else:
    from planner.ui.serve import guarded
    app = guarded(main, "en")
uvicorn.run(app, port=port, log_level="error", ws="websockets-sansio")
"""
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
TAPS = 5
PATIENCE_MS = 60_000
# Turns the screen reader's tree on as soon as it can be, and notes when a heading stands in it: asked from outside, a page
# would be looked at every half second only
WATCH = """
new MutationObserver(() => {
    const holder = document.querySelector('flt-semantics-placeholder');
    if (holder && !window.isListening) {
        window.isListening = true;
        holder.click();
    }
    window.usableAt ??= document.querySelector('h1, [role=heading]') && performance.now();
}).observe(document, {subtree: true, childList: true});
"""
USABLE = "new Promise(done => { const look = setInterval(() => window.usableAt && done(window.usableAt, clearInterval(look)), 50) })"
# Milliseconds from a click until the screen reader's tree says the words
TAP = """([name, said]) => new Promise(done => {
    const button = [...document.querySelectorAll('[role=button]')].find(n => n.textContent.startsWith(name));
    const start = performance.now();
    const watch = new MutationObserver(() => {
        if (document.querySelector('flt-semantics-host').textContent.includes(said)) {
            watch.disconnect();
            done(performance.now() - start);
        }
    });
    watch.observe(document.querySelector('flt-semantics-host'), {subtree: true, childList: true, characterData: true,
        attributes: true});
    button.click();
})"""


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


@contextmanager
def running(command: list[str], port: int) -> Iterator[str]:
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            while process.poll() is None:
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()


def ten_years(folder: Path) -> None:
    desk = Desk(folder, clock=lambda: datetime(2026, 11, 22, 12, tzinfo=UTC), today=TODAY)
    desk.change_runner(RUNNER)
    desk.log_all(case(3_652)["journal"])
    (folder / "app.json").write_text(json.dumps({"safety_notice_read_on": TODAY.isoformat()}), encoding="utf-8")


def opened(page: Page, address: str) -> tuple[float, int, int]:
    """Seconds until a screen reader finds the heading, bytes on the wire, and how many other machines were asked."""
    sizes: list[float] = []
    asked: set[str] = set()
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.on("request", lambda request: asked.add(str(urlsplit(request.url).hostname)))
    page.add_init_script(WATCH)
    page.goto(address)
    took = page.evaluate(USABLE) / 1000
    page.wait_for_load_state("networkidle")
    return took, round(sum(sizes)), len(asked - {"127.0.0.1", "None"})


def visits(browser: Browser, addresses: dict[str, str], rounds: int) -> None:
    found: dict[str, list[tuple[float, int, int]]] = {name: [] for name in addresses}
    for _ in range(rounds):
        for name, address in addresses.items():
            context = browser.new_context()
            found[name].append(opened(context.new_page(), address))
            context.close()
    stock = statistics.median(size for _, size, _ in found["Flet's server, one text"])
    bare = statistics.median(took for took, _, _ in found["our server, one text"])
    print(
        "| Page | Bytes on the wire | of stock | First usable screen | of one text | Other machines asked |\n|---|---|---|---|---|---|"
    )
    for name, each in found.items():
        took, size = statistics.median(t for t, _, _ in each), statistics.median(s for _, s, _ in each)
        outside = max(machines for _, _, machines in each)
        print(f"| {name} | {size:,.0f} | {size / stock:.2f}× | {took:.2f} s | {took / bare:.2f}× | {outside} |")


def taps(browser: Browser, address: str) -> None:
    page = browser.new_context().new_page()
    opened(page, address)
    times = []
    for _ in range(TAPS):
        page.get_by_role("button", name="Water").first.wait_for()
        times.append(page.evaluate(TAP, ["Water", "saved"]))
        page.get_by_role("button", name="Undo").first.dispatch_event("click")
        page.get_by_text("taken back").first.wait_for(state="attached")
    print(
        f"\nA tap at ten years shows after {statistics.median(times):.0f} ms (median of {TAPS}; {max(times):.0f} at most)."
    )


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--rounds", type=int, default=5)
    rounds = reader.parse_args().rounds
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack, sync_playwright() as playwright:
        ten_years(Path(folder))
        bare = Path(folder) / "bare.py"
        bare.write_text(BARE, encoding="utf-8")
        stock, ours, app = free_port(), free_port(), free_port()
        planner = [sys.executable, "-m", "planner.cli", "--data", folder, "app", "--no-browser"]
        commands = {
            "Flet's server, one text": ([sys.executable, str(bare), "stock", str(stock)], stock),
            "our server, one text": ([sys.executable, str(bare), "ours", str(ours)], ours),
            "our server, the app": ([*planner, "--today", TODAY.isoformat(), "--port", str(app)], app),
        }
        addresses = {name: stack.enter_context(running(*each)) for name, each in commands.items()}
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        visits(browser, addresses, rounds)
        taps(browser, addresses["our server, the app"])


if __name__ == "__main__":
    main()
