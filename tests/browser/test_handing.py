"""A file handed over in the same room: shown with a code on one screen, fetched on another."""

import re
import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from planner.ui import lan
from tests.browser.app import PHONE, TODAY, OpenApp, served

NETWORK = lan.address()


@pytest.mark.sweep
@pytest.mark.skipif(NETWORK is None, reason="this machine is on no network")
def test_a_physio_gets_the_report_with_the_code_and_nothing_else(
    open_app: OpenApp, browser: Browser, sample: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(sample, tmp_path / "data"))
    with served(folder, 0, TODAY, "--lan") as address:
        app = open_app(address, PHONE | {"height": 4000}, "/more/sharing")
        app.tap("Hand over the report")
        shown = app.page.get_by_text(re.compile(r"^Code \d{3} \d{3}, until")).first
        shown.wait_for(state="attached")
        code = re.sub(r"\D", "", (shown.text_content() or "").partition(",")[0])
        link = app.page.get_by_text(re.compile("^http://.*/handed/")).first.text_content() or ""
        context = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
        theirs = context.new_page()
        theirs.goto(link)
        assert Axe().run(theirs).response["violations"] == []
        for name in ("Code", "Get the file"):
            box = theirs.get_by_role("textbox" if name == "Code" else "button", name=name).bounding_box()
            assert box
            assert box["height"] >= 48
        theirs.get_by_role("textbox", name="Code").fill("1")
        theirs.get_by_role("button", name="Get the file").click()
        theirs.get_by_role("alert").wait_for()
        theirs.get_by_role("textbox", name="Code").fill(code)
        with theirs.expect_download() as got:
            theirs.get_by_role("button", name="Get the file").click()
        assert Path(got.value.path()).read_bytes().startswith(b"%PDF-")
        theirs.goto(link)
        theirs.get_by_text("Nothing waits here").wait_for()
        context.close()
