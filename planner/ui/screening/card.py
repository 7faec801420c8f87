"""On Today: the red-flag questions are due, or some of them are still open."""

import flet as ft

from planner.ui import theme
from planner.ui.model import Model
from planner.ui.parts.text import body, heading
from planner.ui.screening import answers as given
from planner.words.documents import ItemDoc


def asks_for_flags(item: ItemDoc) -> bool:
    """Whether it is the item with the red-flag questions: answered on their own page, and never with a score."""
    return item["kind"] == "check_in" and "red_flags" in item["dose"].get("asks", [])


def screening_card(model: Model) -> list[ft.Control]:
    """The card that opens the questions; nothing where they aren't due."""
    page = ft.context.page
    items = model.day_of_today()["items"]
    due = next((item for item in items if asks_for_flags(item) and not item.get("outcome")), None)
    if due is None and not given.is_unfinished(model):
        return []
    so_far = given.answers(model)
    begun = bool(so_far.given)
    title = due["title"] if due else model.say("ui.screening.title")
    why = due["reasons"][0]["text"] if due and not begun else model.say("ui.screening.left", n=so_far.left)
    words = model.say("ui.screening.continue" if begun else "ui.screening.open")
    opener = ft.FilledButton(
        words, key="screening", icon=ft.Icons.FACT_CHECK_OUTLINED, on_click=lambda: page.navigate("/screening")
    )
    ink = theme.CAREFUL[1]
    lines = [heading(title, 2, ink), body(why, ink), ft.Row([opener], wrap=True)]
    return [theme.card(ft.Column(lines, spacing=theme.GAP_S), theme.CAREFUL, key="screening")]
