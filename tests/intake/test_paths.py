import gzip
import os
import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner import intake
from planner.intake import Damaged, Found, IntakeFault, Skipped, paths
from tests.intake.fit_writer import ACTIVITY, session, written

TODAY = date(2026, 11, 22)
START = int(datetime(2026, 11, 20, 6, 10, tzinfo=UTC).timestamp())
RUN = written([("file_id", {"type": ACTIVITY}), session(START)])
CSV = b'Activity Date,Activity Type,Elapsed Time,Distance\n"Jan 3, 2025, 11:41:00 AM",Run,600,2.5\n'
JSON = b'{"schema": 1, "journal": [{"kind": "drink", "id": "a"}]}'


def read(path: Path, content: bytes) -> list[intake.Result]:
    path.write_bytes(content)
    return list(intake.read(path, today=TODAY))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        *[(name, RUN) for name in ("run.fit", "run.FIT.gz", "run", "run.csv", "run.json")],
        *[(name, CSV) for name in ("activities.csv", "activities", "a.json")],
        *[(name, JSON) for name in ("export.json", "export", "export.csv", "export.fit")],
        ("spreadsheet.csv", b"\xef\xbb\xbf" + CSV),
        ("spreadsheet.csv", CSV.decode().encode("utf-16")),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_a_file_is_known_by_its_content_packed_or_not(name: str, content: bytes, packed: bool, tmp_path: Path) -> None:
    (found,) = read(tmp_path / name, gzip.compress(content, mtime=0) if packed else content)
    assert isinstance(found, Found)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("run.fit", b"", "intake.empty"),
        ("run.fit", b"\0" * 100, "intake.empty"),
        ("run.fit.gz", gzip.compress(b"", mtime=0), "intake.empty"),
        ("run.fit", b"<!DOCTYPE html><html><body>Sign in</body></html>", "intake.web_page"),
        ("run.fit", b"<?xml version='1.0'?><gpx></gpx>", "intake.track_file"),
        ("run.fit", b"PK\x03\x04rest", "intake.broken_zip"),
        ("export.zip", b"PK\x03\x04rest", "intake.broken_zip"),
        ("run.fit", b"not, at all", "intake.not_fit"),
        ("run.fit", bytes(range(256)), "intake.not_fit"),
        ("run.fit", RUN[:12], "intake.broken_fit"),
        ("run.fit", RUN[: len(RUN) // 2], "intake.broken_fit"),
        ("run.fit.gz", gzip.compress(RUN, mtime=0)[:20], "intake.broken_gzip"),
        ("x.json", b'{"schema": 1,', "intake.broken_json"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_the_reason(
    name: str, content: bytes, why: str, tmp_path: Path
) -> None:
    (damaged,) = read(tmp_path / name, content)
    assert isinstance(damaged, Damaged)
    assert (damaged.path, damaged.why, damaged.kept) == (str(tmp_path / name), why, 0)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("shoes.csv", b"Name,Brand\nA,B\n", "intake.other_columns"),
        ("settings.json", b'{"a": 1}', "intake.other_json"),
        ("run.gpx", b"<?xml version='1.0'?><gpx></gpx>", "intake.track_file"),
        ("run.tcx", b"  <TrainingCenterDatabase></TrainingCenterDatabase>", "intake.track_file"),
        ("page.html", b"<html></html>", "intake.web_page"),
        ("photo.jpg", b"\xff\xd8\xff\xe0\0\0", "intake.other_kind"),
        ("notes.txt", b"hello", "intake.other_kind"),
    ],
)
def test_a_file_of_another_kind_is_skipped_as_foreign(name: str, content: bytes, why: str, tmp_path: Path) -> None:
    (skipped,) = read(tmp_path / name, content)
    assert isinstance(skipped, Skipped)
    assert (skipped.where, skipped.why, skipped.foreign) == (None, why, True)


BOMB = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
XML = {
    "entities in entities": f'<?xml version="1.0"?><!DOCTYPE gpx [<!ENTITY l0 "lol">{BOMB}]><gpx>&l9;</gpx>',
    "a file from elsewhere": '<!DOCTYPE gpx [<!ENTITY x SYSTEM "file:///etc/passwd">]><gpx><name>&x;</name></gpx>',
    "a page from elsewhere": '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd"><TrainingCenterDatabase/>',
    "parameters from elsewhere": '<!DOCTYPE gpx [<!ENTITY % x SYSTEM "file:///dev/zero"> %x;]><gpx/>',
    "a picture with a script": '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>x()</script></svg>',
    "a picture from elsewhere": '<svg><image href="file:///etc/passwd"/></svg>',
    "depth": "<gpx>" * 100_000,
}


@pytest.mark.parametrize("case", XML)
@pytest.mark.parametrize("name", ["run.gpx", "run.tcx", "body.svg", "run.fit", "a.csv", "a.json"])
def test_no_xml_is_ever_parsed(case: str, name: str) -> None:
    (result,) = paths.parse(XML[case].encode(), name, name, today=TODAY)
    assert isinstance(result, Skipped | Damaged)
    assert result.why in {"intake.track_file", "intake.other_kind", "intake.not_fit"}


def test_no_module_that_reads_files_knows_how_to_read_xml() -> None:
    room = Path(intake.__file__).parent
    texts = [path.read_text("utf-8") for path in room.glob("*.py")]
    assert [
        text for text in texts if re.search(r"import .*(xml|lxml|expat|minidom)|pickle|yaml|extractall", text)
    ] == []


TABLES = {
    "a huge cell": (b"Activity Date,Activity Type,Elapsed Time,Distance\n" + b"x" * 200_000, "intake.broken_csv"),
    "a huge header": (b"a," + b"x" * 200_000, "intake.broken_csv"),
    "a row of zero bytes": (CSV + b"\0,\0,\0,\0\n", "intake.other_kind"),
    "a row of zero bytes further on": (CSV + CSV.splitlines()[1] * 30 + b"\n\0,\0,\0,\0\n", "intake.bad_date"),
    "zero bytes at the start": (b"\0\0a,b\n", "intake.other_kind"),
    "a formula for a date": (CSV + b"=1+1,Run,600,2.5\n", "intake.bad_date"),
    "a formula for a number": (CSV + b'"Jan 3, 2025, 11:41:00 AM",Run,=600,2.5\n', "intake.bad_number"),
    "no number": (CSV + b'"Jan 3, 2025, 11:41:00 AM",Run,nan,2.5\n', "intake.bad_number"),
    "10^400 seconds": (CSV + b'"Jan 3, 2025, 11:41:00 AM",Run,1e400,2.5\n', "intake.bad_number"),
    "10^300 seconds": (CSV + b'"Jan 3, 2025, 11:41:00 AM",Run,1e300,2.5\n', "intake.too_long"),
    "a quote that never ends": (CSV + b'"Jan 3, 2025', "intake.short_row"),
}


@pytest.mark.parametrize("case", TABLES)
def test_a_hostile_table_gives_one_reason(case: str) -> None:
    data, why = TABLES[case]
    *_, last = paths.parse(data, "activities.csv", "activities.csv", today=TODAY)
    assert isinstance(last, Skipped | Damaged)
    assert last.why == why


def test_a_file_of_300_mb_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("it was read"))
    for name in ("a.fit", "a.json", "a.csv", "a.zip"):
        with (tmp_path / name).open("wb") as file:
            file.truncate(300 * 1024 * 1024)
        assert list(intake.read(tmp_path / name, today=TODAY)) == [
            Damaged(str(tmp_path / name), "intake.too_large", 0, {"megabytes": 200})
        ]


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.fit")
    for path in (tmp_path / "a.fit", Path("/dev/zero")):
        (damaged,) = intake.read(path, today=TODAY)
        assert isinstance(damaged, Damaged)
        assert damaged.why == "intake.unreadable_file"


