"""Pain on the body picture, nights, runs by hand and from files: what is logged, what is kept, what is taken back."""

import json
import re
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import expect

from planner.ui.log.kept import Keeper
from planner.ui.preferences import Preferences
from tests.browser.app import DESKTOP, NINE, PHONE, App, OpenApp, served
from tests.intake.fit_writer import CYCLING, session, written

TAKEN_BACK = "Taken back."
KEPT = "We kept what you had begun."
START = int(datetime(2026, 11, 10, 7, 30, tzinfo=UTC).timestamp())


@pytest.fixture(scope="module")
def folder(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("logs") / "data"
    shutil.copytree(sample, place)
    return place


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """One app for all tests of this file: each takes back, or looks only at, what it logged itself."""
    with served(folder) as found:
        yield found


def opened(open_app: OpenApp, address: str, size: dict[str, int], path: str) -> App:
    app = open_app(address, size)
    app.go(path)
    return app


def marked(app: App, place: str) -> None:
    expect(app.page.get_by_role("checkbox", name=place, exact=True)).to_be_checked()


def holds(app: App, field: str, text: str) -> None:
    box = app.page.get_by_role("textbox", name=field)
    # Flutter tells what stands in a field when it is entered.
    box.focus()
    expect(box).to_have_value(text)


@pytest.mark.parametrize("size", [PHONE, pytest.param(DESKTOP, marks=pytest.mark.sweep)], ids=["phone", "desktop"])
def test_two_places_on_the_body_picture_are_saved_at_once_and_taken_back_at_once(
    open_app: OpenApp, address: str, size: dict[str, int]
) -> None:
    app = opened(open_app, address, size, "/log/pain")
    app.says("As last time")
    app.tap("Body picture")
    app.choose("Front of the knee, right")
    assert not app.page.get_by_text("As last time").count()
    app.choose("Inner ankle, left")
    marked(app, "Front of the knee, right")
    app.tap("Take out: Inner ankle, left")
    expect(app.page.get_by_role("checkbox", name="Inner ankle, left")).not_to_be_checked()
    app.choose("Inner shin, right", "A score for each place")
    knee = app.page.get_by_role("group", name="How much? Front of the knee, right")
    shin = app.page.get_by_role("group", name="How much? Inner shin, right")
    knee.get_by_role("button", name="1: barely there").dispatch_event("click")
    app.says("1 of 10: barely there")
    app.choose("In daily life")
    app.tap("Save")
    app.says("Please choose how much it hurts, 0 for not at all.")
    shin.get_by_role("button", name="2: a little").dispatch_event("click")
    app.says("2 of 10: a little")
    app.tap("Save")
    app.says(re.compile("^Pain at 2 places is saved."))
    app.tap("Undo")
    app.says(TAKEN_BACK)


@pytest.mark.sweep
def test_a_draft_outlives_a_reload_and_another_page_and_can_be_thrown_away(
    open_app: OpenApp, folder: Path, address: str
) -> None:
    app = opened(open_app, address, PHONE, "/log/run")
    app.write("Distance, km", "3.1")
    app.tap("2: a little")
    app.says("2 of 10: a little")
    app.go("/log/run")
    app.says("2 of 10: a little")
    app = opened(open_app, address, PHONE, "/log/run")
    app.says(KEPT)
    app.says("2 of 10: a little")
    holds(app, "Distance, km", "3.1")
    app.tap("Start over")
    app.says("Not answered yet")
    holds(app, "Distance, km", "")
    assert not Keeper(Preferences(folder)).begun(NINE)


def test_a_night_is_moved_by_a_tap_corrected_deleted_and_brought_back(open_app: OpenApp, address: str) -> None:
    app = opened(open_app, address, PHONE, "/log/sleep")
    app.says("That is 8 h.")
    app.tap("To bed: 15 minutes later")
    app.says("That is 7 h 45 min.")
    app.choose("Good")
    app.tap("Save")
    app.says(re.compile("^Your night is saved."))
    app.tap("What you logged")
    app.heading("What you logged").wait_for()
    app.says(re.compile("7 h 45 min · 22:45 to 06:30 · Good"))
    app.tap(re.compile("^Correct: Night, Tue 24"))
    app.says("You are correcting an entry.")
    app.choose("Poor")
    app.tap("Save")
    app.says(re.compile("^Your correction is saved."))
    app.tap("What you logged")
    app.says(re.compile("22:45 to 06:30 · Poor"))
    app.tap(re.compile("^Delete: Night, Tue 24"))
    app.says(re.compile("^Night: deleted."))
    expect(app.page.get_by_text(re.compile("22:45 to 06:30"))).to_have_count(0)
    app.tap("Undo")
    app.says(TAKEN_BACK)
    app.says(re.compile("22:45 to 06:30 · Poor"))


def test_runs_come_from_files_with_what_became_of_each(open_app: OpenApp, address: str, tmp_path: Path) -> None:
    files = {
        "run.fit": written([session(START, distance_m=5400)]),
        "ride.fit": written([session(START + 86_400, sport=CYCLING)]),
        "photo.jpg": b"\xff\xd8\xff\x00\x01",
        "ours.json": json.dumps({"schema": 1, "journal": []}).encode(),
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    app = opened(open_app, address, DESKTOP, "/log/run")
    with app.page.expect_file_chooser() as chooser:
        app.page.get_by_role("button", name="Choose files").click(force=True)
    chooser.value.set_files([tmp_path / name for name in files])
    app.says(re.compile(r"^1 new entry\. 1 left out: a ride.*photo\.jpg: ", re.DOTALL))
    app.tap("Undo")
    app.says(TAKEN_BACK)


def test_bad_input_gets_one_sentence_at_its_field_and_changes_nothing(open_app: OpenApp, address: str) -> None:
    app = opened(open_app, address, PHONE, "/log/sleep")
    app.tap("Write the hours instead")
    for typed, said in (("", "how many hours you slept"), ("25", "25 is outside 0 to 24"), ("a lot", "a lot")):
        app.write("Hours asleep", typed)
        app.tap("Save")
        app.says(re.compile(said))
    app.go("/log/drink")
    for typed in ("-3", "a lot"):
        app.write("How much, in ml", typed)
        app.tap("Save")
        app.says(re.compile(re.escape(typed)))
    assert not app.page.get_by_text("is saved").count()
