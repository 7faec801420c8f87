"""Answering how a run or walk felt afterwards, without leaving Today."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import flet as ft

from planner.ui import theme
from planner.ui.model import Model
from planner.ui.parts.keyed import keyed
from planner.ui.parts.score import Score
from planner.ui.parts.text import fault_line
from planner.ui.parts.tick import tick
from planner.words.documents import ItemDoc


@dataclass(frozen=True)
class Answers:
    scores: Mapping[str, int | None] = field(default_factory=dict[str, int | None])
    limps: bool = False

    def given(self) -> dict[str, int]:
        return {question: score for question, score in self.scores.items() if score is not None}


@ft.component
def CheckIn(model: Model, item: ItemDoc) -> ft.Control:
    answers, set_answers = ft.use_state(Answers())
    fault, set_fault = ft.use_state("")
    questions = model.questions(item)
    if not questions:
        return ft.Container(visible=False)

    def put(question: str) -> Callable[[int | None], None]:
        return lambda score: set_answers(replace(answers, scores={**answers.scores, question: score}))

    def put_limps(limps: bool) -> None:
        set_answers(replace(answers, limps=limps))

    def save(scores: Mapping[str, int]) -> None:
        set_fault(model.answer(item, scores, limps=answers.limps) or "")

    lines: list[ft.Control] = [
        keyed(each, Score, model, model.say(f"ui.check_in.{each}"), "ui.pain", answers.scores.get(each), put(each))
        for each in questions
    ]
    lines += [
        tick("limp", answers.limps, put_limps, label=model.say("ui.check_in.limp")),
        fault_line(fault),
        ft.Row(
            [
                *([] if answers.given() else [_no_pain(model, lambda: save(dict.fromkeys(questions, 0)))]),
                ft.FilledTonalButton(
                    model.say("ui.check_in.save"),
                    key="answer",
                    height=theme.TARGET,
                    on_click=lambda: save(answers.given()),
                ),
            ],
            wrap=True,
        ),
    ]
    return ft.Container(ft.Column(lines, spacing=theme.GAP_S), padding=ft.Padding.only(bottom=theme.GAP_S))


def _no_pain(model: Model, save: Callable[[], None]) -> ft.OutlinedButton:
    """The most frequent answer, saved in one tap: the sliders stand at 0 already."""
    return ft.OutlinedButton(
        model.say("ui.check_in.no_pain"), icon=ft.Icons.CHECK, key="no_pain", height=theme.TARGET, on_click=save
    )
