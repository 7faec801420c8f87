"""Time passes while the app is open, and its server may go away and come back."""

import asyncio
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
import uvicorn

from planner.desk import Desk
from planner.ui import clock
from planner.ui.serve import asgi_app
from tests.browser.app import PHONE, OpenApp, served


class Wrist:
    """A watch that the test sets, and that tells the app when to look at it."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, 23, 58, tzinfo=timezone(timedelta(hours=1)))
        self._waits: list[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = []

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, time: timedelta) -> None:
        self.now += time
        for loop, look in self._waits:
            loop.call_soon_threadsafe(look.set)

    async def wait(self) -> None:
        look = asyncio.Event()
        self._waits.append((asyncio.get_running_loop(), look))
        await look.wait()


@contextmanager
def here(folder: Path, wrist: Wrist) -> Iterator[str]:
    """Serves the app from this process, so that the test can set its watch."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(
            uvicorn.Config(asgi_app(Desk(folder, clock=wrist)), log_level="error", ws="websockets-sansio")
        )
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = server.force_exit = True
            thread.join()


def test_midnight_changes_today_without_a_tap(
    open_app: OpenApp, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, wrist = tmp_path / "data", Wrist()
    shutil.copytree(sample, folder)
    monkeypatch.setattr(clock, "between_looks", wrist.wait)
    with here(folder, wrist) as address:
        app = open_app(address, PHONE)
        app.says("Tuesday 24 November")
        wrist.pass_by(timedelta(minutes=5))
        app.says("Wednesday 25 November")


@pytest.mark.sweep
def test_a_server_that_went_away_is_told_and_comes_back(open_app: OpenApp, sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(sample, folder)
    with served(folder) as address:
        app = open_app(address, PHONE, "/plan")
        app.place("Plan")
    app.page.get_by_role("alert").wait_for()
    app.heading("Stridewell can’t be reached").wait_for()
    app.page.get_by_role("button", name="Try again").click()
    with served(folder, int(address.rpartition(":")[2])):
        app.page.get_by_role("alert").wait_for(state="detached")
        app.heading("Plan").wait_for()
        app.place("Today")
