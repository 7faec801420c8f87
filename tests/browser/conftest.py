"""The real app, started as a runner starts it, in a real browser."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright

from planner.demo import fill
from planner.desk import Desk
from tests.browser.app import NINE, PHONE, TODAY, App, OpenApp, served

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NO_CHROMIUM = "No Chromium was found: install one, or name it with CHROMIUM=/path/to/chromium."


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args(playwright: Playwright) -> dict[str, object]:
    named = os.environ.get("CHROMIUM")
    found = shutil.which(named) if named else next(filter(None, map(shutil.which, NAMES)), None)
    own = playwright.chromium.executable_path
    path = found or (own if Path(own).exists() else None)
    if path is None:
        pytest.fail(NO_CHROMIUM)
    return {"executable_path": path, "args": FLAGS}


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the sample journal; copy it to write in it."""
    folder = tmp_path_factory.mktemp("sample")
    fill(Desk(folder, clock=lambda: NINE, today=TODAY))
    return folder


@pytest.fixture(scope="session")
def sample_address(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One app on the sample journal, for the tests that don't mind what others logged there."""
    folder = tmp_path_factory.mktemp("shared") / "data"
    shutil.copytree(sample, folder)
    with served(folder) as address:
        yield address


@pytest.fixture
def open_app(browser: Browser) -> Iterator[OpenApp]:
    """Opens the app at an address, at a size; afterwards nothing may have been asked of another machine."""
    opened: list[App] = []

    def opener(address: str, size: dict[str, int], path: str = "/", *, agree: bool = True) -> App:
        context = browser.new_context(viewport=size, has_touch=size is PHONE)  # type: ignore[arg-type]
        app = App(context.new_page(), address)
        opened.append(app)
        app.go(path)
        if agree and app.is_first_start():
            app.agree()
        return app

    yield opener
    for app in opened:
        app.page.context.close()
        assert not app.outside
