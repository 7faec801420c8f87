"""The format of the journal file: a TinyDB database in JSON, one entry a line, with a schema number and a checksum.

    {"stridewell":{"1":{"schema":1,"crc32":"0a1b2c3d"}},
    "journal":{
    "1":{...},
    "2":{...}
    }}

The checksum covers the entry lines, so that one flipped letter counts as damage too.
"""

import json
import zlib
from dataclasses import dataclass, field
from itertools import islice
from operator import is_
from pathlib import Path
from typing import Any

from planner.store.fault import StoreFault

SCHEMA = 1
TABLE = "journal"
_PRODUCT = "stridewell"
_OPENING = b'"journal":{\n'
_CLOSING = b"\n}}\n"

Rows = dict[str, dict[str, Any]]


class Damaged(Exception):
    """These bytes are no journal of ours, or no longer a whole one."""


@dataclass(frozen=True, slots=True)
class Contents:
    """All entries by their number ("1", "2", …), and the same entries as the lines that stand in the file."""

    rows: Rows = field(default_factory=Rows)
    lines: bytes = b""


def extended(known: Contents, rows: Rows) -> Contents:
    """`known` followed by what is new in `rows`; lines already written are kept byte for byte.

    Raises ValueError when an earlier entry is replaced or missing, StoreFault when a new one doesn't fit in JSON.
    """
    if len(rows) < len(known.rows) or not all(map(is_, known.rows.values(), rows.values())):
        raise ValueError("the journal is append-only: an earlier entry can't be replaced or removed")
    fresh = [(number, _line(entry)) for number, entry in islice(rows.items(), len(known.rows), None)]
    lines = b",\n".join(f'"{number}":{line}'.encode() for number, line in fresh)
    # Read back, so that memory holds what the file will give and nothing that the caller may still change.
    added: Rows = {number: json.loads(line) for number, line in fresh}
    return Contents(known.rows | added, b",\n".join(part for part in (known.lines, lines) if part))


def _line(entry: dict[str, Any]) -> str:
    try:
        line = json.dumps(entry, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
        line.encode()
    except ValueError:
        raise StoreFault("store.unwritable") from None
    return line


def encoded(contents: Contents) -> bytes:
    """The whole file."""
    header = f'{{"{_PRODUCT}":{{"1":{{"schema":{SCHEMA},"crc32":"{zlib.crc32(contents.lines):08x}"}}}},\n'
    return b"".join((header.encode(), _OPENING, contents.lines, _CLOSING))


def load(path: Path) -> Contents:
    """The reverse of `encoded`. Raises Damaged, StoreFault for a file from a newer Stridewell, and OSError."""
    raw = path.read_bytes()
    try:
        tables = json.loads(raw.decode())
        schema = tables[_PRODUCT]["1"]["schema"]
        newer = isinstance(schema, int) and schema > SCHEMA
        contents = Contents() if newer else Contents(tables[TABLE], raw.split(_OPENING, 1)[1].removesuffix(_CLOSING))
    except (ValueError, KeyError, IndexError, TypeError, RecursionError) as fault:
        raise Damaged from fault
    if newer:
        raise StoreFault("store.newer", path=path, schema=schema, known=SCHEMA)
    if raw != encoded(contents):
        raise Damaged
    return contents
