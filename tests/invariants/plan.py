"""A plan as the judge reads it."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from .facts import Facts

Item = dict[str, Any]
SOURCES = Path(__file__).resolve().parents[2] / "plans" / "sources.toml"


@cache
def known_sources() -> frozenset[str]:
    """Ids in plans/sources.toml: the keys of its tables, or the `id` of each listed one. Empty where the file is absent."""
    if not SOURCES.exists():
        return frozenset()
    found: set[str] = set()
    for key, value in tomllib.loads(SOURCES.read_text(encoding="utf-8")).items():
        if isinstance(value, dict):
            found |= {key, *value}
        elif isinstance(value, list):
            found |= {str(each["id"]) for each in value if isinstance(each, dict) and "id" in each}
    return frozenset(found)


def has_impact(value: object) -> bool:
    """Whether `impact` is true anywhere inside."""
    if isinstance(value, dict):
        return value.get("impact") is True or any(has_impact(each) for each in value.values())
    return isinstance(value, list) and any(has_impact(each) for each in value)


@dataclass(frozen=True)
class Plan:
    """A plan whose shape has been found sound, beside the case it is for."""

    raw: Mapping[str, Any]
    facts: Facts

    @property
    def sources(self) -> frozenset[str]:
        return known_sources()

    @property
    def days(self) -> list[dict[str, Any]]:
        return self.raw["days"]

    @property
    def assessment(self) -> dict[str, Any]:
        return self.raw["assessment"]

    @property
    def flags(self) -> list[dict[str, Any]]:
        return self.assessment["flags"]

    @property
    def phase(self) -> str:
        return self.assessment["phase"]

    @cached_property
    def days_ahead(self) -> list[dict[str, Any]]:
        return [day for day in self.days if date.fromisoformat(day["date"]) >= self.facts.today]

    @cached_property
    def _told_of(self) -> set[str]:
        """Ids of items that the journal says something about: done, skipped, moved away, or logged as a session."""
        return {str(e["item"]) for e in self.facts.maybe if e.get("item")}

    def planned(self, *kinds: str) -> Iterator[tuple[date, Item]]:
        """Items from today on that still lie ahead, with their day."""
        for day in self.days_ahead:
            for item in day["items"]:
                over = item.get("outcome") is not None and item["id"] in self._told_of
                if not over and (not kinds or item["kind"] in kinds):
                    yield date.fromisoformat(day["date"]), item

    @cached_property
    def runs(self) -> list[tuple[date, Item]]:
        return list(self.planned("run"))

    @cached_property
    def run_days(self) -> set[date]:
        return {day for day, _ in self.runs}
