"""What just happened, with a way back."""

import flet as ft

from planner.ui import theme
from planner.ui.model import Model
from planner.ui.parts.text import body, fault_line, link, with_icon


@ft.component
def JustHappened(model: Model) -> ft.Control:
    fault, set_fault = ft.use_state("")
    message = model.message
    if message is None:
        return ft.Container(visible=False)
    page = ft.context.page
    said = message.text if not message.shows_plan else f"{message.text} {model.say('ui.saved.plan_changed')}"

    def leave(place: str) -> None:
        model.dismiss()
        page.navigate(place)

    ink = theme.STRONG[1]
    offers: list[ft.Control] = []
    if message.shows_plan:
        offers.append(link(model.say("ui.saved.see_plan"), lambda: leave("/plan"), "see_plan", ink))
    if message.log_pain:
        offers.append(link(model.say("ui.saved.log_pain"), lambda: leave("/log/pain"), "log_pain", ink))
    if message.undo:
        offers.append(link(model.say("ui.saved.undo"), lambda: set_fault(model.undo() or ""), "undo", ink))
    offers.append(link(model.say("ui.saved.close"), model.dismiss, "close", ink))
    spoken = ft.Semantics(content=with_icon(ft.Icons.CHECK, body(said, ink), ink), live_region=True, container=True)
    return theme.card(
        ft.Column([spoken, fault_line(fault), ft.Row(offers, wrap=True, spacing=theme.GAP_S)], spacing=theme.GAP_XS),
        theme.STRONG,
        key="message",
    )
