"""What is being written down: the forms' fields as typed, until they are saved.

Kept outside the screens, so that a draft survives a look at another place or a lost connection.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from planner.journal.moments import parse
from planner.journal.units import measure, miles_to_km
from planner.words.documents import ItemDoc

Entry = dict[str, object]

# What a form calls the fields of an entry
LABELS = {
    "at": "ui.when",
    "asleep_h": "ui.sleep_form.hours",
    "bed": "ui.sleep_form.bed",
    "wake": "ui.sleep_form.wake",
    "volume_ml": "ui.drink_form.volume",
    "distance_km": "ui.run_form.km",
    "duration_min": "ui.run_form.minutes",
    "run_min": "ui.run_form.running",
}


@dataclass
class PainDraft:
    area: str | None = None
    site: str | None = None
    side: str | None = None
    score: int | None = None
    during: str | None = None
    course: str | None = None
    signs: frozenset[str] = frozenset()
    painkiller: bool = False
    when: str = ""

    def missing(self) -> str | None:
        """The key of the sentence that asks for what is still needed."""
        for value, key in ((self.site, "site"), (self.side, "side"), (self.score, "score"), (self.during, "during")):
            if value is None:
                return f"ui.missing.{key}"
        return None

    def entry(self, now: datetime) -> Entry:
        return _told(
            kind="pain",
            at=_at(self.when, now),
            site=self.site,
            side=self.side,
            score=self.score,
            during=self.during,
            course=self.course,
            signs=sorted(self.signs),
            painkiller_24h=self.painkiller,
        )


@dataclass
class SleepDraft:
    hours: str = ""
    bed: str = ""
    wake: str = ""
    quality: int | None = None

    def missing(self) -> str | None:
        return None if self.hours.strip() or (self.bed.strip() and self.wake.strip()) else "ui.missing.sleep"

    def entry(self, _now: datetime) -> Entry:
        """Last night's: the desk knows which one that was."""
        return _told(
            kind="sleep",
            asleep_h=number(self.hours),
            bed=self.bed.strip() or None,
            wake=self.wake.strip() or None,
            quality=self.quality,
        )


@dataclass
class DrinkDraft:
    volume: str = ""
    when: str = ""

    def missing(self) -> str | None:
        return None if self.volume.strip() else "ui.missing.volume"

    def entry(self, now: datetime) -> Entry:
        return _told(kind="drink", at=_at(self.when, now), volume_ml=number(self.volume))


@dataclass
class SessionDraft:
    """A run or a walk."""

    kind: str = "run"
    distance: str = ""
    duration: str = ""
    running: str = ""
    effort: int | None = None
    pain: int | None = None
    area: str | None = None
    site: str | None = None
    side: str | None = None
    course: str | None = None
    limp: bool = False
    painkiller: bool = False
    warm_up: bool = False
    cool_down: bool = False
    when: str = ""
    item: ItemDoc | None = None
    is_from_plan: bool = True
    in_miles: bool = False

    def missing(self) -> str | None:
        if not self.distance.strip() and not self.duration.strip():
            return "ui.missing.distance_or_duration"
        if self.pain is None:
            return "ui.missing.pain"
        if self.pain and self.site is None:
            return "ui.missing.site"
        return "ui.missing.side" if self.pain and self.side is None else None

    def entry(self, now: datetime) -> Entry:
        planned = self.item if self.is_from_plan else None
        both = _told(
            kind=self.kind,
            at=_at(self.when, now),
            distance_km=self._distance_km(),
            duration_min=number(self.duration),
            pain_during=self.pain,
            site=self.site if self.pain else None,
            side=self.side if self.pain else None,
            limp=self.limp,
            painkiller_24h=self.painkiller,
            item=planned["id"] if planned else None,
        )
        if self.kind == "walk":
            return both
        stage = planned["dose"].get("stage") if planned else None
        return both | _told(
            run_min=number(self.running),
            rpe=self.effort,
            stage=stage,
            course=self.course if self.pain else None,
            warm_up=self.warm_up,
            cool_down=self.cool_down,
        )

    def _distance_km(self) -> float | str | None:
        given = number(self.distance)
        if isinstance(given, str):
            return measure(given) or given
        return miles_to_km(given) if given is not None and self.in_miles else given


@dataclass
class Drafts:
    """One draft of each kind. `generation` grows with each fresh draft, so that its form starts afresh too."""

    pain: PainDraft = field(default_factory=PainDraft)
    sleep: SleepDraft = field(default_factory=SleepDraft)
    drink: DrinkDraft = field(default_factory=DrinkDraft)
    run: SessionDraft = field(default_factory=SessionDraft)
    generation: int = 0


def pain_like(last: Mapping[str, object] | None) -> PainDraft:
    """A new pain draft, at the place that was logged last."""
    site, side = (last or {}).get("site"), (last or {}).get("side")
    return PainDraft(site=str(site) if site else None, side=str(side) if side else None)


def session_as(item: ItemDoc | None, *, in_miles: bool) -> SessionDraft:
    """A new draft of a run or walk, as the plan asked for it."""
    if item is None:
        return SessionDraft(in_miles=in_miles)
    minutes, running = item.get("minutes"), item["dose"].get("run_min")
    return SessionDraft(
        kind=item["kind"],
        duration=f"{minutes:g}" if minutes else "",
        running=f"{running:g}" if running else "",
        item=item,
        in_miles=in_miles,
    )


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


def _at(when: str, now: datetime) -> str | None:
    """The moment that was typed; nothing typed means now, which the desk knows. Raises Faults when not understood."""
    return parse(when, now).isoformat(timespec="minutes") if when.strip() else None


def _told(**fields: object) -> Entry:
    return {key: value for key, value in fields.items() if value is not None}
