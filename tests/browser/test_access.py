"""What a thumb, a keyboard and a screen reader need on every screen."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from planner.ui import theme
from planner.ui.preferences import Preferences
from tests.browser.access import AT_MOST, TALL, check, check_texts
from tests.browser.app import DESKTOP, PHONE, App, OpenApp, served

PLACES = ("Today", "Log", "Plan", "Trends", "Learn", "More")
TWICE = theme.TYPE["headline_small"][0] * AT_MOST / 100


def visit(app: App, number: int) -> str:
    name = PLACES[number - 1]
    app.page.keyboard.press(f"Alt+{number}")
    app.page.get_by_role("heading", level=1, name=name, exact=True).wait_for()
    return name


@pytest.mark.sweep
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


@pytest.mark.sweep
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


@pytest.mark.sweep
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
