"""What the forms ask about and offer (`plans/asking.toml`), and how self-tests are done (`plans/tests.toml`)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AskedSessions:
    """For how many days a run or walk may still be answered in a form."""

    days: int
    source: str
    strength: str


@dataclass(frozen=True, slots=True)
class Glass:
    """What one tap stands for until another size was chosen, and the sizes to choose from, as they are sold."""

    usual_ml: int
    sizes_ml: tuple[int, ...]
    sizes_fl_oz: tuple[int, ...]
    source: str
    strength: str


@dataclass(frozen=True, slots=True)
class OfferedTime:
    """Minutes of a day to choose from."""

    minutes: tuple[int, ...]
    source: str
    strength: str


@dataclass(frozen=True, slots=True)
class OfferedReminders:
    """How long ahead a reminder may come, and how long it usually does."""

    minutes_before: tuple[int, ...]
    usual_min: int
    source: str
    strength: str


@dataclass(frozen=True, slots=True)
class Asking:
    """No rule judges by these."""

    sessions: AskedSessions
    glass: Glass
    time: OfferedTime
    reminders: OfferedReminders


@dataclass(frozen=True, slots=True)
class TestHow:
    """How a self-test is done. `log`: the kind of entry that tells of it; 0 where there is nothing to count or to step down from."""

    log: str
    source: str
    strength: str
    reps: int = 0
    height_cm: int = 0
