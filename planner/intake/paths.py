"""From a path to results: folders are searched, and a file is known by its content, not by its name."""

import csv
import errno
import gzip
import os
import zlib
from collections.abc import Iterator, Sequence
from datetime import UTC, date, tzinfo
from io import BytesIO
from pathlib import Path

from planner.intake import own_json, own_tables, strava
from planner.intake.found import Damaged, Found, IntakeFault, Result, Skipped
from planner.intake.zipped import NotSound, unpacked

LARGEST_BYTES = 200 * 1024 * 1024

# A folder from a watch or from Strava also holds photos and the like; a file named by itself is always looked at.
_SEARCHED = (".fit", ".csv", ".json", ".gpx", ".tcx")
_GZIP, _ZIP = b"\x1f\x8b", b"PK\x03\x04"


def files(paths: Sequence[Path]) -> list[Path]:
    """Each file once, sorted by path; folders are searched with all that is in them.

    Raises IntakeFault for a missing path, a folder that may not be opened, and where nothing at all was found.
    """
    found: set[Path] = set()
    for path in paths:
        try:
            if path.is_dir():
                found.update(_searched(path))
            elif path.exists():
                found.add(path)
            else:
                raise IntakeFault("intake.missing", path=str(path))
        except PermissionError as fault:
            raise IntakeFault("intake.no_permission_folder", path=str(fault.filename or path)) from fault
        except OSError as fault:
            raise IntakeFault("intake.unreadable_path", path=str(path), reason=fault.strerror or "") from fault
    if not found:
        raise IntakeFault("intake.nothing_there", path=", ".join(str(path) for path in paths))
    return sorted(found)


def _searched(folder: Path) -> Iterator[Path]:
    for place, _, names in os.walk(folder, onerror=_raise):
        for name in names:
            plain = name.lower().removesuffix(".gz")
            if plain.endswith(_SEARCHED) and not name.startswith("."):
                yield Path(place, name)


def _raise(fault: OSError) -> None:
    raise fault


def read(path: Path, *, today: date, zone: tzinfo = UTC) -> Iterator[Result]:
    """What is in one file. Content never makes it raise.

    `today` bounds the dates. Start times that are known in UTC alone are shown in `zone`: give the runner's.
    """
    shown = str(path)
    try:
        data = bytes_of(path)
    except PermissionError:
        yield Damaged(shown, "intake.no_permission_file")
        return
    except OSError as fault:
        yield Damaged(shown, "intake.unreadable_file", params={"reason": fault.strerror or ""})
        return
    if data is None:
        yield _too_large(shown)
        return
    yield from parse(data, shown, path.name, today=today, zone=zone)


def bytes_of(path: Path) -> bytes | None:
    """What is in a file; None where it is larger than the largest that is read. Raises OSError, also for what is no file."""
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    if path.stat().st_size > LARGEST_BYTES:
        return None
    return path.read_bytes()


def parse(data: bytes, path: str, name: str, *, today: date, zone: tzinfo = UTC) -> Iterator[Result]:
    """As `read`, for bytes at hand; `path` names the file in the results, `name` in the entries' source."""
    plain = _plain(data, LARGEST_BYTES)
    if plain is None:
        yield _too_large(path)
        return
    content, whole = plain
    if content.startswith(_ZIP):
        yield from _archive(content, path, today, zone)
    else:
        yield from _read_on(content, whole, path, name, today, zone)


def _read_on(content: bytes, whole: bool, path: str, name: str, today: date, zone: tzinfo) -> Iterator[Result]:  # noqa: FBT001 - goes with `content`
    if whole:
        yield from _content(content, path, name, today, zone)
        return
    # What is said about the file as a whole would be about a piece of it: only what was found counts.
    found = [result for result in _content(content, path, name, today, zone) if isinstance(result, Found)]
    yield from found
    yield Damaged(path, "intake.broken_gzip", len(found))


