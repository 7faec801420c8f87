"""What a thumb and a screen reader need on every screen."""

import re

import pytest

from tests.browser.app import DESKTOP, PHONE, App, OpenApp

SMALLEST = 47.5


def check(app: App, where: str) -> None:
    found = app.controls()
    assert len(found) > 5, where
    assert not [control for control in found if not control[1]], where
    assert not [c for c in found if c[2] < SMALLEST or (c[3] < SMALLEST and c[0] != "slider")], where


# So tall that nothing is cut off at the edge
@pytest.mark.parametrize("size", [PHONE | {"height": 3000}, DESKTOP | {"height": 3000}], ids=["phone", "desktop"])
def test_every_control_has_a_name_and_room_for_a_thumb(
    open_app: OpenApp, sample_address: str, size: dict[str, int]
) -> None:
    app = open_app(sample_address, size)
    check(app, "Today")
    app.tap("Steps and sources")
    app.heading("How").wait_for()
    check(app, "Today, opened")
    app.place("Log")
    check(app, "Log pain")
    for kind, field in (("Run", "Distance, km"), ("Sleep", "Hours asleep"), ("Drink", "When")):
        app.tap(kind)
        app.page.get_by_role("textbox", name=field).wait_for()
        check(app, f"Log {kind}")
    app.place("Plan")
    app.tap(re.compile("^Thursday 26 November"))
    app.heading("Thursday 26 November in full").wait_for()
    check(app, "Plan")
