"""A session that was begun and not ended: the way back to it, wherever the app was opened again."""

import flet as ft

from planner.ui import dates, theme
from planner.ui.model import Model
from planner.ui.parts.text import fault_line, heading, link
from planner.ui.session.under_way import address_of, leave, under_way


@ft.component
def OpenSession(model: Model) -> ft.Control:
    fault, set_fault = ft.use_state("")
    page = ft.context.page
    known = under_way(model)
    if known is None:
        return ft.Container(visible=False)
    if known.day == model.today:
        said = model.say("ui.open_session.now", title=known.item["title"])
    else:
        day = dates.day_and_date(known.day, model.language)
        said = model.say("ui.open_session.before", title=known.item["title"], day=day)
    ink = theme.CAREFUL[1]
    buttons: list[ft.Control] = [
        ft.FilledButton(
            model.say("ui.item.go_on"),
            icon=ft.Icons.PLAY_ARROW,
            key="go_on",
            on_click=lambda: page.navigate(address_of(known.item["id"])),
        ),
        link(model.say("ui.session.leave_out"), lambda: set_fault(leave(model) or ""), "leave_out", ink),
    ]
    lines = [heading(said, 2, ink), ft.Row(buttons, wrap=True, spacing=theme.GAP_S), fault_line(fault)]
    return theme.card(ft.Column(lines, spacing=theme.GAP_S), theme.CAREFUL, key="open_session")
