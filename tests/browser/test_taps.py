"""How many taps what is done each day takes, from Today until it is on disk."""

import shutil
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.app import PHONE, App, OpenApp, served


class Counted:
    """An app whose taps are counted."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.taps = 0

    def tap(self, name: str, role: str = "button") -> None:
        self.taps += 1
        self.app.tap(name, role)

    def back_to_today(self) -> None:
        self.app.place("Today")
        self.taps = 0


def test_what_is_done_each_day_takes_few_taps(open_app: OpenApp, sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(sample, folder)
    with served(folder) as address:
        counted = Counted(open_app(address, PHONE))
        app = counted.app

        counted.tap("Water 250 ml")
        app.says("250 ml is saved.")
        assert counted.taps == 1

        counted.taps = 0
        counted.tap("Done: Drink through the day", "checkbox")
        app.says("Done: Drink through the day.")
        expect(app.page.get_by_role("checkbox", name="Done: Drink through the day")).to_be_checked()
        assert counted.taps == 1

        counted.taps = 0
        counted.tap("Sleep")
        counted.tap("Save")
        app.says("Your night is saved.")
        assert counted.taps <= 3

        counted.back_to_today()
        counted.tap("Pain")
        # Today has a row of the same scores, which goes a moment later.
        app.page.get_by_role("heading", name="Where does it hurt?").wait_for()
        counted.tap("1: barely there")
        app.says("1 of 10: barely there")
        counted.tap("In daily life", "checkbox")
        expect(app.page.get_by_role("checkbox", name="In daily life", exact=True)).to_be_checked()
        counted.tap("Save")
        app.says("Your pain entry is saved.")
        assert counted.taps <= 4

        counted.back_to_today()
        counted.tap("No pain")
        app.says("Thank you, your answer is saved.")
        assert counted.taps == 1
