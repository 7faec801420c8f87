"""Whom to see, by when, while a red flag stands, and what to tell them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, cast

from planner.assess import Assessment, Flag
from planner.journal import Journal, Runner, vocabulary
from planner.journal.issued import IssuedItem
from planner.protocols import Protocols
from planner.schedule.items import Item, clock
from planner.schedule.week import Week


@dataclass(frozen=True, slots=True)
class Seen:
    """What those who look at a flag should hear: signs, the worst score, health states that matter for it."""

    flag: Flag
    signs: tuple[str, ...]
    score: int | None
    health: tuple[str, ...]


def clinician(week: Week, day: date) -> Iterator[Item]:
    """Every day while a flag holds all or impact; else on the first day, and once a week where nothing is held."""
    a = week.assessment
    practice = week.book.practices["see_clinician"]
    holding = [f for f in a.flags if f.holds in {"all", "impact"}]
    flags = holding or [flag for flag in a.flags if day == _day_to_tell(week, flag)]
    if not flags:
        return
    first = flags[0]
    reasons = tuple(flag_reason for flag in flags for flag_reason in flag.reasons)
    dose = {
        "flags": [flag.id for flag in flags],
        "see": list(dict.fromkeys(who for flag in flags for who in flag.see)),
        "by": first.by.isoformat(),
        "urgency": first.urgency,
    }
    yield Item(day, "see_clinician", clock(practice.at), 0, dose, reasons)


def _day_to_tell(week: Week, flag: Flag) -> date | None:
    """The day of the week that tells of a flag: the first, but for what holds nothing a week after it was last told.

    Evidence of more than four weeks ago is not brought up again.
    """
    first = week.open_days[0]
    if flag.holds != "none":
        return first
    entries = {entry for reason in flag.reasons for entry in reason.entries}
    noted = [one.at.date() for one in (*week.journal.pains, *week.journal.screens) if one.id in entries]
    if noted and (week.today - max(noted)).days >= week.book.caps.complaint_window_days:
        return None
    every = week.book.flags.screening.every_days
    lately = (week.today - timedelta(days=back) for back in range(1, every))
    last = next((day for day in lately if any(flag.id in flags_named(one) for one in week.history.on(day))), None)
    return first if last is None else max(first, last + timedelta(days=every))


def flags_named(one: IssuedItem) -> Sequence[str]:
    """The flags that an item named, as it was shown."""
    named = cast("Mapping[str, Any]", one.json.get("dose", {})).get("flags")
    return cast("Sequence[str]", named) if isinstance(named, list) else ()


def what_was_seen(a: Assessment, journal: Journal, runner: Runner, book: Protocols) -> tuple[Seen, ...]:
    """What was logged behind each flag, in the order of the flags."""
    return tuple(_seen(flag, journal, runner, a.today, book) for flag in a.flags)


def _seen(flag: Flag, journal: Journal, runner: Runner, today: date, book: Protocols) -> Seen:
    entries = {entry for reason in flag.reasons for entry in reason.entries}
    pains = [pain for pain in journal.pains if pain.id in entries]
    runs = [run for run in (*journal.runs, *journal.walks) if run.id in entries]
    answers = [answer for answer in journal.check_ins if answer.id in entries]
    screens = [screen for screen in journal.screens if screen.id in entries]
    signs = {sign for told in (*pains, *screens) for sign in told.signs}
    limped = any(told.limp for told in (*runs, *answers))
    scores = [
        *(pain.score for pain in pains),
        *(score for run in runs for score in (run.pain_during, run.pain_1h)),
        *(score for answer in answers for score in (answer.pain_1h, answer.pain_morning)),
    ]
    health = tuple(one for one in book.flags.rule(flag.id).tell if runner.has(one, today))
    return Seen(
        flag,
        tuple(sign for sign in vocabulary.SIGNS if sign in signs or (sign == "limp" and limped)),
        max((score for score in scores if score), default=None),
        health,
    )
