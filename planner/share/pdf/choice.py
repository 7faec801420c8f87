"""What a runner chose to share: which days, and what not."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from planner.share.faults import ShareFault

PARTS = ("person", "health", "sessions", "load", "limits", "plan", "sleep", "drinks", "notes", "form", "data")
PAPERS = ("a4", "letter")
USUAL_DAYS = 14
MOST_QUESTIONS, LONGEST_QUESTION = 4, 200


@dataclass(frozen=True, slots=True)
class Choice:
    """`first` and `last` day, both included; `left_out`: some of PARTS; `name`: as the runner wants to be called there."""

    first: date
    last: date
    left_out: frozenset[str] = frozenset()
    paper: str = "a4"
    appendix: bool = False
    questions: tuple[str, ...] = ()
    name: str = ""

    @property
    def days(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1

    def has(self, part: str) -> bool:
        """Whether a part is told."""
        return part not in self.left_out

    @property
    def has_reasons(self) -> bool:
        """Whether the plan says why: its reasons name health and limits, which then have to be told as well."""
        return self.has("health") and self.has("limits")


def choose(  # noqa: PLR0913 - one name a choice
    today: date,
    *,
    first: date | None = None,
    last: date | None = None,
    leave_out: Collection[str] = (),
    paper: str = "a4",
    appendix: bool = False,
    questions: Collection[str] = (),
    name: str = "",
) -> Choice:
    """The choice as told, by default the last 14 days of everything. Raises ShareFault for one that can't be.

    A last day after today is today: nothing is told of days to come.
    """
    until = min(last or today, today)
    since = first or until - timedelta(days=USUAL_DAYS - 1)
    if since > until:
        raise ShareFault("pdf.fault.dates", first=since.isoformat(), last=until.isoformat())
    unknown = sorted(set(leave_out) - set(PARTS))
    if unknown:
        raise ShareFault("pdf.fault.part", given=unknown[0], known=", ".join(PARTS))
    if paper not in PAPERS:
        raise ShareFault("pdf.fault.paper", given=paper, known=", ".join(PAPERS))
    asked = [one.strip() for one in questions if one.strip()]
    if len(asked) > MOST_QUESTIONS or any(len(one) > LONGEST_QUESTION for one in asked):
        raise ShareFault("pdf.fault.questions", most=MOST_QUESTIONS, letters=LONGEST_QUESTION)
    return Choice(since, until, frozenset(leave_out), paper, appendix, tuple(asked), name.strip()[:60])
