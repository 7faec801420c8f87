"""Answering how a run or walk felt afterwards, without leaving Today: one tap without pain, two with."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import flet as ft

from planner.ui.log.scale import scale
from planner.ui.model import Model
from planner.ui.parts.text import fault_line
from planner.ui.parts.tick import tick
from planner.words.documents import ItemDoc


@dataclass(frozen=True)
class Answers:
    scores: Mapping[str, int] = field(default_factory=dict[str, int])
    limps: bool = False


@ft.component
def CheckIn(model: Model, item: ItemDoc) -> ft.Control:
    answers, set_answers = ft.use_state(Answers())
    fault, set_fault = ft.use_state("")
    questions = model.questions(item)
    if not questions:
        return ft.Container(visible=False)

    def put(question: str) -> Callable[[int], None]:
        return lambda score: set_answers(replace(answers, scores={**answers.scores, question: score}))

    def save(scores: Mapping[str, int]) -> None:
        set_fault(model.answer(item, scores, limps=answers.limps) or "")

    # The most frequent answer is one tap; once a score is chosen, there is something to save instead.
    button = (
        ft.FilledButton(
            model.say("ui.check_in.save"), icon=ft.Icons.CHECK, key="answer", on_click=lambda: save(answers.scores)
        )
        if answers.scores
        else ft.FilledTonalButton(
            model.say("ui.check_in.no_pain"),
            icon=ft.Icons.CHECK,
            key="no_pain",
            on_click=lambda: save(dict.fromkeys(questions, 0)),
        )
    )
    lines: list[ft.Control] = [
        scale(model, model.say(f"ui.check_in.{each}"), "ui.pain", answers.scores.get(each), put(each), [])
        for each in questions
    ]
    lines += [
        tick(
            "limp",
            answers.limps,
            lambda limps: set_answers(replace(answers, limps=limps)),
            label=model.say("ui.check_in.limp"),
        ),
        fault_line(fault),
        button,
    ]
    return ft.Column(lines, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
