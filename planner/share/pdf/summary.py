"""What page one tells, as data: whoever reads the file alone has not the days before it that these values rest on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date
from typing import Any, TypeVar, cast

from planner.assess import Place
from planner.journal import Fault, Faults
from planner.journal import vocabulary as v
from planner.journal.fields import Wrong, day, listed, mapping, number, one_of, some_of, text, texts, truth, whole
from planner.journal.limits import read_limits
from planner.protocols import protocols
from planner.share.pdf.asked import NO, NOT_ASKED, YES, Asked
from planner.share.pdf.choice import PARTS, Choice
from planner.share.pdf.limits import Breach, InForce
from planner.share.pdf.onset import Onset, Shift
from planner.share.pdf.sessions import Session, Week
from planner.share.pdf.story import Hurt, Story, shared_profile
from planner.words import Voice
from planner.words.documents import FlagDoc

Raw = Mapping[str, Any]
T = TypeVar("T")

KEY = "report"
PHASES = ("stopped", "rest", "walking", "return_to_run", "rebuild", "niggle", "healthy")
LIGHTS = ("green", "amber", "red")
SHIFTS = ("longest_km", "longest_min", "week_km", "surface", "shoe")
LONGEST = 10_000
"""More rows than any page has."""

_MANY, _MUCH, _SCORE = whole(0, LONGEST), number(0, 1_000_000), whole(0, v.TOP_SCORE)
_FLAG = ("id", "urgency", "holds", "see", "by", "since", "site", "side", "title", "advice", "say", "meanwhile", "refer")


def summary(told: Story) -> dict[str, Any]:
    """What was chosen of it, as JSON."""
    choice, standing = told.choice, told.plan["assessment"]
    return {
        "first": choice.first.isoformat(),
        "last": choice.last.isoformat(),
        "left_out": sorted(choice.left_out),
        "name": choice.name,
        "questions": list(choice.questions),
        "phase": standing["phase"],
        "stage": standing["stage"],
        "light": standing["light"],
        "answered": told.timeline.answered,
        "masked": told.timeline.masked,
        "flags": [{key: cast("Raw", flag)[key] for key in _FLAG} for flag in told.flags],
        "asked": [_plain(asdict(one)) for one in told.asked],
        "onset": _plain(asdict(told.onset)) if told.onset else None,
        "hurts": [_plain(asdict(one)) for one in told.hurts],
        "sessions": [_plain(asdict(one)) for one in told.sessions],
        "weeks": [_plain(asdict(one)) for one in told.weeks],
        "limits": [_limit(one, choice) for one in told.limits],
    }


def _limit(one: InForce, choice: Choice) -> dict[str, Any]:
    (limit,) = shared_profile({"clinician_limits": [dict(one.limit)]}, choice)["clinician_limits"]
    return {**_plain(asdict(replace(one, limit={}))), "limit": limit}


def _plain(value: Any) -> Any:  # noqa: ANN401 - any value of a dataclass
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in cast("Raw", value).items()}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in cast("Sequence[Any]", value)]
    return value.isoformat() if isinstance(value, date) else value


def choice_of(raw: Raw, today: date) -> Choice:
    """The choice that a summary was made by. Raises Faults."""
    return _or_faults(lambda: _choice(raw, today))


def with_summary(told: Story, raw: Raw) -> Story:
    """The story with what the summary says in place of what the days of the file alone would. Raises Faults."""
    return _or_faults(lambda: _with(told, raw))


def _or_faults(read: Callable[[], T]) -> T:
    try:
        return read()
    except Wrong as wrong:
        raise Faults([Fault(wrong.key, KEY, wrong.params)]) from None


def _choice(raw: Raw, today: date) -> Choice:
    first, last = day(raw.get("first")), day(raw.get("last"))
    if not first <= last <= today:
        raise Wrong("fault.range", given=raw.get("last"), least=str(first), most=str(today))
    return Choice(
        first,
        last,
        frozenset(cast("tuple[str, ...]", some_of(PARTS)(raw.get("left_out") or []))),
        questions=texts(raw.get("questions") or []),
        name=text(raw.get("name") or ""),
    )


def _with(told: Story, raw: Raw) -> Story:
    standing = {
        **told.plan["assessment"],
        "phase": one_of(PHASES)(raw.get("phase")),
        "stage": _maybe(one_of(v.STAGES))(raw.get("stage")),
        "light": one_of(LIGHTS)(raw.get("light")),
    }
    return replace(
        told,
        plan=cast("Any", {**told.plan, "assessment": standing}),
        flags=tuple(_flag(one, told.voice) for one in _rows(raw, "flags")),
        asked=tuple(_asked(one) for one in _rows(raw, "asked")),
        onset=_onset(mapping(raw["onset"])) if raw.get("onset") else None,
        hurts=tuple(_hurt(one) for one in _rows(raw, "hurts")),
        timeline=replace(told.timeline, answered=_int(raw.get("answered")), masked=_int(raw.get("masked"))),
        sessions=tuple(_session(one) for one in _rows(raw, "sessions")),
        weeks=tuple(_week(one) for one in _rows(raw, "weeks")),
        limits=tuple(_in_force(one) for one in _rows(raw, "limits")),
    )


def _rows(raw: Raw, key: str) -> list[Raw]:
    return [mapping(one) for one in listed(raw.get(key) or [])[:LONGEST]]


def _maybe(reader: Callable[[object], T]) -> Callable[[object], T | None]:
    return lambda value: None if value is None else reader(value)


def _int(value: object) -> int:
    return cast("int", _MANY(value))


def _score(value: object) -> int | None:
    return cast("int | None", _maybe(_SCORE)(value))


def _much(value: object) -> float:
    return cast("float", _MUCH(value))


def _flag(raw: Raw, voice: Voice) -> FlagDoc:
    """Its name in the reader's language; the advice as the runner was given it."""
    flag = str(one_of(v.FLAGS)(raw.get("id")))
    return {
        "id": flag, "title": voice.say(f"flag.{flag}"), "urgency": text(raw.get("urgency")), "holds": text(raw.get("holds")),
        "see": list(texts(raw.get("see"))), "refer": list(texts(raw.get("refer") or [])), "advice": text(raw.get("advice")),
        "by": day(raw.get("by")).isoformat(), "since": day(raw.get("since")).isoformat(),
        "site": cast("str | None", _maybe(one_of(v.SITES))(raw.get("site"))), "side": str(one_of(v.SIDES)(raw.get("side"))),
        "say": text(raw.get("say") or ""), "meanwhile": list(texts(raw.get("meanwhile") or [])), "reasons": [],
    }  # fmt: skip


