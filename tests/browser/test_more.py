"""More: the profile, the clinician's word, copies and what leaves, each saved at once and taken back in one tap."""

import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from babel import Locale
from playwright.sync_api import expect

from planner.desk import Desk
from planner.ui.model import NOTICE_READ
from planner.ui.preferences import Preferences
from planner.words import languages, say
from tests.browser.app import DESKTOP, FIRST, NINE, PHONE, TODAY, App, OpenApp, served


@pytest.fixture
def folder(sample: Path, tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(sample, tmp_path / "data"))
    Preferences(folder).set(NOTICE_READ, TODAY.isoformat())
    return folder


def desk_of(folder: Path) -> Desk:
    return Desk(folder, clock=lambda: NINE, today=TODAY)


def write_down(app: App, name: str, text: str) -> None:
    app.write(name, text)
    app.page.keyboard.press("Enter")


def hand_over(app: App, file: Path) -> None:
    with app.page.expect_file_chooser() as chooser:
        app.page.get_by_role("button", name="Choose a copy").click(force=True)
    chooser.value.set_files(file)


def test_free_days_change_the_plan_at_once_and_are_taken_back(open_app: OpenApp, folder: Path) -> None:
    with served(folder) as address:
        app = open_app(address, PHONE, "/more")
        app.tap(re.compile("^Free days"))
        app.heading("Free days").wait_for()
        app.tap("Thursday", role="checkbox")
        app.says(re.compile("^Saved. Your plan changed."))
        assert "thu" not in desk_of(folder).runner()["run_days"]  # type: ignore[operator]
        app.tap("Undo")
        app.says("Taken back.")
        assert "thu" in desk_of(folder).runner()["run_days"]  # type: ignore[operator]

        write_down(app, "Thursday, min", "plenty")
        app.says("Thursday, min: “plenty” is not a number")
        write_down(app, "Thursday, min", "25")
        app.says(re.compile("^Saved."))
        assert desk_of(folder).runner()["day_minutes"]["thu"] == 25  # type: ignore[index]
        app.tap("See the plan")
        app.page.get_by_role("button", name=re.compile("^Thursday 26 November")).first.wait_for()
        thursday = app.page.get_by_role("button", name=re.compile("^Thursday 26 November")).first
        assert "Run" not in str(thursday.get_attribute("aria-label") or thursday.text_content())


@pytest.mark.sweep
def test_a_limit_holds_until_it_is_withdrawn_twice_and_a_warning_until_it_is_cleared(
    open_app: OpenApp, folder: Path
) -> None:
    sore = {"kind": "pain", "site": "shin_inner", "side": "left", "score": 3, "signs": ["focal_bone_spot"]}
    desk_of(folder).log(sore)
    with served(folder) as address:
        app = open_app(address, PHONE, "/more/limits")
        app.choose("Running minutes a day")
        app.write("At most, minutes", "8")
        app.tap("Save the limit")
        app.says("Choose who set it")
        app.choose("A physio")
        app.tap("Save the limit")
        app.heading("At most 8 running minutes a day").wait_for()
        app.tap("Withdraw…")
        app.tap("Withdraw the limit")
        app.says("Tick the line above first.")
        assert desk_of(folder).runner()["clinician_limits"]
        app.choose("They told me that it no longer holds")
        app.tap("Withdraw the limit")
        app.says("No limit is set.")
        assert not desk_of(folder).runner().get("clinician_limits")
        app.says(re.compile("Withdrawn, as the clinician said: At most 8 running minutes a day"))

        app.tap("Back to More")
        app.tap(re.compile("^Safety questions"))
        app.heading("Safety questions").wait_for()
        app.tap("Back")
        app.heading("Today").wait_for()
        app.tap("A clinician has looked at it")
        app.says("Open now: Bone pain pattern.")
        app.choose("A sports physician", "It isn’t that")
        app.tap("Save", role="button")
        app.says("No warning is open.")
        (cleared,) = desk_of(folder).journal(kind="clearance")
        told = ("by", "clears", "site", "side", "outcome")
        assert [cleared[key] for key in told] == [
            "sports_physician",
            ["bone_stress_suspected"],
            "shin_inner",
            "left",
            "excluded",
        ]
        app.tap("Withdraw…")
        app.tap("Withdraw it")
        app.says("Open now: Bone pain pattern.")
        app.tap("Undo")
        app.says("No warning is open.")


