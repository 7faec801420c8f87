"""Today: the main thing, how it is now, and another day for it."""

import re
import shutil
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.app import DESKTOP, PHONE, OpenApp, served


def test_how_it_is_now_eases_the_run_and_a_question_is_answered_in_two_taps(
    open_app: OpenApp, sample: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    shutil.copytree(sample, folder)
    with served(folder) as address:
        app = open_app(address, PHONE)
        app.says("Returning to running, stage 5 of 9")
        expect(app.heading("Run/walk, 20 min running · stage 5")).to_be_attached()

        morning = app.page.get_by_role("group", name="Pain this morning")
        morning.get_by_role("button", name="1: barely there").dispatch_event("click")
        app.says("1 of 10: barely there")
        app.tap("Save this answer")
        app.says("Thank you, your answer is saved.")

        app.tap("How is it now?")
        now = app.page.get_by_role("group", name=re.compile(r"^How is it now\? inner shin, left"))
        now.get_by_role("button", name="3: mild").dispatch_event("click")
        app.says("Noted, how it is now. Your plan changed.")
        expect(app.heading("Run/walk, 20 min running · stage 5")).to_be_hidden()
        app.heading("Your plan changed").wait_for()


def test_a_run_moves_to_a_day_that_keeps_the_rules_and_the_other_days_say_which_one_forbids_it(
    open_app: OpenApp, sample: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    shutil.copytree(sample, folder)
    with served(folder) as address:
        app = open_app(address, DESKTOP)
        app.tap("Steps and sources")
        app.tap("Move to…")
        app.says("Wednesday 25 November: Not one of your running days.")
        assert not app.page.get_by_role("button", name="Wednesday 25 November", exact=True).count()
        app.tap("Thursday 26 November")
        app.says(re.compile("^Moved to Thursday 26 November: Run/walk"))
        app.says(re.compile("^No run today. "))
        app.says("The next run is on Thursday 26 November.")
        app.tap("Undo")
        app.says("Taken back.")
        expect(app.heading("Run/walk, 20 min running · stage 5")).to_be_attached()
