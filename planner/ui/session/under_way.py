"""The session that is under way: kept beside the journal on each tap, so that a reload or another tab goes on with it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, cast

from planner.ui.model import Model
from planner.ui.session.phases import phases_of
from planner.ui.session.timing import FINISH, PAUSE, START, Position, Tap, position
from planner.words.documents import ItemDoc

KEPT = "session"


@dataclass(frozen=True)
class UnderWay:
    """`item` stays as it was when the session began, whatever the plan says meanwhile.

    `ticks` are the exercises and steps that were ticked; `warmed` and `cooled` tell whether warm-up and cool-down were
    done, None before that was said; `hurts` that the runner is being asked whether to stop.
    """

    item: ItemDoc
    day: date
    taps: tuple[Tap, ...] = ()
    ticks: frozenset[str] = field(default_factory=frozenset[str])
    warmed: bool | None = None
    cooled: bool | None = None
    hurts: bool = False

    @property
    def began(self) -> datetime | None:
        """When the first phase was started."""
        return next((tap.at for tap in self.taps if tap.what == START), None)

    def position(self, now: datetime) -> Position:
        return position(phases_of(self.item), self.taps, now)


def address_of(item_id: str) -> str:
    """Where the session of an item is: ids have slashes, and an address may have but one part there."""
    return f"/session/{item_id.replace('/', '~')}"


def is_at(item_id: str, asked: str) -> bool:
    return item_id.replace("/", "~") == asked


def under_way(model: Model) -> UnderWay | None:
    return _read(model.preferences.get(KEPT))


def begin(model: Model, item: ItemDoc) -> UnderWay:
    """The session of an item: the one under way, or a fresh one that isn't kept yet."""
    known = under_way(model)
    return known if known and known.item["id"] == item["id"] else UnderWay(item, model.today)


def keep(model: Model, session: UnderWay) -> str | None:
    """Keeps how far the session is; one sentence where it couldn't be."""
    return model.write(lambda: model.preferences.set(KEPT, _told(session)))


def leave(model: Model) -> str | None:
    """Forgets the session."""
    return model.write(lambda: model.preferences.set(KEPT, None))


def tap(model: Model, session: UnderWay, what: str, of: int | None = None) -> str | None:
    return keep(model, replace(session, taps=(*session.taps, Tap(what, model.desk.now, of)), hurts=False))


def warm(model: Model, session: UnderWay, *, done: bool) -> str | None:
    """The warm-up is over, or left out, and the first phase starts."""
    return tap(model, replace(session, warmed=done), START)


def cool(model: Model, session: UnderWay, *, done: bool) -> str | None:
    return keep(model, replace(session, cooled=done))


def hurt(model: Model, session: UnderWay) -> str | None:
    """The clock stands still while the runner reads when to stop."""
    return keep(model, replace(session, taps=(*session.taps, Tap(PAUSE, model.desk.now)), hurts=True))


def stop(model: Model, session: UnderWay) -> str | None:
    """It hurts too much: no cool-down is asked for, only how much it was."""
    return tap(model, replace(session, cooled=False), FINISH)


def unfinish(model: Model, session: UnderWay) -> str | None:
    """Back to where the session was ended, standing still."""
    taps = (*session.taps[:-1], Tap(PAUSE, session.taps[-1].at))
    return keep(model, replace(session, taps=taps, cooled=None))


def tick(model: Model, session: UnderWay, what: str) -> str | None:
    return keep(model, replace(session, ticks=session.ticks ^ {what}))


def _told(session: UnderWay) -> dict[str, Any]:
    return {
        "item": session.item,
        "day": session.day.isoformat(),
        "taps": [{"what": each.what, "at": each.at.isoformat(), "of": each.of} for each in session.taps],
        "ticks": sorted(session.ticks),
        "warmed": session.warmed,
        "cooled": session.cooled,
        "hurts": session.hurts,
    }


def _read(kept: object) -> UnderWay | None:
    """None where nothing is under way, or where the file was changed into something else."""
    if not isinstance(kept, dict):
        return None
    told = cast("dict[str, Any]", kept)
    try:
        session = UnderWay(
            told["item"],
            date.fromisoformat(told["day"]),
            tuple(_taps(told["taps"])),
            frozenset(told["ticks"]),
            told["warmed"],
            told["cooled"],
            told["hurts"],
        )
        phases_of(session.item)
    except (KeyError, TypeError, ValueError):
        return None
    return session


def _taps(told: Iterable[dict[str, Any]]) -> Iterable[Tap]:
    for each in told:
        at = datetime.fromisoformat(each["at"])
        if at.tzinfo is None:
            raise ValueError(each["at"])
        yield Tap(each["what"], at, each["of"])
