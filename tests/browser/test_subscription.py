"""A calendar on the network subscribes: the address is made, shown, replaced and withdrawn in the app."""

import re
import shutil
import urllib.error
import urllib.request
import zipfile
from pathlib import Path

import pytest

from planner.ui import lan
from planner.ui.preferences import Preferences
from planner.ui.subscription import token
from tests.browser.app import PHONE, TODAY, OpenApp, served

NETWORK = lan.address()


@pytest.fixture
def folder(sample: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sample, tmp_path / "data"))


def status(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:
            assert answer.read().startswith(b"BEGIN:VCALENDAR")
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


@pytest.mark.skipif(NETWORK is None, reason="this machine is on no network")
@pytest.mark.sweep
def test_an_address_is_made_replaced_and_withdrawn(open_app: OpenApp, folder: Path) -> None:
    kept = Preferences(folder)
    with served(folder, 0, TODAY, "--lan") as address:
        port = address.rpartition(":")[2]
        app = open_app(address, PHONE, "/more/sharing")
        assert token(kept) is None
        app.tap("Make an address")
        app.says("The address is ready.")
        first = f"http://{NETWORK}:{port}/calendar/{token(kept)}.ics"
        app.says(first)
        app.page.get_by_role("img", name="The address as a QR code").wait_for(state="attached")
        assert status(first) == 200
        app.tap("New address")
        app.says(re.compile("^There is a new address"))
        second = f"http://{NETWORK}:{port}/calendar/{token(kept)}.ics"
        assert (status(first), status(second)) == (404, 200)
        app.tap("Withdraw the address")
        app.says(re.compile("^The address is withdrawn"))
        assert (status(second), token(kept)) == (404, None)


def test_without_a_network_the_app_says_how_to_get_an_address(open_app: OpenApp, sample_address: str) -> None:
    app = open_app(sample_address, PHONE, "/more/sharing")
    app.says(re.compile("planner app --lan"))


def test_the_weeks_sessions_are_saved_for_a_watch(open_app: OpenApp, sample_address: str, tmp_path: Path) -> None:
    app = open_app(sample_address, PHONE, "/more/sharing")
    with app.page.expect_download() as download:
        app.tap("Save the workouts")
    download.value.save_as(tmp_path / "watch.zip")
    names = zipfile.ZipFile(tmp_path / "watch.zip").namelist()
    assert names and all(re.fullmatch(r"\d{4}-\d\d-\d\d-(run|walk)\.fit", name) for name in names)
