"""What is being written down about runs and walks, tests and pauses."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Self

from planner.journal.units import measure, miles_to_km
from planner.ui.log.drafts import Draft, Entry, Place, number


@dataclass
class SessionDraft(Draft):
    """A run or a walk. What was asked and not answered stays open."""

    KIND = "run"
    COVERS = (
        "at", "distance_km", "duration_min", "run_min", "rpe", "surface", "shoe", "site", "side", "pain_during",
        "course", "limp", "painkiller_24h", "warm_up", "cool_down", "note",
    )  # fmt: skip

    kind: str = "run"
    distance: str = ""
    duration: str = ""
    running: str = ""
    effort: int | None = None
    pain: int | None = None
    places: list[Place] = field(default_factory=list[Place])
    course: str | None = None
    limp: bool = False
    painkiller: bool = False
    warm_up: str | None = None
    cool_down: str | None = None
    surface: str = ""
    shoe: str = ""
    item: dict[str, Any] | None = None
    is_from_plan: bool = True
    in_miles: bool = False

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> Self:
        draft = super().read(kept)
        draft.places = [Place(**each) for each in kept.get("places", [])]
        return draft

    @property
    def place(self) -> Place | None:
        return self.places[0] if self.places else None

    def saved(self) -> tuple[str, dict[str, object]]:
        return "ui.saved.corrected" if self.replaces else f"ui.saved.{self.kind}", {}

    def missing(self) -> str | None:
        if not self.distance.strip() and not self.duration.strip():
            return "distance_or_duration"
        if self.pain is None and not self.replaces:
            return "pain"
        if self.pain and self.place is None:
            return "site"
        return "side" if self.pain and self.place and self.place.side is None else None

    def entries(self, now: datetime) -> list[Entry]:
        planned = self.item if self.is_from_plan else None
        place = self.place if self.pain else None
        told: Entry = {
            "distance_km": self._distance_km(),
            "duration_min": number(self.duration),
            "pain_during": self.pain,
            "site": place and place.site,
            "side": place and place.side,
            "limp": self.limp or None,
            "painkiller_24h": self.painkiller or None,
            "item": planned["id"] if planned else None,
        }
        if self.kind == "run":
            told |= {
                "run_min": number(self.running),
                "rpe": self.effort,
                "stage": planned["dose"].get("stage") if planned else None,
                "course": self.course if self.pain else None,
                "warm_up": _yes_or_no(self.warm_up),
                "cool_down": _yes_or_no(self.cool_down),
                "surface": self.surface.strip() or None,
                "shoe": self.shoe.strip() or None,
            }
        return [{**self._told(now, **told), "kind": self.kind}]

    def _distance_km(self) -> float | str | None:
        given = number(self.distance)
        if isinstance(given, str):
            return measure(given) or given
        return miles_to_km(given) if given is not None and self.in_miles else given


@dataclass
class CheckInDraft(Draft):
    """How a run or walk felt later; `about` None: the latest one before."""

    KIND = "check_in"
    COVERS = ("at", "pain_1h", "pain_morning", "limp", "painkiller_24h", "note")

    about: str | None = None
    pain_1h: int | None = None
    pain_morning: int | None = None
    limp: bool = False
    painkiller: bool = False

    def missing(self) -> str | None:
        return "how_much" if self.pain_1h is None and self.pain_morning is None else None

    def entries(self, now: datetime) -> list[Entry]:
        told = {"about": self.about, "pain_1h": self.pain_1h, "pain_morning": self.pain_morning}
        return [self._told(now, **told, limp=self.limp, painkiller_24h=self.painkiller or None)]


@dataclass
class PauseDraft(Draft):
    """Days without plans: `first` empty means from today on, `last` empty until further notice."""

    KIND = "pause"
    COVERS = ("from", "to", "why", "note")

    first: str = ""
    last: str = ""
    why: str | None = None

    def missing(self) -> str | None:
        return "why" if self.why is None else None

    def entries(self, now: datetime) -> list[Entry]:
        return [self._told(now, **{"from": self.first or None, "to": self.last or None}, why=self.why)]


@dataclass
class SelfTestDraft(Draft):
    KIND = "test"
    COVERS = ("at", "test", "side", "reps", "pain", "note")

    test: str | None = None
    side: str | None = None
    reps: str = ""
    pain: int | None = None

    def missing(self) -> str | None:
        if self.test is None:
            return "test"
        if self.side is None:
            return "side"
        return "pain" if self.pain is None else None

    def entries(self, now: datetime) -> list[Entry]:
        return [self._told(now, test=self.test, side=self.side, reps=number(self.reps), pain=self.pain)]


def _yes_or_no(answer: str | None) -> bool | None:
    return None if answer is None else answer == "yes"
