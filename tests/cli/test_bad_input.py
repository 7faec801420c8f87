"""Bad input: one sentence, exit 1, nothing on stdout, nothing changed on disk."""

import errno
import io
import json
import os
import resource
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from typer.testing import Result

Planner = Callable[..., Result]

STRAVA_OF_ANOTHER_WORLD = "colour,weight\nred,3\n"
WEB_PAGE = b"<!DOCTYPE html><html><body>Please sign in</body></html>"
CUT_SHORT = b"\x0e\x10\xd9\x07\xff\xff\x00\x00.FIT\x00\x00@\x00\x00"


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def assert_one_sentence(result: Result) -> None:
    assert result.exit_code == 1, result.output
    assert result.stdout == ""
    assert result.stderr.strip().count("\n") == 0
    assert result.stderr.strip().endswith((".", "!"))
    assert "Traceback" not in result.stderr


@pytest.fixture
def logged(planner: Planner, data: Path) -> Path:
    """The data folder with one entry in it."""
    assert planner("log", "pain", 1, "--site", "shin_inner").exit_code == 0
    return data


TYPED = {
    "unknown site": ["log", "pain", "3", "--site", "elbow"],
    "score 11": ["log", "pain", "11", "--site", "calf"],
    "score below 0": ["log", "pain", "-1", "--site", "calf"],
    "score in words": ["log", "pain", "lots", "--site", "calf"],
    "date in the future": ["log", "pain", "3", "--site", "calf", "--when", "2026-11-23 08:00"],
    "time that is none": ["log", "drink", "300", "--when", "when the cows come home"],
    "25 hours of sleep": ["log", "sleep", "25"],
    "bedtime that is none": ["log", "sleep", "--bed", "25:99", "--wake", "06:40"],
    "negative distance": ["log", "run", "--distance", "-3", "--duration", "30"],
    "negative drink": ["log", "drink", "-300"],
    "weight for a distance": ["log", "run", "--distance", "5kg"],
    "unknown sign": ["log", "screen", "--sign", "gloom"],
    "unknown test": ["log", "test", "--test", "handstand"],
    "pause that ends before it begins": ["log", "pause", "--from", "2026-11-10", "--to", "2026-11-01"],
    "clinician of no such kind": ["log", "clearance", "--by", "neighbour", "--clears", "venous"],
    "mass of another world": ["runner", "set", "mass=9000lb"],
    "unknown key": ["runner", "set", "mood=good"],
    "unknown kind": ["journal", "--kind", "poem"],
    "edit of nothing": ["edit", "no-such-id", "--score", "3"],
    "deletion of nothing": ["delete", "no-such-id"],
    "a week too far ahead": ["week", "--start", "2028-01-03"],
}


@pytest.mark.parametrize("args", TYPED.values(), ids=TYPED.keys())
def test_what_is_typed_wrong_is_one_sentence_and_changes_nothing(
    planner: Planner, logged: Path, args: list[str]
) -> None:
    before = everything(logged)
    assert_one_sentence(planner(*args))
    assert everything(logged) == before


def test_two_faults_of_a_profile_are_named_in_one_sentence(planner: Planner, logged: Path, tmp_path: Path) -> None:
    profile = tmp_path / "profile.json"
    profile.write_text(json.dumps({"birth_year": 1700, "run_days": ["someday"]}))
    before = everything(logged)
    for args in (["runner", "load", profile], ["runner", "set", "birth_year=1700", "run_days=someday"]):
        result = planner(*args)
        assert_one_sentence(result)
        assert "1700" in result.stderr
        assert "someday" in result.stderr
    assert everything(logged) == before


def zipped(name: str, data: bytes) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr(name, data)
    return whole.getvalue()


