"""The shapes of the public JSON: a plan, its days, items, reasons (contract, schema 1)."""

from typing import Any, TypedDict

ReasonDoc = TypedDict(
    "ReasonDoc",
    {"rule": str, "text": str, "entries": list[str], "source": str, "strength": str, "lifts": str},
    total=False,
)
ItemDoc = TypedDict(
    "ItemDoc",
    {
        "id": str,
        "kind": str,
        "title": str,
        "at": str,
        "minutes": int,
        "steps": list[str],
        "dose": dict[str, Any],
        "for": str,
        "reasons": list[ReasonDoc],
        "outcome": str,
    },
    total=False,
)


class DayDoc(TypedDict, total=False):
    """A day; `past` only on days before today."""

    date: str
    past: bool
    items: list[ItemDoc]


class FlagDoc(TypedDict, total=False):
    """A red flag, with its title and advice in the runner's language."""

    id: str
    urgency: str
    holds: str
    see: list[str]
    by: str
    since: str
    site: str | None
    side: str
    title: str
    advice: str
    reasons: list[ReasonDoc]


class AssessmentDoc(TypedDict, total=False):
    """Where the runner stands."""

    phase: str
    stage: str | None
    light: str
    conditions: list[str]
    flags: list[FlagDoc]
    cleared_flags: list[dict[str, str]]
    load: dict[str, float | int | None]
    recovery: dict[str, float | int | None]
    next: dict[str, Any]
    forecast: dict[str, Any] | None
    reasons: list[ReasonDoc]


ChangeDoc = TypedDict(
    "ChangeDoc",
    {
        "what": str,
        "item": str,
        "kind": str,
        "from": dict[str, Any] | None,
        "to": dict[str, Any] | None,
        "reasons": list[ReasonDoc],
    },
    total=False,
)


class NotPlacedDoc(TypedDict, total=False):
    """Something that was wanted and didn't fit."""

    kind: str
    reasons: list[ReasonDoc]


class PlanDoc(TypedDict, total=False):
    """A week's plan."""

    schema: int
    rules_version: str
    today: str
    week_start: str
    assessment: AssessmentDoc
    days: list[DayDoc]
    not_placed: list[NotPlacedDoc]
    changes: list[ChangeDoc]
    trace: list[dict[str, Any]]
