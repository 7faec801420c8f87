"""The red-flag questions as they are being answered: kept on every tap, so that a reload goes on where it stopped.

A yes is logged at once. The answers as a whole are logged when the last question is answered: what wasn't asked is no "no".
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from planner.protocols import Question, protocols
from planner.ui.model import Model
from planner.ui.start.progress import keep

KEPT = "screening"
NO = "no"
FELT = frozenset({"pain", "run", "walk", "check_in"})


@dataclass(frozen=True)
class Answers:
    """Of a day: each question with "no", or with the ids of the entries that its yes was logged as.

    `yes`: the question whose yes is being told, with the signs chosen so far and where. `shows`: a yes was just logged.
    `leg_hurts`: a leg that hurts with it; how much is still open.
    """

    given: Mapping[str, str] = field(default_factory=dict[str, str])
    yes: str | None = None
    signs: tuple[str, ...] = ()
    has_signs: bool = False
    place: Mapping[str, object] = field(default_factory=dict[str, object])
    shows: str | None = None
    leg_hurts: bool = False

    def question(self) -> Question | None:
        """The question that is shown: the one whose yes is told, else the first that is open."""
        return next((each for each in questions() if self._is_shown(each)), None)

    def _is_shown(self, question: Question) -> bool:
        return question.id == self.yes if self.yes else question.id not in self.given

    @property
    def left(self) -> int:
        return sum(question.id not in self.given for question in questions())


def questions() -> Sequence[Question]:
    return protocols().flags.screening.questions


def answers(model: Model) -> Answers:
    """What was answered so far today; of another day nothing counts, and no "no" from before the latest pain."""
    kept = model.preferences.get(KEPT)
    found = cast("Mapping[str, object]", kept) if isinstance(kept, dict) else {}
    if found.get("on") != model.today.isoformat():
        return Answers()
    known = {question.id for question in questions()}
    given = {key: str(one) for key, one in _mapping(found.get("given")).items() if key in known}
    if _felt(model) - _words(found.get("felt")):
        return Answers({key: one for key, one in given.items() if one != NO})
    yes, shows = found.get("yes"), found.get("shows")
    return Answers(
        given,
        yes if isinstance(yes, str) and yes in known else None,
        tuple(sorted(_words(found.get("signs")))),
        found.get("has_signs") is True,
        _mapping(found.get("place")),
        shows if isinstance(shows, str) and shows in known else None,
        found.get("leg_hurts") is True,
    )


def entries_of(so_far: Answers, question_id: str) -> list[str]:
    """What was logged for a yes."""
    said = so_far.given.get(question_id, NO)
    return said.split() if said != NO else []


def needs_leg(question: Question, signs: Sequence[str]) -> bool:
    """Whether nothing was chosen but what the question asks for together with a leg that hurts or swells."""
    return bool(signs) and set(signs) <= set(question.with_leg)


def is_unfinished(model: Model) -> bool:
    """Whether a yes was logged today, and other questions are still open: they aren't asked by the plan any more."""
    so_far = answers(model)
    return bool(so_far.left) and any(one != NO for one in so_far.given.values())


def put(model: Model, changed: Answers) -> str | None:
    """Keeps the answers so far."""
    return keep(model, lambda: _keep(model, changed))


def say_no(model: Model, question: Question) -> str | None:
    """No to a question; with the last one, all of them are logged."""
    so_far = answers(model)
    changed = replace(so_far, given={**so_far.given, question.id: NO})
    return _finish(model, changed) if not changed.left else put(model, changed)


def say_no_to_all(model: Model) -> str | None:
    return _finish(model, Answers({question.id: NO for question in questions()}))


def say_yes(model: Model, *, leg_score: int | None = None) -> str | None:
    """Logs the yes that was told, with the pain of a leg that belongs to it, and shows what follows from it."""
    so_far = answers(model)
    question = so_far.question()
    if question is None:
        return None
    where = {key: value for key, value in so_far.place.items() if key in {"site", "side"} and value is not None}
    leg = {"kind": "pain", "score": leg_score, "during": "daily"}
    entry = {"kind": "screen", "signs": list(so_far.signs), **where}

    def log() -> None:
        logged = [model.desk.log(each) for each in ([leg, entry] if leg_score else [entry])]
        _keep(model, Answers({**so_far.given, question.id: " ".join(logged)}, shows=question.id))

    return model.write(log)


def go_on(model: Model) -> str | None:
    """What followed from a yes was read."""
    return put(model, replace(answers(model), shows=None))


def take_back(model: Model, question_id: str) -> str | None:
    """Withdraws a yes that was a mistake; its question is open again."""
    so_far = answers(model)
    left = {key: one for key, one in so_far.given.items() if key != question_id}

    def withdraw() -> None:
        for entry in entries_of(so_far, question_id):
            model.desk.delete(entry)
        _keep(model, Answers(left))

    return model.write(withdraw)


def one_back(model: Model) -> str | None:
    """The question before the one that is shown is open again, unless its yes was logged."""
    so_far = answers(model)
    shown = so_far.question()
    order = [question.id for question in questions()]
    earlier = order[: order.index(shown.id)] if shown else order
    last = next((each for each in reversed(earlier) if so_far.given.get(each) == NO), None)
    return put(model, replace(so_far, given={key: one for key, one in so_far.given.items() if key != last}))


def may_go_back(so_far: Answers) -> bool:
    return any(one == NO for one in so_far.given.values())


def is_finished(model: Model) -> bool:
    """Whether all of today's questions were answered."""
    return not answers(model).left


def begin(model: Model) -> str | None:
    """Begins afresh."""
    return put(model, Answers())


def is_at_start(so_far: Answers) -> bool:
    """Whether nothing waits to be gone on with: nothing was answered yet, or everything."""
    return not so_far.yes and not so_far.shows and so_far.left in {0, len(questions())}


def _finish(model: Model, changed: Answers) -> str | None:
    """A yes has logged the questions already; without one, an empty list says that they were asked."""

    def log() -> None:
        if all(one == NO for one in changed.given.values()):
            model.desk.log({"kind": "screen", "signs": []})
        _keep(model, changed)

    return model.write(log)


def _keep(model: Model, changed: Answers) -> None:
    model.preferences.set(
        KEPT,
        {
            "on": model.today.isoformat(),
            "felt": sorted(_felt(model)),
            "given": dict(changed.given),
            "yes": changed.yes,
            "signs": list(changed.signs),
            "has_signs": changed.has_signs,
            "place": dict(changed.place),
            "shows": changed.shows,
            "leg_hurts": changed.leg_hurts,
        },
    )


def _felt(model: Model) -> set[str]:
    """What was told of pain today, by its ids."""
    return {str(entry["id"]) for entry in model.desk.journal(model.today) if entry["kind"] in FELT}


def _words(value: object) -> set[str]:
    return {str(one) for one in value} if isinstance(value, list) else set()


def _mapping(value: object) -> dict[str, object]:
    return {str(key): one for key, one in value.items()} if isinstance(value, dict) else {}
