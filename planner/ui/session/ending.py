"""A session that is over becomes entries of the journal: the run or walk with what it was, or a tick."""

from collections.abc import Mapping
from datetime import datetime, time
from typing import Any

from planner.ui.log.begun import Undo
from planner.ui.model import SESSIONS, Model
from planner.ui.session.timing import MINUTE_S, Position
from planner.ui.session.under_way import UnderWay, leave
from planner.words.documents import ItemDoc

Place = Mapping[str, object]
"""A site and its side."""


def is_felt(item: ItemDoc) -> bool:
    """Whether it ends with the question how much it hurt."""
    return item["kind"] in SESSIONS


def companions(model: Model, session: UnderWay, kind: str) -> list[ItemDoc]:
    """The warm-up or cool-down that belongs to a session."""
    day = model.desk.day(session.day)
    return [item for item in day["items"] if item["kind"] == kind and item.get("for") == session.item["id"]]


def place_known(model: Model) -> Place | None:
    """Where it hurt when pain was last logged."""
    last = model.latest("pain") or {}
    return {"site": last["site"], "side": last["side"]} if last.get("site") and last.get("side") else None


def entry_of(session: UnderWay, at: Position, pain: int, *, limps: bool, place: Place | None) -> dict[str, Any]:
    """The run or walk as it was: its own minutes, not those of the plan."""
    item = session.item
    entry: dict[str, Any] = {
        "kind": item["kind"],
        "at": _local(session),
        "item": item["id"],
        "duration_min": _minutes(at.seconds()),
        "pain_during": pain,
        "limp": limps or None,
        **(place if pain and place else {}),
    }
    if item["kind"] == "run":
        entry |= {
            "run_min": _minutes(at.seconds("run")),
            "stage": item["dose"].get("stage"),
            "warm_up": session.warmed,
            "cool_down": session.cooled,
        }
    return entry


def save(
    model: Model, session: UnderWay, at: Position, pain: int, *, limps: bool, place: Place | None = None
) -> str | None:
    """Logs the session and ticks what belongs to it, in one go that can be taken back."""
    done = [("warm_up", session.warmed), ("cool_down", session.cooled)]

    def write() -> tuple[Undo, ...]:
        open_ones = [
            item
            for kind, was_done in done
            if was_done
            for item in companions(model, session, kind)
            if not item.get("outcome")
        ]
        logged = model.desk.log(entry_of(session, at, pain, limps=limps, place=place))
        return (logged, *(model.desk.tick(item["id"]) for item in open_ones))

    fault = model.write(write, lambda: model.say(f"ui.saved.{session.item['kind']}"))
    return fault or leave(model)


def say_more(model: Model, session: UnderWay, at: Position, pain: int | None, *, limps: bool) -> str | None:
    """Goes on in the form, filled in as far as the session knows."""
    model.start_session(session.item)
    draft = model.drafts.run
    draft.when = _local(session).replace("T", " ")
    draft.duration, draft.running = f"{_minutes(at.seconds()):g}", f"{_minutes(at.seconds('run')):g}"
    draft.pain, draft.limp = pain, limps
    draft.warm_up, draft.cool_down = _answer(session.warmed), _answer(session.cooled)
    model.drafts.changed("run")
    return leave(model)


def tick_off(model: Model, session: UnderWay) -> str | None:
    return model.tick(session.item) or leave(model)


def _local(session: UnderWay) -> str:
    began = session.began or datetime.combine(session.day, time())
    return began.replace(tzinfo=None).isoformat(timespec="minutes")


def _minutes(seconds: float) -> float:
    minutes = round(seconds / MINUTE_S, 1)
    return int(minutes) if minutes.is_integer() else minutes


def _answer(was_done: bool | None) -> str | None:
    return None if was_done is None else "yes" if was_done else "no"
