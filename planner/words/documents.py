"""The shapes of the public JSON: a plan, its days, items, reasons (contract, schema 1)."""

from typing import Any, NotRequired, TypedDict


class ReasonDoc(TypedDict):
    """Why something is as it is; `lifts` where something would undo it."""

    rule: str
    text: str
    entries: list[str]
    source: str
    strength: str
    lifts: NotRequired[str]


# `for` and `from` are keywords, so these two shapes can't be written as classes.
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
        "for": NotRequired[str],
        "reasons": list[ReasonDoc],
        "outcome": NotRequired[str | None],
    },
)
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
)


class DayDoc(TypedDict):
    """A day; `past` only on days before today."""

    date: str
    past: NotRequired[bool]
    items: list[ItemDoc]


class FlagDoc(TypedDict):
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


class AssessmentDoc(TypedDict):
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


class NotPlacedDoc(TypedDict):
    """Something that was wanted and didn't fit."""

    kind: str
    reasons: list[ReasonDoc]


class PlanDoc(TypedDict):
    """A week's plan; `trace` only where it was asked for."""

    schema: int
    rules_version: str
    today: str
    week_start: str
    assessment: AssessmentDoc
    days: list[DayDoc]
    not_placed: list[NotPlacedDoc]
    changes: list[ChangeDoc]
    trace: NotRequired[list[dict[str, Any]]]
