"""What Stridewell itself exported: its journal entries come back unchanged."""

from collections.abc import Iterator
from typing import cast

from planner.intake.found import Damaged, Found, Result, Skipped
from planner.intake.strict_json import NotStrict, loads

SCHEMA = 1


def parse(text: str, path: str) -> Iterator[Result]:
    """The entries of `{"schema": 1, "journal": […]}`; whether each is sound is for the journal to say."""
    try:
        document = loads(text)
    except NotStrict as fault:
        yield Damaged(path, fault.why, params=fault.params)
        return
    if not isinstance(document, dict):
        yield Skipped(path, None, "intake.other_json", foreign=True)
        return
    export = cast("dict[str, object]", document)
    journal = export.get("journal")
    if not isinstance(journal, list):
        yield Skipped(path, None, "intake.other_json", foreign=True)
    elif export.get("schema") != SCHEMA:
        yield Damaged(path, "intake.schema", params={"schema": str(export.get("schema"))[:40], "known": SCHEMA})
    else:
        for number, entry in enumerate(cast("list[object]", journal), start=1):
            if isinstance(entry, dict) and isinstance(cast("dict[str, object]", entry).get("kind"), str):
                yield Found(cast("dict[str, object]", entry), path)
            else:
                yield Skipped(path, "intake.entry", "intake.no_kind", {"entry": number})
