"""Saving at once what was changed, with a way back, and one sentence where it is wrong."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from planner.desk import StoreFault
from planner.journal import Faults
from planner.ui.model import Model, Undo
from planner.words import say_faults

Done = tuple[Undo, ...]


def keep(model: Model, action: Callable[[], Done | str | None], said: Callable[[], str], label: str = "") -> str:
    """Does it and says so. Returns what is wrong, in a sentence that begins with the label; nothing when all is well.

    `action` returns what takes it back.
    """
    try:
        back = action()
    except Faults as error:
        return say_faults(Faults([replace(fault, where=label) for fault in error.faults]), model.language)
    except (StoreFault, OSError) as error:
        return model.fault(error)
    return model.write(lambda: back, said) or ""


def change(model: Model, changes: Mapping[str, object], label: str = "", note: str = "") -> str:
    """Changes the profile; None takes a key away."""
    before = model.desk.runner()
    old = {key: before.get(key) for key in changes}
    if old == dict(changes):
        return ""

    # A limit that was just written down is let go again by the one who wrote it; that is kept as well.
    what = note or (label if "clinician_limits" in changes else "")

    def put() -> Done:
        model.desk.change_runner(changes, note)
        return (lambda: model.desk.change_runner(old, model.say("ui.more.taken_back", what=what) if what else ""),)

    return keep(model, put, lambda: model.say("ui.more.saved"), label)


def prefer(model: Model, key: str, value: object) -> str:
    """Changes what the app remembers about itself."""
    old = model.preferences.get(key)

    def put() -> Done:
        model.preferences.set(key, value)
        return (lambda: model.preferences.set(key, old),)

    return keep(model, put, lambda: model.say("ui.more.saved"))


def listed(model: Model, key: str) -> list[object]:
    """A list of the profile; empty where nothing was said."""
    kept = model.desk.runner().get(key)
    return list(kept) if isinstance(kept, list | tuple) else []


def records(model: Model, key: str, name: str) -> list[dict[str, object]]:
    """The records of a list of the profile; a bare word is its `name`."""
    return [dict(each) if isinstance(each, Mapping) else {name: each} for each in listed(model, key)]


def told(**fields: object) -> dict[str, object]:
    """A record of what was said."""
    return {key: value for key, value in fields.items() if value not in (None, "")}
