"""What a runner shared: the JSON itself, or the report with the JSON inside."""

import re
import zlib
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from typing import cast

from planner.intake.found import IntakeFault
from planner.intake.paths import LARGEST_BYTES
from planner.intake.strict_json import NotStrict, loads

_EMBEDDED = re.compile(rb"/Type\s*/EmbeddedFile\b")
_STREAM = re.compile(rb"stream\r?\n")
# Where the dictionary of a stream may begin before its type, and the stream after it
_NEAR = 4_096
_MOST_FILES = 8


def shared_from(data: bytes) -> Mapping[str, object]:
    """The shared document. Raises IntakeFault: too large, damaged, a report without data, a file of another kind."""
    if len(data) > LARGEST_BYTES:
        raise IntakeFault("intake.too_large", megabytes=LARGEST_BYTES // 1024 // 1024)
    if not data.startswith(b"%PDF-"):
        return _document(data)
    for inside in _embedded(data):
        if inside.lstrip()[:1] == b"{":
            return _document(inside)
    raise IntakeFault("intake.shared.no_data")


def _document(data: bytes) -> Mapping[str, object]:
    if not data.removeprefix(BOM_UTF8).lstrip().startswith(b"{"):
        raise IntakeFault("intake.shared.other")
    try:
        value = loads(data)
    except NotStrict as fault:
        raise IntakeFault(fault.why, **fault.params) from None
    document = cast("Mapping[str, object]", value) if isinstance(value, dict) else {}
    if document.get("schema") != 1 or not isinstance(document.get("journal"), list):
        raise IntakeFault("intake.shared.other")
    return document


def _embedded(data: bytes) -> Iterator[bytes]:
    """The files within a PDF, unpacked: never more than the largest that is read."""
    for found in [*_EMBEDDED.finditer(data)][:_MOST_FILES]:
        stream = _STREAM.search(data, found.end(), found.end() + _NEAR)
        if stream is None:
            continue
        end = data.find(b"endstream", stream.end())
        packed = data[stream.end() : end if end >= 0 else len(data)]
        dictionary = data[max(0, data.rfind(b"obj", 0, found.start())) : stream.start()]
        yield _unpacked(packed) if b"/FlateDecode" in dictionary else packed


def _unpacked(packed: bytes) -> bytes:
    try:
        unpacker = zlib.decompressobj()
        plain = unpacker.decompress(packed, LARGEST_BYTES)
    except zlib.error:
        raise IntakeFault("intake.shared.no_data") from None
    if unpacker.unconsumed_tail:
        raise IntakeFault("intake.too_large", megabytes=LARGEST_BYTES // 1024 // 1024)
    return plain
