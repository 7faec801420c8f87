"""How far the first start has come. Kept on every step, so that a reload goes on where it stopped."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import cast

from planner.desk import StoreFault
from planner.journal import Faults
from planner.ui.model import NOTICE_READ, Model
from planner.words import languages, say_faults

KEPT = "start"
LATER = "start_later"
STEPS = (
    "language", "notice", "country", "birth", "adult", "sex", "experience", "week", "health", "days", "minutes", "hurts",
    "told", "questions", "ready",
)  # fmt: skip
DONE = "done"

Draft = dict[str, object]


def has_started(model: Model) -> bool:
    """Whether the app can be used: the notice was read, and nothing of the first start is left to answer."""
    return model.has_read_notice and _at(model) in {None, DONE}


def step(model: Model) -> str:
    """The step that is shown. A journal from elsewhere isn't asked everything: its runner reads the notice alone."""
    at = _at(model)
    if model.has_read_notice:
        return at if at in STEPS else STEPS[-1]
    if at in {"language", "notice"}:
        return str(at)
    return "language" if _is_fresh(model) and len(languages()) > 1 else "notice"


def steps(model: Model) -> list[str]:
    """The steps that this runner sees, in their order."""
    left_out = {"adult"} if not model.desk.has_health("under_18") else set[str]()
    if len(languages()) == 1:
        left_out.add("language")
    return [each for each in STEPS if each not in left_out]


def agree(model: Model) -> str | None:
    """The notice was read and agreed to. What follows is asked where there is no journal yet."""

    def put() -> None:
        if _is_fresh(model):
            go(model, following(model, "notice"))
        model.preferences.set(NOTICE_READ, model.today.isoformat())

    return keep(model, put)


def following(model: Model, at: str) -> str:
    """The step after one."""
    after = STEPS[STEPS.index(at) + 1 :]
    shown = steps(model)
    return next((each for each in after if each in shown), DONE)


def before(model: Model, at: str) -> str | None:
    """The step before one; None where there is no way back: what was agreed to stays agreed to."""
    shown = steps(model)
    if at == "notice":
        return "language" if "language" in shown and _is_fresh(model) else None
    earlier = [each for each in STEPS[STEPS.index("notice") + 1 : STEPS.index(at)] if each in shown]
    return earlier[-1] if earlier else None


def go(model: Model, at: str) -> None:
    """Shows a step from now on. Raises OSError when that can't be kept."""
    model.preferences.set(KEPT, {"at": at})


def put_later(model: Model, at: str) -> None:
    """Leaves a step for later. Raises OSError when that can't be kept."""
    left = later(model)
    model.preferences.set(LATER, [each for each in STEPS if each in {*left, at}])


def later(model: Model) -> list[str]:
    """The steps that were left for later, in their order."""
    kept = model.preferences.get(LATER)
    return [each for each in STEPS if each in kept] if isinstance(kept, list) else []


def answered(model: Model, at: str) -> None:
    """Nothing is left for later of a step."""
    left = later(model)
    if at in left:
        model.preferences.set(LATER, [each for each in left if each != at])


def draft(model: Model) -> Draft:
    """What was chosen on the step that is shown, and isn't an answer yet."""
    kept = model.preferences.get(KEPT)
    found = cast("Mapping[str, object]", kept).get("draft") if isinstance(kept, dict) else None
    return dict(cast("Mapping[str, object]", found)) if isinstance(found, dict) else {}


def put_draft(model: Model, changed: Draft) -> str | None:
    return keep(model, lambda: model.preferences.set(KEPT, {"at": _at(model) or DONE, "draft": changed}))


def keep(model: Model, action: Callable[[], object], label: str = "") -> str | None:
    """Writes something down without making a plan of it: nobody has seen one yet, so none may count as shown.

    Returns what is wrong, in one sentence that begins with the label.
    """
    try:
        action()
    except Faults as error:
        return say_faults(Faults([replace(fault, where=label) for fault in error.faults]), model.language)
    except (StoreFault, OSError) as error:
        return model.fault(error)
    model.notify()
    return None


def _at(model: Model) -> str | None:
    kept = model.preferences.get(KEPT)
    at = cast("Mapping[str, object]", kept).get("at") if isinstance(kept, dict) else None
    return at if isinstance(at, str) else None


def _is_fresh(model: Model) -> bool:
    return not model.has_logged
