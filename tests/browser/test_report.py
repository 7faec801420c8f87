"""Two pages for a physio: chosen, looked at, saved."""

import json
import re
import shutil
from pathlib import Path

import pikepdf

from planner.ui.model import NOTICE_READ
from planner.ui.preferences import Preferences
from tests.browser.app import PHONE, TODAY, OpenApp, served


def test_a_report_is_looked_at_before_it_is_saved_without_what_was_left_out(
    open_app: OpenApp, sample: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(sample, tmp_path / "data"))
    Preferences(folder).set(NOTICE_READ, TODAY.isoformat())
    with served(folder) as address:
        app = open_app(address, PHONE, "/more")
        app.tap(re.compile("^Report for a physio"))
        app.heading("Report for a physio")
        app.tap("Sleep", "checkbox")
        app.write("Your name", "Robin")
        app.write("What you want to ask", "May I run twice in a row?")
        app.tap("Look at it first")
        app.heading("Safety questions")
        app.says(re.compile("May I run twice in a row"))
        with app.page.expect_download() as download:
            app.tap("Save as PDF")
        file = tmp_path / download.value.suggested_filename
        download.value.save_as(file)
        app.says(re.compile(r"stridewell-report-2026-11-24\.pdf"))
        # This browser has no share sheet, so the same file is saved.
        with app.page.expect_download() as shared:
            app.tap("Share…")
        assert Path(shared.value.path()).read_bytes().startswith(b"%PDF-")
    with pikepdf.open(file) as pdf:
        assert len(pdf.pages) == 2
        (inside,) = [spec.get_file().read_bytes() for spec in pdf.attachments.values()]
    assert {entry["kind"] for entry in json.loads(inside)["journal"]}.isdisjoint({"sleep"})