def _plain(data: bytes, most: int) -> tuple[bytes, bool] | None:
    """What could be unpacked, and whether that was all of it; None where it grows beyond `most` bytes."""
    if not data.startswith(_GZIP):
        return data, True
    out = bytearray()
    try:
        with gzip.GzipFile(fileobj=BytesIO(data)) as stream:
            while chunk := stream.read1(1024 * 1024):
                out += chunk
                if len(out) > most:
                    return None
    except (OSError, EOFError, zlib.error):
        return bytes(out), False
    return bytes(out), True


def _archive(data: bytes, path: str, today: date, zone: tzinfo) -> Iterator[Result]:
    """What is in the files of an archive; all of them are unpacked before the first one counts."""
    try:
        packed = unpacked(data, _SEARCHED, LARGEST_BYTES)
    except NotSound as fault:
        yield Damaged(path, fault.why, params=fault.params)
        return
    left = LARGEST_BYTES
    inside: list[tuple[str, bytes, bool]] = []
    for name, content in packed:
        plain = _plain(content, left)
        if plain is None:
            yield _too_large(path, "intake.zip_too_large")
            return
        left -= len(plain[0])
        inside.append((name, *plain))
    if not inside:
        yield Skipped(path, None, "intake.zip_empty", foreign=True)
    for name, content, whole in inside:
        shown = f"{path}/{name}"
        if content.startswith(_ZIP):
            yield Skipped(shown, None, "intake.zip_inside", foreign=True)
        else:
            yield from _read_on(content, whole, shown, name.rpartition("/")[2], today, zone)


def _content(data: bytes, path: str, name: str, today: date, zone: tzinfo) -> Iterator[Result]:
    if not data.strip(b"\0 \t\r\n"):
        yield Damaged(path, "intake.empty")
    elif data[8:12] == b".FIT":
        # The decoder's tables take 20 ms to load, which no other command shall wait for.
        from planner.intake import fit  # noqa: PLC0415

        yield from fit.parse(data, path, name, today=today, zone=zone)
    elif b"\0" in data[:1024] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield _foreign(path, name, "intake.not_fit" if _claims_fit(name) else "intake.other_kind")
    else:
        yield from _text(_decoded(data), path, name, today, zone)


def _text(text: str, path: str, name: str, today: date, zone: tzinfo) -> Iterator[Result]:
    head = text[:2048].lstrip().lower()
    if head.startswith("{"):
        yield from own_json.parse(text, path)
    elif "<gpx" in head or "<trainingcenterdatabase" in head:
        yield _foreign(path, name, "intake.track_file", format="GPX" if "<gpx" in head else "TCX")
    elif head.startswith("<") and ("<html" in head or "<!doctype html" in head):
        yield _foreign(path, name, "intake.web_page")
    elif "," in head.partition("\n")[0] and not _claims_fit(name):
        yield from _table(text, path, name, today, zone)
    else:
        yield _foreign(path, name, "intake.not_fit" if _claims_fit(name) else "intake.other_kind")


def _table(text: str, path: str, name: str, today: date, zone: tzinfo) -> Iterator[Result]:
    try:
        header = next(csv.reader([text.partition("\n")[0]]), [])
    except csv.Error:
        header = []
    if own_tables.is_ours(header):
        yield from own_tables.parse(text, path)
    else:
        yield from strava.parse(text, path, name, today=today, zone=zone)


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # A spreadsheet that saved the file again.
        return data.decode("cp1252", errors="replace")


def _foreign(path: str, name: str, why: str, **params: object) -> Skipped | Damaged:
    """A file of another kind; one that calls itself FIT and isn't counts as damaged."""
    return Damaged(path, why, params=params) if _claims_fit(name) else Skipped(path, None, why, params, foreign=True)


def _claims_fit(name: str) -> bool:
    return name.lower().endswith((".fit", ".fit.gz"))


def _too_large(path: str, why: str = "intake.too_large") -> Damaged:
    return Damaged(path, why, params={"megabytes": LARGEST_BYTES // 1024 // 1024})