def test_a_packed_file_that_breaks_off_keeps_its_rows(tmp_path: Path) -> None:
    row = b'"Jan 3, 2025, 11:41:00 AM",Run,600,2.5\n'
    found, *rest = read(tmp_path / "activities.csv.gz", gzip.compress(CSV + row, mtime=0)[:-8])
    assert isinstance(found, Found)
    assert rest[-1] == Damaged(str(tmp_path / "activities.csv.gz"), "intake.broken_gzip", 2)


@pytest.mark.parametrize("packed", [False, True])
def test_a_file_that_is_too_large_or_unpacks_to_it_is_refused(
    packed: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "LARGEST_BYTES", 3 * 1024 * 1024)
    bomb = b" " * (4 * 1024 * 1024)
    (damaged,) = read(tmp_path / "run.fit", gzip.compress(bomb, mtime=0) if packed else bomb)
    assert damaged == Damaged(str(tmp_path / "run.fit"), "intake.too_large", 0, {"megabytes": 3})


def test_folders_are_searched_and_what_else_lies_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    wanted = [tmp_path / "activities.csv", tmp_path / "b" / "1.FIT.gz", tmp_path / "b" / "2.fit"]
    for path in [*wanted, tmp_path / "photo.jpg", tmp_path / "b" / "._2.fit"]:
        path.write_bytes(b"x")
    assert intake.files([tmp_path / "b", tmp_path]) == wanted
    assert intake.files([tmp_path / "photo.jpg"]) == [tmp_path / "photo.jpg"]


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    with pytest.raises(IntakeFault) as fault:
        intake.files([tmp_path, tmp_path / "nowhere"])
    assert (fault.value.why, fault.value.params) == ("intake.missing", {"path": str(tmp_path / "nowhere")})


