"""Archives: what is in them is taken, and nothing that only a hostile or a broken hand packs."""

import gzip
import io
import stat
import struct
import warnings
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.intake import Damaged, Found, Result, Skipped, paths, zipped
from planner.intake.zipped import NotSound, unpacked

TODAY = date(2026, 11, 22)
JSON = b'{"schema": 1, "journal": [{"kind": "drink", "id": "a"}]}'
MB = 1024 * 1024


def archive(*members: tuple[str | zipfile.ZipInfo, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", how) as made, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, data in members:
            made.writestr(name, data)
    return whole.getvalue()


def of_type(name: str, kind: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = (kind | 0o777) << 16
    return info


def renamed(data: bytes, before: bytes, after: bytes) -> bytes:
    assert len(before) == len(after)
    return data.replace(before, after)


def locked(data: bytes) -> bytes:
    """The same archive with the sign in each header that says that a file is encrypted."""
    made = bytearray(data)
    made[data.index(b"PK\x03\x04") + 6] |= 1
    made[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(made)


def claiming(data: bytes, size: int) -> bytes:
    """The same archive, whose first file claims another size than it has."""
    made = bytearray(data)
    struct.pack_into("<I", made, data.index(b"PK\x03\x04") + 22, size)
    struct.pack_into("<I", made, data.index(b"PK\x01\x02") + 24, size)
    return bytes(made)


def read(data: bytes, name: str = "x.zip") -> list[Result]:
    return list(paths.parse(data, name, name, today=TODAY))


def test_the_files_of_an_archive_are_read_as_those_of_a_folder() -> None:
    found = read(
        archive(
            ("export/a.json", JSON),
            ("b.JSON.gz", gzip.compress(JSON, mtime=0)),
            ("folder/", b""),
            ("photo.jpg", b"\xff\xd8"),
            (".hidden.json", JSON),
            ("__MACOSX/a.json", JSON),
        )
    )
    assert [one.path for one in found if isinstance(one, Found)] == ["x.zip/export/a.json", "x.zip/b.JSON.gz"]
    assert len(found) == 2


def test_an_archive_packed_once_more_is_read_too() -> None:
    (found,) = read(gzip.compress(archive(("a.json", JSON)), mtime=0), "x.zip.gz")
    assert isinstance(found, Found)


OUTSIDE = [
    "../a.json", "a/../../b.json", "/etc/a.json", "\\a.json", "..\\a.json", "a\\..\\b.json", "C:/a.json", "C:a.json",
    "//host/a.json", "a/..", "..",
]  # fmt: skip
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    **{f"named {name}": (lambda name=name: archive(("b.json", JSON), (name, JSON)), "intake.zip_outside") for name in OUTSIDE},
    "a name with a zero byte": (
        lambda: renamed(archive(("ok.json_x.jpg", JSON)), b"ok.json_x.jpg", b"ok.json\0x.jpg"),
        "intake.zip_outside",
    ),
    "a link": (lambda: archive((of_type("a.json", stat.S_IFLNK), b"/etc/passwd")), "intake.zip_outside"),
    "a device": (lambda: archive((of_type("a.json", stat.S_IFCHR), b"")), "intake.zip_outside"),
    "a pipe": (lambda: archive((of_type("a.json", stat.S_IFIFO), b"")), "intake.zip_outside"),
    "the same name twice": (lambda: archive(("a.json", JSON), ("a.json", b"{}")), "intake.zip_twice"),
    "a password": (lambda: locked(archive(("a.json", JSON))), "intake.zip_locked"),
    "cut short": (lambda: archive(("a.json", JSON))[:-8], "intake.broken_zip"),
    "its beginning alone": (lambda: archive(("a.json", JSON))[:40], "intake.broken_zip"),
    "a flipped bit": (
        lambda: renamed(archive(("a.json", JSON), how=zipfile.ZIP_STORED), b'"drink"', b'"drunk"'),
        "intake.broken_zip",
    ),
    "a smaller size than it has": (lambda: claiming(archive(("a.json", JSON * 99)), 10), "intake.broken_zip"),
    "a bomb by its own word": (lambda: claiming(archive(("a.json", JSON)), 2**31), "intake.zip_too_large"),
    "a bomb of several files": (
        lambda: archive(*((f"{n}.json", b" " * MB) for n in range(5))),
        "intake.zip_too_large",
    ),
    "a bomb inside a packed file": (
        lambda: archive(("a.json.gz", gzip.compress(b" " * 5 * MB, mtime=0))),
        "intake.zip_too_large",
    ),
    "bombs that are large together": (
        lambda: archive(*((f"{n}.json.gz", gzip.compress(b" " * MB, mtime=0)) for n in range(5))),
        "intake.zip_too_large",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", HOSTILE)
def test_of_a_hostile_archive_nothing_is_taken(case: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(paths, "LARGEST_BYTES", 4 * MB)
    monkeypatch.chdir(tmp_path)
    make, why = HOSTILE[case]
    (damaged,) = read(make())
    assert isinstance(damaged, Damaged)
    assert (damaged.path, damaged.why, damaged.kept) == ("x.zip", why, 0)
    assert list(tmp_path.iterdir()) == []


def test_the_bytes_count_and_not_the_size_that_an_archive_claims(monkeypatch: pytest.MonkeyPatch) -> None:
    data = archive(("a.json", JSON))
    # As with a library that unpacks all that there is, whatever the header says
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_, **__: io.BytesIO(b" " * 5 * MB))
    with pytest.raises(NotSound) as fault:
        unpacked(data, (".json",), 4 * MB)
    assert fault.value.why == "intake.zip_too_large"


def test_an_archive_of_very_many_files_is_refused_before_they_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    data = archive(*((f"{n}.json", b"") for n in range(100)), how=zipfile.ZIP_STORED)
    monkeypatch.setattr(zipped, "LARGEST_LIST", 1_000)
    monkeypatch.setattr(zipfile, "ZipFile", None)
    with pytest.raises(NotSound) as fault:
        unpacked(data, (".json",), MB)
    assert fault.value.why == "intake.zip_too_many"


def test_an_archive_inside_an_archive_stays_closed() -> None:
    inner = archive(("a.json", JSON))
    found, nested, packed_too = read(
        archive(("ok.json", JSON), ("b.csv", inner), ("c.csv.gz", gzip.compress(inner, mtime=0)))
    )
    assert isinstance(found, Found)
    assert nested == Skipped("x.zip/b.csv", None, "intake.zip_inside", foreign=True)
    assert packed_too == Skipped("x.zip/c.csv.gz", None, "intake.zip_inside", foreign=True)


@pytest.mark.parametrize("members", [[], [("photo.jpg", b"\xff")], [("inner.zip", b"PK\x03\x04")]])
def test_an_archive_with_nothing_to_import_says_so(members: list[tuple[str, bytes]]) -> None:
    results = read(archive(("folder/", b""), *members))
    assert results == [Skipped("x.zip", None, "intake.zip_empty", foreign=True)]


def test_a_damaged_file_in_an_archive_is_named_and_the_others_come_in() -> None:
    results = read(archive(("a.json", JSON), ("b.json", b"{"), ("c.csv.gz", gzip.compress(b"a,b\n", mtime=0)[:-4])))
    assert [type(one) for one in results] == [Found, Damaged, Damaged]
    assert [one.path for one in results] == ["x.zip/a.json", "x.zip/b.json", "x.zip/c.csv.gz"]


@given(st.binary(max_size=200), st.integers(0, 300))
def test_no_damage_makes_it_raise(noise: bytes, at: int) -> None:
    sound = archive(("a.json", JSON), ("b.csv", b"a,b\n"))
    for data in (b"PK\x03\x04" + noise, sound[:at] + noise + sound[at + len(noise) :], sound[:at] + noise + sound[at:]):
        for result in read(data):
            assert isinstance(result, Found | Skipped | Damaged)


def test_the_list_of_a_usual_archive_is_far_from_the_limit() -> None:
    assert zipped.LARGEST_LIST > 100 * 5_000