def _asked(raw: Raw) -> Asked:
    return Asked(
        str(one_of(one.id for one in protocols().flags.screening.questions)(raw.get("question"))),
        str(one_of((YES, NO, NOT_ASKED))(raw.get("answer"))),
        _maybe(day)(raw.get("on")),
        cast("tuple[str, ...]", some_of(v.SIGNS)(raw.get("signs") or [])),
        _maybe(day)(raw.get("earlier")),
    )


def _place(value: object) -> Place:
    raw = mapping(value)
    return Place(str(one_of(v.SITES)(raw.get("site"))), str(one_of(v.SIDES)(raw.get("side"))))


def _onset(raw: Raw) -> Onset:
    shifts = tuple(_shift(one) for one in _rows(raw, "shifts"))
    score = cast("int", _SCORE(raw.get("score")))
    return Onset(_place(raw.get("place")), day(raw.get("since")), score, shifts, _int(raw.get("looked_days")))


def _shift(raw: Raw) -> Shift:
    what = str(one_of(SHIFTS)(raw.get("what")))
    if what in {"surface", "shoe"}:
        return Shift(what, None, text(raw.get("became")), _int(raw.get("days_before")))
    return Shift(what, _much(raw.get("was")), _much(raw.get("became")), _int(raw.get("days_before")))


def _hurt(raw: Raw) -> Hurt:
    signs = cast("tuple[str, ...]", some_of(v.SIGNS)(raw.get("signs") or []))
    return Hurt(_place(raw.get("place")), cast("int", _SCORE(raw.get("worst"))), _int(raw.get("scores")), signs)


def _session(raw: Raw) -> Session:
    return Session(
        id=text(raw.get("id")), day=day(raw.get("day")), kind=str(one_of(("run", "walk"))(raw.get("kind"))),
        planned_min=_maybe(_much)(raw.get("planned_min")), done_min=_much(raw.get("done_min")),
        km=_maybe(_much)(raw.get("km")), stage=cast("str | None", _maybe(one_of(v.STAGES))(raw.get("stage"))),
        during=_score(raw.get("during")), after=_score(raw.get("after")), morning=_score(raw.get("morning")),
        light=cast("str | None", _maybe(one_of(LIGHTS))(raw.get("light"))),
        masked=truth(raw.get("masked")), edited=truth(raw.get("edited")),
    )  # fmt: skip


def _week(raw: Raw) -> Week:
    return Week(
        day(raw.get("first")), day(raw.get("last")), _int(raw.get("runs")), _much(raw.get("km")),
        _much(raw.get("minutes")), _much(raw.get("longest_km")), _int(raw.get("estimated")),
    )  # fmt: skip


def _in_force(raw: Raw) -> InForce:
    limit = mapping(raw.get("limit"))
    faults: list[Fault] = []
    read_limits([limit], faults, KEY)
    if faults:
        raise Faults(faults)
    breaches = tuple(Breach(day(one.get("day")), _breached(one.get("value"))) for one in _rows(raw, "breaches"))
    return InForce(limit, _maybe(day)(raw.get("since")), breaches)


def _breached(value: object) -> float | str:
    return text(value) if isinstance(value, str) else _much(value)
