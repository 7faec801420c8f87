"""Every screen and state that there is a picture of, looked at for what a thumb, a screen reader and weak eyes need.

The scenes are those that tools/pictures plays; where they would make a picture, this looks.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from planner.ui import theme
from planner.ui.preferences import Preferences
from tests.browser.access import AT_MOST, TALL, control_faults, order_faults, rule_faults, text_faults
from tests.browser.app import App
from tools.pictures.programme import PROGRAMME, Showing
from tools.pictures.runners import write_runner
from tools.pictures.stage import SIZES, Stage, served

# Twice as large, a whole day is longer than in the other tests.
HEIGHT = 2 * TALL


class Walk(Stage):
    """A stage that looks where another makes a picture. `is_large`: its text is as large as it gets."""

    def __init__(self, browser: Browser, size: str, *, is_large: bool) -> None:
        super().__init__(browser, "en", size, Path())
        self._view = {**SIZES[size], "height": HEIGHT}
        self.page.set_viewport_size(self._view)  # type: ignore[arg-type]
        self._app = App(self.page, "")
        self._is_large = is_large
        self.faults: list[str] = []
        self.seen = 0

    def rest(self) -> bytes:
        self._app.controls()
        return b""

    def shoot(self, state: str) -> None:
        where = f"{self._room}-{state}"
        self.seen += 1
        found = [*control_faults(self._app), *rule_faults(self._app)]
        if self.is_phone:
            found += order_faults(self._app)
        if self._is_large:
            found += text_faults(self._app)
        self.faults += [f"{where}: {fault}" for fault in found]


def _name(showing: Showing) -> str:
    return "-".join([showing.room, showing.runner, *(scene.__name__ for scene in showing.scenes[:1])])


@pytest.mark.walk
@pytest.mark.parametrize("size", list(SIZES))
@pytest.mark.parametrize("showing", PROGRAMME, ids=_name)
def test_every_state_is_named_reachable_and_whole(
    browser: Browser, tmp_path: Path, showing: Showing, size: str
) -> None:
    if showing.only_on not in {None, size}:
        pytest.skip("another size has its own")
    folder = write_runner(showing.runner, "en", tmp_path / "data")
    is_large = size == "phone"
    if is_large:
        Preferences(folder).set(theme.TEXT_SCALE, AT_MOST)
    with served(folder, showing.moment, *showing.more) as (address, _process):
        walk = Walk(browser, size, is_large=is_large)
        walk.begin(showing.room)
        walk.open(address, showing.path)
        for scene in showing.scenes:
            scene(walk)
        walk.close()
    assert walk.seen
    assert not walk.faults, "\n".join(walk.faults)
