"""What is being written down: the forms' fields as chosen and typed, until they are saved."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import datetime
from typing import Any, ClassVar, Self

from planner.journal import Fault, Faults
from planner.journal.fields import Wrong, moment
from planner.journal.units import ML_PER_FLUID_OUNCE, measure

Entry = dict[str, object]

# What a form calls the fields of an entry, and where on the form each of them stands
LABELS = {
    "at": "ui.when",
    "night_of": "ui.sleep_form.night",
    "asleep_h": "ui.sleep_form.hours",
    "bed": "ui.sleep_form.bed",
    "wake": "ui.sleep_form.wake",
    "volume_ml": "ui.drink_form.volume",
    "what": "ui.drink_form.what",
    "distance_km": "ui.run_form.distance",
    "duration_min": "ui.run_form.minutes",
    "run_min": "ui.run_form.running",
    "reps": "ui.test_form.reps",
    "from": "ui.pause_form.first",
    "to": "ui.pause_form.last",
    "note": "ui.log.note",
}
STANDS_AT = {
    "at": "when",
    "asleep_h": "hours",
    "volume_ml": "volume",
    "distance_km": "distance",
    "duration_min": "duration",
    "run_min": "running",
    "from": "first",
    "to": "last",
}


@dataclass(frozen=True)
class Place:
    """Where it hurts, and how much where each place has a score of its own."""

    site: str
    side: str | None = None
    score: int | None = None


@dataclass
class Draft:
    """What every form has. `when` empty means now; `replaces` is the id of the entry that is being corrected."""

    KIND: ClassVar[str] = ""
    COVERS: ClassVar[tuple[str, ...]] = ()
    """The fields of an entry that the form shows: a correction leaves the others as they are."""

    when: str = ""
    note: str = ""
    replaces: str | None = None

    def missing(self) -> str | None:
        """The name of what is still needed."""
        return None

    def entries(self, now: datetime) -> list[Entry]:
        """What to write down. Raises Faults for a time that nobody understands."""
        raise NotImplementedError

    def saved(self) -> tuple[str, dict[str, object]]:
        """The key of the sentence that says it is done, and what fills it."""
        return "ui.saved.corrected" if self.replaces else f"ui.saved.{self.KIND}", {}

    def json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> Self:
        """The draft that `json` wrote. Raises TypeError or ValueError for what isn't one."""
        known = {each.name for each in fields(cls)}
        return cls(**{name: value for name, value in kept.items() if name in known})

    def _told(self, now: datetime, **told: object) -> Entry:
        """The entry of these fields, without those that were left out."""
        at = at_of(self.when, now) if self.when else None
        entry = {"kind": self.KIND, "at": at, **told, "note": self.note.strip() or None}
        return {key: value for key, value in entry.items() if value is not None}


@dataclass
class PainDraft(Draft):
    KIND = "pain"
    COVERS = ("at", "site", "side", "score", "during", "course", "signs", "painkiller_24h", "note")

    places: list[Place] = field(default_factory=list[Place])
    is_remembered: bool = False
    each_its_own: bool = False
    score: int | None = None
    during: str | None = None
    course: str | None = None
    signs: list[str] = field(default_factory=list[str])
    painkiller: bool = False

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> Self:
        draft = super().read(kept)
        draft.places = [Place(**each) for each in kept.get("places", [])]
        return draft

    def score_of(self, place: Place) -> int | None:
        return place.score if self.each_its_own else self.score

    def missing(self) -> str | None:
        if not self.places:
            return "site"
        if any(place.side is None for place in self.places):
            return "side"
        if any(self.score_of(place) is None for place in self.places):
            return "how_much"
        return "during" if self.during is None else None

    def saved(self) -> tuple[str, dict[str, object]]:
        many = len(self.places) > 1
        return ("ui.saved.pains", {"n": len(self.places)}) if many else super().saved()

    def entries(self, now: datetime) -> list[Entry]:
        """One a place. A sign counts at each of them: nobody said at which one it was seen."""
        return [
            self._told(
                now,
                site=place.site,
                side=place.side,
                score=self.score_of(place),
                during=self.during,
                course=self.course,
                signs=sorted(self.signs),
                painkiller_24h=self.painkiller,
            )
            for place in self.places
        ]


@dataclass
class SleepDraft(Draft):
    """A night. `night` is the evening it began, empty for last night's: the desk knows which one that was."""

    KIND = "sleep"
    COVERS = ("night_of", "asleep_h", "bed", "wake", "quality", "note")

    night: str = ""
    bed: str = ""
    wake: str = ""
    by_hours: bool = False
    hours: str = ""
    quality: int | None = None

    def missing(self) -> str | None:
        if self.by_hours:
            return None if self.hours.strip() else "hours"
        return None if self.bed and self.wake else "sleep"

    def entries(self, now: datetime) -> list[Entry]:
        clocks: Entry = {"asleep_h": number(self.hours)} if self.by_hours else {"bed": self.bed, "wake": self.wake}
        return [self._told(now, night_of=self.night or None, **clocks, quality=self.quality)]


@dataclass
class DrinkDraft(Draft):
    KIND = "drink"
    COVERS = ("at", "volume_ml", "what", "note")

    volume: str = ""
    what: str = ""
    in_ounces: bool = False

    def saved(self) -> tuple[str, dict[str, object]]:
        return "ui.saved.corrected" if self.replaces else "ui.saved.typed_drink", {}

    def missing(self) -> str | None:
        return None if self.volume.strip() else "volume"

    def entries(self, now: datetime) -> list[Entry]:
        return [
            self._told(now, volume_ml=volume_ml(self.volume, in_ounces=self.in_ounces), what=self.what.strip() or None)
        ]


def toggled(places: list[Place], site: str, side: str | None, *, only_one: bool = False) -> list[Place]:
    """The places with one more, or without it where it was there."""
    if any(place.site == site and place.side == side for place in places):
        return [place for place in places if (place.site, place.side) != (site, side)]
    # Where the side was still open, it is answered now; and one side is not both.
    rivals = {None: {None}, "both": {None, "left", "right"}}.get(side, {None, "both"})
    kept = [] if only_one else [place for place in places if place.site != site or place.side not in rivals]
    return [*kept, Place(site, side)]


def scored(places: list[Place], place: Place, score: int | None) -> list[Place]:
    where = (place.site, place.side)
    return [replace(each, score=score) if (each.site, each.side) == where else each for each in places]


def number(text: str) -> float | str | None:
    """A typed number, with a point or a comma; what isn't one goes on as it is, for the journal to say so."""
    typed = text.strip().replace(",", ".")
    if not typed:
        return None
    try:
        given = float(typed)
    except ValueError:
        return text.strip()
    return int(given) if given.is_integer() else given


def volume_ml(text: str, *, in_ounces: bool) -> float | str | None:
    """A typed amount in millilitres; a unit that was typed with it counts."""
    given = number(text)
    if isinstance(given, str):
        return measure(given) or given
    return given * ML_PER_FLUID_OUNCE if given is not None and in_ounces else given


def at_of(when: str, now: datetime) -> str:
    """The moment that was chosen, as the journal writes it: a day alone is that day at this time of day."""
    try:
        chosen = moment(when)
    except Wrong as wrong:
        raise Faults([Fault(wrong.key, "at", wrong.params)]) from None
    has_time = len(when) > len("2026-11-24")
    return (chosen if has_time else datetime.combine(chosen, now.time())).isoformat(timespec="minutes")
