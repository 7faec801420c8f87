"""The marks of a chart: each has a shape of its own, so that its colour is never needed to tell it apart."""

from dataclasses import dataclass

import flet as ft
import flet_charts as fc

from planner.ui import theme

NONE = ft.Colors.TRANSPARENT
# Above so many steps there is no room for marks of full size
CROWDED = 40


@dataclass(frozen=True)
class Look:
    """How a series is drawn: circle, square, cross, hollow, ring, bar or dashes, and in what colour."""

    shape: str
    color: ft.Colors


def point(look: Look, steps: int) -> fc.ChartPointShape | None:
    """The mark in a chart of so many steps; None where there is none, as on a bare line."""
    scale = 0.6 if steps > CROWDED else 1.0
    match look.shape:
        case "circle":
            return fc.ChartCirclePoint(color=look.color, radius=4.5 * scale)
        case "square":
            return fc.ChartSquarePoint(color=look.color, size=8 * scale, stroke_width=0)
        case "cross":
            return fc.ChartCrossPoint(color=look.color, size=9 * scale, width=2.5 * scale)
        case "hollow":
            return fc.ChartCirclePoint(
                color=theme.CALM[0], radius=4.5 * scale, stroke_color=look.color, stroke_width=2 * scale
            )
        case "ring":
            return fc.ChartCirclePoint(color=NONE, radius=8 * scale, stroke_color=look.color, stroke_width=1.5)
    return None


def mark(look: Look) -> ft.Control:
    """The mark as it stands before the words that explain it."""
    match look.shape:
        case "circle":
            face: ft.Control = ft.Container(width=11, height=11, border_radius=6, bgcolor=look.color)
        case "square":
            face = ft.Container(width=10, height=10, bgcolor=look.color)
        case "cross":
            face = ft.Icon(ft.Icons.CLOSE, size=16, color=look.color)
        case "bar":
            face = ft.Container(width=8, height=18, bgcolor=look.color)
        case "dashes":
            dashes: list[ft.Control] = [ft.Container(width=7, height=2, bgcolor=look.color) for _ in range(2)]
            face = ft.Row(dashes, spacing=3, tight=True)
        case _:
            size = 16 if look.shape == "ring" else 11
            face = ft.Container(width=size, height=size, border_radius=8, border=ft.Border.all(2, look.color))
    return ft.Container(face, width=20, height=22, alignment=ft.Alignment.CENTER)
