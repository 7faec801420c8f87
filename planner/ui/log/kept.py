"""Drafts in a file, so that they outlive a reload, a killed tab and a locked phone. Two open pages don't fight: each
draft has a token of its own, and what one page saved or threw away is gone for the other.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, cast

from planner.ui.preferences import DRAFTS, Preferences

KEPT_FOR = timedelta(days=1)

Kept = Mapping[str, Any]
"""A kind of entry, when it was last changed, and the fields of the form."""


class Keeper:
    """What was begun and not saved yet."""

    def __init__(self, preferences: Preferences) -> None:
        self._file = Preferences(preferences.folder, DRAFTS)

    def begun(self, now: datetime) -> dict[str, Kept]:
        """Every draft of the last day by its token, the newest last."""
        return _young(self._file.all(), now)

    def keep(self, token: str, kind: str, fields: Mapping[str, Any], now: datetime) -> None:
        """Raises OSError when the folder can't be written."""
        kept = {"kind": kind, "at": now.isoformat(), "fields": dict(fields)}
        self._file.change(lambda all_of_them: {**_young(all_of_them, now), token: kept})

    def forget(self, token: str, now: datetime) -> None:
        if token in self._file.all():
            self._file.change(lambda kept: {one: draft for one, draft in _young(kept, now).items() if one != token})


def _young(found: Mapping[str, object], now: datetime) -> dict[str, Kept]:
    kept = {token: cast("Kept", each) for token, each in found.items() if _is_young(each, now)}
    return dict(sorted(kept.items(), key=lambda one: str(one[1]["at"])))


def _is_young(draft: object, now: datetime) -> bool:
    try:
        at = datetime.fromisoformat(draft["at"])  # type: ignore[index]
        return isinstance(draft["fields"], dict) and abs(now - at) < KEPT_FOR  # type: ignore[index]
    except (KeyError, TypeError, ValueError):
        return False
