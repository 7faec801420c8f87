"""Entries of a script in one line each."""

from datetime import date, timedelta
from typing import Any

from .season import Entry


def pain(when: str, score: int | None, site: str, side: str = "left", during: str = "daily", **more: Any) -> Entry:
    """A score; `when` "2026-01-05T07:10"."""
    told = {} if score is None else {"score": score}
    return {"kind": "pain", "at": when, "site": site, "side": side, "during": during, **told, **more}


def morning(day: str, score: int, site: str, side: str = "left") -> Entry:
    return pain(f"{day}T06:50", score, site, side, "next_morning")


def mornings(first: str, last: str, score: int, site: str, side: str = "left") -> list[Entry]:
    """The same score on each morning from one date to another, both included."""
    start, days = date.fromisoformat(first), (date.fromisoformat(last) - date.fromisoformat(first)).days
    return [morning(str(start + timedelta(days=n)), score, site, side) for n in range(days + 1)]


def ran(day: str, minutes: float, km: float | None = None, **more: Any) -> Entry:
    """A continuous run of the time before the season."""
    told = {} if km is None else {"distance_km": km}
    return {"kind": "run", "at": f"{day}T18:00", "duration_min": minutes, **told, **more}


def cleared(when: str, by: str, flag: str, outcome: str = "may_start", **more: Any) -> Entry:
    return {"kind": "clearance", "at": when, "by": by, "clears": [flag], "outcome": outcome, **more}


def diagnosis(condition: str, side: str, since: str) -> Entry:
    return {"condition": condition, "side": side, "since": since, "given_by_clinician": True}


def by_date(*entries: Entry | list[Entry]) -> dict[str, list[Entry]]:
    """Entries under the date on which they are logged."""
    found: dict[str, list[Entry]] = {}
    for one in entries:
        for entry in one if isinstance(one, list) else [one]:
            found.setdefault(str(entry.get("at") or entry.get("on") or entry.get("from"))[:10], []).append(entry)
    return found
