"""Looking back: how far, what it says, the same as a table; and what is there before anything was logged."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from planner.ui.model import NOTICE_READ
from planner.ui.preferences import Preferences
from tests.browser.app import DESKTOP, PHONE, TODAY, OpenApp, served

# So tall that nothing waits below the edge
TALL = {"width": PHONE["width"], "height": 4000}


def test_figures_are_said_and_stand_in_a_table_for_each_range(open_app: OpenApp, sample_address: str) -> None:
    app = open_app(sample_address, TALL)
    app.go("/trends")
    app.heading("Pain and running").wait_for()
    app.says(re.compile(r"Next morning: highest 1, answered on 13 of 14 days\."))
    app.says("7 h 24 min a night on average, written down for 14 of 14 nights.")

    app.tap("Show as a table: Pain and running")
    table = app.page.get_by_role("table")
    expect(table.get_by_role("columnheader", name="Next morning")).to_be_attached()
    run = table.get_by_role("row").filter(has_text="Wed 18 Nov")
    assert run.get_by_role("cell").all_inner_texts() == ["Wed 18 Nov", "0", "0", "0", "no entry", "20 min", "5"]
    # Wider than a phone: Tab stops at it, and the arrow keys move it.
    while "Pain and running" not in str(app.page.evaluate("document.activeElement.getAttribute('aria-label')")):
        app.page.keyboard.press("Tab")
    app.page.keyboard.press("ArrowRight")
    scrolled = "() => document.activeElement.closest('[style*=\"overflow-x: scroll\"]').scrollLeft > 0"
    app.page.wait_for_function(scrolled)
    app.tap("Hide the table: Pain and running")
    expect(table).to_have_count(0)

    app.choose("3 months")
    app.says(re.compile(r"Next morning: highest 4, answered on \d+ of 61 days\."))
    app.choose("Minutes")
    app.says(re.compile(r"5 h|\d+ min in 10 runs\."))
    # The way back is the browser's own.
    app.page.go_back()
    app.says(re.compile(r"answered on 13 of 14 days\."))
    assert not app.page.get_by_text("Tap the chart").count()


@pytest.mark.sweep
def test_a_desktop_shows_two_columns(open_app: OpenApp, sample_address: str) -> None:
    app = open_app(sample_address, DESKTOP)
    app.go("/trends/all")
    pain, load = app.heading("Pain and running").bounding_box(), app.heading("How much you ran").bounding_box()
    assert pain and load
    assert abs(pain["y"] - load["y"]) < 5 and load["x"] > pain["x"] + 300


def test_before_anything_was_logged_it_says_what_will_be_here(open_app: OpenApp, tmp_path: Path) -> None:
    Preferences(tmp_path).set(NOTICE_READ, TODAY.isoformat())
    with served(tmp_path) as address:
        app = open_app(address, PHONE, "/trends")
        app.heading("Nothing to look back on yet").wait_for()
        app.tap("Log something")
        app.heading("Log").wait_for()
