"""Leaves the track points out of a FIT stream: they are most of its bytes, and a run's summary needs none of them."""

import struct

RECORD = 20

_DEFINITION, _DEVELOPER, _COMPRESSED = 0x40, 0x20, 0x80


def thin(data: bytes) -> bytes:
    """The same stream without its record messages, each file's stated size adjusted.

    From the first byte that makes no sense everything is copied as it is: judging damage is the decoder's work.
    """
    out = bytearray()
    at = 0
    while data[at + 8 : at + 12] == b".FIT" and data[at] >= 12:
        size = struct.unpack_from("<I", data, at + 4)[0]
        body = at + data[at]
        end = body + size
        kept, walked = _body(data, body, min(end, len(data)))
        header = bytearray(data[at:body])
        struct.pack_into("<I", header, 4, size - (walked - body - len(kept)))
        out += header + kept
        at = walked
        if walked != end:
            break
        out += data[end : end + 2]
        at = end + 2
    return bytes(out + data[at:])


def _body(data: bytes, at: int, end: int) -> tuple[bytes, int]:
    """The messages to keep, and how far the walk came."""
    kept = bytearray()
    sizes: dict[int, tuple[int, bool]] = {}
    while at < end:
        head = data[at]
        if head & _DEFINITION and not head & _COMPRESSED:
            after = _defined(data, at, sizes)
            if after is None or after > end:
                return bytes(kept), at
            kept += data[at:after]
        else:
            local = (head >> 5) & 0x3 if head & _COMPRESSED else head & 0xF
            size, is_record = sizes.get(local, (0, False))
            after = at + size
            if not size or after > end:
                return bytes(kept), at
            if not is_record:
                kept += data[at:after]
        at = after
    return bytes(kept), at


def _defined(data: bytes, at: int, sizes: dict[int, tuple[int, bool]]) -> int | None:
    """Notes how long the messages are that this definition describes; where the definition ends, None if cut off."""
    fields = at + 6
    if fields > len(data):
        return None
    number = int.from_bytes(data[at + 3 : at + 5], "big" if data[at + 2] else "little")
    after = fields + 3 * data[at + 5]
    size = 1 + sum(data[fields + 1 : after : 3])
    if data[at] & _DEVELOPER:
        if after >= len(data):
            return None
        developer, after = after + 1, after + 1 + 3 * data[after]
        size += sum(data[developer + 1 : after : 3])
    if after > len(data):
        return None
    sizes[data[at] & 0xF] = (size, number == RECORD)
    return after
