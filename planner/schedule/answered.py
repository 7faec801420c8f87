"""Which of the red-flag questions that were issued have been answered: on their day, and after what they ask about."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, cast

from planner.assess.past import since
from planner.journal import Journal
from planner.journal.issued import History, IssuedItem
from planner.schedule.items import asks_for_flags


def answered_questions(journal: Journal, history: History, first: datetime) -> frozenset[str]:
    """The ids of the issued questions that were answered since a moment."""
    return frozenset(
        item.id
        for screen in since(journal.screens, first)
        for item in history.on(screen.at.date())
        if asks_for_flags(item.json) and not _asks_about_later(item, screen.at, journal)
    )


def _asks_about_later(item: IssuedItem, at: datetime, journal: Journal) -> bool:
    """Tell whether the item asks because of a score that came after a moment."""
    told = (journal.pains, journal.runs, journal.walks)
    later = {one.id for entries in told for one in since(entries, at) if one.at > at}
    return any(entry in later for entry in _named(item))


def _named(item: IssuedItem) -> list[object]:
    """The entries that the reasons of an item name, as it was shown."""
    reasons = [cast("Mapping[str, Any]", one) for one in item.json.get("reasons", ()) if isinstance(one, Mapping)]
    lists = [reason.get("entries") for reason in reasons]
    return [entry for one in lists if isinstance(one, list) for entry in cast("list[object]", one)]
