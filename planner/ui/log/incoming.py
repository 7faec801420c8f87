"""Watch and phone files, brought into the journal from the app."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from planner.desk import Desk, Tally
from planner.intake import Damaged, Found, Result, Skipped
from planner.intake.paths import LARGEST_BYTES, parse
from planner.journal import Faults
from planner.share.whole import from_bytes
from planner.share.zone import local_zone
from planner.words import say, say_faults

FOLDER = "incoming"
MEGABYTE = 1024 * 1024
LARGEST_MB = LARGEST_BYTES // MEGABYTE


@dataclass
class Brought:
    """How many entries were new (with their ids) and known, what was left out and why, and what couldn't be read."""

    new: int = 0
    known: int = 0
    ids: tuple[str, ...] = ()
    skipped: Counter[str] = field(default_factory=Counter[str])
    faulty: list[str] = field(default_factory=list[str])

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found that could be an entry."""
        return not (self.new or self.known or self.skipped)

    def add(self, tally: Tally) -> None:
        self.new, self.known, self.ids = self.new + tally.new, self.known + tally.known, self.ids + tally.ids


def bring(desk: Desk, files: Iterable[tuple[str, bytes]]) -> Brought:
    """Log what is in the files, each given by its name and content, in one write; an export of ours is taken in whole.

    Raises Faults and StoreFault where nothing could be written.
    """
    brought, entries = Brought(), list[dict[str, object]]()
    zone, today = ZoneInfo(local_zone()), desk.today
    for name, data in files:
        whole = from_bytes(data) if name.lower().endswith(".json") else None
        if whole is None:
            entries += _entries(brought, name, parse(data, name, name, today=today, zone=zone), desk.language)
            continue
        try:
            brought.add(desk.take_in(whole))
        except Faults as faults:
            brought.faulty.append(_named(desk, name, say_faults(faults, desk.language)))
    if entries:
        brought.add(desk.log_all(entries))
    return brought


def told(brought: Brought, language: str) -> str:
    """What became of the files, in words: 2 new runs, 1 known, 1 left out and why."""
    said: list[str] = []
    if brought.new or brought.known or not brought.faulty:
        said.append(say("ui.import.new", language, n=brought.new))
    if brought.known:
        said.append(say("ui.import.known", language, n=brought.known))
    said += [say("ui.import.skipped", language, n=n, why=why) for why, n in brought.skipped.most_common()]
    return " ".join([*said, *brought.faulty])


def _entries(brought: Brought, name: str, results: Iterable[Result], language: str) -> Iterable[dict[str, object]]:
    for result in results:
        match result:
            case Found(entry=entry):
                yield entry
            case Skipped(foreign=False):
                brought.skipped[say(result.why, language, **result.params)] += 1
            case Skipped() | Damaged():
                why = say(result.why, language, **result.params)
                brought.faulty.append(say("ui.import.faulty", language, name=name, why=why))


def _named(desk: Desk, name: str, why: str) -> str:
    return say("ui.import.faulty", desk.language, name=name, why=why)
