"""What a runner does when the shin hurts: log it, see the week ease, read why, tick something."""

import re
import shutil
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.app import PHONE, OpenApp, served


def test_pain_in_a_run_eases_the_week_and_says_why(open_app: OpenApp, sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(sample, folder)
    with served(folder) as address:
        app = open_app(address, PHONE, agree=False)
        expect(app.heading("Before you start")).to_be_attached()
        app.agree()

        app.tap("Pain")
        app.tap("List of places")
        app.choose("Shin and calf", "Inner shin", "Left")
        app.tap("4: clearly there")
        app.choose("During a run")
        app.tap("Save")
        app.says("Your pain entry is saved. Your plan changed.")

        app.tap("See the plan")
        app.heading("Your plan changed").wait_for()
        app.says(re.compile("Before: .*run", re.IGNORECASE | re.DOTALL))
        app.tap(re.compile("what changed|changes and why"))
        app.says(re.compile(r"Source: .*Evidence: ", re.DOTALL))

        app.place("Today")
        box = app.page.get_by_role("checkbox", name=re.compile("^Done: ")).first
        title = box.get_attribute("aria-label")
        box.dispatch_event("click")
        app.says(re.compile("^" + re.escape(str(title))))
        app.go()
        expect(app.page.get_by_role("checkbox", name=str(title))).to_be_checked()
