"""What is stored where, that nothing leaves, and deleting all of it."""

import flet as ft

from planner.desk import StoreFault
from planner.ui import theme
from planner.ui.model import Model
from planner.ui.more.frame import actions, page_of
from planner.ui.parts.text import body, fault_line, heading, link, with_icon

POINTS = (
    ("here", ft.Icons.FOLDER_OUTLINED),
    ("nothing", ft.Icons.CLOUD_OFF),
    ("share", ft.Icons.IOS_SHARE),
    ("lan", ft.Icons.WIFI),
    ("open", ft.Icons.LOCK_OPEN),
)


@ft.component
def Privacy(model: Model) -> ft.Control:
    page = ft.context.page
    asks, set_asks = ft.use_state(False)
    typed = ft.use_ref("")
    fault, set_fault = ft.use_state("")
    word = model.say("ui.more.privacy.word")

    def put(e: ft.Event[ft.TextField]) -> None:
        typed.current = e.control.value or ""

    def forget() -> None:
        if (typed.current or "").strip().casefold() != word.casefold():
            set_fault(model.say("ui.more.privacy.not_typed", word=word))
            return
        try:
            model.desk.forget()
            model.preferences.forget()
        except (StoreFault, OSError) as error:
            set_fault(model.fault(error))
            return
        model.look()
        page.navigate("/")

    folder = str(model.desk.folder)
    points: list[ft.Control] = [
        with_icon(icon, body(model.say(f"ui.more.privacy.{key}", folder=folder)), ft.Colors.PRIMARY)
        for key, icon in POINTS
    ]
    content: list[ft.Control] = [
        theme.card(ft.Column(points, spacing=theme.GAP_M)),
        heading(model.say("ui.more.privacy.forget"), 2),
    ]
    if not asks:
        content += [
            body(model.say("ui.more.privacy.forget.about")),
            actions(
                [
                    ft.OutlinedButton(
                        model.say("ui.more.privacy.ask"),
                        key="ask",
                        icon=ft.Icons.DELETE_OUTLINE,
                        on_click=lambda: set_asks(True),
                    )
                ]
            ),
        ]
        return page_of(model, "privacy", content)
    ink = theme.URGENT[1]
    field = ft.TextField(
        label=model.say("ui.more.privacy.type", word=word),
        key="word",
        border_radius=theme.GAP_M,
        on_change=put,
        width=theme.READING_WIDTH,
    )
    lines = [
        with_icon(ft.Icons.WARNING_ROUNDED, body(model.say("ui.more.privacy.sure"), ink), ink),
        theme.card(field),
        fault_line(fault),
        actions(
            [
                ft.FilledButton(model.say("ui.more.privacy.do"), key="forget", on_click=forget),
                link(model.say("ui.more.privacy.keep"), lambda: set_asks(False), "keep", ink),
            ]
        ),
    ]
    content.append(theme.card(ft.Column(lines, spacing=theme.GAP_S), theme.URGENT))
    return page_of(model, "privacy", content)
