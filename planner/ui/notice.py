"""What everyone reads before the first use."""

import flet as ft

from planner.ui import theme
from planner.ui.model import Model
from planner.ui.parts.text import body, fault_line, heading

POINTS = (
    ("ui.notice.not_advice", ft.Icons.MEDICAL_INFORMATION_OUTLINED),
    ("ui.notice.not_device", ft.Icons.PHONELINK_OFF),
    ("ui.notice.not_emergency", ft.Icons.EMERGENCY_OUTLINED),
    ("ui.notice.yours", ft.Icons.LOCK_OUTLINE),
)


@ft.component
def Notice(model: Model) -> ft.Control:
    fault, set_fault = ft.use_state("")
    points = [
        ft.Row(
            [ft.Icon(icon, color=ft.Colors.PRIMARY), ft.Container(body(model.say(key)), expand=True)],
            spacing=theme.GAP_L,
            vertical_alignment=ft.CrossAxisAlignment.START,
        )
        for key, icon in POINTS
    ]
    agree = ft.FilledButton(
        model.say("ui.notice.agree"), key="agree", height=56, on_click=lambda: set_fault(model.agree() or "")
    )
    page = ft.Column(
        [
            heading(model.say("ui.notice.title"), 1),
            body(model.say("ui.notice.intro")),
            *points,
            fault_line(fault),
            ft.Row([agree], alignment=ft.MainAxisAlignment.CENTER),
        ],
        spacing=theme.GAP_XL,
        width=theme.READING_WIDTH,
    )
    return ft.Column(
        [ft.Container(page, padding=theme.GAP_XL)],
        scroll=ft.ScrollMode.AUTO,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        alignment=ft.MainAxisAlignment.CENTER,
    )
