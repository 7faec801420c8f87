"""Back from the physio: a clinician reads a report in an app that knows nobody and replies; the runner's app takes it in."""

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect

from planner.desk import Desk
from planner.journal import read_reply
from planner.share.pdf.choice import choose
from planner.share.pdf.make import report
from planner.ui.model import NOTICE_READ
from planner.ui.preferences import Preferences
from tests.browser.access import check
from tests.browser.app import DESKTOP, NINE, PHONE, TODAY, App, OpenApp, served

LIMIT = {"kind": "no_hills", "value": True, "by": "Dr K."}
SORE = {"kind": "pain", "site": "shin_inner", "side": "left", "score": 4, "signs": ["focal_bone_spot"]}


@pytest.fixture
def folder(sample: Path, tmp_path: Path) -> Path:
    """The runner's, with a limit and a warning sign."""
    folder = Path(shutil.copytree(sample, tmp_path / "data"))
    Preferences(folder).set(NOTICE_READ, TODAY.isoformat())
    desk_of(folder).change_runner({"clinician_limits": [LIMIT]})
    desk_of(folder).log(SORE)
    return folder


def desk_of(folder: Path) -> Desk:
    return Desk(folder, clock=lambda: NINE, today=TODAY)


def hand_over(app: App, button: str, file: Path) -> None:
    with app.page.expect_file_chooser() as chooser:
        app.page.get_by_role("button", name=button).click(force=True)
    chooser.value.set_files(file)


def write_reply(app: App) -> None:
    app.choose("No longer holds: No hills")
    app.write("Most running minutes a day", "15")
    app.page.get_by_role("group", name="Stay at stage").get_by_role("checkbox", name="2", exact=True).dispatch_event(
        "click"
    )
    app.write("Exercise", "heel raises on a")
    app.tap("Heel raises on a step, each side", "checkbox")
    expect(app.page.get_by_role("group", name="Found in the plan")).to_have_count(0)
    app.write("Sets", "3")
    app.write("Repetitions", "12")
    app.tap("Add the exercise")
    app.says("Heel raises on a step, each side (3 × 12)")
    app.choose("Bone pain pattern", "It isn’t that")
    app.tap("Add it")
    app.says("Bone pain pattern (inner shin, left): ruled out.")


@pytest.mark.sweep
def test_a_clinician_reads_a_report_and_replies_in_an_app_that_knows_nobody(
    open_app: OpenApp, folder: Path, tmp_path: Path
) -> None:
    desk = desk_of(folder)
    file = tmp_path / "report.pdf"
    file.write_bytes(report(desk.handed(), choose(TODAY, name="Robin")))
    mine = tmp_path / "clinician"
    with served(mine) as address:
        app = open_app(address, PHONE, agree=False)
        app.tap(re.compile("^For clinicians · "))
        app.heading("For clinicians").wait_for()
        (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
        hand_over(app, "Open a runner’s file", tmp_path / "photo.jpg")
        app.says(re.compile("^photo.jpg: "))
        hand_over(app, "Open a runner’s file", file)
        app.heading("Robin").wait_for()
        app.says(re.compile("Yes, 24 Nov 2026: one sore spot on the bone"))
        app.says(re.compile("^Inner shin, left: hurts since 1 Oct 2026"))
        app.heading("The last 6 sessions").wait_for()
        app.tap("Write your reply")
        app.heading("Your reply").wait_for()
        write_reply(app)
        app.tap("Save the reply")
        app.says(re.compile("Your name: "))
        app.write("Your name", "Anna K.")
        app.choose("A physio")
        app.says(re.compile("At most 15 running minutes a day.*Signed: Anna K., a physio."))
        check(app, "the form for a clinician")
        with app.page.expect_download() as download:
            app.tap("Save the reply")
        saved = tmp_path / download.value.suggested_filename
        download.value.save_as(saved)
        app.says(re.compile("^stridewell-reply.json is saved"))
    reply = read_reply(json.loads(saved.read_text("utf-8")), TODAY)
    assert [limit.kind for limit in reply.limits] == ["max_run_min", "hold_stage", "exercises"]
    assert (reply.name, reply.role, reply.withdraws) == ("Anna K.", "physio", ("no_hills",))
    assert desk.reply_of(json.loads(saved.read_text("utf-8"))) == reply
    assert [path for path in mine.rglob("*") if path.is_file() and b"shin" in path.read_bytes()] == []


def test_a_reply_is_read_before_it_is_applied_and_undone_in_one_tap(
    open_app: OpenApp, folder: Path, tmp_path: Path
) -> None:
    desk = desk_of(folder)
    raw = {
        "schema": "stridewell/reply/1", "id": "r1", "for": desk.whole()["for"], "written": TODAY.isoformat(),
        "by": {"name": "Anna K.", "role": "physio"}, "until": date(2026, 12, 8).isoformat(),
        "limits": [{"kind": "max_run_min", "value": 15}], "withdraws": ["no_hills"], "note": "Slowly, please.",
    }  # fmt: skip
    other, mine = tmp_path / "other.json", tmp_path / "stridewell-reply.json"
    other.write_text(json.dumps({**raw, "for": "0" * 16}))
    mine.write_text(json.dumps(raw))
    with served(folder) as address:
        app = open_app(address, DESKTOP, "/more/sharing")
        hand_over(app, "Open the reply", other)
        app.says(re.compile("another runner|somebody else|someone else"))
        hand_over(app, "Open the reply", mine)
        app.says(re.compile("15 running minutes a day"))
        assert desk.runner()["clinician_limits"] == [LIMIT]
        check(app, "a reply")
        app.tap("Apply")
        app.says(re.compile("^The plan now keeps to what Anna K. set."))
        assert [one["kind"] for one in desk_of(folder).runner()["clinician_limits"]] == ["max_run_min"]  # type: ignore[attr-defined]
        app.tap("Undo")
        app.says("Taken back.")
        assert desk_of(folder).runner()["clinician_limits"] == [LIMIT]
        hand_over(app, "Open the reply", mine)
        app.tap("Apply")
        app.says(re.compile("^The plan now keeps to what Anna K. set."))
        app.go("/more/limits")
        app.says("Set by Anna K. until 8 December 2026")
