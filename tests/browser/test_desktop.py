"""The plan on a desktop: a rail, the week beside the day."""

import re

from playwright.sync_api import expect

from tests.browser.app import DESKTOP, PHONE, OpenApp


def test_a_desktop_has_a_rail_and_opens_a_day_beside_the_week(open_app: OpenApp, sample_address: str) -> None:
    app = open_app(sample_address, DESKTOP)
    expect(app.page.get_by_role("button", name=re.compile("^Plan.*Tab"))).to_be_attached()
    app.place("Plan")
    app.tap(re.compile("^Thursday 26 November"))
    app.heading("Thursday 26 November in full").wait_for()
    app.page.get_by_role("button", name=re.compile(r"\d\d:\d\d")).first.dispatch_event("click")
    app.says(re.compile(r"Source: .*Evidence: ", re.DOTALL))


def test_a_phone_has_a_bar_below(open_app: OpenApp, sample_address: str) -> None:
    app = open_app(sample_address, PHONE, "/plan")
    expect(app.page.get_by_role("tab", name="Plan")).to_have_attribute("aria-selected", "true")
    app.tap("Next week")
    app.says("30 November – 6 December")
