"""What follows from a yes, at once: whom to see, by when, what to say to them."""

from collections.abc import Collection

import flet as ft

from planner.ui.model import Model
from planner.ui.parts.text import body, fault_line, heading, link, screen
from planner.ui.screening import answers as given
from planner.ui.start.page import in_the_middle
from planner.ui.start.tiles import next_button, tile
from planner.ui.today.flags import flag_banner
from planner.words.documents import FlagDoc


@ft.component
def Advice(model: Model, question: str) -> ft.Control:
    """The warning signs that the yes raised; where it raised none, that it is noted."""
    is_sure, ask_sure = ft.use_state(False)
    fault, set_fault = ft.use_state("")
    so_far = given.answers(model)
    flags = raised(model, given.entries_of(so_far, question))
    title = heading(model.say("ui.screening.act" if flags else "ui.screening.noted"), 1)
    title.live_region = True
    content: list[ft.Control] = [title, fault_line(fault)]
    content += [flag_banner(model, flag, may_be_cleared=False) for flag in flags]
    content.append(body(model.say("ui.screening.frozen" if flags else "ui.screening.noted.text")))
    words = model.say("ui.screening.go_on", n=so_far.left) if so_far.left else model.say("ui.screening.finish")
    on = tile if flags else next_button
    content.append(on(words, lambda: set_fault(given.go_on(model) or ""), "next"))
    mistake = link(model.say("ui.screening.mistake"), lambda: ask_sure(True), "mistake")
    sure = ft.OutlinedButton(
        model.say("ui.screening.mistake.sure"),
        key="take_back",
        on_click=lambda: set_fault(given.take_back(model, question) or ""),
    )
    if is_sure:
        content += [body(model.say("ui.screening.mistake.text")), sure]
    else:
        content.append(ft.Row([mistake], wrap=True, alignment=ft.MainAxisAlignment.CENTER))
    return in_the_middle(screen(content, f"advice-{question}"))


def raised(model: Model, entries: Collection[str]) -> list[FlagDoc]:
    """The warning signs that one of these entries is among the reasons of."""
    flags = model.plan["assessment"]["flags"]
    return [flag for flag in flags if any(each in entries for reason in flag["reasons"] for each in reason["entries"])]
