"""A day in a few words: its main things with minutes, and how heavy it is. A matter of showing only."""

from collections.abc import Sequence

import flet as ft

from planner.ui import icons, theme
from planner.ui.model import Model
from planner.words.documents import DayDoc, ItemDoc

MAIN = ("see_clinician", "run", "walk", "cross_training", "strength")
ACTIVE = MAIN[1:]

WEIGHTS: dict[str, ft.IconData] = {
    "rest": ft.Icons.BEDTIME,
    "light": ft.Icons.CIRCLE_OUTLINED,
    "run": ft.Icons.CONTRAST,
    "full": ft.Icons.CIRCLE,
}


def main_items(day: DayDoc) -> list[ItemDoc]:
    """What the day is about; a rest day is about its rest."""
    return [item for kind in MAIN for item in day["items"] if item["kind"] == kind] or [
        item for item in day["items"] if item["kind"] == "rest"
    ]


def active_minutes(day: DayDoc) -> int:
    return sum(item.get("minutes") or 0 for item in day["items"] if item["kind"] in ACTIVE)


def running_minutes(day: DayDoc) -> float:
    return sum(item["dose"].get("run_min", 0) for item in day["items"] if item["kind"] == "run")


def weight(day: DayDoc, days: Sequence[DayDoc]) -> str:
    """How heavy a day is beside the others of its week; a key of `WEIGHTS`."""
    kinds = {item["kind"] for item in day["items"]}
    if "run" not in kinds:
        return "rest" if "rest" in kinds and not kinds & set(ACTIVE) else "light"
    runs = [running_minutes(each) for each in days if running_minutes(each)]
    is_longest = running_minutes(day) == max(runs) > min(runs)
    return "full" if is_longest or "strength" in kinds else "run"


def summary(model: Model, day: DayDoc, days: Sequence[DayDoc]) -> list[ft.Control]:
    """A day's main things, how heavy it is, and how many more things there are."""
    mains = main_items(day)
    return [*[_part(model, item) for item in mains], _rest(model, weight(day, days), len(day["items"]) - len(mains))]


def _rest(model: Model, key: str, more: int) -> ft.Control:
    said = model.say(f"ui.plan.day.{key}")
    # A rest day has said so already.
    words = model.say("ui.plan.more", n=more) if key == "rest" else model.say("ui.plan.weight", weight=said, n=more)
    ink = ft.Colors.ON_SURFACE_VARIANT
    return ft.Row(
        [
            ft.Container(ft.Icon(WEIGHTS[key], size=16, color=ink), width=20),
            ft.Text(words, theme_style=theme.SMALL, color=ink, expand=True),
        ],
        spacing=theme.GAP_S,
    )


def _part(model: Model, item: ItemDoc) -> ft.Control:
    outcome = item.get("outcome")
    lines: list[ft.Control] = [ft.Text(item["title"], theme_style=theme.BODY)]
    if outcome:
        lines.append(
            ft.Text(model.say(f"ui.outcome.{outcome}"), theme_style=theme.LABEL, color=ft.Colors.ON_SURFACE_VARIANT)
        )
    return ft.Row(
        [
            ft.Icon(icons.of_kind(item["kind"]), size=20, color=ft.Colors.PRIMARY),
            ft.Column(lines, spacing=0, expand=True),
        ],
        spacing=theme.GAP_S,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
