"""The red-flag questions, one a page. A yes asks which and where, and shows at once what to do."""

from collections.abc import Callable
from dataclasses import replace

import flet as ft

from planner.protocols import Question
from planner.ui.model import Model
from planner.ui.parts.tick import tick
from planner.ui.screening import answers as given
from planner.ui.screening.advice import Advice
from planner.ui.screening.answers import Answers, answers
from planner.ui.start.page import Way, question
from planner.ui.start.place import is_placed, one_back, place_question
from planner.ui.start.tiles import next_button, score_tiles, tile

SWOLLEN = "one_leg_swollen"


@ft.component
def Questions(model: Model, way: Way) -> ft.Control:
    """The question that is open. `way.back` leads away from the first one; `way.on` is for whoever shows the end."""
    fault, set_fault = ft.use_state("")
    so_far = answers(model)
    shown = so_far.question()
    if so_far.shows:
        return Advice(model, so_far.shows)
    if shown is None:
        return ft.Column([])

    def put(changed: Answers) -> None:
        set_fault(given.put(model, changed) or "")

    def tell(why: str | None) -> None:
        set_fault(why or "")

    way = _step(model, way, so_far)
    if so_far.yes is None:
        return _asked(model, way, shown, so_far, tell, fault)
    if not so_far.has_signs:
        return _which(model, way, shown, so_far, put, tell, fault)
    if given.needs_leg(shown, so_far.signs):
        return _leg(model, way, so_far, put, tell)
    return _where(model, way, so_far, put, tell)


def _asked(
    model: Model, way: Way, shown: Question, so_far: Answers, tell: Callable[[str | None], None], fault: str
) -> ft.Control:
    """Neither answer is chosen before; not being sure counts as a yes."""

    def yes() -> None:
        tell(given.put(model, replace(so_far, yes=shown.id)))

    content = [
        tile(model.say("ui.screening.yes"), yes, "yes", icon=ft.Icons.WARNING_AMBER),
        tile(model.say("ui.screening.no"), lambda: tell(given.say_no(model, shown)), "no", icon=ft.Icons.CHECK),
    ]
    why = model.say("ui.screening.why")
    return question(model, way, model.say(f"screen.{shown.id}"), content, why=why, fault=fault)


def _which(
    model: Model,
    way: Way,
    shown: Question,
    so_far: Answers,
    put: Callable[[Answers], None],
    tell: Callable[[str | None], None],
    fault: str,
) -> ft.Control:
    def turn(sign: str) -> None:
        # Asked again: a second tap may come before the first one is drawn.
        now = answers(model)
        put(replace(now, signs=tuple(each for each in shown.signs if (each in now.signs) != (each == sign))))

    def choose(signs: tuple[str, ...]) -> None:
        if not signs:
            tell(model.say("ui.screening.which.missing"))
            return
        tell(given.put(model, replace(so_far, signs=signs, has_signs=True)))
        if not shown.has_place and not given.needs_leg(shown, signs):
            tell(given.say_yes(model))

    ticks = [
        tick(sign, sign in so_far.signs, lambda _, sign=sign: turn(sign), label=model.name(f"sign.{sign}"))
        for sign in shown.signs
    ]
    content: list[ft.Control] = [
        ft.Column(ticks, spacing=0),
        next_button(model.say("ui.start.next"), lambda: choose(answers(model).signs)),
        # Not knowing which is strictest: any of them may be it.
        tile(model.say("ui.screening.which.unsure"), lambda: choose(shown.signs), "unsure"),
    ]
    inside = replace(way, leave=None, back=lambda: given.put(model, replace(so_far, yes=None, signs=())))
    title, why = model.say("ui.screening.which"), model.say("ui.screening.which.why")
    return question(model, inside, title, content, why=why, fault=fault, key=f"which-{shown.id}")


def _where(
    model: Model, way: Way, so_far: Answers, put: Callable[[Answers], None], tell: Callable[[str | None], None]
) -> ft.Control:
    def place(chosen: dict[str, object]) -> None:
        put(replace(so_far, place=chosen))
        if is_placed(chosen):
            tell(given.say_yes(model))

    def back() -> None:
        before = replace(so_far, place=one_back(so_far.place)) if so_far.place else replace(so_far, has_signs=False)
        given.put(model, before)

    inside = replace(way, leave=None, back=back)
    why = model.say("ui.screening.where.why")
    return place_question(model, inside, so_far.place, place, why, unsure=lambda: tell(given.say_yes(model)))


def _leg(
    model: Model, way: Way, so_far: Answers, put: Callable[[Answers], None], tell: Callable[[str | None], None]
) -> ft.Control:
    """By itself it may be the running; with a leg that hurts or swells it is an emergency."""

    def swollen() -> None:
        put(replace(so_far, signs=(*so_far.signs, SWOLLEN)))
        tell(given.say_yes(model))

    def back() -> None:
        given.put(model, replace(so_far, leg_hurts=False, has_signs=so_far.leg_hurts))

    inside = replace(way, leave=None, back=back)
    why = model.say("ui.screening.leg.why")
    if so_far.leg_hurts:
        scores = score_tiles(model, lambda score: tell(given.say_yes(model, leg_score=score)))
        return question(model, inside, model.say("ui.start.hurts.score"), scores, why=why)
    content = [
        tile(model.say("ui.screening.leg.swollen"), swollen, "swollen"),
        tile(model.say("ui.screening.leg.hurts"), lambda: put(replace(so_far, leg_hurts=True)), "hurts"),
        tile(model.say("ui.screening.leg.neither"), lambda: tell(given.say_yes(model)), "neither"),
    ]
    return question(model, inside, model.say("ui.screening.leg"), content, why=why)


def _step(model: Model, way: Way, so_far: Answers) -> Way:
    """Which question of how many, and back to the one before."""
    asked = given.questions()
    number = len(asked) - so_far.left + 1
    back = (lambda: given.one_back(model)) if given.may_go_back(so_far) else way.back
    return Way(way.on, back, None, (number, len(asked)))
