"""A guided session, from the start button to the journal."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.access import check
from tests.browser.app import PHONE, TODAY, OpenApp, served

SUNDAY = TODAY.replace(day=29)


@pytest.mark.sweep
def test_a_run_is_led_through_a_reload_to_the_journal(open_app: OpenApp, sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(sample, folder)
    with served(folder) as address:
        app = open_app(address, PHONE)
        app.tap("Start")
        app.says("Stop and walk home if pain goes above 2 of 10, or if you limp")
        app.tap("Brisk walking: 5 min", "checkbox")
        expect(app.page.get_by_role("checkbox", name="Brisk walking: 5 min")).to_be_checked()
        app.tap("Warmed up: start")
        app.says(re.compile("Run, easy.*Run 1 of 5", re.DOTALL))
        app.says(re.compile(r"^[34] min \d+ s left of this part"))
        app.tap("Skip this part")
        app.says(re.compile("Walk.*Walk 1 of 5", re.DOTALL))
        app.tap("Pause")
        app.says(re.compile("Walk 1 of 5.*Paused", re.DOTALL))
        check(app, "paused", least=4)

        app.go(app.page.url.removeprefix(address))
        app.says(re.compile("Walk 1 of 5.*Paused", re.DOTALL))
        app.tap("Go on")
        app.tap("It hurts")
        app.says("When to stop today")
        check(app, "it hurts", least=3)
        app.tap("It is within that: go on")
        app.tap("Finish early")
        app.tap("Cooled down")
        app.says(re.compile(r"^You ran for 0:\d\d of "))
        app.page.get_by_role("button", name="2: a little").dispatch_event("click")
        app.says("Saved for: inner shin, left, as last time.")
        app.tap("Save")
        app.says("Your run is saved.")
        expect(app.page.get_by_role("checkbox", name="Done: Warm-up 10 min")).to_be_checked()
        expect(app.page.get_by_role("checkbox", name="Done: Cool-down 8 min")).to_be_checked()


@pytest.mark.sweep
def test_a_shower_goes_round_by_round_and_a_session_left_open_is_offered_again(
    open_app: OpenApp, sample: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    shutil.copytree(sample, folder)
    with served(folder, day=SUNDAY) as address:
        app = open_app(address, PHONE, "/session/2026-11-29~contrast_shower~1")
        app.tap("Start")
        app.says(re.compile("Warm water.*Round 1 of 4", re.DOTALL))
        app.says("Then cool water: 45 s")
        app.tap("Skip this part")
        app.says(re.compile("Cool water.*Round 1 of 4", re.DOTALL))
        app.says("Then warm water: 2 min")
        app.tap("Skip this part")
        app.says(re.compile("Warm water.*Round 2 of 4", re.DOTALL))
        app.tap("Pause")
        app.says(re.compile("Round 2 of 4.*Paused", re.DOTALL))
        # Nothing hurts in a shower that a run would stop for.
        assert not app.page.get_by_role("button", name="It hurts").count()
        app.tap("Finish early")
        app.tap("Done")
        app.says("Done: Contrast shower 12 min.")

        app.open("/session/2026-11-29~leg_elevation~1")
        app.tap("Start")
        app.says("Stay and let go")
        app.tap("Back to Today")
        app.heading("Under way: Legs up 12 min").wait_for()
        app.tap("Go on")
        app.tap("Finish early")
        app.tap("Done")
        app.says("Done: Legs up 12 min.")
        assert not app.heading("Under way: Legs up 12 min").count()
        app.open("/session/2026-11-29~leg_elevation~1")
        app.heading("Nothing to guide here").wait_for()
