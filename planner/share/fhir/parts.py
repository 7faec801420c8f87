"""What all resources are put together from: who they are about, ids, times, concepts and quantities."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import NAMESPACE_OID, UUID, uuid5
from zoneinfo import ZoneInfo

from babel.dates import format_date

from planner.journal.fields import timestamp
from planner.share.fhir.codes import SITES, UCUM, Json
from planner.words import say
from planner.words.catalogue import spoken

_OURS = uuid5(NAMESPACE_OID, "stridewell")


@dataclass(frozen=True, slots=True)
class About:
    """Who the resources are about: `person` names the journal, the same in each export, and is shown to nobody.

    `zone` is where the clock times without an offset are, `name` who the runner is, where they want to say it.
    """

    person: str
    zone: ZoneInfo
    language: str = "en"
    name: str = ""

    def id(self, *parts: str) -> str:
        """The same parts give the same id, in each export of this journal and in no other."""
        return str(uuid5(self._root, "/".join(parts)))

    @property
    def _root(self) -> UUID:
        return uuid5(_OURS, self.person)

    @property
    def patient(self) -> Json:
        """A reference to the runner."""
        return reference(self.id("patient"))

    def say(self, key: str, /, **params: object) -> str:
        return say(key, self.language, **params)

    def date_told(self, when: date) -> str:
        return format_date(when, "long", locale=spoken(self.language))

    def time(self, given: str) -> str:
        """A time of the journal with its offset; a date stays one."""
        at = timestamp(given)
        return at.date().isoformat() if len(given) <= 10 else self.instant(at)

    def instant(self, at: datetime) -> str:
        aware = at if at.tzinfo else at.replace(tzinfo=self.zone)
        # Before there were time zones, clocks went by seconds that no offset of FHIR can hold.
        whole = (aware.utcoffset() or timedelta()).total_seconds() % 60 == 0
        return (aware if whole else aware.astimezone(UTC)).isoformat(timespec="seconds")

    def at_clock(self, day: date, clock: str) -> datetime:
        return datetime.fromisoformat(f"{day.isoformat()}T{clock}").replace(tzinfo=self.zone)

    def place(self, entry: Mapping[str, object]) -> Json | None:
        """Where on the body, with its side; None where no site is told."""
        site, side = entry.get("site"), entry.get("side") or "both"
        if site is None:
            return None
        words = self.say("fhir.place", site=self.say(f"site.{site}"), side=self.say(f"side.{side}"))
        return concept(words, SITES.get(str(site)))


def person_of(logged: Iterable[Mapping[str, object]]) -> str:
    """What names a journal: its oldest entry, in whatever order the entries came to this device.

    Issued plans don't count where there is anything else: tables leave them behind.
    """
    ranked = ((one["kind"] == "issued", str(one.get("logged_at", "")), str(one["id"])) for one in logged)
    return min(ranked, default=(False, "", "journal"))[-1]


def plain(given: object) -> str:
    """A text as FHIR has it: no control characters, and no blanks but the usual ones. Empty where nothing is left."""
    signs = [" " if ord(sign) < 32 and sign not in "\r\n\t" else sign for sign in str(given or "")]
    return "".join(" " if sign.isspace() and sign not in " \r\n\t" else sign for sign in signs).strip()


def noted(*given: object) -> list[Json]:
    """Texts as notes, those that say something."""
    return [{"text": text} for text in map(plain, given) if text]


def canonical(*parts: str) -> str:
    """The address of something of ours that is the same for everybody."""
    return f"urn:uuid:{uuid5(_OURS, '/'.join(parts))}"


def reference(resource_id: str) -> Json:
    return {"reference": f"urn:uuid:{resource_id}"}


def concept(words: str, code: tuple[str, str, str] | None = None) -> Json:
    """A text, with the code that means the same."""
    return {**({"coding": [coding(code)]} if code else {}), "text": words}


def coding(code: tuple[str, str, str]) -> Json:
    system, value, display = code
    return {"system": system, "code": value, "display": display}


def quantity(value: object, unit: str) -> Json:
    """A number in a unit of UCUM; what stands in braces there is only a word for what is counted."""
    return {"value": value, "unit": unit.strip("{}"), "system": UCUM, "code": unit}


def resource(kind: str, resource_id: str, about: About, **fields: object) -> Json:
    """A resource with those of its fields that are there."""
    named = {name.rstrip("_"): value for name, value in fields.items() if value not in (None, [], "")}
    return {"resourceType": kind, "id": resource_id, "language": about.language, **named}