@pytest.mark.sweep
def test_copies_and_files_leave_on_a_desktop_and_a_copy_brings_the_journal_back(
    open_app: OpenApp, folder: Path, tmp_path: Path
) -> None:
    with served(folder) as address:
        app = open_app(address, DESKTOP, "/more/copies")
        app.tap("Make a copy now")
        app.says(re.compile("is made, and was read back whole."))
        entries = len(desk_of(folder).journal())
        desk_of(folder).log({"kind": "drink", "volume_ml": 300})
        app.tap("Go back to this one…")
        app.tap("Go back")
        app.says("The journal is as it was in that copy.")
        assert len(desk_of(folder).journal()) == entries
        app.tap("Undo")
        app.says("Taken back.")
        assert len(desk_of(folder).journal()) == entries + 1

        photo = tmp_path / "photo.jpg"
        photo.write_bytes(b"\xff\xd8\xff\x00\x01")
        hand_over(app, photo)
        app.tap("Go back")
        app.says(re.compile("^photo.jpg is no whole copy of a Stridewell journal, so nothing was changed"))
        app.tap("Stay here")
        copy, *_ = desk_of(folder).copies()
        hand_over(app, Path(shutil.copy(copy.path, tmp_path / "from a stick.json")))
        app.tap("Go back")
        app.says("The journal is as it was in that copy.")
        assert len(desk_of(folder).journal()) == entries
        assert not (folder / "incoming").exists()
        app.tap("Undo")
        app.says("Taken back.")
        assert len(desk_of(folder).journal()) == entries + 1

        app.go("/more/sharing")
        found: dict[str, Path] = {}
        for name in ("Save the calendar", "Save the tables", "Save everything"):
            with app.page.expect_download() as download:
                app.tap(name)
            found[name] = tmp_path / download.value.suggested_filename
            download.value.save_as(found[name])
        assert found["Save the calendar"].read_bytes().startswith(b"BEGIN:VCALENDAR")
        assert "plan.csv" in zipfile.ZipFile(found["Save the tables"]).namelist()
        assert json.loads(found["Save everything"].read_text("utf-8"))["schema"] == 1


@pytest.mark.sweep
def test_language_units_and_year_change_at_once_and_everything_can_be_deleted(open_app: OpenApp, folder: Path) -> None:
    with served(folder) as address:
        app = open_app(address, DESKTOP, "/more/display")
        app.choose("Miles and pounds")
        app.says(re.compile("^Saved."))
        app.go("/more/you")
        expect(app.page.get_by_role("textbox", name="Weight, pounds")).to_be_attached()
        write_down(app, "Year of birth", "1788")
        app.says("Year of birth: 1788 is outside 1900 to 2100")
        if len(languages()) > 1:
            app.go("/more/display")
            other = next(code for code in languages() if code != "en")
            own_name = str(Locale.parse(other).get_display_name(other))
            app.tap(own_name[:1].upper() + own_name[1:], role="checkbox")
            app.page.get_by_role("group", name=say("ui.more.display.language", other)).wait_for(state="attached")
            desk_of(folder).change_runner({"language": "en"})
        app.go("/more/privacy")
        app.tap("Delete everything…")
        app.tap("Delete everything for good")
        app.says("Nothing was deleted")
        app.write("Type “delete” to go on", "delete")
        app.tap("Delete everything for good")
        app.page.get_by_role("heading", level=1, name=FIRST).wait_for()
        assert desk_of(folder).runner() == {}
