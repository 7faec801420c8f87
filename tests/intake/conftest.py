from pathlib import Path

import pytest


@pytest.fixture
def shared_data() -> Path:
    """Real watch files and exports. They belong to others and stay outside the repository."""
    folder = Path(__file__).resolve().parents[2].parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the folder ../shared/data with real watch files isn't beside this checkout")
    return folder
