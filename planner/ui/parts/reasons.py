"""Why something is in the plan, with where that comes from and how sure it is."""

import flet as ft

from planner.ui import theme
from planner.ui.model import Model
from planner.ui.parts.text import body, small, with_icon
from planner.words.documents import ReasonDoc


def reasons(model: Model, given: list[ReasonDoc], color: ft.ColorValue | None = None) -> ft.Column:
    return ft.Column([_reason(model, reason, color) for reason in given], spacing=theme.GAP_M)


def _reason(model: Model, reason: ReasonDoc, color: ft.ColorValue | None) -> ft.Column:
    soft = color or ft.Colors.ON_SURFACE_VARIANT
    lines: list[ft.Control] = [with_icon(ft.Icons.INFO_OUTLINE, body(reason["text"], color), soft)]
    lifts = reason.get("lifts")
    if lifts:
        lines.append(with_icon(ft.Icons.LOCK_OPEN, small(model.say("ui.reason.lifts", lifts=lifts), soft), soft))
    lines.append(with_icon(ft.Icons.MENU_BOOK, small(source_line(model, reason), soft), soft))
    return ft.Column(lines, spacing=theme.GAP_XS)


def source_line(model: Model, reason: ReasonDoc) -> str:
    return model.say(
        "ui.reason.source",
        source=model.source(reason["source"]),
        strength=model.say(f"ui.strength.{reason['strength']}"),
    )
