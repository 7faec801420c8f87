"""Learn: a card about where it hurts comes first, and everything in it says how sure it is."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.app import DESKTOP, PHONE, OpenApp


def test_a_card_about_the_own_shin_says_what_helps_and_how_sure_that_is(open_app: OpenApp, sample_address: str) -> None:
    app = open_app(sample_address, PHONE)
    app.go("/more")
    app.tap(re.compile("^Learn"))
    app.heading("For you").wait_for()
    app.tap(re.compile("^Shin"))
    app.heading("What it can be").wait_for()
    app.says("only somebody who examines you can tell")
    app.says(re.compile(r"Run less for a while.*Source: Moen 2012.*Evidence: small or mixed studies", re.DOTALL))
    app.page.mouse.wheel(0, 4000)
    app.says(re.compile("Emergency, now: the emergency department"))
    app.says(re.compile("In an emergency, call"))
    assert not app.page.get_by_text(re.compile("you have (a|an|mtss)", re.IGNORECASE)).count()
    app.tap("Log pain")
    app.heading("Log").wait_for()


@pytest.mark.sweep
def test_a_desktop_has_learn_on_its_rail_and_an_unknown_card_says_so(open_app: OpenApp, sample_address: str) -> None:
    app = open_app(sample_address, DESKTOP)
    app.go("/learn/elbow")
    app.says("There is no card at this address.")
    expect(app.page.get_by_role("button", name=re.compile("^Learn.*Tab"))).to_be_attached()
    app.place("Learn")
    app.tap(re.compile("^How the ladder works"))
    app.says(re.compile("Each step is done twice, clean"))
