"""The plan: days to open, the way ahead, moves that keep the rules, days that can't be given, and what changed."""

import re
import shutil
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.app import DESKTOP, PHONE, App, OpenApp, served

THURSDAYS_RUN = re.compile("^Thursday 26 November.*Run.walk", re.DOTALL)


def drag(app: App, name: str | re.Pattern[str], to: re.Pattern[str]) -> None:
    """With the mouse, as a hand does it: press, move in small steps, let go."""
    start = app.page.get_by_role("button", name=name).first.bounding_box()
    end = app.page.get_by_role("button", name=to).first.bounding_box()
    assert start
    assert end
    mouse = app.page.mouse
    mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
    mouse.down()
    mouse.move(start["x"], start["y"] + 10, steps=3)
    mouse.move(end["x"] + end["width"] / 2, end["y"] + end["height"] / 2, steps=10)
    mouse.up()


def drag_by_touch(app: App, name: re.Pattern[str], to: re.Pattern[str]) -> None:
    """As a thumb does it: at once, without waiting for the handle to come loose."""
    handle, day = app.page.get_by_role("button", name=name).first, app.page.get_by_role("button", name=to).first
    app.show(handle)
    start, end = handle.bounding_box(), day.bounding_box()
    assert start
    assert end
    finger = app.page.context.new_cdp_session(app.page)
    x, y, far = start["x"] + start["width"] / 2, start["y"] + start["height"] / 2, end["y"] - start["y"] + 10
    steps = [("touchStart", 0.0), *(("touchMove", far * n / 10) for n in range(1, 11))]
    for kind, by in steps:
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y + by}]})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_a_phone_shows_the_week_the_way_ahead_and_what_unlocks_the_next_stage(
    open_app: OpenApp, sample_address: str
) -> None:
    app = open_app(sample_address, PHONE, "/plan")
    app.says(re.compile("Running on Tuesday, Thursday, and Saturday, 60 min in all"))
    drag_by_touch(app, re.compile("^Move: Run.walk"), re.compile("^Wednesday 25 November"))
    app.says("Wednesday 25 November: Not one of your running days.")
    app.tap(re.compile("^Thursday 26 November"))
    app.heading("Thursday 26 November in full").wait_for()
    expect(app.page.get_by_role("button", name=re.compile("^Thursday 26 November"))).to_have_attribute(
        "aria-expanded", "true"
    )
    app.tap(re.compile("^Thursday 26 November"))
    app.heading("Thursday 26 November in full").wait_for(state="detached")

    app.heading("What unlocks stage 6").wait_for()
    app.tap("What makes a run count")
    app.says(re.compile("Run 16 to 22 minutes"))
    app.says("The next morning, no worse than your usual mornings.")
    app.says(re.compile("Stage 5.*You are here", re.DOTALL))
    app.says(re.compile("Stage 4.*Done", re.DOTALL))
    app.says(re.compile("Stage 6.*In 1 week at the earliest", re.DOTALL))
    app.tap("Log a run")
    app.page.get_by_role("textbox", name=re.compile("^Minutes in all")).wait_for()


def test_weeks_follow_each_other_and_a_day_that_is_none_is_this_week(open_app: OpenApp, sample_address: str) -> None:
    app = open_app(sample_address, PHONE, "/plan/someday")
    app.heading("This week").wait_for()
    app.tap("Next week")
    app.says("30 November – 6 December")
    app.tap("7 – 13 December")
    app.tap(re.compile("^Tuesday 8 December"))
    app.heading("Tuesday 8 December in full").wait_for()
    app.tap("Back to this week")
    app.heading("This week").wait_for()


def test_on_a_desktop_arrow_keys_walk_through_the_days(open_app: OpenApp, sample_address: str) -> None:
    app = open_app(sample_address, DESKTOP, "/plan")
    app.heading("Tuesday 24 November in full").wait_for()
    app.page.get_by_role("button", name=THURSDAYS_RUN).focus()
    app.page.keyboard.press("Enter")
    app.heading("Thursday 26 November in full").wait_for()
    app.page.keyboard.press("ArrowDown")
    app.heading("Friday 27 November in full").wait_for()


def test_moves_keep_the_rules_and_a_day_that_cannot_be_given_stays_free(
    open_app: OpenApp, sample: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    shutil.copytree(sample, folder)
    with served(folder) as address:
        app = open_app(address, DESKTOP | {"height": 2000}, "/plan")
        handle = re.compile("^Move: Run.walk")
        drag(app, handle, re.compile("^Wednesday 25 November"))
        app.says("Wednesday 25 November: Not one of your running days.")

        app.tap(handle)
        app.heading("Not to these days").wait_for()
        app.says("Friday 27 November: Not one of your running days.")
        app.tap("Sunday 29 November")
        app.says(re.compile("Sunday 29 November"))
        app.heading("Your plan changed").wait_for()
        app.says(re.compile("^Sun 29: moved", re.DOTALL))
        app.tap("Undo")
        app.says("Taken back.")

        app.tap(THURSDAYS_RUN)
        app.tap("I can’t on Thursday")
        app.tap("No time", "checkbox")
        app.says(re.compile("^Thursday stays free."))
        app.says(re.compile("A pause covers this day"))
        app.tap("I can on Thursday after all")
        app.says("Thursday counts again.")
        app.page.get_by_role("button", name=THURSDAYS_RUN).wait_for()
