"""A clinician's reply as a file: strict JSON of a size that a reply has."""

from collections.abc import Mapping
from typing import cast

from planner.intake.found import IntakeFault
from planner.intake.strict_json import NotStrict, loads

LARGEST_REPLY_BYTES = 1024 * 1024


def reply_from(data: bytes) -> Mapping[str, object]:
    """The JSON object of a reply's file, for `read_reply`. Raises IntakeFault: too large, damaged, no object."""
    if len(data) > LARGEST_REPLY_BYTES:
        raise IntakeFault("intake.reply.too_large", megabytes=LARGEST_REPLY_BYTES // 1024 // 1024)
    try:
        value = loads(data)
    except NotStrict as fault:
        raise IntakeFault(fault.why, **fault.params) from None
    if not isinstance(value, dict):
        raise IntakeFault("intake.reply.other")
    return cast("Mapping[str, object]", value)