def test_a_folder_with_nothing_in_it_is_named(tmp_path: Path) -> None:
    with pytest.raises(IntakeFault) as fault:
        intake.files([tmp_path])
    assert fault.value.why == "intake.nothing_there"


def test_a_folder_without_permission_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(IntakeFault) as fault:
        intake.files([tmp_path])
    assert (fault.value.why, fault.value.params) == ("intake.no_permission_folder", {"path": str(tmp_path)})


@pytest.mark.parametrize(
    ("fault", "why"),
    [
        (PermissionError(13, "Permission denied"), "intake.no_permission_file"),
        (OSError(5, "I/O"), "intake.unreadable_file"),
    ],
)
def test_a_file_that_the_system_refuses_is_named(
    fault: OSError, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> bytes:
        raise fault

    path = tmp_path / "run.fit"
    path.write_bytes(RUN)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    (damaged,) = intake.read(path, today=TODAY)
    assert isinstance(damaged, Damaged)
    assert damaged.why == why


@given(st.binary(max_size=300), st.sampled_from(["run.fit", "run.fit.gz", "a.csv", "a.json", "a"]))
def test_no_content_makes_it_raise(content: bytes, name: str) -> None:
    for data in (content, gzip.compress(content, mtime=0), gzip.compress(RUN)[: len(content)] + content):
        for result in paths.parse(data, name, name, today=TODAY):
            assert isinstance(result, Found | Skipped | Damaged)


def test_every_reason_has_its_sentence_and_no_sentence_is_left_over() -> None:
    room = Path(intake.__file__).parent
    used = {key for module in room.glob("*.py") for key in re.findall(r'"(intake\.\w+)"', module.read_text("utf-8"))}
    texts = (room.parents[1] / "assets" / "locale" / "en" / "intake.po").read_text("utf-8")
    assert used | {"intake.ride", "intake.swim"} == set(re.findall(r'^msgid "(intake\.\w+)"$', texts, re.MULTILINE))
