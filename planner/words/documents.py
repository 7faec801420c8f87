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
    """A red flag, with its title, advice, what to say and what not to do meanwhile, in the runner's language.

    `see` are those to see, `refer` those who may come in later.
    """

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
    say: str
    meanwhile: list[str]
    refer: list[str]
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


class StepDoc(TypedDict):
    """A stage of the ladder; `state` done, here or ahead; `weeks`: the fewest until it can be reached."""

    stage: str
    title: str
    minutes: int
    run_min: float
    state: str
    weeks: int


class HowToDoc(TypedDict):
    """What has to be shown, how it is done, and what kind of entry tells of it."""

    test: str
    title: str
    steps: list[str]
    log: str
    source: str
    strength: str


class GrowthDoc(TypedDict):
    """A week's longest run on the quickest way to a goal; a lighter week lets it be."""

    week_start: str
    km: float
    lighter: bool


class WayDoc(TypedDict):
    """The way ahead: stages, clean sessions so far and needed, what a test is, and how a long run may grow."""

    steps: list[StepDoc]
    done: int
    needed: int
    tests: list[HowToDoc]
    growth: list[GrowthDoc]


class NotPlacedDoc(TypedDict):
    """Something that was wanted and didn't fit."""

    kind: str
    reasons: list[ReasonDoc]


class TraceDoc(TypedDict):
    """A rule on running that was looked at: minutes where it bounds them, whether it decided, `date` of a single day."""

    rule: str
    minutes: int | None
    bound: bool
    reason: ReasonDoc
    date: NotRequired[str]


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
    trace: NotRequired[list[TraceDoc]]


class TableDoc(TypedDict):
    """A table of the review sheet."""

    title: str
    columns: list[str]
    rows: list[list[str]]


class SectionDoc(TypedDict):
    """A section of the review sheet, and the file that it shows."""

    title: str
    file: str
    tables: list[TableDoc]


class NumberDoc(TypedDict):
    """A value of a plan file, with what it rests on."""

    file: str
    key: str
    value: Any
    source: str
    strength: str


class SheetDoc(TypedDict):
    """The review sheet: sections to read, and the same values one by one."""

    schema: int
    rules_version: str
    title: str
    about: list[str]
    sections: list[SectionDoc]
    numbers: list[NumberDoc]
