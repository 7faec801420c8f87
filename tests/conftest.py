"""What every test stands on."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

# The same examples on every run; CI looks at more of them
settings.register_profile("default", derandomize=True, deadline=None, max_examples=50, print_blob=True)
settings.register_profile(
    "ci",
    settings.get_profile("default"),
    max_examples=200,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


class OneBrowserAtATime(LoadScopeScheduling):
    """Spreads single tests over the workers, but keeps all of tests/browser on one, where they share browser and app.

    Each state of the walk has an app of its own.
    """

    def _split_scope(self, nodeid: str) -> str:
        is_alone = nodeid.startswith("tests/browser/test_walk.py")
        return "browser" if nodeid.startswith("tests/browser/") and not is_alone else nodeid


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> OneBrowserAtATime:
    return OneBrowserAtATime(config, log)


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test opens the data of the person who runs it."""
    monkeypatch.setenv("PLANNER_DATA", str(tmp_path / "data"))
