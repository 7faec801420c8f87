"""Writes small FIT files, so that no test needs somebody's track."""

import struct
from collections.abc import Iterable, Mapping

EPOCH = 631065600
RUNNING, CYCLING, SWIMMING, WALKING, TRAINING = 1, 2, 5, 11, 10
TREADMILL = 1
ACTIVITY, WORKOUT = 4, 5

# name: (message number, {field: (number, base type, struct letter, scale)})
_MESSAGES: dict[str, tuple[int, dict[str, tuple[int, int, str, int]]]] = {
    "file_id": (0, {"type": (0, 0x00, "B", 1)}),
    "sport": (12, {"sport": (0, 0x00, "B", 1), "sub_sport": (1, 0x00, "B", 1)}),
    "session": (
        18,
        {
            "timestamp": (253, 0x86, "I", 1),
            "start_time": (2, 0x86, "I", 1),
            "sport": (5, 0x00, "B", 1),
            "sub_sport": (6, 0x00, "B", 1),
            "total_timer_time": (8, 0x86, "I", 1000),
            "total_distance": (9, 0x86, "I", 100),
        },
    ),
    "lap": (
        19,
        {
            "start_time": (2, 0x86, "I", 1),
            "total_timer_time": (8, 0x86, "I", 1000),
            "total_distance": (9, 0x86, "I", 100),
            "sport": (25, 0x00, "B", 1),
        },
    ),
    "record": (20, {"timestamp": (253, 0x86, "I", 1), "distance": (5, 0x86, "I", 100)}),
    "event": (21, {"timestamp": (253, 0x86, "I", 1), "event": (0, 0x00, "B", 1), "event_type": (1, 0x00, "B", 1)}),
    "activity": (34, {"timestamp": (253, 0x86, "I", 1), "local_timestamp": (5, 0x86, "I", 1)}),
}

Message = tuple[str, Mapping[str, float]]


def written(messages: Iterable[Message | bytes], *, crc: int | None = None) -> bytes:
    """One FIT file; bytes among the messages go in as they are, and `crc` overrides the right one."""
    body = b"".join(message if isinstance(message, bytes) else _message(*message) for message in messages)
    header = struct.pack("<BBHI4s", 14, 0x20, 2132, len(body), b".FIT")
    whole = header + struct.pack("<H", _crc(header)) + body
    return whole + struct.pack("<H", _crc(whole) if crc is None else crc)


def session(
    start: int, *, sport: int = RUNNING, timer_s: float = 1800, distance_m: float = 5000, sub: int = 0
) -> Message:
    """`start` is in Unix seconds."""
    values = {"start_time": start - EPOCH, "timestamp": start - EPOCH + timer_s, "sport": sport, "sub_sport": sub}
    return "session", values | {"total_timer_time": timer_s, "total_distance": distance_m}


def session_with_developer_field(start: int, name: bytes, value: int) -> bytes:
    """A running session of 30 minutes without distance, and with a field of a watch app's own."""
    index = struct.pack("<BBBHBBBBB", 0x40, 0, 0, 207, 1, 3, 1, 2, 0) + b"\0"
    described = bytes([0, 1, 0, 1, 1, 1, 2, 1, 2, 3, len(name) + 1, 7])
    field = struct.pack("<BBBHB", 0x40, 0, 0, 206, 4) + described + bytes([0, 0, 1, 0x86]) + name + b"\0"
    fields = bytes([2, 4, 0x86, 5, 1, 0, 8, 4, 0x86])
    summary = struct.pack("<BBBHB", 0x60, 0, 0, 18, 3) + fields + bytes([1, 1, 4, 0])
    return index + field + summary + struct.pack("<BIBII", 0, start - EPOCH, RUNNING, 1_800_000, value)


def track(start: int, seconds: int, metres_a_second: float) -> list[Message]:
    """A point each second."""
    return [
        ("record", {"timestamp": start - EPOCH + second, "distance": second * metres_a_second})
        for second in range(seconds + 1)
    ]


def _message(name: str, values: Mapping[str, float]) -> bytes:
    number, known = _MESSAGES[name]
    fields = [known[key] for key in values]
    definition = struct.pack("<BBBHB", 0x40, 0, 0, number, len(fields))
    for key, base, letter, _ in fields:
        definition += struct.pack("BBB", key, struct.calcsize(letter), base)
    data = b"\0" + b"".join(
        struct.pack("<" + letter, round(value * scale))
        for (_, _, letter, scale), value in zip(fields, values.values(), strict=True)
    )
    return definition + data


def _crc(data: bytes) -> int:
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ 0xA001 if crc & 1 else crc >> 1
    return crc
