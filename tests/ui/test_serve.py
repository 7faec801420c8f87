import importlib.util
import socket
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from planner.desk import Desk
from planner.ui import lan
from planner.ui.serve import ServeFault, serve


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, clock=lambda: datetime(2026, 11, 24, 18, tzinfo=UTC), today=date(2026, 11, 24))


def test_a_taken_port_is_told_in_one_sentence(desk: Desk) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(ServeFault, match=f"Port {port} is taken"):
            serve(desk, port=port, open_browser=False)


def test_nothing_is_shared_on_the_network_without_a_code(desk: Desk) -> None:
    with pytest.raises(ServeFault, match="one-time code"):
        serve(desk, host="0.0.0.0", port=0, open_browser=False)


def test_a_missing_window_is_told_and_not_fetched(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(ServeFault, match="--native"):
        serve(desk, native=True)


def test_codes_are_long_and_never_the_same() -> None:
    codes = {lan.new_code() for _ in range(100)}
    assert len(codes) == 100
    assert min(map(len, codes)) >= 20


def test_the_qr_code_fits_a_terminal() -> None:
    rows = lan.qr(f"http://192.168.100.100:8550/?code={lan.new_code()}").splitlines()
    assert 10 < len(rows) < 40