FILES = {
    "empty.fit": b"",
    "cut-short.fit": CUT_SHORT,
    "page.fit": WEB_PAGE,
    "activities.csv": STRAVA_OF_ANOTHER_WORLD.encode(),
    "half.json": b'{"schema": 1, "journal": [{"kind": "pa',
    "list.json": b"[1, 2]",
    "wrong.json": b'{"schema": 1, "journal": [{"kind": "pain", "id": "x", "at": "2026-11-20T08:00", "score": 99}]}',
    "later.json": b'{"schema": 99, "journal": []}',
    "deep.json": b'{"schema": 1, "journal": ' + b"[" * 100_000,
    "twice.json": b'{"schema": 1, "journal": [], "journal": []}',
    "nan.json": b'{"schema": 1, "journal": [{"kind": "pain", "id": "x", "score": NaN}]}',
    "huge.json": b'{"schema": 1, "journal": [{"kind": "pain", "id": "x", "score": 1e400}]}',
    "digits.json": b'{"schema": 1, "journal": [{"kind": "pain", "id": "x", "score": 1%s}]}' % (b"0" * 400),
    "half-sign.json": b'{"schema": 1, "journal": [{"kind": "pain", "id": "x", "note": "\\ud800"}]}',
    "outside.zip": zipped("../../evil.json", b'{"schema": 1, "journal": [{"kind": "drink", "id": "x"}]}'),
    "cut.zip": zipped("a.json", b"{}")[:-9],
    "hollow.zip": zipped("photo.jpg", b"\xff"),
    "entities.gpx": b'<!DOCTYPE gpx [<!ENTITY a SYSTEM "file:///etc/passwd">]><gpx>&a;</gpx>',
    "script.svg": b'<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>',
    "wide.csv": b"id,at,score,logged_at,kind\r\n" + b"a" * 200_000,
    "quoted.csv": b'id,at,score,logged_at,kind\r\n"a,2026-11-20,1,,pain\r\n',
    "cell.csv": b"id,at,score,logged_at,kind\r\na,2026-11-20,=1+1,,pain\r\n",
    "entry.csv": b"id,at,score,logged_at,kind\r\na,2026-11-20,99,,pain\r\n",
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_holds_nothing_to_take_is_named(planner: Planner, logged: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(FILES[name])
    before = everything(logged)
    result = planner("import", tmp_path / name)
    assert_one_sentence(result)
    # What an archive or a table is wrong in is named with it; what is wrong in an entry, by the entry.
    assert name in result.stderr or name == "entry.csv"
    assert everything(logged) == before
    assert {path.name for path in tmp_path.iterdir()} == {name, logged.name}


@pytest.mark.parametrize("name", ["half.json", "list.json", "twice.json", "deep.json", "nan.json", "no-such-file.json"])
def test_a_profile_that_cannot_be_read_is_named(planner: Planner, logged: Path, tmp_path: Path, name: str) -> None:
    if name in FILES:
        (tmp_path / name).write_bytes(FILES[name])
    before = everything(logged)
    result = planner("runner", "load", tmp_path / name)
    assert_one_sentence(result)
    assert name in result.stderr
    assert everything(logged) == before


@pytest.mark.parametrize("command", [["import"], ["runner", "load"]])
def test_a_file_of_300_mb_is_refused_before_it_is_read(
    planner: Planner, logged: Path, tmp_path: Path, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tmp_path / "all.json").open("wb") as file:
        file.truncate(300 * 1024 * 1024)
    before = everything(logged)
    read = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: read(path) if path.name != "all.json" else pytest.fail("read"))
    result = planner(*command, tmp_path / "all.json")
    assert_one_sentence(result)
    assert "all.json" in result.stderr and "200 MB" in result.stderr
    assert everything(logged) == before


def test_a_missing_file_is_named(planner: Planner, logged: Path, tmp_path: Path) -> None:
    before = everything(logged)
    result = planner("import", tmp_path / "nowhere.fit")
    assert_one_sentence(result)
    assert "nowhere.fit" in result.stderr
    assert everything(logged) == before


@contextmanager
def as_nobody() -> Iterator[None]:
    """Rights bind nobody who is root, so root is somebody else meanwhile."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


def test_a_folder_without_permission_is_named(
    planner: Planner, logged: Path, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    base = tmp_path_factory.getbasetemp()
    for place in (tmp_path, base, base.parent):
        place.chmod(place.stat().st_mode | 0o055)
    commands = (["log", "pain", 3, "--site", "calf"], ["export", "json", logged / "all.json"])
    for command in commands:
        # Once before, so that all modules are loaded with one's own rights.
        planner("--data", tmp_path / "other", *command)
    (logged / "all.json").unlink()
    before = everything(logged)
    logged.chmod(0o555)
    try:
        with as_nobody():
            results = [planner(*command) for command in commands]
    finally:
        logged.chmod(0o755)
    for result in results:
        assert_one_sentence(result)
        assert str(logged) in result.stderr
    assert everything(logged) == before


def test_a_folder_that_is_a_file_is_named(planner: Planner, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    result = planner("--data", tmp_path / "file", "log", "pain", 3, "--site", "calf")
    assert_one_sentence(result)
    assert str(tmp_path / "file") in result.stderr
    assert (tmp_path / "file").read_bytes() == b"mine"


FILLING = {
    "entry": ["log", "pain", "3", "--site", "calf"],
    "profile": ["runner", "set", "birth_year=1988"],
    "calendar": ["export", "ics", "week.ics"],
    "tables": ["export", "csv", "tables"],
    "packed tables": ["export", "csv", "tables.zip"],
    "bundle": ["export", "fhir", "bundle.json"],
    "everything": ["export", "json", "all.json"],
}


@pytest.mark.parametrize("args", FILLING.values(), ids=FILLING.keys())
def test_a_full_disk_is_told_and_leaves_all_as_it_was(
    planner: Planner, logged: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, args: list[str]
) -> None:
    planner("week")
    before = everything(tmp_path)

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "fsync", full)
    result = planner(*args)
    assert_one_sentence(result)
    assert "full" in result.stderr
    assert everything(tmp_path) == before


@pytest.mark.slow
def test_a_disk_that_takes_no_more_bytes_loses_nothing(planner: Planner, logged: Path) -> None:
    before = everything(logged)
    result = subprocess.run(
        [sys.executable, "-B", "-m", "planner.cli", "log", "pain", "3", "--site", "calf", "--today", "2026-11-22"],
        env={**os.environ, "PLANNER_DATA": str(logged)},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (16, 16)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, result.stdout, result.stderr.count("\n")) == (1, "", 1)
    assert "full" in result.stderr
    assert everything(logged) == before


def test_a_target_that_cannot_be_written_is_named(planner: Planner, logged: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"mine")
    before = everything(tmp_path)
    for args in (
        ["export", "json", tmp_path / "folder"],
        ["export", "csv", tmp_path / "file"],
        ["export", "json", tmp_path / "nowhere" / "all.json"],
    ):
        result = planner(*args)
        assert_one_sentence(result)
        assert str(args[-1]) in result.stderr or "nowhere" in result.stderr
    assert everything(tmp_path) == before


USAGE = {
    "no such command": ["dance"],
    "no such option": ["log", "pain", "3", "--elbow"],
    "no score": ["log", "pain"],
    "neither hours nor bed and wake": ["log", "sleep", "--bed", "23:00"],
    "today that is no date": ["week", "--today", "someday"],
    "no value": ["runner", "set", "mass"],
    "nothing to change": ["edit", "some-id"],
    "no jobs": ["batch", "--jobs", "0"],
}


@pytest.mark.parametrize("args", USAGE.values(), ids=USAGE.keys())
def test_wrong_usage_is_exit_2_with_nothing_on_stdout(planner: Planner, args: list[str]) -> None:
    result = planner(*args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr


def test_a_defect_of_ours_is_exit_70_and_says_where(planner: Planner, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object, **more: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("planner.desk.Desk.plan", broken)
    result = planner("week")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (70, "", 1)
    assert "test_bad_input.py" in result.stderr
    monkeypatch.setenv("PLANNER_DEBUG", "1")
    assert "Traceback" in planner("week").stderr
