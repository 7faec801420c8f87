"""What everyone reads and agrees to before the first use."""

import flet as ft

from planner.ui import theme
from planner.ui.model import Model
from planner.ui.parts.text import body
from planner.ui.places import CLINICIAN
from planner.ui.start import progress
from planner.ui.start.page import Way, question, side_door

POINTS = (
    ("ui.notice.not_advice", ft.Icons.MEDICAL_INFORMATION_OUTLINED),
    ("ui.notice.not_device", ft.Icons.PHONELINK_OFF),
    ("ui.notice.not_emergency", ft.Icons.EMERGENCY_OUTLINED),
    ("ui.notice.yours", ft.Icons.LOCK_OUTLINE),
)


@ft.component
def Notice(model: Model, way: Way) -> ft.Control:
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
        model.say("ui.notice.agree"),
        key="agree",
        on_click=lambda: set_fault(progress.agree(model) or ""),
    )
    door = side_door(model.say("ui.clinician.door"), CLINICIAN)
    intro = body(model.say("ui.notice.intro"))
    return question(model, way, model.say("ui.notice.title"), [intro, *points, agree, door], fault=fault, key="notice")
