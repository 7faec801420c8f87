"""A zip archive, read in memory: its files are looked at one by one, and none is ever written anywhere.

Nothing is taken from an archive that only a hostile or a broken hand makes: everything is looked at before anything counts.
"""

import lzma
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath

_END = b"PK\x05\x06"
_END_FORM = "<4s4H2LH"
# What the list of an archive's files may take: some 20,000 of them. Reading a longer one takes the machine's memory.
LARGEST_LIST = 2 * 1024 * 1024
_CHUNK = 1024 * 1024
_LINK_OR_DEVICE = {stat.S_IFLNK, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFIFO, stat.S_IFSOCK}
_BROKEN = (
    zipfile.BadZipFile, OSError, EOFError, ValueError, RuntimeError, NotImplementedError, IndexError, OverflowError,
    struct.error, zlib.error, lzma.LZMAError,
)  # fmt: skip


class NotSound(Exception):
    """Why nothing of an archive is read: a translation key and what fills it."""

    def __init__(self, why: str, **params: object) -> None:
        super().__init__(f"{why} {params}")
        self.why = why
        self.params = params


def unpacked(data: bytes, wanted: tuple[str, ...], most: int) -> list[tuple[str, bytes]]:
    """Name and content of the files whose names end so, packed once more (.gz) or not; at most `most` bytes in all.

    Raises NotSound.
    """
    if _list_size(data) > LARGEST_LIST:
        raise NotSound("intake.zip_too_many")
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            infos = archive.infolist()
            _check(infos)
            chosen = [info for info in infos if not info.is_dir() and _is_wanted(info.filename, wanted)]
            if sum(info.file_size for info in chosen) > most:
                raise _too_large(most)
            return list(_contents(archive, chosen, most))
    except _BROKEN as fault:
        raise NotSound("intake.broken_zip") from fault


def _contents(archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo], most: int) -> Iterator[tuple[str, bytes]]:
    left = most
    for info in infos:
        out = bytearray()
        with archive.open(info) as file:
            # What an archive says of its sizes is a claim: the bytes count.
            while chunk := file.read(_CHUNK):
                out += chunk
                if len(out) > left:
                    raise _too_large(most)
        left -= len(out)
        yield info.filename, bytes(out)


def _check(infos: list[zipfile.ZipInfo]) -> None:
    names: set[str] = set()
    for info in infos:
        # `filename` is cut at a zero byte and mended; what the archive says is `orig_filename`.
        name = info.orig_filename
        if _leads_out(name) or stat.S_IFMT(info.external_attr >> 16) in _LINK_OR_DEVICE:
            raise NotSound("intake.zip_outside", name=_short(name))
        if info.flag_bits & 0x1:
            raise NotSound("intake.zip_locked")
        if name in names:
            raise NotSound("intake.zip_twice", name=_short(name))
        names.add(name)


def _leads_out(name: str) -> bool:
    """Whether a name is more than a place inside: it begins at the root or a drive, goes up, or hides what follows."""
    plain = name.replace("\\", "/")
    return plain.startswith("/") or ":" in plain or "\0" in plain or ".." in plain.split("/")


def _is_wanted(name: str, wanted: tuple[str, ...]) -> bool:
    place = PurePosixPath(name.replace("\\", "/"))
    is_hidden = any(part.startswith((".", "__MACOSX")) for part in place.parts)
    return not is_hidden and place.name.lower().removesuffix(".gz").endswith(wanted)


def _list_size(data: bytes) -> int:
    """The bytes that the list of files takes, by the record at the end; 0 where there is none to be found."""
    at = data.rfind(_END)
    end = data[at : at + struct.calcsize(_END_FORM)] if at >= 0 else b""
    return struct.unpack(_END_FORM, end)[5] if len(end) == struct.calcsize(_END_FORM) else 0


def _too_large(most: int) -> NotSound:
    return NotSound("intake.zip_too_large", megabytes=most // 1024 // 1024)


def _short(name: str) -> str:
    plain = "".join(sign if sign.isprintable() else "?" for sign in name)
    return plain if len(plain) <= 60 else f"{plain[:60]}…"
