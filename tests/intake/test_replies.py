"""A reply and a shared document as files: read, or refused with one reason, whatever is in them."""

import json
import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.intake import IntakeFault
from planner.intake import shared as shared_room
from planner.intake.reply import LARGEST_REPLY_BYTES, reply_from
from planner.intake.shared import shared_from

WHOLE: dict[str, Any] = {"schema": 1, "today": "2026-11-24", "runner": {}, "journal": [], "for": "ab"}
DATA = json.dumps(WHOLE).encode()


def pdf(inside: bytes, dictionary: bytes = b"/Type /EmbeddedFile") -> bytes:
    return b"%PDF-1.7\n8 0 obj\n<<" + dictionary + b">>\nstream\n" + inside + b"\nendstream\nendobj\n%%EOF"


PACKED = b"/Filter /FlateDecode /Params <</Size 9>> /Type /EmbeddedFile"


@pytest.mark.parametrize(
    "data", [DATA, b"\xef\xbb\xbf" + DATA, pdf(DATA), pdf(zlib.compress(DATA), PACKED)],
    ids=["JSON", "JSON with a mark", "a report", "a packed report"],
)  # fmt: skip
def test_a_shared_document_is_read_from_json_and_from_a_report(data: bytes) -> None:
    assert shared_from(data) == WHOLE


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "intake.shared.other"),
        (b"{", "intake.broken_json"),
        (b"[]", "intake.shared.other"),
        (b'{"schema": 2, "journal": []}', "intake.shared.other"),
        (b'{"schema": 1, "journal": {}}', "intake.shared.other"),
        (b'{"schema": 1, "schema": 1, "journal": []}', "intake.repeated_key"),
        (b"\x00\xff" * 20, "intake.shared.other"),
        (b"%PDF-1.7 without a file", "intake.shared.no_data"),
        (pdf(b"<svg/>"), "intake.shared.no_data"),
        (pdf(b"no zlib", PACKED), "intake.shared.no_data"),
        (b"%PDF-1.7 /Type /EmbeddedFile", "intake.shared.no_data"),
        (pdf(b'{"schema": 1'), "intake.broken_json"),
    ],
)
def test_what_is_no_shared_document_is_refused_with_a_reason(data: bytes, why: str) -> None:
    with pytest.raises(IntakeFault) as wrong:
        shared_from(data)
    assert wrong.value.why == why


def test_a_bomb_in_a_report_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared_room, "LARGEST_BYTES", 10_000)
    for data in (pdf(zlib.compress(b"{" + b" " * 1_000_000), PACKED), b" " * 10_001):
        with pytest.raises(IntakeFault) as wrong:
            shared_from(data)
        assert wrong.value.why == "intake.too_large"


@given(st.binary(max_size=300), st.booleans())
def test_no_bytes_in_a_report_make_an_error(junk: bytes, packed: bool) -> None:
    with pytest.raises(IntakeFault):
        shared_from(pdf(junk, PACKED if packed else b"/Type /EmbeddedFile"))


def test_a_reply_is_one_object_of_strict_json() -> None:
    assert reply_from(b'{"schema": "stridewell/reply/1"}') == {"schema": "stridewell/reply/1"}


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"{", "intake.broken_json"),
        (b"[]", "intake.reply.other"),
        (b'{"a": 1, "a": 2}', "intake.repeated_key"),
        (b" " * (LARGEST_REPLY_BYTES + 1), "intake.reply.too_large"),
        (b"[" * 100_000, "intake.deep_json"),
    ],
)
def test_what_is_no_reply_is_refused_with_a_reason(data: bytes, why: str) -> None:
    with pytest.raises(IntakeFault) as wrong:
        reply_from(data)
    assert wrong.value.why == why
