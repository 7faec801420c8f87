"""The red-flag questions as they were answered last: what was never asked is no "no"."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from planner.journal import Journal
from planner.protocols import Question

YES, NO, NOT_ASKED = "yes", "no", "not_asked"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its latest answer and the day of it; `signs` that a yes named, `earlier`: the day of an older yes."""

    question: str
    answer: str
    on: date | None = None
    signs: tuple[str, ...] = ()
    earlier: date | None = None


def asked(questions: Sequence[Question], journal: Journal, last: date) -> tuple[Asked, ...]:
    """Each question as it stood on the evening of a day.

    Questions that were answered without a sign were all answered with no; a sign answers its own question alone, also
    where it was logged with pain.
    """
    nos = [screen.at for screen in journal.screens if not screen.signs and screen.at.date() <= last]
    told = [(one.at, frozenset(one.signs)) for one in (*journal.screens, *journal.pains) if one.at.date() <= last]
    return tuple(_asked(question, told, nos) for question in questions)


def _asked(question: Question, told: Sequence[tuple[datetime, frozenset[str]]], nos: Sequence[datetime]) -> Asked:
    yes = [(at, signs & set(question.signs)) for at, signs in told if signs & set(question.signs)]
    latest = max(yes, key=lambda one: one[0], default=None)
    no = max(nos, default=None)
    if latest is None:
        return Asked(question.id, NOT_ASKED) if no is None else Asked(question.id, NO, no.date())
    at, signs = latest
    if no is not None and no > at:
        return Asked(question.id, NO, no.date(), earlier=at.date())
    return Asked(question.id, YES, at.date(), tuple(one for one in question.signs if one in signs))
